// What a book holds besides its records. Only those who fill it need to see it.
#pragma once
#include <bitset>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <lianxi/base/arena.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/id_table.hpp>
#include <lianxi/book/name_index.hpp>
#include <lianxi/records/alliance.hpp>

namespace lianxi {

/// The policy from a day on.
struct PolicyFrom {
  Date from;
  Policy policy;
};

/// A flag for each collection, by position in all_collections(): the alliance, then the lists.
#define COLLECTION(Type, member) +1  // NOLINT(bugprone-macro-parentheses): a term of a sum
using CollectionFlags = std::bitset<1
#include <lianxi/book/collections.def>
                                    >;
#undef COLLECTION

struct Book::State {
  Sources sources;
  std::vector<std::unique_ptr<Arena>> arenas;
  Findings findings;
  std::size_t file_count = 0;
  CollectionFlags incomplete;
  std::vector<RecordOfType> with_digits;
  std::vector<PolicyFrom> policies;  ///< By day; the first holds before all others.
  std::vector<const Unit*> ordered_units;
  IdTable<Unit> units;
  IdTable<Committee> committees;
  IdTable<Meeting> meetings;
  IdTable<Fund> funds;
  IdTable<Series> series;
  IdTable<Project> projects;
  NameIndex names;
  std::unordered_map<std::int32_t, const Plan*> plans;
};

}  // namespace lianxi
