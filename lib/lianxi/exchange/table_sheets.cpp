#include <lianxi/exchange/table_sheets.hpp>

#ifdef LIANXI_XLSX
#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <new>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/program.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/libxlsxwriter.hpp>
#include <lianxi/documents/sheet_cells.hpp>
#include <lianxi/exchange/table_cells.hpp>
#include <lianxi/schema/spelling.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

[[noreturn]] void fail_to_make_sheets(std::string_view why) {
  throw Error(say({"no .xlsx could be made: {}", "无法生成 .xlsx 文件：{}"}, why));
}

/// A workbook of tables.
class TableWorkbook {
 public:
  TableWorkbook(const std::string& path, std::size_t cells, Language language)
      : book_(new_workbook(path, cells)), language_(language) {
    head_ = new_format();
    format_set_bold(head_);
    day_ = number_format(language == Language::zh ? "yyyy\"年\"m\"月\"d\"日\"" : "yyyy-mm-dd");
    amount_ = number_format("#,##0.00");
  }
  ~TableWorkbook() {
    if (book_) workbook_close(book_);
  }
  TableWorkbook(const TableWorkbook&) = delete;
  TableWorkbook& operator=(const TableWorkbook&) = delete;

  void set_day(Date day) {
    constexpr std::int64_t seconds_a_day = 86400;
    lxw_doc_properties properties = {};
    properties.created = std::time_t(day.since_1970() * seconds_a_day);
    workbook_set_properties(book_, &properties);
  }

  void add(const Table& table) {
    const std::string& title = language_ == Language::zh ? table.kind->zh : table.kind->name;
    lxw_worksheet* sheet = workbook_add_worksheet(book_, sheet::name_from(title).c_str());
    if (!sheet) fail_to_make_sheets(title);
    worksheet_freeze_panes(sheet, 1, 0);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string name =
          sheet::text_for_cell(std::string(table.columns[i].name_in(language_)));
      worksheet_write_string(sheet, 0, lxw_col_t(i), name.c_str(), head_);
      worksheet_set_column(sheet, lxw_col_t(i), lxw_col_t(i),
                           std::clamp(double(display_width(name)) + 2, 10.0, 30.0), nullptr);
    }
    lxw_row_t number = 0;
    for (const TableRow& row : table.rows) {
      ++number;
      for (std::size_t i = 0; i < table.columns.size(); ++i)
        add_cell(sheet, number, lxw_col_t(i), table, table.columns[i], row);
    }
  }

  void close() {
    const lxw_error error = workbook_close(book_);
    book_ = nullptr;
    if (error == LXW_ERROR_MEMORY_MALLOC_FAILED) throw std::bad_alloc();
    if (error != LXW_NO_ERROR) fail_to_make_sheets(lxw_strerror(error));
  }

 private:
  lxw_format* new_format() {
    lxw_format* const format = workbook_add_format(book_);
    if (!format) throw std::bad_alloc();
    return format;
  }

  lxw_format* number_format(const char* pattern) {
    lxw_format* format = new_format();
    format_set_num_format(format, pattern);
    return format;
  }

  /// A number of so few digits that spreadsheets keep all of them; days as they count them.
  bool add_typed(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t at, const TableColumn& column,
                 const std::string& value) {
    using Kind = ValueType::Kind;
    const Kind kind = column.type->kind;
    if (kind == Kind::date) {
      const auto day = read_date(value);
      if (day) worksheet_write_number(sheet, row, at, sheet::serial_of(*day), day_);
      return day.has_value();
    }
    const bool is_number = kind == Kind::integer || kind == Kind::count || kind == Kind::amount ||
                           kind == Kind::quantity;
    constexpr std::size_t most_digits = 15;
    double number = 0;
    const char* const end = value.data() + value.size();
    if (!is_number || value.size() > most_digits ||
        std::from_chars(value.data(), end, number).ptr != end)
      return false;
    worksheet_write_number(sheet, row, at, number, kind == Kind::amount ? amount_ : nullptr);
    return true;
  }

  void add_cell(lxw_worksheet* sheet, lxw_row_t number, lxw_col_t at, const Table& table,
                const TableColumn& column, const TableRow& row) {
    const TableCell cell = column.cell(row);
    if (!cell.has_value()) return;
    if (!column.is_list && add_typed(sheet, number, at, column, cell.values[0])) return;
    const std::string text =
        sheet::text_for_cell(masked(cell_for_sheet(table, column, row, language_)));
    worksheet_write_string(sheet, number, at, text.c_str(), nullptr);
  }

  lxw_workbook* book_;
  Language language_;
  lxw_format *head_ = nullptr, *day_ = nullptr, *amount_ = nullptr;
};

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file || bytes.empty()) fail_to_make_sheets(path.native());
  return bytes;
}

}  // namespace

std::string tables_to_xlsx(const std::vector<Table>& tables, Language language, Date day) {
  const PrivateFolder folder;
  const std::filesystem::path path = folder.path() / "book.xlsx";
  {
    std::size_t cells = 0;
    for (const Table& table : tables) cells += (table.rows.size() + 1) * table.columns.size();
    TableWorkbook book(path.native(), cells, language);
    book.set_day(day);
    for (const Table& table : tables) book.add(table);
    book.close();
  }
  return bytes_of(path);
}

}  // namespace lianxi

#else

#include <lianxi/documents/xlsx.hpp>

namespace lianxi LIANXI_EXPORT {

/// The message is that of the reports.
std::string tables_to_xlsx(const std::vector<Table>&, Language, Date day) {
  return to_xlsx(Document{}, day);
}

}  // namespace lianxi
#endif
