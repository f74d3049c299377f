#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/words.hpp>
#include <lianxi/documents/html_table.hpp>
#include <lianxi/documents/html_text.hpp>
#include <lianxi/documents/markdown_blocks.hpp>

namespace lianxi::html {
namespace {

// ---- widths -----------------------------------------------------------------------

/// The widest line of a text, as it stands in a cell.
int width_of(const doc::Prose& prose) {
  const std::string text = prose.plain();
  int widest = 0;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    widest = std::max(widest, display_width(std::string_view(text).substr(from, end - from)));
    from = end + 1;
  }
  return widest;
}

/// Widths are in half-width characters. A column of dates, figures or states is not broken; a
/// name's or a text's may be. A table of very many columns keeps only ids and words whole.
constexpr int widest_unbroken = 14, widest_of_many = 10;
constexpr std::size_t many_columns = 9;
/// As `min-width` in the style says, and the padding of a cell.
constexpr int narrowest_text = 9, padding = 3;
/// What fits between the margins of A4 that stands upright, and on a page beside its contents.
constexpr int upright_paper = 103, natural = 64;
/// So many rows stay together in print.
constexpr std::size_t rows_kept_whole = 10;
constexpr std::size_t most_headlines = 5;

int width_of(const doc::Table& table, std::size_t column) {
  int widest = 0;
  for (const std::vector<doc::Prose>& row : table.rows)
    if (column < row.size()) widest = std::max(widest, width_of(row[column]));
  return widest;
}

bool is_short(const doc::Table& table, std::size_t column) {
  const bool many = table.columns.size() > many_columns;
  return width_of(table, column) <= (many ? widest_of_many : widest_unbroken);
}

/// The least room that a table needs to be read with ease. Heads may take two lines.
int needed_width(const doc::Table& table) {
  int needed = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const int head = (width_of(table.columns[i].title) + 1) / 2;
    needed += padding + std::max(head, is_short(table, i) ? width_of(table, i) : narrowest_text);
  }
  return needed;
}

/// The room that it takes where nothing is broken.
int natural_width(const doc::Table& table) {
  int width = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    width += padding + std::max(width_of(table.columns[i].title), width_of(table, i));
  return width;
}

/// Whether a row is to be read rather than compared: there figures do not stand below each other.
bool has_texts(const doc::Table& table) {
  constexpr int text = 30;
  for (std::size_t i = 1; i < table.columns.size(); ++i)
    if (width_of(table, i) > text && !table.columns[i].for_pen) return true;
  return false;
}

// ---- classes ----------------------------------------------------------------------

void add_class(std::string& names, std::string_view name) {
  if (!names.empty()) names += ' ';
  names += name;
}

/// The classes of each column's cells.
std::vector<std::string> classes_of(const doc::Table& table) {
  std::vector<std::string> classes;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::string names;
    if (table.columns[i].align == doc::Align::right) add_class(names, "figure");
    if (table.columns[i].align == doc::Align::center) add_class(names, "middle");
    if (table.columns[i].for_pen) add_class(names, "pen");
    if (is_short(table, i)) add_class(names, "short");
    classes.push_back(names);
  }
  return classes;
}

bool is_nought(const std::string& text) { return text == "0" || text == "0.00" || text == "—"; }

std::string_view word_of(doc::Tone tone) {
  constexpr std::string_view words[] = {"", "late", "behind", "soon", "done"};
  return words[std::size_t(tone)];
}

doc::Tone tone_of(const doc::Prose& prose) {
  return prose.runs().size() == 1 ? prose.runs().front().tone : doc::Tone::none;
}

/// Puts the cells that cmark made into tags of our own, in their order. Tags are all that begins
/// with `<`: texts have it escaped.
class Cells {
 public:
  Cells(const doc::Table& table, std::string_view made)
      : table_(table), made_(made), classes_(classes_of(table)) {
    for (const doc::Column& column : table.columns) titles_.push_back(label(column.title));
  }

  std::string take() {
    while (!made_.empty()) {
      if (is_tag("<th>") || is_tag("<th "))
        head_cell();
      else if (is_tag("<td>") || is_tag("<td "))
        body_cell();
      else
        copy_up_to_next_tag();
    }
    return std::move(out_);
  }

 private:
  static std::string label(const doc::Prose& title) {
    return escaped(doc::one_line(title.plain()));
  }

  bool is_tag(std::string_view tag) const { return made_.starts_with(tag); }

  void copy_up_to_next_tag() {
    const std::size_t next = std::min(made_.find('<', 1), made_.size());
    out_ += made_.substr(0, next);
    made_.remove_prefix(next);
  }

  /// What stands in the cell that begins here.
  std::string_view inside(std::string_view end) {
    const std::size_t start = made_.find('>') + 1, stop = made_.find(end);
    const std::string_view text = made_.substr(start, stop - start);
    made_.remove_prefix(stop + end.size());
    return text;
  }

  void head_cell() {
    const std::string& names = classes_[column_++ % classes_.size()];
    out_ += "<th scope=\"col\"";
    if (!names.empty()) out_ += fmt::format(" class=\"{}\"", names);
    out_ += ">";
    out_ += inside("</th>");
    out_ += "</th>";
  }

  void body_cell() {
    const std::size_t cell = cell_++, column = cell % classes_.size();
    const doc::Prose& prose = table_.rows[cell / classes_.size()][column];
    std::string names = classes_[column];
    if (is_nought(prose.plain())) add_class(names, "nought");
    const bool heads_row = column == 0 && classes_.size() > 1 && !prose.empty();
    out_ += heads_row ? "<th scope=\"row\"" : "<td";
    if (!names.empty()) out_ += fmt::format(" class=\"{}\"", names);
    if (!heads_row && !titles_[column].empty())
      out_ += fmt::format(" data-label=\"{}\"", titles_[column]);
    out_ += ">";
    add_text(inside("</td>"), tone_of(prose));
    out_ += heads_row ? "</th>" : "</td>";
  }

  void add_text(std::string_view text, doc::Tone tone) {
    if (tone == doc::Tone::none)
      out_ += text;
    else
      out_ += fmt::format("<span class=\"chip {}\">{}</span>", word_of(tone), text);
  }

  const doc::Table& table_;
  std::string_view made_;
  std::vector<std::string> classes_, titles_;
  std::size_t column_ = 0, cell_ = 0;
  std::string out_;
};

// ---- headline figures ------------------------------------------------------------

/// The first figures that are more than nothing, in large.
std::string headlines(const doc::Table& table) {
  if (!table.headline) return "";
  std::string out;
  std::size_t shown = 0;
  for (const auto& row : table.rows) {
    const std::string value = row[*table.headline].plain();
    if (is_nought(value) || value.empty() || shown == most_headlines) continue;
    ++shown;
    const std::string unit = row.size() > 1 ? row[1].plain() : "";
    out += fmt::format("<div><dt>{}</dt><dd>{}{}</dd></div>\n", inlines(row[0]),
                       inlines(row[*table.headline]),
                       unit.empty() ? "" : " <small>" + inlines(row[1]) + "</small>");
  }
  return out.empty() ? "" : "<dl class=\"headlines\">\n" + out + "</dl>\n";
}

}  // namespace

bool is_wide(const doc::Table& table) { return needed_width(table) > upright_paper; }

std::string table(const doc::Table& table, std::string_view title) {
  std::string made = from_markdown(markdown::block(table, {.charts = false}));
  std::string cells = Cells(table, made).take();
  const std::string caption = fmt::format("<table>\n<caption>{}</caption>", title);
  if (cells.starts_with("<table>") && !title.empty()) cells.replace(0, 7, caption);
  std::string names = "table";
  if (is_wide(table)) add_class(names, "wide");
  if (natural_width(table) > natural) add_class(names, "full");
  if (natural_width(table) > natural && has_texts(table)) add_class(names, "cards");
  if (table.rows.size() <= rows_kept_whole) add_class(names, "whole");
  return fmt::format(
      "{}<div class=\"{}\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">\n{}</div>\n",
      headlines(table), names, title, cells);
}

}  // namespace lianxi::html
