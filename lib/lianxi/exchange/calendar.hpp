// Meetings, due dates and deadlines as iCalendar (RFC 5545), for the calendars of people.
//
// Meetings are events, at their time of day wherever the reader is: the alliance has one time zone,
// and a record says none. All else that is due is a to-do. Each keeps its UID as long as its
// record keeps its name, so that a calendar that reads the file again moves what was moved. The
// same book and day give the same bytes.
#pragma once
#include <string>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>
#include <lianxi/rules/due_items.hpp>

namespace lianxi LIANXI_EXPORT {

/// What is due. Throws Error where this build has no libical.
std::string due_calendar(const DueItems&, Language);

/// All meetings of the period that are known on the day, held ones too, and what of it is due and
/// still open. Throws Error where this build has no libical.
std::string book_calendar(const Book&, Date as_of, const Period&, Language);

}  // namespace lianxi
