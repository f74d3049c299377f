#include <fmt/format.h>
#include <sstream>
#include <vector>

#include <lianxi/base/date.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/reports/report_mark.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr std::string_view audience_words[] = {"public", "members", "office"};

std::vector<std::string> words_in(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::optional<Audience> audience_of(std::string_view word) {
  for (std::size_t i = 0; i < std::size(audience_words); ++i)
    if (audience_words[i] == word) return Audience(i);
  return std::nullopt;
}

/// One `WORD VALUE` behind what was made; false where it says nothing that is known.
bool take(ReportMark& mark, std::string_view word, const std::string& value) {
  if (word == "as-of") {
    const auto day = read_period(value, {});
    if (!day || !day->from || day->from != day->to) return false;
    mark.as_of = *day->from;
    return true;
  }
  if (word == "lang") {
    mark.language = value == "zh" ? Language::zh : Language::en;
    return value == "zh" || value == "en";
  }
  if (word == "audience") {
    const auto audience = audience_of(value);
    if (audience) mark.audience = *audience;
    return audience.has_value();
  }
  mark.charts = value != "none";
  return word == "charts";
}

/// What stands between the kind and the day: the subject, the period or both.
bool take_arguments(ReportMark& mark, const std::vector<std::string>& arguments) {
  const ReportKind* kind = find_report(mark.kind);
  std::size_t taken = 0;
  if (kind && kind->subject != Subject::none && taken < arguments.size())
    mark.subject = arguments[taken++];
  if ((!kind || kind->covers != Covers::nothing) && taken < arguments.size()) {
    const auto period = read_period(arguments[taken++], {});
    if (!period) return false;
    mark.period = *period;
  }
  return taken == arguments.size();
}

}  // namespace

std::string_view word_of(Audience audience) { return audience_words[std::size_t(audience)]; }

std::string to_text(const ReportMark& mark) {
  const ReportKind* kind = find_report(mark.kind);
  std::string text = "report " + mark.kind;
  if (!mark.subject.empty()) text += " " + masked(mark.subject);
  if (!kind || kind->covers != Covers::nothing) text += " " + to_text(mark.period);
  text += fmt::format(" as-of {} lang {} audience {}", iso(mark.as_of),
                      mark.language == Language::zh ? "zh" : "en", word_of(mark.audience));
  return mark.charts ? text : text + " charts none";
}

std::optional<ReportMark> read_report_mark(std::string_view text) {
  const auto words = words_in(text);
  std::size_t at = 2;
  std::vector<std::string> arguments;
  while (at < words.size() && words[at] != "as-of") arguments.push_back(words[at++]);
  if (at >= words.size() || words[0] != "report") return std::nullopt;
  ReportMark mark;
  mark.kind = words[1];
  if ((mark.kind != "all" && !find_report(mark.kind)) || !take_arguments(mark, arguments))
    return std::nullopt;
  for (; at + 1 < words.size(); at += 2)
    if (!take(mark, words[at], words[at + 1])) return std::nullopt;
  return mark;
}

ReportMark mark_of(const ReportKind& kind, const ReportRequest& request) {
  return {std::string(kind.name), std::string(request.subject),
          request.period,         request.as_of,
          request.language,       request.audience};
}

}  // namespace lianxi
