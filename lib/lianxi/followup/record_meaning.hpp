// What people mean by a RECORD that they write: its full name in either language, or less of it
// where only one record can be meant.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/date.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A record or part that may be meant.
struct MeantRecord {
  RecordPath path;
  std::string name;        ///< In English, as it is found: `meetings/2017-q3/resolutions/r1`.
  std::string_view title;  ///< What people call it; may be empty.
};

/// Those that the word may mean, of all ways of writing the first that means any:
/// `meetings/2017-q3/resolutions/r1` as it stands, collections and parts in either language, a part
/// without an id by its number; a collection with a name in place of the id; an id alone, of
/// whatever collection, with parts behind it, also without the word for the part (`2017-q3/r1`);
/// the id of a part alone; a unit, committee or fund by any of its names, a meeting by its title;
/// `last` and `next`, seen from the day. Several where it can mean several. O(records).
std::vector<MeantRecord> records_meant(const Book&, std::string_view written, Date as_of);

/// The nearest of all records and parts, for a word that means none: those of which the name or
/// title holds the word, at most five, else the one that is least different, if it is near.
std::vector<MeantRecord> nearest_records(const Book&, std::string_view written, Date as_of);

/// Every record, then its parts that have an id, in the order of the book: what to choose from.
std::vector<MeantRecord> all_records(const Book&);

}  // namespace lianxi
