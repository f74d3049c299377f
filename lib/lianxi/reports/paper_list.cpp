#include <algorithm>
#include <fmt/format.h>
#include <set>

#include <lianxi/base/privacy.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/reports/paper_list.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/table.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Collects papers, each with a name of its own.
class Papers {
 public:
  explicit Papers(const ReportRequest& request) : request_(request) {}

  void add(const ReportKind& kind, std::string_view subject, const Period& period) {
    Paper paper{&kind, std::string(subject), period, {}};
    if (kind.is_wanted && !kind.is_wanted(request_for(paper, request_))) return;
    paper.name = name_for(paper);
    papers_.push_back(std::move(paper));
  }

  std::vector<Paper> take() { return std::move(papers_); }

 private:
  std::string name_for(const Paper& paper) {
    std::string name(paper.kind->name);
    if (!paper.subject.empty()) name += "-" + masked(paper.subject);
    if (paper.kind->covers != Covers::nothing) name += "-" + to_text(paper.period);
    std::ranges::replace(name, '/', '-');
    std::ranges::replace(name, '*', 'x');  // which no file is called by everywhere
    std::string unique = name;
    for (int number = 2; !names_.insert(unique).second; ++number)
      unique = fmt::format("{}-{}", name, number);
    return unique;
  }

  const ReportRequest& request_;
  std::vector<Paper> papers_;
  std::set<std::string> names_;
};

/// The days of which the papers are: from the founding on where the period has no beginning.
Scope days_of(const ReportRequest& request) {
  Scope scope(request.period, request.as_of);
  if (!scope.from) scope.from = request.book.founded().value_or(scope.to);
  return scope;
}

/// The whole spans of that length that have begun by the end, inside a period with a beginning;
/// of one without all from the founding on.
std::vector<Period> spans_in(const ReportRequest& request, Span span) {
  const Scope days = days_of(request);
  std::vector<Period> spans;
  for (auto each = SpanOfTime::containing(*days.from, span); each.first() <= days.to;
       each = each.next()) {
    const bool begins_inside = !request.period.from || *request.period.from <= each.first();
    const bool ends_inside = !request.period.to || each.last() <= *request.period.to;
    if (begins_inside && ends_inside) spans.push_back(each.period());
  }
  return spans;
}

/// The periods of which a paper of the kind is made.
std::vector<Period> periods_of(const ReportKind& kind, const ReportRequest& request) {
  switch (kind.covers) {
    case Covers::nothing:
      break;
    case Covers::any:
      return {request.period};
    case Covers::quarter:
      return spans_in(request, Span::quarter);
    case Covers::year:
    case Covers::years:
      return spans_in(request, Span::year);
  }
  return {Period{}};
}

/// A meeting lies in the period on its own day, with all that was resolved there.
bool is_of_period(const ReportKind& kind, const ReportRequest& request, std::string_view subject) {
  if (kind.subject != Subject::meeting && kind.subject != Subject::resolution) return true;
  const Meeting* meeting = request.book.meeting(subject.substr(0, subject.find('/')));
  return meeting && meeting->date && request.period.contains(*meeting->date);
}

}  // namespace

ReportRequest request_for(const Paper& paper, const ReportRequest& request) {
  ReportRequest asked = request;
  asked.period = paper.period;
  asked.subject = paper.subject;
  return asked;
}

std::vector<Paper> papers_of(const ReportRequest& request) {
  Papers papers(request);
  for (const ReportKind* kind : all_reports())
    for (const Period& period : periods_of(*kind, request)) {
      if (kind->subject == Subject::none) papers.add(*kind, {}, period);
      for (const std::string& subject : subjects_of(*kind, request.book))
        if (is_of_period(*kind, request, subject)) papers.add(*kind, subject, period);
    }
  return papers.take();
}

std::vector<Paper> papers_for_each_unit(const ReportKind& kind, const ReportRequest& request) {
  Papers papers(request);
  for (const std::string& unit : subjects_of(kind, request.book))
    papers.add(kind, unit, request.period);
  return papers.take();
}

/// What a paper is about, where its title does not say it: letters to units, and matters.
static std::string about(const ReportCase& c, const Paper& paper) {
  if (paper.kind->subject == Subject::unit && paper.kind->covers == Covers::nothing)
    return c.wording.named(paper.subject);
  if (paper.kind->subject != Subject::resolution) return {};
  const auto found = c.book.resolution(paper.subject);
  return found.part && found.part->text ? std::string(*found.part->text) : std::string();
}

static doc::Prose title_in_list(const ReportCase& c, const Paper& paper, doc::Prose title) {
  if (const std::string subject = about(c, paper); !subject.empty())
    title += c.wording(say({" ({})", "（{}）"}, doc::one_line(subject)));
  return title;
}

Document paper_list(const ReportRequest& request, std::span<const Paper> papers,
                    std::span<const std::string_view> endings) {
  const ReportCase c(request);
  doc::Table table{{titled(c.wording, {"Paper", "名称"}), titled(c.wording, {"Kind", "种类"}),
                    titled(c.wording, {"File", "文件"})},
                   {}};
  for (const Paper& paper : papers) {
    std::string files;
    for (const std::string_view ending : endings)
      files += fmt::format("{}{}.{}", files.empty() ? "" : "\n", paper.name, ending);
    Document made = make_report(*paper.kind, request_for(paper, request));
    table.rows.push_back(
        {title_in_list(c, paper, std::move(made.title)), c.wording(paper.kind->title), files});
  }
  ReportMark mark{"all", {}, request.period, request.as_of, request.language, request.audience};
  return {.language = request.language,
          .title = c.wording(say({"{}: papers{}", "{3}文件目录"}, c.wording.alliance(),
                                 c.comma_and_period(), "", c.alliance_and_period())),
          .preface = {sections::as_of_line(c), std::move(table)},
          .provenance = sections::provenance(c),
          .day = request.as_of,
          .mark = to_text(mark)};
}

}  // namespace lianxi
