// The names by which people call units and committees, and what they mean by them.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include <lianxi/base/finding.hpp>
#include <lianxi/book/book.hpp>

namespace lianxi {

/// Finds a unit or committee by its name, short name, alias or former name, as ids are compared.
class NameIndex {
 public:
  NameIndex() = default;
  /// O(units + committees).
  explicit NameIndex(const Book&);

  /// The unit or committee of that name; null where there is none, or more than one.
  const Unit* unit(std::string_view name) const;
  const Committee* committee(std::string_view name) const;

  /// Puts the id into every reference that has a name in its place, so that it counts as that
  /// unit everywhere, and finds what was several in one text (name-for-id, list-in-text); a
  /// reference to a unit that is neither a name nor an id cannot be read (wrong-type).
  /// `jobs` threads at a time; the result does not depend on their number.
  void resolve(Book&, Findings&, unsigned jobs) const;

 private:
  /// Asked without making a string.
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  template <class T>
  using ByName = std::unordered_map<std::string, const T*, Hash, std::equal_to<>>;

  ByName<Unit> units_;
  ByName<Committee> committees_;
};

}  // namespace lianxi
