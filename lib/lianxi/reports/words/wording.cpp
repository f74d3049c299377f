#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/chinese_numerals.hpp>
#include <lianxi/base/percent.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/followup/status_words.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/reports/words/wording.hpp>

namespace lianxi {
namespace {

std::string chinese_name(const SpanOfTime& span) {
  switch (span.span) {
    case Span::month:
      return fmt::format("{}年{}月", span.year, span.number);
    case Span::quarter:
      return fmt::format("{}年第{}季度", span.year, chinese_number(span.number));
    case Span::half_year:
      return fmt::format("{}年{}半年", span.year, span.number == 1 ? "上" : "下");
    case Span::year:
      break;
  }
  return fmt::format("{}年", span.year);
}

}  // namespace

std::string Wording::operator()(ResolutionStatus status) const { return (*this)(name_of(status)); }

std::string Wording::operator()(ReportStatus status) const { return (*this)(name_of(status)); }

std::string Wording::operator()(Presence presence) const { return (*this)(name_of(presence)); }

std::string Wording::date(Date day) const {
  if (language_ != Language::zh) return iso(day);
  return fmt::format("{}年{}月{}日", day.year(), day.month(), day.day());
}

std::string Wording::period(const Period& period) const {
  const auto span = as_span(period);
  if (language_ != Language::zh) return to_text(period);
  if (span) return chinese_name(*span);
  if (!period.from && !period.to) return "成立以来";
  return fmt::format("{}至{}", period.from ? date(*period.from) : "成立",
                     period.to ? date(*period.to) : "今");
}

std::string Wording::days(const Scope& scope) const {
  if (!scope.from) return (*this)(say({"to {}", "至{}"}, Message{iso(scope.to), date(scope.to)}));
  return (*this)(say({"{} to {}", "{}至{}"}, date(*scope.from), date(scope.to)));
}

std::string Wording::named(std::string_view id_or_name) const {
  if (id_or_name.empty()) return std::string(dash);
  if (const Unit* known = book_.unit_named(id_or_name)) return unit(*known);
  if (const Committee* committee = book_.committee(id_or_name))
    return masked(committee->name.value_or(id_or_name));
  return masked(id_or_name);
}

std::string Wording::unit(const Unit& unit) const {
  return masked(book_.short_name_on(unit, day_));
}

std::string Wording::full_name(const Unit& known) const {
  return known.name ? masked(book_.name_on(known, day_)) : unit(known);
}

std::string Wording::head(const Unit& unit) const {
  const std::string_view head = book_.head_on(unit, day_);
  return head.empty() ? std::string(dash) : masked(head);
}

std::string Wording::kind(const Meeting& meeting) const {
  if (!meeting.kind) return std::string(dash);
  return *meeting.kind == MeetingKind::regular ? (*this)(Bilingual{"regular meeting", "例会"})
                                               : (*this)(Bilingual{"special meeting", "临时会议"});
}

std::string Wording::meeting(const Meeting& meeting) const {
  if (meeting.title) return masked(*meeting.title);
  if (!meeting.date) return masked(meeting.id.value_or("?"));
  const std::string what = meeting.kind ? kind(meeting) : (*this)(Bilingual{"meeting", "会议"});
  return (*this)(say({"{} of {}", "{1}{0}"}, what, date(*meeting.date)));
}

/// What a sentence may end with, in either script.
static bool ends_sentence(std::string_view text) {
  constexpr std::string_view ends[] = {"。", "！", "？",  "；",  "…",   ".",  "!",
                                       "?",  ";",  "。”", "！”", "？”", "：", ":"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

std::string Wording::clause(std::string_view text) const {
  for (const std::string_view stop : {"。", ".", "；", ";"})
    if (text.size() > stop.size() && text.ends_with(stop)) {
      text.remove_suffix(stop.size());
      break;
    }
  return masked(text);
}

std::string Wording::quoted(std::string_view text) const {
  return (*this)(say({"“{}”", "“{}”"}, clause(text)));
}

std::string Wording::ended(std::string_view text) const {
  const std::string shown = masked(text);
  return ends_sentence(shown) ? shown : shown + (*this)(Bilingual{".", "。"});
}

std::string Wording::alliance() const {
  const auto name = book_.name();
  return name.empty() ? (*this)(Bilingual{"The alliance", "联盟"}) : masked(name);
}

std::string Wording::currency() const {
  if (has_capitals()) return (*this)(Bilingual{"yuan", "元"});
  return std::string(book_.alliance()->currency.value_or(""));
}

std::string Wording::money(Amount amount) const {
  const bool glued = language_ == Language::zh && has_capitals();
  return to_text(amount) + (glued ? "" : " ") + currency();
}

bool Wording::has_capitals() const {
  const Alliance* alliance = book_.alliance();
  return !alliance || alliance->currency.value_or("CNY") == "CNY";
}

std::string Wording::rate(const std::optional<std::int64_t>& tenths) const {
  return tenths ? percent(*tenths) : std::string(dash);
}

std::string Wording::spaced(std::string_view word) {
  std::string text(word);
  std::ranges::replace(text, '_', ' ');
  return text;
}

}  // namespace lianxi
