#ifdef LIANXI_OFFICE_SHEETS
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

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

/// `xl/workbook.xml`: the sheets, and how days are counted.
struct Workbook : XmlListener {
  struct Sheet {
    std::string name, relation;
  };
  std::vector<Sheet> sheets;
  bool from_1904 = false;

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "sheet")
      sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"])});
    if (name == "workbookPr")
      from_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}
};

/// Where the parts lie that a part refers to.
struct Relations : XmlListener {
  std::map<std::string, std::string, std::less<>> targets;

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "Relationship")
      targets[std::string(attributes["Id"])] = std::string(attributes["Target"]);
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}
};

/// The texts of `t` elements, joined; how a text is read aloud (`rPh`) is none of it.
class RichText {
 public:
  void open(std::string_view name) {
    if (name == "rPh") is_phonetic_ = true;
    is_open_ = name == "t" && !is_phonetic_;
  }
  void close(std::string_view name) {
    if (name == "rPh") is_phonetic_ = false;
    is_open_ = false;
  }
  void text(std::string_view text) {
    if (is_open_) text_ += text;
  }
  std::string take() {
    std::string text;
    std::swap(text, text_);
    return text;
  }

 private:
  std::string text_;
  bool is_open_ = false, is_phonetic_ = false;
};

struct SharedTexts : XmlListener {
  std::vector<std::string> texts;
  RichText rich;

  void open(std::string_view name, const XmlAttributes&) override { rich.open(name); }
  void close(std::string_view name) override {
    rich.close(name);
    if (name == "si") texts.push_back(rich.take());
  }
  void text(std::string_view text) override { rich.text(text); }
};

/// What each style of cells shows of a number.
struct CellStyles : XmlListener {
  std::map<std::size_t, NumberShape> own;
  std::vector<NumberShape> shapes;
  bool is_in_cells = false;

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "numFmt")
      own[attributes.number("numFmtId", 0)] = shape_of(attributes["formatCode"]);
    if (name == "cellXfs") is_in_cells = true;
    if (name != "xf" || !is_in_cells) return;
    const std::size_t format = attributes.number("numFmtId", 0);
    const auto found = own.find(format);
    shapes.push_back(found == own.end() ? shape_of_builtin(int(format)) : found->second);
  }
  void close(std::string_view name) override {
    if (name == "cellXfs") is_in_cells = false;
  }
  void text(std::string_view) override {}
};

struct CellPlace {
  std::size_t row = 0, column = 0;
};

/// `B12`, counted from 0.
std::optional<CellPlace> place_of(std::string_view reference) {
  CellPlace place;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && at < 4; ++at)
    place.column = place.column * 26 + std::size_t(reference[at] - 'A' + 1);
  const char* end = reference.data() + reference.size();
  const auto [rest, error] = std::from_chars(reference.data() + at, end, place.row);
  if (error != std::errc{} || rest != end || place.row == 0 || place.column == 0)
    return std::nullopt;
  --place.row, --place.column;
  return place;
}

/// Excel writes control characters as `_x000D_`.
std::string unescaped(std::string text) {
  for (auto at = text.find("_x"); at != text.npos; at = text.find("_x", at + 1)) {
    if (at + 7 > text.size() || text[at + 6] != '_') continue;
    unsigned code = 0;
    const auto [end, error] = std::from_chars(text.data() + at + 2, text.data() + at + 6, code, 16);
    if (error != std::errc{} || end != text.data() + at + 6 || code >= 0x80) continue;
    text.replace(at, 7, code == '\r' || code == 0 ? "" : std::string(1, char(code)));
  }
  return text;
}

struct WorkbookParts {
  bool from_1904 = false;
  SharedTexts shared;
  CellStyles styles;
};

/// One sheet's cells.
class SheetCells : public XmlListener {
 public:
  explicit SheetCells(const WorkbookParts& parts) : parts_(parts) {}

  Grid take(std::string name) { return builder_.take(std::move(name)); }

  void open(std::string_view name, const XmlAttributes& attributes) override {
    rich_.open(name);
    is_value_ = name == "v";
    if (name == "row") open_row(attributes);
    if (name == "c") open_cell(attributes);
    if (name == "f") is_formula_ = true;
    if (name == "mergeCell") merge(attributes["ref"]);
  }

  void close(std::string_view name) override {
    rich_.close(name);
    is_value_ = false;
    if (name == "c") builder_.put(row_, column_++, cell());
  }

  void text(std::string_view text) override {
    rich_.text(text);
    if (is_value_) value_ += text;
  }

 private:
  void open_row(const XmlAttributes& attributes) {
    const std::size_t next = is_first_row_ ? 1 : row_ + 2;
    const std::size_t number = attributes.number("r", next);
    if (number < next)
      throw Error(say({"the rows of the sheet are in no order", "工作表的行次序错乱"}));
    row_ = number - 1;
    column_ = 0;
    is_first_row_ = false;
  }

  void open_cell(const XmlAttributes& attributes) {
    const auto written = attributes["r"];
    const auto place = place_of(written);
    if (!place && !written.empty())
      throw Error(
          say({"the file is damaged: there is no cell “{}”", "文件已损坏：没有“{}”这个单元格"},
              written));
    if (place) column_ = place->column;
    type_ = attributes["t"];
    style_ = attributes.number("s", 0);
    value_.clear();
    rich_.take();
    is_formula_ = false;
  }

  void merge(std::string_view range) {
    const auto colon = range.find(':');
    if (colon == range.npos) return;
    const auto first = place_of(range.substr(0, colon)), last = place_of(range.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return;
    builder_.merge(first->row, first->column, last->row - first->row + 1,
                   last->column - first->column + 1);
  }

  static Cell text_cell(std::string text) {
    text = unescaped(std::move(text));
    std::erase(text, '\r');
    const bool is_empty = trimmed(text).empty();
    return {is_empty ? Cell::Kind::empty : Cell::Kind::text, std::move(text)};
  }

  Cell cell() {
    if (is_formula_) return {Cell::Kind::formula, ""};
    if (type_ == "inlineStr") return text_cell(rich_.take());
    if (value_.empty()) return {};
    if (type_ == "s") return shared_text();
    if (type_ == "str") return text_cell(value_);
    if (type_ == "e") return {Cell::Kind::error, value_};
    if (type_ == "b") return {Cell::Kind::text, value_ == "1" ? "true" : "false"};
    if (type_ == "d") return {Cell::Kind::date, value_};
    return number_cell();
  }

  Cell shared_text() const {
    std::size_t at = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), at);
    if (error != std::errc{} || at >= parts_.shared.texts.size())
      return {Cell::Kind::error, value_};
    return text_cell(parts_.shared.texts[at]);
  }

  Cell number_cell() const {
    double value = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), value);
    if (error != std::errc{} || end != value_.data() + value_.size() || !std::isfinite(value))
      return {Cell::Kind::error, value_};
    constexpr double exact_below = 1e15;
    if (value >= exact_below || value <= -exact_below) return {Cell::Kind::cut, ""};
    const auto& shapes = parts_.styles.shapes;
    const NumberShape shape = style_ < shapes.size() ? shapes[style_] : NumberShape{};
    const bool is_number =
        shape.kind == NumberShape::Kind::number || shape.kind == NumberShape::Kind::percent;
    return {is_number ? Cell::Kind::number : Cell::Kind::date,
            shaped_text(value, shape, parts_.from_1904)};
  }

  const WorkbookParts& parts_;
  GridBuilder builder_;
  RichText rich_;
  std::size_t row_ = 0, column_ = 0, style_ = 0;
  std::string type_, value_;
  bool is_first_row_ = true, is_value_ = false, is_formula_ = false;
};

void read_part(const OfficeArchive& archive, const std::string& name, XmlListener& listener) {
  if (const auto bytes = archive.part(name)) read_xml(*bytes, listener);
}

/// `/xl/worksheets/sheet1.xml` or, from xl/, `worksheets/sheet1.xml`.
std::string part_of(const std::string& target) {
  return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

const Workbook::Sheet& chosen(const Workbook& workbook, std::string_view wanted) {
  const auto& sheets = workbook.sheets;
  if (wanted.empty() && !sheets.empty()) return sheets.front();
  std::vector<std::string> names;
  for (const auto& sheet : sheets) {
    names.push_back(sheet.name);
    if (sheet.name == wanted || std::to_string(names.size()) == wanted) return sheet;
  }
  refuse_sheet(wanted, names);
}

}  // namespace

Grid xlsx_sheet(const OfficeArchive& archive, std::string_view wanted) {
  Workbook workbook;
  read_part(archive, "xl/workbook.xml", workbook);
  const Workbook::Sheet& sheet = chosen(workbook, wanted);
  Relations relations;
  read_part(archive, "xl/_rels/workbook.xml.rels", relations);
  WorkbookParts parts;
  parts.from_1904 = workbook.from_1904;
  read_part(archive, "xl/sharedStrings.xml", parts.shared);
  read_part(archive, "xl/styles.xml", parts.styles);
  const auto bytes = archive.part(part_of(relations.targets[sheet.relation]));
  if (!bytes)
    throw Error(say({"the file does not hold its sheet “{}”", "文件中缺少工作表“{}”的内容"},
                    printable(sheet.name)));
  SheetCells cells(parts);
  read_xml(*bytes, cells);
  Grid grid = cells.take(sheet.name);
  for (const auto& other : workbook.sheets)
    if (&other != &sheet) grid.others.push_back(other.name);
  return grid;
}

}  // namespace lianxi
#endif
