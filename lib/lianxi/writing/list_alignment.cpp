#include <algorithm>
#include <map>

#include <lianxi/writing/list_alignment.hpp>

namespace lianxi {
namespace {

const RecordValue* known_by(const RecordType& type, const RecordValue& item) {
  if (const RecordValue* id = item.entry("id")) return id;
  for (const Field& field : type.fields)
    if (field.required)
      if (const RecordValue* value = item.entry(field.en)) return value;
  return nullptr;
}

/// The items of two lists, by their keys, that have not found their other yet.
class Alignment {
 public:
  Alignment(const RecordType* type, const std::vector<RecordValue>& before,
            const std::vector<RecordValue>& after)
      : before_(before), after_(after), other_(before.size()), taken_(after.size()) {
    for (std::size_t i = 0; i < after.size(); ++i) by_key_[item_key(type, after[i])].push_back(i);
    for (const RecordValue& item : before) keys_.push_back(item_key(type, item));
  }

  std::vector<AlignedItems> run() {
    const auto equal = [&](std::size_t one, std::size_t other) {
      return before_[one] == after_[other];
    };
    pair([&](std::size_t one, std::size_t other) { return one == other && equal(one, other); });
    pair(equal);
    pair([](std::size_t, std::size_t) { return true; });
    pair_what_is_left();
    std::vector<AlignedItems> all;
    for (std::size_t i = 0; i < before_.size(); ++i) all.push_back({i, other_[i]});
    for (std::size_t i = 0; i < after_.size(); ++i)
      if (!taken_[i]) all.push_back({std::nullopt, i});
    return all;
  }

 private:
  template <class Belong>
  void pair(Belong belong) {
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const auto candidates = by_key_.find(keys_[i]);
      if (other_[i] || candidates == by_key_.end()) continue;
      const auto at = std::ranges::find_if(candidates->second,
                                           [&](std::size_t after) { return belong(i, after); });
      if (at == candidates->second.end()) continue;
      take(i, *at);
      candidates->second.erase(at);
    }
  }

  void take(std::size_t before, std::size_t after) {
    other_[before] = after;
    taken_[after] = true;
  }

  void pair_what_is_left() {
    std::vector<std::size_t> gone, came;
    for (std::size_t i = 0; i < before_.size(); ++i)
      if (!other_[i]) gone.push_back(i);
    for (std::size_t i = 0; i < after_.size(); ++i)
      if (!taken_[i]) came.push_back(i);
    if (gone.size() != 1 || came.size() != 1) return;
    const std::size_t before = gone.front(), after = came.front();
    // A part that has an id is another one under another id.
    if (!before_[before].entry("id") && !after_[after].entry("id") &&
        before_[before].kind == RecordValue::Kind::mapping)
      take(before, after);
  }

  const std::vector<RecordValue>&before_, &after_;
  std::vector<std::optional<std::size_t>> other_;
  std::vector<bool> taken_;
  std::vector<std::string> keys_;
  std::map<std::string, std::vector<std::size_t>> by_key_;
};

}  // namespace

std::string item_key(const RecordType* type, const RecordValue& item) {
  const RecordValue* known = type ? known_by(*type, item) : &item;
  return in_one_line(known ? *known : item);
}

std::vector<AlignedItems> align(const RecordType* type, const std::vector<RecordValue>& before,
                                const std::vector<RecordValue>& after) {
  return Alignment(type, before, after).run();
}

}  // namespace lianxi
