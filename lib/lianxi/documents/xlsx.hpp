// Documents as workbooks for spreadsheet programs.
#pragma once
#include <string>

#include <lianxi/base/date.hpp>
#include <lianxi/documents/document.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The bytes of an .xlsx: first a sheet with the text, then one for each table, named by what
/// stands above it, with a head that stays in sight, set up to print on A4. Cells are typed: in
/// columns of figures whole numbers, amounts and percentages, anywhere days that stand alone; all
/// else is text and never a formula. Charts are left out. `day` is when it says it was written, so
/// that the same document gives the same bytes. Throws Error where this build has no libxlsxwriter,
/// or it fails.
std::string to_xlsx(const Document&, Date day);

}  // namespace lianxi
