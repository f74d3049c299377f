// Tables as a workbook for spreadsheet programs.
#pragma once
#include <string>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>
#include <lianxi/tables/table.hpp>

namespace lianxi LIANXI_EXPORT {

/// The bytes of an .xlsx with a sheet for each table, headings in the language. Numbers, amounts
/// and days are typed; all else is text and never a formula. Throws Error where this build has no
/// libxlsxwriter, or it fails.
std::string tables_to_xlsx(const std::vector<Table>&, Language, Date day);

}  // namespace lianxi
