#include <fmt/format.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/reports/report.hpp>
#include <lianxi/reports/report_case.hpp>
#include <lianxi/reports/report_mark.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/words/papers.hpp>

namespace lianxi LIANXI_EXPORT {

namespace reports {
#define REPORT(name) extern const ReportKind name;
#include <lianxi/reports/reports.def>
#undef REPORT
}  // namespace reports

namespace {

constexpr const ReportKind* kinds[] = {
#define REPORT(name) &reports::name,
#include <lianxi/reports/reports.def>
#undef REPORT
};

std::optional<Span> span_of(Covers covers) {
  switch (covers) {
    case Covers::nothing:
    case Covers::any:
      break;
    case Covers::quarter:
      return Span::quarter;
    case Covers::year:
    case Covers::years:
      return Span::year;
  }
  return std::nullopt;
}

constexpr Bilingual subject_words[] = {
    {"", ""},         {"MEETING", "会议"},     {"UNIT", "单位"},
    {"FUND", "基金"}, {"COMMITTEE", "专委会"}, {"RESOLUTION", "决议"}};
constexpr Bilingual period_words[] = {{"", ""},
                                      {"[PERIOD]", "[期间]"},
                                      {"[QUARTER]", "[季度]"},
                                      {"[YEAR]", "[年度]"},
                                      {"[YEAR]", "[年度]"}};

template <class Records>
std::vector<std::string> ids_of(const Records& records) {
  std::vector<std::string> ids;
  for (const auto& record : records)
    if (record.id) ids.emplace_back(*record.id);
  return ids;
}

/// Also those that were cancelled: there is a notice of that.
std::vector<std::string> ids_of_meetings(const Book& book) {
  std::vector<std::string> ids;
  for (const Meeting& meeting : book.meetings)
    if (meeting.id && meeting.date) ids.emplace_back(*meeting.id);
  return ids;
}

std::vector<std::string> ids_of_resolutions(const Book& book) {
  std::vector<std::string> ids;
  for (const Meeting& meeting : book.meetings)
    for (const Resolution& resolution : meeting.resolutions)
      if (meeting.id && meeting.date && resolution.id)
        ids.push_back(fmt::format("{}/{}", *meeting.id, *resolution.id));
  return ids;
}

}  // namespace

/// Where it came from, and in Chinese who answers for it.
static void add_frame(const ReportKind& kind, const ReportCase& c, Document& document) {
  auto overview = sections::overview(c);
  document.preface.insert(document.preface.begin(), overview.begin(), overview.end());
  if (!kind.places_own_words)
    for (doc::Section& section : sections::own_words(c))
      document.sections.push_back(std::move(section));
  document.provenance = sections::provenance(c);
  if (auto signature = sections::signed_by(c)) document.closing.push_back(std::move(*signature));
  if (c.wording.language() == Language::zh && !kind.signs_itself)
    document.closing.push_back(papers::signature(c, c.as_of));
}

Document make_report(const ReportKind& kind, const ReportRequest& request) {
  ReportRequest asked = request;
  if (kind.is_letter()) asked.as_of = kind.day(request);
  ReportCase c(asked);
  c.summary = summary_for(kind, request);
  Document document = kind.build(c);
  document.language = request.language;
  if (kind.is_letter())
    document.provenance = sections::what_is_missing(c);
  else
    add_frame(kind, c, document);
  document.day = asked.as_of;
  document.mark = to_text(mark_of(kind, asked));
  return document;
}

std::span<const ReportKind* const> all_reports() { return kinds; }

const ReportKind* find_report(std::string_view name) {
  for (const ReportKind* kind : kinds)
    if (name == kind->name || name == kind->title.en || name == kind->title.zh) return kind;
  return nullptr;
}

Message arguments_of(const ReportKind& kind) {
  const Bilingual subject = subject_words[std::size_t(kind.subject)];
  const Bilingual period = period_words[std::size_t(kind.covers)];
  const std::string_view gap = subject.en.empty() || period.en.empty() ? "" : " ";
  return say({"{}{}{}", "{}{}{}"}, subject, gap, period);
}

std::vector<std::string> subjects_of(const ReportKind& kind, const Book& book) {
  switch (kind.subject) {
    case Subject::none:
      break;
    case Subject::meeting:
      return ids_of_meetings(book);
    case Subject::unit: {
      const auto ids = ids_of_units(book);
      return {ids.begin(), ids.end()};
    }
    case Subject::fund:
      return ids_of(book.funds);
    case Subject::committee:
      return ids_of(book.committees);
    case Subject::resolution:
      return ids_of_resolutions(book);
  }
  return {};
}

Period default_period(const ReportKind& kind, Date as_of) {
  const auto span = span_of(kind.covers);
  if (!span || kind.covers == Covers::years) return {};
  const auto current = SpanOfTime::containing(as_of, *span);
  return (current.last() <= as_of ? current : current.previous()).period();
}

bool suits(const ReportKind& kind, const Period& period) {
  const auto wanted = span_of(kind.covers);
  if (!wanted || (kind.covers == Covers::years && period == Period{})) return true;
  const auto span = as_span(period);
  return span && span->span == *wanted;
}

Language report_language(const Book& book) {
  const Alliance* alliance = book.alliance();
  const bool english = alliance && alliance->lang.value_or(BookLanguage::zh) == BookLanguage::en;
  return english ? Language::en : Language::zh;
}

}  // namespace lianxi
