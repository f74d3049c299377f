#include <algorithm>
#include <map>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/markdown_blocks.hpp>
#include <lianxi/exchange/csv.hpp>
#include <lianxi/exchange/cut_text.hpp>
#include <lianxi/exchange/fitted_table.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/exchange/plain_figure.hpp>
#include <lianxi/exchange/rollup_fields.hpp>
#include <lianxi/exchange/rollup_print.hpp>
#include <lianxi/version.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr Bilingual of_all{"total", "合计"};
constexpr std::string_view mark_of_unread = " *";

// ---- for people ------------------------------------------------------------------------

std::string shown_figure(const FigureValue& value, Language language) {
  return value.is_null ? "—" : to_text(value, language);
}

/// The names of the books; with the path behind it where several have one name.
std::vector<std::string> names_shown(const Rollup& rollup) {
  std::map<std::string_view, int> numbers;
  for (const RollupLine& line : rollup.lines) ++numbers[line.book];
  std::vector<std::string> names;
  for (const RollupLine& line : rollup.lines) {
    std::string& name = names.emplace_back(line.book.empty() ? line.path : line.book);
    if (!line.book.empty() && numbers[line.book] > 1) name += " (" + line.path + ")";
    if (line.unread > 0) name += mark_of_unread;
  }
  return names;
}

std::vector<std::string> cells_for(std::string name, const RollupFigures& figures,
                                   Language language) {
  std::vector<std::string> cells{std::move(name)};
  for (const RollupField& field : rollup_fields())
    if (field.is_shown) cells.push_back(shown_figure(field.value(figures), language));
  return cells;
}

std::vector<std::string> rollup_headings(Language language) {
  std::vector<std::string> cells{std::string(Bilingual{"book", "账本"}.in(language))};
  for (const RollupField& field : rollup_fields())
    if (field.is_shown) cells.emplace_back(field.label.in(language));
  return cells;
}

/// Headings, a line a book, the totals.
std::vector<std::vector<std::string>> rollup_cells(const Rollup& rollup, Language language) {
  std::vector<std::vector<std::string>> lines{rollup_headings(language)};
  auto names = names_shown(rollup);
  for (std::size_t i = 0; i < names.size(); ++i)
    lines.push_back(cells_for(std::move(names[i]), rollup.lines[i].figures, language));
  lines.push_back(cells_for(std::string(of_all.in(language)), rollup.totals, language));
  return lines;
}

/// Cuts names so that the table fits, as far as they can be cut and still be told apart.
void cut_names(std::vector<std::vector<std::string>>& lines, int width) {
  constexpr int least = 12, between = 2;
  int figures = 0;
  for (std::size_t i = 1; i < lines[0].size(); ++i) {
    int widest = 0;
    for (const auto& line : lines) widest = std::max(widest, display_width(line[i]));
    figures += widest + between;
  }
  for (auto& line : lines)
    line[0] = cut_to_width(printable(masked(line[0])), std::max(least, width - figures));
}

/// What has to be known of the totals: nothing where all of all books was read.
std::vector<std::string> remarks_on(const Rollup& rollup, Language language) {
  std::vector<std::string> out;
  const auto add = [&](const Message& message) { out.emplace_back(message.in(language)); };
  if (!rollup.broken.empty())
    add(say({"{} of {} books could not be read and count nowhere.",
             "有 {} 本（共 {} 本）账本无法读取，未计入。"},
            rollup.broken.size(), rollup.broken.size() + rollup.lines.size()));
  if (rollup.unread > 0)
    add(say({"* The figures may be incomplete: {} record{} could not be read.",
             "* 数据可能不完整：有 {} 处记录无法读取{}。"},
            rollup.unread, rollup.unread == 1 ? Bilingual{"", ""} : Bilingual{"s", ""}));
  return out;
}

// ---- for programs ----------------------------------------------------------------------

std::vector<std::string> csv_cells(std::vector<std::string> cells, const RollupFigures& figures,
                                   Language language) {
  for (const RollupField& field : rollup_fields()) {
    const FigureValue value = field.value(figures);
    cells.push_back(plain(value));
    if (value.kind == FigureValue::Kind::count)
      cells.push_back(value.is_null ? "" : qualifier_in(value.qualifier, language));
  }
  return cells;
}

void add_figures(json::Json& json, const RollupFigures& figures) {
  for (const RollupField& field : rollup_fields()) json[field.key] = json::of(field.value(figures));
}

json::Json json_of_line(const RollupLine& line) {
  json::Json json = {{"path", line.path},
                     {"book", line.book},
                     {"record_errors", line.record_errors},
                     {"unread", line.unread}};
  add_figures(json, line.figures);
  return json;
}

json::Json json_of_broken(const BrokenBook& broken) {
  return {{"path", broken.path}, {"error", broken.error.message().en}};
}

}  // namespace

std::string rollup_text(const Rollup& rollup, Language language, std::optional<int> width) {
  FittedTable table{rollup_cells(rollup, language), {false}, {}};
  table.to_the_right.resize(table.lines[0].size(), true);
  if (width) cut_names(table.lines, *width);
  std::string out = fitted(std::move(table), {});
  const auto remarks = remarks_on(rollup, language);
  if (!remarks.empty()) out += "\n";
  for (const std::string& remark : remarks) out += remark + "\n";
  return out;
}

std::string rollup_markdown(const Rollup& rollup, Language language) {
  auto lines = rollup_cells(rollup, language);
  doc::Table table;
  for (const std::string& heading : lines[0])
    table.columns.push_back(
        {doc::Prose(heading), table.columns.empty() ? doc::Align::left : doc::Align::right});
  for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
    auto& cells = table.rows.emplace_back();
    for (const std::string& cell : *line)
      cells.push_back(line + 1 == lines.end() ? doc::Prose::strong(cell) : doc::Prose(cell));
  }
  std::string out = markdown::block(table, {});
  for (const std::string& remark : remarks_on(rollup, language))
    out += "\n" + markdown::block(doc::Paragraph{doc::Prose(remark)}, {});
  return out;
}

std::string rollup_csv(const Rollup& rollup, Language language) {
  std::vector<Bilingual> headings{
      {"path", "路径"}, {"book", "账本"}, {"record_errors", "记录错误"}, {"unread", "无法读取"}};
  for (const RollupField& field : rollup_fields()) {
    headings.push_back({field.key, field.label.zh});
    if (field.value({}).kind == FigureValue::Kind::count)
      headings.push_back({"served_qualifier", "约数"});
  }
  std::string out = csv::heading(headings, language);
  for (const RollupLine& line : rollup.lines)
    out += csv::line(csv_cells({csv::text(line.path), csv::text(line.book),
                                std::to_string(line.record_errors), std::to_string(line.unread)},
                               line.figures, language));
  out += csv::line(csv_cells({"", std::string(of_all.in(language)),
                              std::to_string(rollup.record_errors), std::to_string(rollup.unread)},
                             rollup.totals, language));
  return out;
}

std::string rollup_json(const Rollup& rollup) {
  json::Json json;
  json["version"] = version;
  json["format"] = 1;
  json["as_of"] = iso(rollup.as_of);
  json["label"] = rollup.label;
  json["record_errors"] = rollup.record_errors;
  json["unread"] = rollup.unread;
  json["period"] = {{"from", json::of(rollup.scope.from)}, {"to", iso(rollup.scope.to)}};
  json["books"] = json::Json::array();
  for (const RollupLine& line : rollup.lines) json["books"].push_back(json_of_line(line));
  json["broken"] = json::Json::array();
  for (const BrokenBook& one : rollup.broken) json["broken"].push_back(json_of_broken(one));
  json["totals"] = {{"books", rollup.lines.size()}};
  add_figures(json["totals"], rollup.totals);
  return json::dump_masked(json);
}

}  // namespace lianxi
