#include <array>
#include <charconv>
#include <fmt/format.h>

#include <lianxi/base/period.hpp>
#include <lianxi/base/words.hpp>

namespace lianxi LIANXI_EXPORT {

SpanOfTime SpanOfTime::containing(Date day, Span span) {
  return {span, day.year(), (day.month() - 1) / int(span) + 1};
}

Date SpanOfTime::first() const {
  return *Date::make(year, unsigned((number - 1) * int(span) + 1), 1);
}

Date SpanOfTime::last() const { return next().first() - 1; }

SpanOfTime SpanOfTime::next() const {
  return number == 12 / int(span) ? SpanOfTime{span, year + 1, 1}
                                  : SpanOfTime{span, year, number + 1};
}

SpanOfTime SpanOfTime::previous() const {
  return number == 1 ? SpanOfTime{span, year - 1, 12 / int(span)}
                     : SpanOfTime{span, year, number - 1};
}

std::string SpanOfTime::name() const {
  switch (span) {
    case Span::month:
      return fmt::format("{:04}-{:02}", year, number);
    case Span::quarter:
      return fmt::format("{:04}-Q{}", year, number);
    case Span::half_year:
      return fmt::format("{:04}-H{}", year, number);
    case Span::year:
      break;
  }
  return fmt::format("{:04}", year);
}

std::optional<SpanOfTime> as_span(const Period& period) {
  if (!period.from || !period.to) return std::nullopt;
  for (const Span span : {Span::month, Span::quarter, Span::half_year, Span::year}) {
    const auto candidate = SpanOfTime::containing(*period.from, span);
    if (candidate.first() == *period.from && candidate.last() == *period.to) return candidate;
  }
  return std::nullopt;
}

namespace {

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t size = 0;
  while (size < text.size() && text[size] >= '0' && text[size] <= '9') ++size;
  if (size < least || size > most) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + size, value);
  text.remove_prefix(size);
  return value;
}

std::optional<Period> whole(Span span, int year, int number) {
  if (number < 1 || number > 12 / int(span) || year < 1900 || year > 2199) return std::nullopt;
  return SpanOfTime{span, year, number}.period();
}

std::optional<Period> one_day(int year, int month, int day) {
  if (year < 1900 || year > 2199) return std::nullopt;
  const auto date = Date::make(year, unsigned(month), unsigned(day));
  if (!date) return std::nullopt;
  return Period{date, date};
}

/// What follows `2017年`.
std::optional<Period> chinese_part(int year, std::string_view rest) {
  if (rest.empty()) return whole(Span::year, year, 1);
  if (rest == "上半年") return whole(Span::half_year, year, 1);
  if (rest == "下半年") return whole(Span::half_year, year, 2);
  std::string_view quarter = rest;
  take(quarter, "第");
  constexpr std::array<std::string_view, 4> numerals = {"一", "二", "三", "四"};
  for (int i = 0; i < 4; ++i) {
    std::string_view after = quarter;
    const char digit[] = {char('1' + i), '\0'};
    if ((take(after, numerals[std::size_t(i)]) || take(after, digit)) && after == "季度")
      return whole(Span::quarter, year, i + 1);
  }
  const auto month = take_number(rest, 1, 2);
  if (!month || !take(rest, "月")) return std::nullopt;
  if (rest.empty()) return whole(Span::month, year, *month);
  const auto day = take_number(rest, 1, 2);
  return day && rest == "日" ? one_day(year, *month, *day) : std::nullopt;
}

/// What follows `2017-`.
std::optional<Period> iso_part(int year, std::string_view rest) {
  for (const auto& [letters, span] :
       {std::pair<std::string_view, Span>{"Hh", Span::half_year}, {"Qq", Span::quarter}}) {
    if (rest.empty() || letters.find(rest[0]) == letters.npos) continue;
    rest.remove_prefix(1);
    const auto number = take_number(rest, 1, 1);
    return number && rest.empty() ? whole(span, year, *number) : std::nullopt;
  }
  const auto month = take_number(rest, 1, 2);
  if (!month) return std::nullopt;
  if (rest.empty()) return whole(Span::month, year, *month);
  if (!take(rest, "-")) return std::nullopt;
  const auto day = take_number(rest, 1, 2);
  return day && rest.empty() ? one_day(year, *month, *day) : std::nullopt;
}

struct RelativeWord {
  std::string_view en, zh;
  Span span;
  bool last;
};

constexpr RelativeWord relative_words[] = {
    {"this-month", "本月", Span::month, false},
    {"last-month", "上月", Span::month, true},
    {"this-quarter", "本季度", Span::quarter, false},
    {"last-quarter", "上季度", Span::quarter, true},
    {"this-year", "今年", Span::year, false},
    {"last-year", "去年", Span::year, true},
};

std::optional<Period> single(std::string_view text, Date as_of) {
  for (const auto& word : relative_words) {
    if (text != word.en && text != word.zh) continue;
    const auto current = SpanOfTime::containing(as_of, word.span);
    return (word.last ? current.previous() : current).period();
  }
  const auto year = take_number(text, 4, 4);
  if (!year) return std::nullopt;
  if (text.empty()) return whole(Span::year, *year, 1);
  if (take(text, "年")) return chinese_part(*year, text);
  return take(text, "-") ? iso_part(*year, text) : std::nullopt;
}

}  // namespace

std::optional<Period> read_period(std::string_view written, Date as_of) {
  const std::string text = ascii_twins(trimmed(written));
  if (text == "all" || text == "全部") return Period{};
  const auto dots = text.find("..");
  if (dots == text.npos) return single(text, as_of);
  const std::string_view start = std::string_view(text).substr(0, dots);
  const std::string_view end = std::string_view(text).substr(dots + 2);
  Period period;
  if (!start.empty()) {
    const auto first = single(start, as_of);
    if (!first) return std::nullopt;
    period.from = first->from;
  }
  if (!end.empty()) {
    const auto last = single(end, as_of);
    if (!last) return std::nullopt;
    period.to = last->to;
  }
  if (period.from && period.to && *period.to < *period.from) return std::nullopt;
  return period;
}

std::string canonical_name(std::string_view written, Date as_of) {
  const std::string text = ascii_twins(trimmed(written));
  const auto name = [&](std::string_view end) {
    const auto period = single(end, as_of);
    return period ? to_text(*period) : std::string();
  };
  const auto dots = text.find("..");
  const std::string_view all = text;
  const std::string found =
      dots == all.npos ? name(all) : name(all.substr(0, dots)) + ".." + name(all.substr(dots + 2));
  return found.empty() || found == ".." ? "all" : found;
}

std::string to_text(const Period& period) {
  if (const auto span = as_span(period)) return span->name();
  if (!period.from && !period.to) return "all";
  if (period.from && period.from == period.to) return iso(*period.from);
  return fmt::format("{}..{}", period.from ? iso(*period.from) : "",
                     period.to ? iso(*period.to) : "");
}

}  // namespace lianxi
