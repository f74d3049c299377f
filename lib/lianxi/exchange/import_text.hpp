// What an import comes to, as text.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>
#include <lianxi/sheets/import_attendance.hpp>

namespace lianxi LIANXI_EXPORT {

/// The records that would be written, as a book has them, with what is to be known of them in
/// comments above: the text is a file of records itself.
std::string to_text(const Imported&, const RecordType& collection, Language);
std::string to_text(const ImportedAttendance&, std::string_view meeting, Language);

/// Each fault with sheet, row, column and heading, and their number.
std::string faults_text(std::span<const SheetFault>, std::string_view sheet, Language);

}  // namespace lianxi
