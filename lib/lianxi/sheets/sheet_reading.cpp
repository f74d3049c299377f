#include <fstream>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/sheets/limits.hpp>
#include <lianxi/sheets/office_archive.hpp>
#include <lianxi/sheets/office_sheets.hpp>
#include <lianxi/sheets/separated_text.hpp>
#include <lianxi/sheets/sheet_reading.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

#ifdef LIANXI_OFFICE_SHEETS
Error no_sheet_file() {
  return Error(
      say({"it is neither .xlsx nor .ods nor a text file of cells",
           "它不是 .xlsx、.ods，也不是文本表格"}),
      say({"save it as .xlsx, or as CSV in UTF-8", "请另存为 .xlsx，或 UTF-8 编码的 CSV"}));
}

Grid office_sheet(std::string_view bytes, std::string_view sheet) {
  const OfficeArchive archive(bytes);
  if (archive.part("xl/workbook.xml")) return xlsx_sheet(archive, sheet);
  const auto type = archive.part("mimetype");
  if (type && type->starts_with("application/vnd.oasis.opendocument.spreadsheet"))
    return ods_sheet(archive, sheet);
  throw no_sheet_file();
}
#else
Grid office_sheet(std::string_view, std::string_view) {
  throw Error(say({"this program was built without what reads .xlsx and .ods",
                   "本程序编译时未带读取 .xlsx 和 .ods 的组件"}),
              say({"save it as CSV in UTF-8", "请另存为 UTF-8 编码的 CSV"}));
}
#endif

/// What Excel wrote before 2007, and what it still writes with a password.
bool is_compound_file(std::string_view bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0"); }

std::string bytes_of(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    throw Error(say({"there is no such file", "没有这个文件"}));
  const auto size = std::filesystem::file_size(path, error);
  if (!error && size > largest_sheet_file)
    throw Error(say({"it is larger than {} MB", "文件超过 {} MB"}, largest_sheet_file >> 20U),
                say({"import it in parts", "请分批导入"}));
  std::ifstream file(path, std::ios::binary);
  std::string bytes(std::size_t(error ? 0 : size), '\0');
  file.read(bytes.data(), std::streamsize(bytes.size()));
  if (error || !file) throw Error(say({"it cannot be read", "无法读取"}));
  return bytes;
}

}  // namespace

Grid sheet_in(std::string bytes, std::string name, std::string_view sheet) {
  if (is_zip(bytes)) return office_sheet(bytes, sheet);
  if (is_compound_file(bytes))
    throw Error(say({"it is an old .xls, or protected by a password", "它是旧式 .xls，或设有密码"}),
                say({"save it as .xlsx without a password", "请另存为不设密码的 .xlsx"}));
  if (!sheet.empty())
    throw Error(say({"a text file has no sheets to choose from", "文本文件没有可选的工作表"}), {},
                Error::Cause::usage);
  const std::string text = decoded_text(std::move(bytes));
  Grid grid = separated_cells(text, separator_of(text));
  grid.sheet = std::move(name);
  return grid;
}

Grid read_sheet(const std::filesystem::path& path, std::string_view sheet) {
  try {
    return sheet_in(bytes_of(path), path.filename().string(), sheet);
  } catch (const Error& error) {
    throw Error(say({"{}: {}", "{}：{}"}, path.string(), error.message()), error.hint(),
                error.cause());
  }
}

}  // namespace lianxi
