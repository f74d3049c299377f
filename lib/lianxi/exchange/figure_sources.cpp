#include <fmt/format.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/places.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/csv.hpp>
#include <lianxi/exchange/figure_sources.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/exchange/plain_figure.hpp>
#include <lianxi/exchange/text_table.hpp>
#include <lianxi/version.hpp>

namespace lianxi LIANXI_EXPORT {

using json::Json;

namespace {

bool is_rate(const ExplainedFigure& figure) { return figure.value.kind == FigureValue::Kind::rate; }

/// What a record adds, or what that is a part of, as a value of the figure's own kind.
FigureValue part_of(const ExplainedFigure& figure, const FigureSource& source,
                    std::int64_t hundredths) {
  FigureValue part = figure.value;
  part.hundredths = hundredths;
  part.qualifier = source.qualifier;
  part.is_null = false;
  if (is_rate(figure)) part.kind = FigureValue::Kind::number;
  return part;
}

/// Printed with its sign before it, whatever it is.
template <class Print>
std::string with_sign(std::int64_t hundredths, Print print) {
  return hundredths < 0 ? "-" + print(-hundredths) : print(hundredths);
}

/// 14/16 of a rate, -210.00 or 400余 of everything else.
std::string shown(const ExplainedFigure& figure, const FigureSource& source, Language language) {
  const auto print = [&](std::int64_t hundredths) {
    return to_text(part_of(figure, source, hundredths), language);
  };
  const std::string value = with_sign(source.hundredths, print);
  return is_rate(figure) ? value + "/" + print(source.whole) : value;
}

Json value_json(const ExplainedFigure& figure, const FigureSource& source) {
  if (!is_rate(figure)) return json::of(part_of(figure, source, source.hundredths));
  return {{"part", source.hundredths / 100}, {"whole", source.whole / 100}};
}

Json record_json(const ExplainedFigure& figure, const FigureSource& source) {
  const Sources& sources = figure.book.sources();
  const auto position = sources.position(source.at);
  return {{"record", source.record},
          {"value", value_json(figure, source)},
          {"file", readable_path(sources[position.file].path)},
          {"line", position.line},
          {"column", position.column}};
}

}  // namespace

std::optional<ExplainedFigure> explain_figure(const Book& book, Date as_of, const Period& period,
                                              std::string_view path) {
  const Figures figures = figures_of(book, as_of, period);
  const auto value = find_figure(figures, path);
  if (!value) return std::nullopt;
  return ExplainedFigure{book,           path,   figures.label,
                         figures.period, *value, sources_of(book, as_of, period, path)};
}

std::string explained_text(const ExplainedFigure& figure, Language language) {
  const Sources& sources = figure.book.sources();
  const auto& [from, to] = figure.period;
  const Message days = from ? say({"from {} to {}", "{} 至 {}"}, iso(*from), iso(to))
                            : say({"up to {}", "截至 {}"}, iso(to));
  std::string out = say({"{} = {} ({})\n", "{} = {}（{}）\n"}, printable(figure.path),
                        to_text(figure.value, language), days)
                        .in(language);
  std::vector<std::vector<std::string>> rows;
  int widest = 0;
  for (const FigureSource& source : figure.sources)
    widest = std::max(widest, display_width(shown(figure, source, language)));
  for (const FigureSource& source : figure.sources) {
    std::string value = shown(figure, source, language);
    value.insert(0, std::size_t(widest - display_width(value)), ' ');
    rows.push_back({std::move(value), source.record, file_and_line(sources, source.at)});
  }
  if (rows.empty())
    return out + say({"  no record goes into it\n", "  没有记录计入此数\n"}).in(language);
  return masked_lines(out + aligned(rows, 2));
}

std::string explained_json(const ExplainedFigure& figure, const RecordFaults& faults) {
  Json json;
  json["version"] = version;
  json["book"] = figure.book.name();
  json["figure"] = figure.path;
  json["label"] = figure.label;
  json::add(json, faults);
  json["period"] = {{"from", json::of(figure.period.from)}, {"to", iso(figure.period.to)}};
  json["value"] = json::of(figure.value);
  json["records"] = Json::array();
  for (const FigureSource& source : figure.sources)
    json["records"].push_back(record_json(figure, source));
  return json::dump_masked(json);
}

std::string explained_csv(const ExplainedFigure& figure, Language language) {
  const Sources& sources = figure.book.sources();
  const bool is_count = figure.value.kind == FigureValue::Kind::count;
  std::string out = csv::heading({{"record", "记录"},
                                  {"value", "数值"},
                                  {"qualifier", "约数"},
                                  {"whole", "总数"},
                                  {"file", "文件"},
                                  {"line", "行"}},
                                 language);
  for (const FigureSource& source : figure.sources) {
    const auto position = sources.position(source.at);
    const auto print = [&](std::int64_t hundredths) {
      return plain(part_of(figure, source, hundredths));
    };
    out += csv::line({csv::text(source.record), with_sign(source.hundredths, print),
                      is_count ? qualifier_in(source.qualifier, language) : "",
                      is_rate(figure) ? print(source.whole) : "",
                      csv::text(readable_path(sources[position.file].path)),
                      std::to_string(position.line)});
  }
  return out;
}

}  // namespace lianxi
