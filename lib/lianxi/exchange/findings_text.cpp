#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <vector>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/places.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/shortened.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/findings_text.hpp>
#include <lianxi/exchange/severity_colors.hpp>
#include <lianxi/exchange/text_table.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

std::string colored(std::string_view text, std::string_view code, const TextStyle& style) {
  return style.color ? in_color(text, code) : std::string(text);
}

/// How many bytes of the line belong to the value or key that begins it.
std::size_t extent(std::string_view rest, bool in_flow) {
  if (rest.empty()) return 0;
  if (rest[0] == '"' || rest[0] == '\'') {
    const auto close = rest.find(rest[0], 1);
    return close == rest.npos ? rest.size() : close + 1;
  }
  auto end = std::min({rest.find(" #"), rest.find(": "), rest.size()});
  if (rest.ends_with(':')) end = std::min(end, rest.size() - 1);
  if (in_flow) end = std::min(end, rest.find_first_of(",]}"));
  while (end > 0 && rest[end - 1] == ' ') --end;
  return end;
}

struct Quoted {
  std::string line;
  int indent = 0, carets = 1;
};

/// The line a place lies in, cut to a window around the place where it is long, without
/// the personal numbers in it.
Quoted quote(const Sources& sources, Place at) {
  constexpr std::size_t longest_before = 60, longest_marked = 100;  // code points
  const Excerpt excerpt = sources.line_around(at);
  const auto line = masked_line_around(sources, at);
  const auto codes = code_points_of(line);
  const std::string_view all_before = std::string_view(line).substr(0, excerpt.before);
  const std::string_view rest = std::string_view(line).substr(excerpt.before);
  const std::size_t column = std::min(code_points_of(all_before).size(), codes.size());
  const bool in_flow = all_before.find_first_of("[{") != all_before.npos;
  const std::size_t start = column > longest_before ? column - longest_before : 0;
  const auto window = std::u32string_view(codes).substr(start, longest_before + longest_marked);
  const std::string before =
      printable(utf8_of(std::u32string_view(codes).substr(start, column - start)));
  const auto marked = code_points_of(rest.substr(0, extent(rest, in_flow))).size();
  const auto shown = std::u32string_view(codes).substr(column, std::min(marked, longest_marked));
  return {printable(utf8_of(window)), display_width(before),
          std::max(1, display_width(printable(utf8_of(shown))))};
}

std::string quoted_line(const Sources& sources, Place at, std::string_view color,
                        const TextStyle& style) {
  const auto position = sources.position(at);
  const Quoted quoted = quote(sources, at);
  return fmt::format("{:>5} | {}\n      | {:{}}{}\n", position.line, quoted.line, "", quoted.indent,
                     colored(std::string(std::size_t(quoted.carets), '^'), color, style));
}

Bilingual plural(int number) { return number == 1 ? Bilingual{"", ""} : Bilingual{"s", ""}; }

bool is_whole_file(const Sources& sources, Place at) {
  return sources.empty() || sources[sources.file_of(at)].bytes.empty();
}

}  // namespace

std::string to_text(const Book& book, const Finding& finding, const TextStyle& style) {
  const Sources& sources = book.sources();
  const PlacesFrom places{sources, style.folder};
  const Language language = style.language;
  const auto color = color_of(finding.severity);
  std::string out = fmt::format("{}: {}: {} [{}]\n",
                                colored(file_line_and_column(places, finding.at), "1", style),
                                colored(severity_name(finding.severity).in(language), color, style),
                                printable(masked(finding.message.in(language))), finding.rule);
  if (!is_whole_file(sources, finding.at)) out += quoted_line(sources, finding.at, color, style);
  const auto remark = [&](Bilingual label, std::string_view text) {
    out += fmt::format("      = {}: {}\n", label.in(language),
                       printable(masked(shortened(std::string(text), language))));
  };
  for (const Related& related : finding.related)
    remark({"see", "参见"}, fmt::format("{}: {}", file_line_and_column(places, related.at),
                                        related.message.in(language)));
  if (!finding.hint.empty()) remark({"help", "办法"}, finding.hint.in(language));
  if (!finding.record.empty()) remark({"record", "记录"}, finding.record);
  if (!finding.waived.empty()) remark({"waived", "已豁免"}, finding.waived);
  return out;
}

bool is_shown(const Finding& finding, const TextStyle& style) {
  return style.all || (finding.waived.empty() && finding.severity > Severity::info);
}

std::string folded(const Verdict& verdict, const TextStyle& style) {
  std::map<std::string_view, int> infos, waived;
  for (const Finding& finding : verdict.findings)
    if (!is_shown(finding, style)) ++(finding.waived.empty() ? infos : waived)[finding.rule];
  std::string out;
  for (const auto& [rule, number] : infos)
    out += say({"{} info{} [{}]\n", "{} 条提示{} [{}]\n"}, number, plural(number), rule)
               .in(style.language);
  for (const auto& [rule, number] : waived)
    out += say({"{} waived [{}]\n", "{} 项已豁免 [{}]\n"}, number, rule).in(style.language);
  if (out.empty()) return out;
  return out + std::string(
                   Bilingual{"(--all shows them)\n", "（--all 可全部列出）\n"}.in(style.language));
}

std::string sums_by_rule(const Verdict& verdict, Language language) {
  constexpr std::size_t most_uncounted = 20;
  if (verdict.findings.size() <= most_uncounted) return {};
  std::map<std::string_view, std::pair<int, Severity>> sums;
  for (const Finding& finding : verdict.findings) {
    auto& [number, severity] = sums[finding.rule];
    ++number;
    severity = finding.severity;
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& [rule, sum] : sums)
    rows.push_back({fmt::format("{:>6}", sum.first),
                    std::string(severity_name(sum.second).in(language)), std::string(rule)});
  std::ranges::stable_sort(rows, std::greater{}, [](const auto& row) { return row[0]; });
  return "\n" + std::string(Bilingual{"By rule:", "按规则："}.in(language)) + "\n" +
         aligned(rows, 0);
}

void findings_text(const Book& book, const Verdict& verdict, const TextStyle& style,
                   const TextOutput& out) {
  GatheredText gathered(out);
  for (const Finding& finding : verdict.findings) {
    if (is_shown(finding, style)) gathered.text() += to_text(book, finding, style);
    gathered.hand_on_if_large();
  }
  gathered.text() += folded(verdict, style) + sums_by_rule(verdict, style.language);
  gathered.hand_on();
}

std::string summary(const Verdict& verdict, Language language) {
  const auto part = [&](int count, Bilingual one, std::string_view many) {
    return language == Language::zh ? fmt::format("{} {}", count, one.zh)
                                    : fmt::format("{} {}", count, count == 1 ? one.en : many);
  };
  std::vector<std::string> parts;
  if (verdict.errors > 0) parts.push_back(part(verdict.errors, {"error", "个错误"}, "errors"));
  if (verdict.warnings > 0)
    parts.push_back(part(verdict.warnings, {"warning", "个警告"}, "warnings"));
  if (verdict.infos > 0) parts.push_back(part(verdict.infos, {"info", "条提示"}, "infos"));
  if (verdict.waived > 0) parts.push_back(part(verdict.waived, {"waived", "项已豁免"}, "waived"));
  if (parts.empty()) return std::string(Bilingual{"nothing found", "未发现问题"}.in(language));
  return fmt::format("{}", fmt::join(parts, language == Language::zh ? "，" : ", "));
}

}  // namespace lianxi
