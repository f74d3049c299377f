#include <algorithm>
#include <numeric>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/markdown_blocks.hpp>
#include <lianxi/exchange/csv.hpp>
#include <lianxi/exchange/cut_text.hpp>
#include <lianxi/exchange/table_cells.hpp>
#include <lianxi/exchange/table_print.hpp>
#include <lianxi/exchange/text_table.hpp>

namespace lianxi {
namespace {

using Lines = std::vector<std::vector<std::string>>;

Lines headed_lines(const TableView& view, Language language) {
  Lines lines(1);
  for (const Column* column : view.columns) lines[0].emplace_back(column->name_in(language));
  for (const Row& row : view.table.rows) {
    auto& line = lines.emplace_back();
    for (const Column* column : view.columns)
      line.push_back(printable(masked(shown(view.table, *column, row, language, true))));
  }
  return lines;
}

std::vector<int> widths_of(const Lines& lines) {
  std::vector<int> widths(lines[0].size());
  for (const auto& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i)
      widths[i] = std::max(widths[i], display_width(line[i]));
  return widths;
}

/// Takes from the widest until all of them fit; none becomes narrower than a few characters.
void fit(std::vector<int>& widths, int width) {
  constexpr int least = 6, between = 2;
  int all = std::accumulate(widths.begin(), widths.end(), between * (int(widths.size()) - 1));
  while (all > width) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= least) return;
    --*widest;
    --all;
  }
}

bool is_figure(const Column& column) {
  using Kind = ValueType::Kind;
  const Kind kind = column.type->kind;
  return !column.is_list && (kind == Kind::integer || kind == Kind::count || kind == Kind::amount ||
                             kind == Kind::quantity);
}

}  // namespace

std::string table_text(const TableView& view, Language language, std::optional<int> width) {
  Lines lines = headed_lines(view, language);
  std::vector<int> widths = widths_of(lines);
  if (width) fit(widths, *width);
  for (auto& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i) {
      line[i] = cut_to_width(line[i], widths[i]);
      if (!is_figure(*view.columns[i])) continue;
      line[i].insert(0, std::size_t(std::max(0, widths[i] - display_width(line[i]))), ' ');
    }
  return aligned(lines);
}

std::string table_markdown(const TableView& view, Language language) {
  doc::Table table;
  for (const Column* column : view.columns)
    table.columns.push_back({doc::Prose(column->name_in(language)),
                             is_figure(*column) ? doc::Align::right : doc::Align::left});
  for (const Row& row : view.table.rows) {
    auto& cells = table.rows.emplace_back();
    for (const Column* column : view.columns)
      cells.emplace_back(shown(view.table, *column, row, language, true));
  }
  return markdown::block(table, {});
}

std::string table_csv(const TableView& view, Language language, bool byte_order_mark) {
  std::string out = byte_order_mark ? "\xEF\xBB\xBF" : "";
  std::vector<std::string> cells;
  for (const Column* column : view.columns) cells.push_back(csv::text(column->name_in(language)));
  out += csv::line(cells);
  for (const Row& row : view.table.rows) {
    cells.clear();
    for (const Column* column : view.columns)
      cells.push_back(csv::text(cell_for_sheet(view.table, *column, row, language)));
    out += csv::line(cells);
  }
  return out;
}

std::string table_tsv(const TableView& view, Language language) {
  const auto in_line = [](std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return csv::text(text);
  };
  std::string out;
  const auto add = [&](std::size_t i, const std::string& cell) {
    out += in_line(cell) + (i + 1 < view.columns.size() ? "\t" : "\n");
  };
  for (std::size_t i = 0; i < view.columns.size(); ++i)
    add(i, std::string(view.columns[i]->name_in(language)));
  for (const Row& row : view.table.rows)
    for (std::size_t i = 0; i < view.columns.size(); ++i)
      add(i, cell_for_sheet(view.table, *view.columns[i], row, language));
  return out;
}

std::string table_ids(const TableView& view) {
  std::string out;
  for (const Row& row : view.table.rows) out += printable(view.table.record(row)) + "\n";
  return out;
}

std::string columns_help(const Table& table, Language language) {
  Lines lines;
  for (const Column& column : table.columns) {
    std::string doc(column.doc.in(language));
    if (column.origin == Origin::computed)
      doc = (language == Language::zh ? "（计算）" : "(computed) ") + doc;
    lines.push_back({printable(column.name), printable(column.zh), std::move(doc)});
  }
  return aligned(lines);
}

}  // namespace lianxi
