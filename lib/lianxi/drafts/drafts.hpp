// New records, filled with what the book tells; what is left to people is marked.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/date.hpp>
#include <lianxi/base/language.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/export.hpp>
#include <lianxi/writing/draft.hpp>

namespace lianxi LIANXI_EXPORT {

/// What a draft is made from.
struct DraftCase {
  const Book& book;
  Date as_of;
  Language language;  ///< Of the words in it; its keys are in that of its neighbours.
};

/// A record of any collection: its next id, today where the record is of a day, a marked blank for
/// everything else that it must have.
Draft new_record(const DraftCase&, const Collection&, std::string_view id = {});

/// The next meeting: number and title, the last one's time and place, topics that were put off;
/// every member for the sign-in, what is owed and open as comments.
Draft new_meeting(const DraftCase&, std::string_view id = {});

/// A report of a unit on a meeting: each resolution that it leads and that is still open, with its
/// last status.
Draft new_followup(const DraftCase&, const Meeting&, const Unit&);

/// What a unit is to be reminded of: its missing reports, overdue resolutions and tasks, and the
/// requests that it has not answered in time.
Draft new_reminder(const DraftCase&, const Unit&, std::string_view id = {});

/// The minutes of a meeting: their number, whom they go to, what was resolved as comments.
Draft new_minutes(const DraftCase&, const Meeting&);

/// A part of a record: as `new_record`.
Draft new_part(const DraftCase&, const PartListPath&, std::string_view id = {});
/// A mapping of a record that is not given yet.
Draft new_mapping(const DraftCase&, const RecordType&);

/// The file for a new record: one of its own beside the latest, named likewise, where each of the
/// collection's files holds one; of a report that of the unit's last one; else the file with the
/// last record of the collection; else `<collection>.yaml`. Relative to the book.
std::string file_for(const Book&, const Collection&, const Draft&);

/// What identifies a draft among its like: its id, of a plan the year; "" where it has none.
std::string id_of_draft(const Draft&);

/// The names of the blanks that must be filled, in the language.
std::vector<std::string> blanks_of(const Draft&, Language);

}  // namespace lianxi
