#include <fmt/format.h>

#include <lianxi/records/meetings.hpp>
#include <lianxi/reports/report_case.hpp>

namespace lianxi {

/// A paper about a meeting uses the names of the meeting's day, all else those of the period's end.
static Date day_of_names(const ReportRequest& request) {
  const Meeting* meeting = request.book.meeting(request.subject);
  return meeting && meeting->date ? *meeting->date : Scope(request.period, request.as_of).to;
}

ReportCase::ReportCase(const ReportRequest& request)
    : book(request.book),
      as_of(request.as_of),
      period(request.period),
      scope(request.period, request.as_of),
      subject(request.subject),
      audience(request.audience),
      wording(request.book, request.language, day_of_names(request)),
      current(compliance_of(book, as_of, period)),
      ledger(compliance_of(book, as_of, {std::nullopt, period.to})),
      figures(figures_of(current)) {}

static Bilingual name_of_span(const Period& period, bool next) {
  if (period == Period{}) return {"so far", "成立以来"};
  const auto span = as_span(period);
  if (!span) return next ? Bilingual{"then", "下期"} : Bilingual{"this period", "本期"};
  switch (span->span) {
    case Span::month:
      return next ? Bilingual{"next month", "下月"} : Bilingual{"this month", "本月"};
    case Span::quarter:
      return next ? Bilingual{"next quarter", "下季度"} : Bilingual{"this quarter", "本季度"};
    case Span::half_year:
      return next ? Bilingual{"next half-year", "下个半年"} : Bilingual{"this half-year", "本半年"};
    case Span::year:
      break;
  }
  return next ? Bilingual{"next year", "下年度"} : Bilingual{"this year", "本年度"};
}

std::string ReportCase::this_period() const { return wording(name_of_span(period, false)); }
std::string ReportCase::next_period() const { return wording(name_of_span(period, true)); }

std::string ReportCase::days() const {
  if (!is_ahead()) return wording.days(scope);
  if (period.to) return wording.days(Scope(period.from, *period.to));
  return wording(say({"from {}", "{}以后"}, wording.date(*period.from)));
}

std::string ReportCase::alliance_and_period() const {
  return wording.alliance() + (period == Period{} ? "" : wording.period(period));
}
std::string ReportCase::comma_and_period() const {
  return period == Period{} ? "" : ", " + wording.period(period);
}

std::optional<Period> ReportCase::following() const {
  const auto span = as_span(period);
  return span ? std::optional(span->next().period()) : std::nullopt;
}

std::vector<doc::Section> joined(std::vector<doc::Section> first, std::vector<doc::Section> second,
                                 std::vector<doc::Section> third) {
  for (auto* more : {&second, &third})
    for (doc::Section& section : *more) first.push_back(std::move(section));
  return first;
}

std::vector<doc::Section> present(std::vector<std::optional<doc::Section>> sections) {
  std::vector<doc::Section> those;
  for (auto& section : sections)
    if (section) those.push_back(std::move(*section));
  return those;
}

}  // namespace lianxi
