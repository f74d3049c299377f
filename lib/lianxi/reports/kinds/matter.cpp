// One matter's whole life: where it came from, what was resolved, what became of it day by day.
#include <algorithm>
#include <map>

#include <lianxi/book/book.hpp>
#include <lianxi/followup/record_forms.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/reminders.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/resolution_rows.hpp>
#include <lianxi/reports/words/papers.hpp>

namespace lianxi::matter_report {
namespace {

const ResolutionCompliance* matter_of(const ReportCase& c) {
  for (const ResolutionCompliance& r : c.ledger.resolutions)
    if (r.id() == c.subject) return &r;
  return nullptr;
}

// ---- where it came from -----------------------------------------------------------------

std::string topic_text(const ReportCase& c, const Meeting& meeting, const Topic& topic) {
  const Wording& wording = c.wording;
  std::string text =
      wording(say({"{}: {}", "{}：{}"}, wording.meeting(meeting), topic.title.value_or(dash)));
  if (topic.by) text += wording(say({" (put up by {})", "（{}提出）"}, wording.named(*topic.by)));
  if (topic.outcome) text += wording(say({", {}", "，{}"}, wording.choice(*topic.outcome)));
  text += wording(Bilingual{".", "。"});
  if (topic.discussion)
    text += wording(say({"\nDiscussion: {}", "\n讨论情况：{}"}, wording.ended(*topic.discussion)));
  return text;
}

/// The topic it rests on and those that it was taken up from, the earliest first.
doc::Items topics_before(const ReportCase& c, const ResolutionCompliance& r) {
  doc::Items items{.items = {}, .numbered = true};
  const auto topic = std::ranges::find_if(r.meeting->topics, [&](const Topic& each) {
    return each.id && r.resolution->topic && *each.id == *r.resolution->topic;
  });
  if (topic == r.meeting->topics.end()) return items;
  OfMeeting<Topic> at{r.meeting, &*topic};
  while (at) {
    items.items.insert(items.items.begin(), topic_text(c, *at.meeting, *at.part));
    const OfMeeting<Topic> before =
        at.part->from ? c.book.topic(*at.part->from) : OfMeeting<Topic>{};
    // Only an earlier meeting's topic can be one before it; else the records go in a ring.
    if (!before || !before.meeting->date || !at.meeting->date ||
        *before.meeting->date >= *at.meeting->date)
      break;
    at = before;
  }
  return items;
}

doc::Section origin(const ReportCase& c, const ResolutionCompliance& r) {
  doc::Section section{c.wording(Bilingual{"Where it came from", "事项来源"})};
  doc::Items items = topics_before(c, r);
  if (items.items.empty())
    section.blocks.push_back(doc::Paragraph{
        c.wording(say({"Resolved at {} without a topic of its own.", "由{}直接议定。"},
                      c.wording.meeting(*r.meeting)))});
  else
    section.blocks.push_back(std::move(items));
  if (const auto old = r.resolution->replaces ? c.book.resolution(*r.resolution->replaces)
                                              : OfMeeting<Resolution>{})
    section.blocks.push_back(papers::labelled(c, {"In place of", "所替代的决议"},
                                              c.wording.quoted(old.part->text.value_or(dash)) +
                                                  c.wording(Bilingual{", ", "，"}) +
                                                  c.wording.meeting(*old.meeting)));
  return section;
}

// ---- what was resolved ----------------------------------------------------------------------

doc::Section as_it_stands(const ReportCase& c, const ResolutionCompliance& r) {
  using namespace resolution_columns;
  doc::Table table{{titled(c.wording, {"What", "项目"}), titled(c.wording, {"", "内容"})}, {}};
  table.columns[1].title = c.wording(Bilingual{"How it stands", "内容"});
  for (const ResolutionColumn* column :
       {&matter, &meeting, &lead, &support, &head, &first_due, &present_due, &revisions, &effect,
        &status, &light, &days_overdue, &reminded, &stages, &closed_by, &problem, &next_step,
        &evidence}) {
    if (!column->for_the_public && c.is_for_the_public()) continue;
    const doc::Prose cell = column->cell(c, &r);
    if (cell.plain() == dash) continue;
    table.rows.push_back({c.wording(column->title), cell});
  }
  return {c.wording(Bilingual{"The matter", "事项概况"}), {std::move(table)}};
}

// ---- day by day -------------------------------------------------------------------------------

/// What happened to it, by day; of one day in the order in which it is added.
class Life {
 public:
  Life(const ReportCase& c, const ResolutionCompliance& r) : c_(c), r_(r) {
    add(r.meeting->date, {"resolved", "形成决议"}, c.wording.meeting(*r.meeting));
    add_changes();
    add_reports();
    add_reminders();
    add_closures();
    if (r.course.replaced_on() && *r.course.replaced_on() <= c.as_of)
      add_replacement(*r.course.replaced_on());
  }

  doc::Table table() {
    doc::Table table{{titled(c_.wording, {"Date", "日期"}), titled(c_.wording, {"What", "事项"}),
                      titled(c_.wording, {"More", "说明"})},
                     {}};
    for (const auto& [day, rows] : days_)
      for (const auto& [what, more] : rows)
        table.rows.push_back({c_.wording.date(day), what, more});
    return table;
  }

 private:
  void add(const Located<Date>& day, Bilingual what, const std::string& more) {
    if (day && *day <= c_.as_of)
      days_[*day].emplace_back(c_.wording(what), more.empty() ? std::string(dash) : more);
  }

  void add_changes() {
    const Wording& wording = c_.wording;
    for (const Revision& revision : r_.resolution->revisions)
      add(revision.date, {"due date moved", "时限调整"},
          wording(say({"to {}: {}", "调整为{}，原因：{}"}, wording.date(revision.due),
                      wording.ended(revision.reason.value_or(dash)))));
    for (const Transfer& transfer : r_.resolution->transfers)
      add(transfer.date, {"lead handed over", "责任变更"},
          wording(say({"to {}: {}", "由{}牵头，原因：{}"},
                      wording.named(transfer.lead.value_or("")),
                      wording.ended(transfer.reason.value_or(dash)))));
    for (const Stage& stage : r_.resolution->stages)
      add(stage.done, {"stage done", "节点完成"}, std::string(stage.text.value_or(dash)));
  }

  void add_reports() {
    for (const ReportedItem& item : r_.items)
      add(item.report->date, {"report", "落实报告"}, report_text(c_, r_, item));
  }

  void add_reminders() {
    for (const Reminder& reminder : c_.book.reminders)
      if (std::ranges::any_of(reminder.about, [&](const auto& about) {
            return about &&
                   names_record(canonical_record(*about), name_of(*r_.meeting, *r_.resolution));
          }))
        add(reminder.date, {"reminded", "催办"}, reminder_text(reminder));
  }

  std::string reminder_text(const Reminder& reminder) const {
    const Wording& wording = c_.wording;
    std::string text = wording.named(reminder.unit.value_or("")) + wording(Bilingual{", ", "，"}) +
                       wording.choice(reminder.level.value_or(ReminderLevel::notice));
    if (reminder.number) text += wording(say({", {}", "，{}"}, *reminder.number));
    if (reminder.reply_by)
      text += wording(say({", to answer by {}", "，答复期限{}"}, wording.date(reminder.reply_by)));
    if (reminder.note()) text += wording(say({": {}", "：{}"}, *reminder.note()));
    return text;
  }

  void add_closures() {
    for (const Closure& closure : r_.resolution->closures) {
      std::string text = c_.wording.choice(closure.verdict);
      if (closure.by)
        text = c_.wording(say({"{}: {}", "{}：{}"}, c_.wording.named(*closure.by), text));
      if (closure.note()) text += c_.wording(say({": {}", "，{}"}, *closure.note()));
      add(closure.date, {"closure", "销号"}, text);
    }
  }

  void add_replacement(Date day) {
    for (const ResolutionCompliance& other : c_.ledger.resolutions)
      if (other.resolution->replaces && *other.resolution->replaces == r_.id())
        days_[day].emplace_back(c_.wording(Bilingual{"replaced", "被替代"}),
                                c_.wording.quoted(other.resolution->text.value_or(dash)) +
                                    c_.wording(Bilingual{", ", "，"}) +
                                    c_.wording.meeting(*other.meeting));
  }

  const ReportCase& c_;
  const ResolutionCompliance& r_;
  std::map<Date, std::vector<std::pair<std::string, std::string>>> days_;
};

Document build(const ReportCase& c) {
  const ResolutionCompliance* r = matter_of(c);
  if (!r) return {.language = c.wording.language(), .title = papers::unknown_subject(c)};
  return {.language = c.wording.language(),
          .title = c.wording(say({"{}: one matter", "{}事项专报"}, c.wording.alliance())),
          .preface = {doc::Paragraph{c.wording.ended(r->resolution->text.value_or(dash))},
                      sections::as_of_line(c)},
          .sections = {origin(c, *r),
                       as_it_stands(c, *r),
                       {c.wording(Bilingual{"Day by day", "办理经过"}), {Life(c, *r).table()}}}};
}

bool is_wanted(const ReportRequest& request) {
  const auto at = request.book.resolution(request.subject);
  return at && is_held(*at.meeting, request.as_of);
}

}  // namespace

}  // namespace lianxi::matter_report

namespace lianxi::reports {
extern constinit const ReportKind matter{
    .name = "matter",
    .title = {"one matter", "事项专报"},
    .doc = {"A resolution's whole life: its topics, leads, dates, reports, reminders, closing.",
            "一项决议的全过程：议题来源、牵头单位、时限、落实报告、催办和销号。"},
    .subject = Subject::resolution,
    .covers = Covers::nothing,
    .build = matter_report::build,
    .is_wanted = matter_report::is_wanted};
}  // namespace lianxi::reports
