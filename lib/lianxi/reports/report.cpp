#include <lianxi/reports/report.hpp>

namespace lianxi {
namespace {

constexpr const ReportKind* kinds[] = {
#define REPORT(name) &reports::name,
#include <lianxi/reports/reports.def>
#undef REPORT
};

std::optional<Span> span_of(Covers covers) {
  switch (covers) {
    case Covers::any:
      break;
    case Covers::quarter:
      return Span::quarter;
    case Covers::year:
      return Span::year;
  }
  return std::nullopt;
}

}  // namespace

std::span<const ReportKind* const> all_reports() { return kinds; }

const ReportKind* find_report(std::string_view name) {
  for (const ReportKind* kind : kinds)
    if (kind->name == name) return kind;
  return nullptr;
}

Period default_period(const ReportKind& kind, Date as_of) {
  const auto span = span_of(kind.covers);
  if (!span) return {};
  const auto current = SpanOfTime::containing(as_of, *span);
  return (current.last() <= as_of ? current : current.previous()).period();
}

bool suits(const ReportKind& kind, const Period& period) {
  const auto wanted = span_of(kind.covers);
  if (!wanted) return true;
  const auto span = as_span(period);
  return span && span->span == *wanted;
}

Language report_language(const Book& book) {
  const Alliance* alliance = book.alliance();
  const bool english = alliance && alliance->lang.value_or(BookLanguage::zh) == BookLanguage::en;
  return english ? Language::en : Language::zh;
}

}  // namespace lianxi
