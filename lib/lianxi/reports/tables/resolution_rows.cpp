#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include <lianxi/base/source.hpp>
#include <lianxi/followup/revisions.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/reports/tables/resolution_rows.hpp>

namespace lianxi {

bool is_closed(const ResolutionCompliance& r) {
  return r.status == ResolutionStatus::done || is_given_up(r.status);
}

Bilingual given_up_in(const Compliance& compliance) {
  const bool any_replaced = std::ranges::any_of(
      compliance.resolutions, [](const auto& r) { return r.status == ResolutionStatus::replaced; });
  return any_replaced ? Bilingual{"dropped or replaced", "已终止、被替代"}
                      : Bilingual{"dropped", "已终止"};
}

namespace {

/// Adds a line to a text of lines.
void add_line(std::string& text, std::string_view line) {
  if (!text.empty()) text += "\n";
  text += line;
}

std::string or_dash(const std::string& text) { return text.empty() ? std::string(dash) : text; }

std::string latest_text(const Wording& wording, const ResolutionCompliance& r) {
  if (r.items.empty()) return wording(Bilingual{"no report", "尚无报告"});
  const FollowupItem& last = *r.items.back().item;
  std::string text(last.result.value_or(""));
  if (last.reason) add_line(text, wording(say({"reason: {}", "原因：{}"}, *last.reason)));
  if (last.problem) add_line(text, wording(say({"problem: {}", "存在问题：{}"}, *last.problem)));
  if (last.next) add_line(text, wording(say({"next: {}", "下一步：{}"}, *last.next)));
  return or_dash(text);
}

}  // namespace

/// The unit is named where it is not the lead any more; who wrote it is not for the public.
std::string report_text(const ReportCase& c, const ResolutionCompliance& r,
                        const ReportedItem& reported) {
  const Wording& wording = c.wording;
  std::string text;
  const std::string_view unit = reported.report->unit.value_or("");
  if (unit != r.lead) text += wording.named(unit) + " ";
  text += wording.choice(reported.item->status);
  if (reported.item->result)
    text += wording(say({": {}", "：{}"}, wording.clause(*reported.item->result)));
  if (reported.item->reason)
    text += wording(say({" (reason: {})", "（原因：{}）"}, wording.clause(*reported.item->reason)));
  if (reported.item->problem)
    text +=
        wording(say({"; problem: {}", "；存在问题：{}"}, wording.clause(*reported.item->problem)));
  if (reported.item->next)
    text += wording(say({"; next: {}", "；下一步：{}"}, wording.clause(*reported.item->next)));
  if (reported.report->by && !c.is_for_the_public())
    text += wording(say({" (reported by {})", "（{}报告）"}, *reported.report->by));
  return text;
}

namespace {

std::string history_text(const ReportCase& c, const ResolutionCompliance& r) {
  if (r.items.empty()) return c.wording(Bilingual{"no report", "尚无报告"});
  std::string text;
  for (const ReportedItem& item : r.items)
    add_line(text, c.wording.date(item.report->date) + " " + report_text(c, r, item));
  return text;
}

std::string next_text(const ResolutionCompliance& r) {
  return std::string(r.items.empty() ? dash : r.items.back().item->next.value_or(dash));
}

Bilingual state_of(const Stage& stage, Date as_of) {
  if (is_behind(stage, as_of)) return {"late", "逾期"};
  return {"open", "未完成"};
}

std::string stages_text(const ReportCase& c, const ResolutionCompliance& r) {
  std::string text;
  for (const Stage& stage : r.resolution->stages) {
    const Message state =
        stage.done && *stage.done <= c.as_of
            ? say({"done on {}", "{}完成"}, Message{iso(*stage.done), c.wording.date(stage.done)})
            : say({"{}", "{}"}, state_of(stage, c.as_of));
    add_line(text, c.wording(say({"{} (due {}, {})", "{}（时限{}，{}）"}, stage.text.value_or(dash),
                                 c.wording.date(stage.due), state)));
  }
  return or_dash(text);
}

/// What the office decided on what was reported as done.
std::string closures_text(const ReportCase& c, const ResolutionCompliance& r) {
  std::string text;
  for (const Closure& closure : r.resolution->closures) {
    if (!closure.date || *closure.date > c.as_of) continue;
    std::string line = c.wording.date(closure.date) + " ";
    if (closure.by) line += c.wording.named(*closure.by) + c.wording(Bilingual{" ", ""});
    line += c.wording.choice(closure.verdict);
    if (closure.note()) line += c.wording(say({": {}", "：{}"}, *closure.note()));
    add_line(text, line);
  }
  return or_dash(text);
}

std::string light_text(const Wording& wording, Light light) {
  switch (light) {
    case Light::none:
      break;
    case Light::blue:
      return wording(Bilingual{"blue: due soon", "蓝（临期）"});
    case Light::yellow:
      return wording(Bilingual{"amber: behind", "黄（滞后）"});
    case Light::red:
      return wording(Bilingual{"red: late", "红（逾期）"});
  }
  return std::string(dash);
}

doc::Tone tone_of(Light light) {
  constexpr doc::Tone tones[] = {doc::Tone::none, doc::Tone::soon, doc::Tone::behind,
                                 doc::Tone::late};
  return tones[std::size_t(light)];
}

std::string problem_text(const ResolutionCompliance& r) {
  return std::string(r.items.empty() ? dash : r.items.back().item->problem.value_or(dash));
}

/// A path as seen from the book's folder; it is written as seen from its file's.
std::string from_book(const Sources& sources, const Path& path) {
  const std::filesystem::path file(sources[sources.file_of(path.at())].path);
  return (file.parent_path() / *path).lexically_normal().generic_string();
}

std::string evidence_text(const Book& book, const ResolutionCompliance& r) {
  std::string text;
  for (const ReportedItem& item : r.items)
    for (const Path& path : item.item->evidence) add_line(text, from_book(book.sources(), path));
  return or_dash(text);
}

std::string status_text(const Wording& wording, const ResolutionCompliance& r) {
  std::string status = wording(r.status);
  if (!r.done_on) return status;
  if (r.status == ResolutionStatus::to_verify)
    return wording(
        say({"reported done on {1}, {0}", "{}（{}报完成）"}, status, wording.date(*r.done_on)));
  return wording(say({"{} on {}", "{}（{}）"}, status, wording.date(*r.done_on)));
}

/// A day, or that it goes on for good.
std::string due_text(const Wording& wording, const Resolution& resolution,
                     const std::optional<Date>& due) {
  if (!due && resolution.ongoing.value_or(false)) return wording(Bilingual{"ongoing", "长期"});
  return wording.date(due);
}

std::optional<Date> first_due_of(const Resolution& resolution) {
  return resolution.due ? std::optional(*resolution.due) : std::nullopt;
}

doc::Prose due_cell(const ReportCase& c, const ResolutionRow& r) {
  return due_text(c.wording, *r->resolution, r->due);
}

doc::Prose head_of(const ReportCase& c, const ResolutionCompliance& r) {
  const Unit* unit = c.book.unit(r.lead);
  return unit ? c.wording.head(*unit) : std::string(dash);
}

doc::Prose revisions_of(const ReportCase& c, const ResolutionCompliance& r) {
  return number(std::ranges::count_if(r.resolution->revisions, [&](const Revision& revision) {
    return is_in_force(revision, c.as_of);
  }));
}

doc::Prose days_overdue_of(const ReportCase& c, const ResolutionCompliance& r) {
  if (r.status != ResolutionStatus::overdue || !r.due) return dash;
  return number(c.as_of - *r.due);
}

}  // namespace

namespace resolution_columns {

using Case = const ReportCase&;
using Row = ResolutionRow;

constinit const ResolutionColumn id{{"No.", "编号"},
                                    [](Case, const Row& r) -> doc::Prose { return r->id(); }};
constinit const ResolutionColumn meeting{
    {"Meeting", "来源会议"},
    [](Case c, const Row& r) -> doc::Prose { return c.wording.meeting(*r->meeting); }};
constinit const ResolutionColumn matter{{"Matter", "事项"}, [](Case, const Row& r) -> doc::Prose {
                                          return r->resolution->text.value_or(dash);
                                        }};
constinit const ResolutionColumn lead{{"Lead", "牵头单位"}, [](Case c, const Row& r) -> doc::Prose {
                                        return c.wording.named(r->lead);
                                      }};
constinit const ResolutionColumn support{
    {"Support", "配合单位"},
    [](Case c, const Row& r) -> doc::Prose { return c.wording.all_named(r->resolution->support); }};
constinit const ResolutionColumn head{
    {"Head", "负责人"}, [](Case c, const Row& r) { return head_of(c, *r); }, Holds::text, false};
constinit const ResolutionColumn first_due{
    {"First due", "原定时限"}, [](Case c, const Row& r) -> doc::Prose {
      return due_text(c.wording, *r->resolution, first_due_of(*r->resolution));
    }};
constinit const ResolutionColumn due{{"Due", "完成时限"}, due_cell};
constinit const ResolutionColumn present_due{{"Present due", "现行时限"}, due_cell};
constinit const ResolutionColumn revisions{{"Times revised", "调整次数"},
                                           [](Case c, const Row& r) { return revisions_of(c, *r); },
                                           Holds::figures};
constinit const ResolutionColumn latest{
    {"Progress", "进展"},
    [](Case c, const Row& r) -> doc::Prose { return latest_text(c.wording, *r); }};
constinit const ResolutionColumn history{
    {"Progress", "落实进展"},
    [](Case c, const Row& r) -> doc::Prose { return history_text(c, *r); }};
constinit const ResolutionColumn status{{"Status", "状态"}, [](Case c, const Row& r) -> doc::Prose {
                                          return doc::Prose::state(status_text(c.wording, *r),
                                                                   tone_of(r->status));
                                        }};
constinit const ResolutionColumn days_overdue{
    {"Days overdue", "逾期天数"},
    [](Case c, const Row& r) { return days_overdue_of(c, *r); },
    Holds::figures};
constinit const ResolutionColumn next_step{
    {"Next step", "下一步"}, [](Case, const Row& r) -> doc::Prose { return next_text(*r); }};
constinit const ResolutionColumn stages{
    {"Stages", "节点"}, [](Case c, const Row& r) -> doc::Prose { return stages_text(c, *r); }};
constinit const ResolutionColumn effect{
    {"Expected effect", "预期效果"},
    [](Case, const Row& r) -> doc::Prose { return r->resolution->effect.value_or(dash); }};
constinit const ResolutionColumn light{{"Colour", "亮灯"}, [](Case c, const Row& r) {
                                         return doc::Prose::state(light_text(c.wording, r->light),
                                                                  tone_of(r->light));
                                       }};
constinit const ResolutionColumn reminded{
    {"Times reminded", "催办次数"},
    [](Case, const Row& r) -> doc::Prose { return number(r->reminded); },
    Holds::figures};
constinit const ResolutionColumn closed_by{
    {"Closed by", "销号"}, [](Case c, const Row& r) -> doc::Prose { return closures_text(c, *r); }};
constinit const ResolutionColumn problem{
    {"Problem", "存在问题"}, [](Case, const Row& r) -> doc::Prose { return problem_text(*r); }};
constinit const ResolutionColumn evidence{
    {"Evidence", "佐证材料"},
    [](Case c, const Row& r) -> doc::Prose { return evidence_text(c.book, *r); }};

}  // namespace resolution_columns
}  // namespace lianxi
