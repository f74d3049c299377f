// What the office itself has to say of a period, from the summary that it wrote.
#include <lianxi/book/book.hpp>
#include <lianxi/records/summaries.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/words/papers.hpp>

namespace lianxi {
namespace {

bool is_for(const Summary& summary, const ReportKind& kind, const ReportRequest& request) {
  const auto period = read_period(summary.period.value_or(""), request.as_of);
  if (!period || !(*period == request.period)) return false;
  const std::string_view report = summary.report.value_or("quarterly");
  if (find_report(report) != &kind) return false;
  const bool of_unit = kind.subject == Subject::unit;
  return of_unit ? summary.unit.value_or("") == request.subject : !summary.unit.given();
}

void add(const ReportCase& c, Bilingual title, const Text& text,
         std::vector<doc::Section>& sections) {
  if (text) sections.push_back({c.wording(title), papers::written(*text)});
}

}  // namespace

const Summary* summary_for(const ReportKind& kind, const ReportRequest& request) {
  for (const Summary& summary : request.book.summaries)
    if (is_for(summary, kind, request)) return &summary;
  return nullptr;
}

std::vector<doc::Block> sections::overview(const ReportCase& c) {
  if (!c.summary || !c.summary->overview) return {};
  return papers::written(*c.summary->overview);
}

std::vector<doc::Section> sections::own_words(const ReportCase& c) {
  std::vector<doc::Section> sections;
  if (!c.summary) return sections;
  add(c, {"What went well", "工作亮点"}, c.summary->highlights, sections);
  add(c, {"What does not yet", "存在问题"}, c.summary->problems, sections);
  add(c, {"What comes next", "下步打算"}, c.summary->next, sections);
  return sections;
}

std::optional<doc::Block> sections::signed_by(const ReportCase& c) {
  if (!c.summary || !c.summary->signature || !c.summary->signature->by || c.is_for_the_public())
    return std::nullopt;
  return papers::labelled(c, {"Signed by", "签发"}, *c.summary->signature->by);
}

}  // namespace lianxi
