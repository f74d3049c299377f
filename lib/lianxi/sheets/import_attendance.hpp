// A sign-in sheet as the attendance of a meeting.
#pragma once
#include <lianxi/sheets/import_sheet.hpp>

namespace lianxi LIANXI_EXPORT {

struct Meeting;

/// The entries that a sign-in sheet adds to a meeting. The drafts of both are parts: Present and
/// Leave.
struct ImportedAttendance {
  std::vector<Draft> present = {}, leave = {};
  std::vector<SheetFault> faults = {};  ///< Also each row that could not be placed.
  std::size_t passed_over = 0;          ///< Rows whose entries are there already.
  std::vector<Message> notes = {};
};

/// The rows of a sign-in sheet: units by any of their names, persons, posts, times; who is on leave
/// shows by a reason, or by 请假 in a column of remarks or of states.
ImportedAttendance import_attendance(const Book&, const Meeting&, const Grid&,
                                     const ImportOptions&);

}  // namespace lianxi
