#ifdef LIANXI_OFFICE_SHEETS
#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/sheets/cell_text.hpp>
#include <lianxi/sheets/limits.hpp>
#include <lianxi/sheets/office_archive.hpp>
#include <lianxi/sheets/office_sheets.hpp>
#include <lianxi/sheets/xml_events.hpp>

namespace lianxi {
namespace {

/// `PT14H05M00S` as `14:05`; seconds only where there are any.
std::string time_of_duration(std::string_view duration) {
  unsigned hours = 0, minutes = 0, seconds = 0, value = 0;
  for (const char c : duration) {
    if (c >= '0' && c <= '9') value = value * 10 + unsigned(c - '0');
    if (c == 'H') hours = value;
    if (c == 'M') minutes = value;
    if (c == 'S' || c == '.' || c == ',') seconds = value;
    if (c < '0' || c > '9') value = 0;
    if (value > 1'000'000 || c == '.' || c == ',') break;
  }
  const auto text = fmt::format("{:02}:{:02}", hours, minutes);
  return seconds == 0 ? text : fmt::format("{}:{:02}", text, seconds);
}

/// `2017-09-20T14:05:00` as `2017-09-20 14:05`.
std::string day_and_time(std::string_view written) {
  const auto t = written.find('T');
  if (t == written.npos) return std::string(written);
  auto time = written.substr(t + 1, 8);
  if (time.ends_with(":00") && time.size() == 8) time.remove_suffix(3);
  return fmt::format("{} {}", written.substr(0, t), time);
}

/// How many places a number is shown with; -1 where it is not shown as digits alone.
int places_shown(std::string_view shown) {
  const auto point = shown.rfind('.');
  if (point == shown.npos) return -1;
  const auto end = shown.find_first_not_of("0123456789", point + 1);
  return int((end == shown.npos ? shown.size() : end) - point - 1);
}

/// What is told of a cell before it is closed.
struct OdsCell {
  std::string type, value, formula;
  std::string text;
  std::size_t paragraphs = 0;
  std::size_t repeated = 1, rows = 1, columns = 1;
  bool is_covered = false;
};

Cell number_of(const OdsCell& cell) {
  double value = 0;
  const char* end = cell.value.data() + cell.value.size();
  const auto [rest, error] = std::from_chars(cell.value.data(), end, value);
  if (error != std::errc{} || rest != end || !std::isfinite(value))
    return {Cell::Kind::error, cell.value};
  const bool is_percent = cell.type == "percentage";
  const NumberShape shape{is_percent ? NumberShape::Kind::percent : NumberShape::Kind::number,
                          places_shown(cell.text)};
  return {Cell::Kind::number, shaped_text(value, shape, false)};
}

Cell value_of(OdsCell& cell) {
  // How LibreOffice keeps a truth value that came from elsewhere.
  const bool is_truth = cell.formula.ends_with("=TRUE()") || cell.formula.ends_with("=FALSE()");
  if (cell.type == "boolean" || is_truth) {
    const bool is_true = cell.value == "true" || cell.value == "1";
    return {Cell::Kind::text, is_true ? "true" : "false"};
  }
  if (!cell.formula.empty()) return {Cell::Kind::formula, ""};
  if (cell.type == "float" || cell.type == "percentage" || cell.type == "currency")
    return number_of(cell);
  if (cell.type == "date") return {Cell::Kind::date, day_and_time(cell.value)};
  if (cell.type == "time") return {Cell::Kind::date, time_of_duration(cell.value)};
  if (trimmed(cell.text).empty()) return {};
  return {Cell::Kind::text, std::move(cell.text)};
}

std::size_t within(std::size_t number, std::size_t most) { return number > most ? most : number; }

/// `content.xml`: all sheets lie in it; only the wanted one is kept.
class OdsContent : public XmlListener {
 public:
  explicit OdsContent(std::string_view wanted) : wanted_(wanted) {}

  Grid take() {
    if (!is_found_) refuse_sheet(wanted_, names_);
    Grid grid = builder_.take(chosen_);
    for (const std::string& name : names_)
      if (name != chosen_) grid.others.push_back(name);
    return grid;
  }

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "table") open_table(attributes["name"]);
    if (!is_inside_) return;
    if (name == "annotation") ++hidden_;
    if (name == "table-row") open_row(attributes);
    if (name == "table-cell" || name == "covered-table-cell")
      open_cell(attributes, name != "table-cell");
    if (is_in_cell_ && hidden_ == 0) open_text(name, attributes);
  }

  void close(std::string_view name) override {
    if (name == "table" && tables_ > 0 && --tables_ == 0) is_inside_ = false;
    if (!is_inside_) return;
    if (name == "annotation") --hidden_;
    if (name == "table-cell" || name == "covered-table-cell") close_cell();
    if (name == "table-row") close_row();
    if (name == "p") is_in_paragraph_ = false;
  }

  void text(std::string_view text) override {
    if (is_in_paragraph_ && hidden_ == 0) cell_.text += text;
  }

 private:
  void open_table(std::string_view name) {
    if (++tables_ > 1) return;  // one inside a cell
    names_.emplace_back(name);
    const bool is_wanted =
        wanted_.empty() || name == wanted_ || std::to_string(names_.size()) == wanted_;
    is_inside_ = is_wanted && !is_found_;
    if (is_inside_) chosen_ = name;
    is_found_ |= is_inside_;
  }

  void open_row(const XmlAttributes& attributes) {
    row_cells_.clear();
    column_ = 0;
    row_repeated_ = attributes.number("number-rows-repeated", 1);
  }

  void open_cell(const XmlAttributes& attributes, bool is_covered) {
    cell_ = {};
    cell_.is_covered = is_covered;
    cell_.type = attributes["value-type"];
    for (const auto* name : {"value", "date-value", "time-value", "boolean-value"})
      if (const auto value = attributes[name]; !value.empty()) cell_.value = value;
    cell_.formula = attributes["formula"];
    cell_.repeated = attributes.number("number-columns-repeated", 1);
    cell_.rows = attributes.number("number-rows-spanned", 1);
    cell_.columns = attributes.number("number-columns-spanned", 1);
    is_in_cell_ = true;
  }

  void open_text(std::string_view name, const XmlAttributes& attributes) {
    if (name == "p") {
      if (cell_.paragraphs++ > 0) cell_.text += '\n';
      is_in_paragraph_ = true;
    } else if (name == "s") {
      cell_.text.append(within(attributes.number("c", 1), 1000), ' ');
    } else if (name == "tab") {
      cell_.text += '\t';
    } else if (name == "line-break") {
      cell_.text += '\n';
    }
  }

  void close_cell() {
    if (cell_.is_covered) cell_.text.clear(), cell_.type.clear(), cell_.formula.clear();
    const Cell value = value_of(cell_);
    const bool is_empty = value.kind == Cell::Kind::empty;
    builder_merge();
    if (!is_empty && cell_.repeated > most_columns) throw too_many_columns();
    for (std::size_t i = 0; !is_empty && i < cell_.repeated; ++i)
      row_cells_.emplace_back(column_ + i, value);
    column_ += within(cell_.repeated, most_columns + 1);
    is_in_cell_ = false;
  }

  void builder_merge() {
    builder_.merge(row_, column_, within(cell_.rows, most_rows),
                   within(cell_.columns, most_columns));
  }

  void close_row() {
    if (!row_cells_.empty())
      for (std::size_t i = 0; i < row_repeated_; ++i)
        for (const auto& [column, cell] : row_cells_) builder_.put(row_ + i, column, cell);
    row_ += within(row_repeated_, most_rows + 1);
  }

  std::string_view wanted_;
  std::vector<std::string> names_;
  std::string chosen_;
  GridBuilder builder_;
  OdsCell cell_;
  std::vector<std::pair<std::size_t, Cell>> row_cells_;
  std::size_t row_ = 0, column_ = 0, row_repeated_ = 1, tables_ = 0, hidden_ = 0;
  bool is_found_ = false, is_inside_ = false, is_in_cell_ = false, is_in_paragraph_ = false;
};

}  // namespace

Grid ods_sheet(const OfficeArchive& archive, std::string_view wanted) {
  const auto bytes = archive.part("content.xml");
  if (!bytes) throw Error(say({"the file has no content", "文件没有内容"}));
  OdsContent content(wanted);
  read_xml(*bytes, content);
  return content.take();
}

}  // namespace lianxi
#endif
