// libxlsxwriter, loaded when a workbook is made.
#pragma once
#include <filesystem>
#include <new>
#include <string>
#include <xlsxwriter.h>

#include <lianxi/base/free_memory.hpp>
#include <lianxi/base/on_demand.hpp>

namespace lianxi {

inline constinit const LibraryOnDemand xlsx_library(found::libxlsxwriter, {"no .xlsx can be made",
                                                                           "无法生成 .xlsx 文件"});

FUNCTION_ON_DEMAND(xlsx_library, format_set_align)
FUNCTION_ON_DEMAND(xlsx_library, format_set_bg_color)
FUNCTION_ON_DEMAND(xlsx_library, format_set_bold)
FUNCTION_ON_DEMAND(xlsx_library, format_set_border)
FUNCTION_ON_DEMAND(xlsx_library, format_set_font_name)
FUNCTION_ON_DEMAND(xlsx_library, format_set_font_size)
FUNCTION_ON_DEMAND(xlsx_library, format_set_num_format)
FUNCTION_ON_DEMAND(xlsx_library, format_set_text_wrap)
FUNCTION_ON_DEMAND(xlsx_library, lxw_strerror)
FUNCTION_ON_DEMAND(xlsx_library, workbook_add_format)
FUNCTION_ON_DEMAND(xlsx_library, workbook_add_worksheet)
FUNCTION_ON_DEMAND(xlsx_library, workbook_close)
FUNCTION_ON_DEMAND(xlsx_library, workbook_new_opt)
FUNCTION_ON_DEMAND(xlsx_library, workbook_set_properties)
FUNCTION_ON_DEMAND(xlsx_library, worksheet_fit_to_pages)
FUNCTION_ON_DEMAND(xlsx_library, worksheet_freeze_panes)
FUNCTION_ON_DEMAND(xlsx_library, worksheet_repeat_rows)
FUNCTION_ON_DEMAND(xlsx_library, worksheet_set_column)
FUNCTION_ON_DEMAND(xlsx_library, worksheet_set_footer)
FUNCTION_ON_DEMAND(xlsx_library, worksheet_set_header)
FUNCTION_ON_DEMAND(xlsx_library, worksheet_set_landscape)
FUNCTION_ON_DEMAND(xlsx_library, worksheet_set_margins)
FUNCTION_ON_DEMAND(xlsx_library, worksheet_set_paper)
FUNCTION_ON_DEMAND(xlsx_library, worksheet_set_row)
FUNCTION_ON_DEMAND(xlsx_library, worksheet_write_number)
FUNCTION_ON_DEMAND(xlsx_library, worksheet_write_string)

/// A workbook of so many cells that is to be written to a file of that path; what is temporary lies
/// beside it. Throws std::bad_alloc.
inline lxw_workbook* new_workbook(const std::filesystem::path& path, std::size_t cells) {
  // The library goes on where it gets no memory, into none.
  constexpr std::size_t for_workbook = std::size_t(8) << 20U, for_a_cell = 512;
  require_memory(for_workbook + cells * for_a_cell);
  std::string folder = path.parent_path().native();
  lxw_workbook_options options = {};
  options.tmpdir = folder.data();
  lxw_workbook* const book = workbook_new_opt(path.c_str(), &options);
  if (!book) throw std::bad_alloc();
  return book;
}

}  // namespace lianxi
