// What the papers that an office sends out have in common: whom they are about, where
// and when, who signs them, to whom copies go.
//
// A paper about a meeting tells what was known on its own day, or on the as-of day where that is
// earlier: written again years later, it is the same. Its kind says which day that is.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <lianxi/reports/report_case.hpp>
#include <lianxi/reports/words/waived.hpp>

namespace lianxi::papers {

/// The meeting that the report is about, or null where the subject is none that counts.
const Meeting* meeting_of(const ReportCase&);
/// The unit likewise.
const Unit* unit_of(const ReportCase&);

/// What a paper is called that is about nothing in the book.
doc::Prose unknown_subject(const ReportCase&);

/// Its title, or what it is called by its alliance, day and kind.
std::string title_of(const ReportCase&, const Meeting&);
/// The same where the day stands beside it: its title, or its alliance and kind.
std::string name_beside_day(const ReportCase&, const Meeting&);
/// 2017年9月20日（星期三）14:00.
std::string time_of(const ReportCase&, const Meeting&);
/// The place, or that it will be announced.
std::string place_of(const ReportCase&, const Meeting&);

using Units = std::vector<const Unit*>;

/// The members on a day, in the order of the units.
Units members_on(const Book&, Date);
/// Those that the record names as sitting in on the meeting.
std::vector<std::string> observers_of(const ReportCase&, const Meeting&);

/// 甲、乙、丙; “none” in words where there is nobody.
std::string listed(const Wording&, const std::vector<std::string>& names);
std::string listed(const ReportCase&, const Units&);
/// To whom a paper goes, above its text.
doc::Block addressee(const ReportCase&, std::string_view whom);
/// A text of several lines as people write it: a blank line parts paragraphs, lines that begin
/// with `- ` or `1. ` are items of a list.
std::vector<doc::Block> written(std::string_view text);
/// A paragraph “label: text”, the label standing out.
doc::Block labelled(const ReportCase&, Bilingual label, std::string_view text);

// ---- what was known on the day of a paper ------------------------------------------

/// Of a paper that goes out before a meeting: its day, or the as-of day where that is earlier.
Date day_of_meeting(const ReportRequest&);
/// Of a paper that tells how things stand when it is made.
Date day_it_is_made(const ReportRequest&);

/// Whether a report is still to come.
bool is_owed(ReportStatus);
/// Whether the conference has waived a report that is missing.
bool is_waived(const Waived&, const MeetingCompliance&, const UnitReport&);
/// The last day for reports on a meeting, and whether that may still change.
std::string deadline_text(const ReportCase&, const MeetingCompliance&);

// ---- who signs ----------------------------------------------------------------------

/// The unit that keeps the alliance's office, or null.
const Unit* office_of(const ReportCase&);
/// The office by its alliance's name.
std::string office_name(const ReportCase&);
/// Office and date to the right, a line each; a date to fill in where there is none yet.
doc::Block signature(const ReportCase&, std::optional<Date>);

/// How many days are left until the day, or since when it is past.
std::string days_left(const ReportCase&, std::optional<Date> due);

}  // namespace lianxi::papers
