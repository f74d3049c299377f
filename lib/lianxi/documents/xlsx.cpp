#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/documents/office_mark.hpp>
#include <lianxi/documents/xlsx.hpp>

#ifdef LIANXI_XLSX
#include <cmath>
#include <ctime>
#include <fstream>
#include <iterator>
#include <map>
#include <new>
#include <set>
#include <vector>

#include <lianxi/base/program.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/libxlsxwriter.hpp>
#include <lianxi/documents/sheet_cells.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr std::uint8_t a4 = 9;
/// In characters of the sheet's font.
constexpr int narrowest = 7, widest = 46, for_pen = 16, of_text = 96, upright_paper = 92;

[[noreturn]] void fail(std::string_view why) {
  throw Error(say({"no .xlsx could be made: {}", "无法生成 .xlsx 文件：{}"}, why));
}

/// What a cell looks like; each look is made once.
struct Look {
  bool bold = false, head = false, boxed = true;
  lxw_format_alignments align = LXW_ALIGN_LEFT;
  int size = 11;
  std::string number = {};  ///< The format of a number or a day.

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the comparison for a pointer
  friend auto operator<=>(const Look&, const Look&) = default;
};

/// How many cells blocks and sections come to, a line of text being one.
std::size_t cells_of(const std::vector<doc::Block>& blocks,
                     const std::vector<doc::Section>& sections) {
  std::size_t cells = 0;
  for (const doc::Block& block : blocks) {
    const auto* table = std::get_if<doc::Table>(&block);
    const auto* items = std::get_if<doc::Items>(&block);
    cells += table   ? (table->rows.size() + 1) * table->columns.size()
             : items ? items->items.size()
                     : 1;
  }
  for (const doc::Section& section : sections)
    cells += 1 + cells_of(section.blocks, section.sections);
  return cells;
}
std::size_t cells_of(const Document& document) {
  return cells_of(document.preface, document.sections) +
         cells_of(document.closing, document.enclosures) + document.provenance.size();
}

/// Puts a workbook together, sheet by sheet.
class Workbook {
 public:
  Workbook(const std::string& path, const Document& document)
      : book_(new_workbook(path, cells_of(document))),
        chinese_(document.language == Language::zh) {}
  ~Workbook() {
    if (book_) workbook_close(book_);
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  void write(const Document& document, Date day) {
    set_properties(document, day);
    title_ = sheet::text_for_cell(document.title.plain());
    lxw_worksheet* text = add_sheet(in({"Report", "报告"}));
    set_up(text, false);
    worksheet_set_column(text, 0, 0, of_text, nullptr);
    add_text(text, document.title, {.bold = true, .boxed = false, .size = 16});
    write_parts(text, document);
  }

  void close() {
    const lxw_error error = workbook_close(book_);
    book_ = nullptr;
    if (error == LXW_ERROR_MEMORY_MALLOC_FAILED) throw std::bad_alloc();
    if (error != LXW_NO_ERROR) fail(lxw_strerror(error));
  }

 private:
  const char* in(Bilingual both) const { return (chinese_ ? both.zh : both.en).data(); }

  void set_properties(const Document& document, Date day) {
    std::string title = document.title.plain().substr(0, 200);
    lxw_doc_properties properties = {};
    properties.title = title.data();
    constexpr std::int64_t seconds_a_day = 86400;
    properties.created = std::time_t(day.since_1970() * seconds_a_day);
    workbook_set_properties(book_, &properties);
  }

  /// Names differ in more than their case.
  static std::string folded(std::string name) {
    for (char& c : name)
      if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return name;
  }

  lxw_worksheet* add_sheet(std::string_view title) {
    std::string name = sheet::name_from(title);
    if (name.empty()) name = in({"Table", "表"});
    std::string unique = name;
    for (int number = 2; !names_.insert(folded(unique)).second; ++number) {
      const std::string suffix = " (" + std::to_string(number) + ")";
      std::u32string points = code_points_of(name);
      while (sheet::name_from(utf8_of(points) + suffix).size() !=
             utf8_of(points).size() + suffix.size())
        points.pop_back();
      unique = utf8_of(points) + suffix;
    }
    lxw_worksheet* added = workbook_add_worksheet(book_, unique.c_str());
    if (!added) fail(unique);
    return added;
  }

  /// A4, a page wide, its title above and its number below.
  void set_up(lxw_worksheet* sheet, bool wide) const {
    worksheet_set_paper(sheet, a4);
    if (wide) worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.6, 0.6, 0.8, 0.8);
    std::string title = "&C";
    for (const char c : title_.substr(0, title_.size() < 180 ? title_.size() : 0))
      title += c == '&' ? std::string("&&") : std::string(1, c == '\n' ? ' ' : c);
    worksheet_set_header(sheet, title.c_str());
    worksheet_set_footer(sheet, in({"&CPage &P of &N", "&C第 &P 页，共 &N 页"}));
  }

  lxw_format* format_of(const Look& look) {
    lxw_format*& format = formats_[look];
    if (format) return format;
    format = workbook_add_format(book_);
    if (!format) throw std::bad_alloc();
    format_set_font_name(format, in({"Calibri", "宋体"}));
    format_set_font_size(format, look.size);
    format_set_text_wrap(format);
    format_set_align(format, std::uint8_t(look.align));
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (look.bold || look.head) format_set_bold(format);
    if (look.head) format_set_bg_color(format, 0xE8ECEF);
    if (look.boxed) format_set_border(format, LXW_BORDER_THIN);
    if (!look.number.empty()) format_set_num_format(format, look.number.c_str());
    return format;
  }

  /// Not every program makes room for lines that were wrapped.
  static void set_height(lxw_worksheet* sheet, lxw_row_t row, int lines, int size) {
    constexpr double points_a_line = 1.4, most = 400;
    if (lines > 1 || size > 11)
      worksheet_set_row(sheet, row, std::min(most, lines * size * points_a_line), nullptr);
  }

  // ---- the sheet of text ----

  void add_text(lxw_worksheet* sheet, const doc::Prose& prose,
                const Look& look = {.boxed = false}) {
    const std::string text = sheet::text_for_cell(prose.plain());
    set_height(sheet, row_, sheet::lines_of(text, of_text), look.size);
    worksheet_write_string(sheet, row_++, 0, text.c_str(), format_of(look));
  }

  void write_parts(lxw_worksheet* text, const Document& document) {
    add_blocks(text, document.preface, in({"Facts", "概况"}));
    add_sections(text, document.sections, 1, document.language);
    add_blocks(text, document.closing, in({"Closing", "落款"}));
    for (const doc::Section& form : document.enclosures) {
      add_text(text, form.title, {.bold = true, .boxed = false});
      add_blocks(text, form.blocks, form.title.plain());
    }
    for (const doc::Prose& line : document.provenance) add_text(text, line);
  }

  void add_sections(lxw_worksheet* text, const std::vector<doc::Section>& sections, int depth,
                    Language language) {
    int index = 0;
    for (const doc::Section& section : sections) {
      doc::Prose heading(doc::heading_number(language, depth, ++index));
      heading += section.title;
      add_text(text, heading, {.bold = true, .boxed = false});
      add_blocks(text, section.blocks, section.title.plain());
      add_sections(text, section.sections, depth + 1, language);
    }
  }

  void add_blocks(lxw_worksheet* text, const std::vector<doc::Block>& blocks,
                  std::string_view title) {
    for (const doc::Block& block : blocks) {
      if (const auto* paragraph = std::get_if<doc::Paragraph>(&block))
        add_text(text, paragraph->text, {.boxed = false, .align = aligned(paragraph->align)});
      if (const auto* items = std::get_if<doc::Items>(&block)) add_items(text, *items);
      if (const auto* table = std::get_if<doc::Table>(&block)) add_table(*table, title);
    }
  }

  void add_items(lxw_worksheet* text, const doc::Items& items) {
    int number = 0;
    for (const doc::Prose& item : items.items) {
      doc::Prose line(items.numbered ? std::to_string(++number) + ". " : "• ");
      line += item;
      add_text(text, line);
    }
  }

  // ---- the tables ----

  static lxw_format_alignments aligned(doc::Align align) {
    if (align == doc::Align::right) return LXW_ALIGN_RIGHT;
    return align == doc::Align::center ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT;
  }

  void add_table(const doc::Table& table, std::string_view title) {
    lxw_worksheet* sheet = add_sheet(title);
    int width = 0;
    std::vector<int> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const int of_column = width_of(table, i);
      widths.push_back(of_column);
      worksheet_set_column(sheet, lxw_col_t(i), lxw_col_t(i), of_column, nullptr);
      width += of_column;
      const std::string name = sheet::text_for_cell(table.columns[i].title.plain());
      worksheet_write_string(sheet, 0, lxw_col_t(i), name.c_str(),
                             format_of({.head = true, .align = aligned(table.columns[i].align)}));
    }
    set_up(sheet, width > upright_paper);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    lxw_row_t row = 0;
    for (const auto& cells : table.rows) {
      ++row;
      int lines = 1;
      for (std::size_t i = 0; i < cells.size(); ++i)
        lines = std::max(lines, sheet::lines_of(cells[i].plain(), widths[i]));
      set_height(sheet, row, lines, Look{}.size);
      for (std::size_t i = 0; i < cells.size(); ++i)
        write_cell(sheet, row, lxw_col_t(i), cells[i], table.columns[i]);
    }
  }

  static int width_of(const doc::Table& table, std::size_t column) {
    if (table.columns[column].for_pen) return for_pen;
    int width = std::max(narrowest, display_width(table.columns[column].title.plain()) / 2 + 2);
    for (const auto& row : table.rows) {
      const std::string text = row[column].plain();
      for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        width = std::max(width, display_width(std::string_view(text).substr(from, end - from)) + 2);
        from = end + 1;
      }
    }
    return std::min(width, widest);
  }

  static bool is_bold(const doc::Prose& prose) {
    for (const doc::Run& run : prose.runs())
      if (!run.strong) return false;
    return !prose.empty();
  }

  static std::string format_for(const sheet::Number& number) {
    const std::string plain = number.shown == sheet::Shown::percent  ? "0.0%"
                              : number.shown == sheet::Shown::amount ? "#,##0.00"
                                                                     : "#,##0";
    return number.has_plus ? "+" + plain + ";-" + plain + ";" + plain : plain;
  }

  void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const doc::Prose& prose,
                  const doc::Column& of) {
    const std::string text = prose.plain();
    Look look{.bold = is_bold(prose), .align = aligned(of.align)};
    if (const auto day = sheet::day_in(text)) {
      look.number = in({"yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\""});
      worksheet_write_number(sheet, row, column, sheet::serial_of(*day), format_of(look));
    } else if (const auto number =
                   of.align == doc::Align::right ? sheet::number_in(text) : std::nullopt) {
      look.number = format_for(*number);
      const double value = double(number->value) / std::pow(10.0, number->places);
      worksheet_write_number(sheet, row, column, value, format_of(look));
    } else {
      worksheet_write_string(sheet, row, column, sheet::text_for_cell(text).c_str(),
                             format_of(look));
    }
  }

  lxw_workbook* book_;
  bool chinese_;
  std::string title_;
  std::set<std::string> names_;
  std::map<Look, lxw_format*> formats_;
  lxw_row_t row_ = 0;
};

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file || bytes.empty()) fail(path.native());
  return bytes;
}

}  // namespace

std::string to_xlsx(const Document& document, Date day) {
  const PrivateFolder folder;
  const std::filesystem::path path = folder.path() / "report.xlsx";
  {
    Workbook book(path.native(), document);
    book.write(document, day);
    book.close();
  }
  return with_office_mark(read(path), document.mark);
}

}  // namespace lianxi

#else

namespace lianxi LIANXI_EXPORT {

std::string to_xlsx(const Document&, Date) {
  throw Error(
      say({"there is no .xlsx in this build: it was made without libxlsxwriter "
           "(Debian, Ubuntu: apt install libxlsxwriter-dev, then build it again)",
           "本程序编译时没有 libxlsxwriter，不能生成 .xlsx 文件（Debian、Ubuntu："
           "apt install libxlsxwriter-dev 后重新编译）"}));
}

}  // namespace lianxi
#endif
