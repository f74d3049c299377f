#include <utility>

#include <lianxi/book/record_sets.hpp>
#include <lianxi/records/collections.hpp>
#include <lianxi/schema/decoder.hpp>

namespace lianxi LIANXI_EXPORT {

void RecordSets::append(const RecordSets& more) {
  alliances.append(more.alliances);
#define COLLECTION(Type, member) member.append(more.member);
#include <lianxi/book/collections.def>
#undef COLLECTION
}

/// Makes room once: growing step by step would take twice the memory for a moment.
template <class T>
static void join(Records<T>& all, std::span<RecordSets* const> sets,
                 Records<T> RecordSets::*member) {
  std::size_t size = all.size();
  for (const RecordSets* set : sets) size += (set->*member).size();
  if (size == all.size()) return;
  all.make_room(size);
  for (RecordSets* set : sets) all.append(std::exchange(set->*member, {}));
}

void RecordSets::append(std::span<RecordSets* const> sets) {
  join(alliances, sets, &RecordSets::alliances);
#define COLLECTION(Type, member) join(member, sets, &RecordSets::member);
#include <lianxi/book/collections.def>
#undef COLLECTION
}

void RecordSets::clear() {
  alliances.clear();
#define COLLECTION(Type, member) member.clear();
#include <lianxi/book/collections.def>
#undef COLLECTION
}

namespace {

template <class T, Records<T> RecordSets::*Member>
constexpr Collection collection() {
  return {&T::type,
          [](const Node& node, Decoder& decoder, RecordSets& sets) {
            T* record = decoder.keep().make<T>();
            if (!decode_part(node, T::type, record, decoder)) return false;
            (sets.*Member).add(record);
            return true;
          },
          [](const RecordSets& sets) { return (sets.*Member).size(); },
          [](const RecordSets& sets, std::size_t i) -> const Part& { return (sets.*Member)[i]; }};
}

constexpr Collection collections[] = {
    collection<Alliance, &RecordSets::alliances>(),
#define COLLECTION(Type, member) collection<Type, &RecordSets::member>(),
#include <lianxi/book/collections.def>
#undef COLLECTION
};

}  // namespace

std::span<const Collection> all_collections() { return collections; }

}  // namespace lianxi
