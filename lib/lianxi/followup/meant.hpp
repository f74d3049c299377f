// What people mean by a word that they write for a record: its id or any of its names.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/date.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

class Book;

/// A record that may be meant.
struct Meant {
  std::string_view id;
  std::string_view name;  ///< What it is called, a meeting its title or day; may be empty.
};

/// The kinds of records that can be meant.
enum class Naming : std::uint8_t { meeting, unit, fund, committee };

/// All of a kind, in the order of the book or of the units, each with a name: what to choose from.
/// Of meetings those that a day knows of.
std::vector<Meant> all_meant(const Book&, Naming, Date as_of);

/// Those that the word may mean: the one with that id; else those that have it as one of their
/// names, of units also short, other and former ones. For a meeting `last` and `next`, seen from
/// the day. Compared as ids are. O(records).
std::vector<Meant> meant_by(const Book&, Naming, std::string_view written, Date as_of);

/// Those of which the id or a name holds the word as a part.
std::vector<Meant> meant_in_part(const Book&, Naming, std::string_view part, Date as_of);

/// Every word by which one can be meant, for saying which is the nearest.
std::vector<std::string_view> words_for(const Book&, Naming, Date as_of);

}  // namespace lianxi
