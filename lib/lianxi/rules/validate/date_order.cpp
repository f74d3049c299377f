#include <fmt/format.h>

#include <lianxi/records/events.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/records/reminders.hpp>
#include <lianxi/records/requests.hpp>
#include <lianxi/records/series.hpp>
#include <lianxi/records/shares.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::date_order_rule {
namespace {

using Day = Located<Date>;

constexpr Bilingual the_meeting{"the meeting", "会议"};

/// Reports `later` where it lies before `earlier`; both are named for the message.
class Order {
 public:
  Order(std::string record, FindingSink& out) : record_(std::move(record)), out_(out) {}

  void check(const Day& later, Bilingual later_name, std::optional<Date> earlier,
             Bilingual earlier_name) {
    if (!later || !earlier || *later >= *earlier) return;
    out_.add(later.at(), record_,
             say({"{} ({}) lies before {} ({})", "{}（{}）早于{}（{}）"}, later_name, iso(*later),
                 earlier_name, iso(*earlier)),
             say({"correct one of the two days", "请更正其中一个日期"}));
  }
  void check(const Day& later, Bilingual later_name, const Day& earlier, Bilingual earlier_name) {
    check(later, later_name, earlier ? std::optional(*earlier) : std::nullopt, earlier_name);
  }

 private:
  std::string record_;
  FindingSink& out_;
};

std::optional<Date> date_of(const Book& book, const Text& meeting_id) {
  const Meeting* meeting = meeting_id ? book.meeting(*meeting_id) : nullptr;
  return meeting && meeting->date ? std::optional(*meeting->date) : std::nullopt;
}

template <class Change>
void check_changes(const Book& book, const Meeting& meeting, const List<Change>& changes,
                   bool not_before_own, Bilingual name, Order& order) {
  for (const Change& change : changes) {
    const auto approved = date_of(book, change.approved);
    const bool before_own =
        not_before_own && meeting.date && change.date && *change.date < *meeting.date;
    if (before_own)
      order.check(change.date, name, meeting.date, the_meeting);
    else
      order.check(change.date, name, approved, {"the meeting that approved it", "批准它的会议"});
  }
}

void check_replaced(const Book& book, const Meeting& meeting, const Resolution& resolution,
                    FindingSink& out) {
  if (!resolution.replaces || !meeting.date) return;
  const auto replaced = book.resolution(*resolution.replaces);
  if (!replaced || !replaced.meeting->date || *replaced.meeting->date < *meeting.date) return;
  out.add(resolution.replaces.at(), name_of(meeting, resolution),
          say({"{} is not a resolution of an earlier meeting", "{} 不是更早会议的决议"},
              *resolution.replaces),
          say({"name the resolution that this one replaces", "请写明被替代的决议"}));
}

/// What became of a resolution cannot lie before the meeting that passed it.
void check_course(const Meeting& meeting, const Resolution& resolution, Order& order) {
  for (const Closure& closure : resolution.closures)
    order.check(closure.date, {"the closure", "销号日期"}, meeting.date, the_meeting);
  for (const Stage& stage : resolution.stages) {
    order.check(stage.due, {"the stage's due date", "节点时限"}, meeting.date, the_meeting);
    order.check(stage.done, {"the day the stage was done", "节点完成日期"}, meeting.date,
                the_meeting);
  }
}

void check_topics(const Book& book, const Meeting& meeting, FindingSink& out) {
  for (const Topic& topic : meeting.topics) {
    if (!topic.from || !meeting.date) continue;
    const auto from = book.topic(*topic.from);
    if (!from || !from.meeting->date || *from.meeting->date < *meeting.date) continue;
    out.add(topic.from.at(), name_of(meeting, topic),
            say({"{} is not a topic of an earlier meeting", "{} 不是更早会议的议题"}, *topic.from),
            say({"name the meeting where it was put off", "请写明当时暂缓它的会议"}));
  }
}

void check_meeting(const Book& book, const Meeting& meeting, FindingSink& out) {
  Order order(name_of(meeting), out);
  if (meeting.notice && meeting.date && meeting.notice->date &&
      *meeting.notice->date > *meeting.date)
    out.add(
        meeting.notice->date.at(), name_of(meeting),
        say({"the notice ({}) was given after the meeting ({})", "会议通知（{}）晚于会议（{}）"},
            iso(*meeting.notice->date), iso(*meeting.date)),
        say({"correct one of the two days", "请更正其中一个日期"}));
  if (meeting.cancelled_on && meeting.date && *meeting.cancelled_on > *meeting.date)
    out.add(meeting.cancelled_on.at(), name_of(meeting),
            say({"the meeting was cancelled on {}, after its day ({})",
                 "取消日期（{}）晚于会议日期（{}）"},
                iso(*meeting.cancelled_on), iso(*meeting.date)),
            say({"correct one of the two days", "请更正其中一个日期"}));
  if (meeting.minutes) {
    order.check(meeting.minutes->issued, {"the day the minutes were issued", "纪要印发日期"},
                meeting.date, the_meeting);
    order.check(meeting.minutes->sent, {"the day the minutes were sent", "纪要发送日期"},
                meeting.minutes->issued, {"their issue", "印发日期"});
  }
  check_topics(book, meeting, out);
  for (const Resolution& resolution : meeting.resolutions) {
    Order own(name_of(meeting, resolution), out);
    own.check(resolution.due, {"the due date", "完成时限"}, meeting.date, the_meeting);
    check_changes(book, meeting, resolution.revisions, true, {"the revision", "时限调整"}, own);
    check_changes(book, meeting, resolution.transfers, false, {"the transfer", "责任变更"}, own);
    check_replaced(book, meeting, resolution, out);
    check_course(meeting, resolution, own);
  }
}

void check_followup(const Book& book, const Followup& followup, FindingSink& out) {
  Order order(name_of(followup), out);
  const auto meeting = date_of(book, followup.meeting);
  order.check(followup.date, {"the report", "落实报告"}, meeting, the_meeting);
  for (const FollowupItem& item : followup.items) {
    order.check(item.done, {"the day it was done", "完成日期"}, meeting, the_meeting);
    if (item.done && followup.date && *item.done > *followup.date)
      out.add(item.done.at(), name_of(followup),
              say({"done on {}, after the report of {}", "完成日期 {} 晚于报告日期 {}"},
                  iso(*item.done), iso(*followup.date)),
              say({"report it once it is done, or correct the day", "请在完成后再报，或更正日期"}));
  }
}

void check_project(const Project& project, FindingSink& out) {
  Order order(name_of(project), out);
  Day before;
  Bilingual before_name{"", ""};
  const auto stage = [&](const Day& day, Bilingual name) {
    order.check(day, name, before, before_name);
    if (!day) return;
    before = day;
    before_name = name;
  };
  if (project.applied) stage(project.applied->date, {"the application", "申报"});
  if (project.approved) {
    stage(project.approved->date, {"the approval", "批准"});
    for (const Expense& expense : project.expenses)
      order.check(expense.date, {"the expense", "支出"}, project.approved->date,
                  {"the approval", "批准"});
  }
  const Day start = before;
  const Bilingual start_name = before_name;
  Day last_inspection;
  for (const Inspection& inspection : project.inspections) {
    order.check(inspection.date, {"the inspection", "检查"}, start, start_name);
    if (inspection.date && (!last_inspection || *inspection.date > *last_inspection))
      last_inspection = inspection.date;
  }
  if (last_inspection) {
    before = last_inspection;
    before_name = {"the inspection", "检查"};
  }
  if (project.accepted) stage(project.accepted->date, {"the acceptance", "验收"});
  if (project.reimbursed) stage(project.reimbursed->date, {"the reimbursement", "报销"});
}

void check_unit(const Book& book, const Unit& unit, FindingSink& out) {
  const auto joined = unit.joined           ? std::optional(*unit.joined)
                      : unit.joined.given() ? std::nullopt
                                            : book.founded();
  Order(name_of(unit), out)
      .check(unit.left, {"the day it left", "退出日期"}, joined, {"the day it joined", "加入日期"});
}

void check(const ValidateCase& c, FindingSink& out) {
  const Book& book = c.book;
  for (const Unit& unit : book.units)
    if (unit.left) check_unit(book, unit, out);
  for (const Meeting& meeting : book.meetings) check_meeting(book, meeting, out);
  for (const Followup& followup : book.followups) check_followup(book, followup, out);
  for (const Event& event : book.events)
    if (event.until)
      Order(name_of(event), out)
          .check(event.until, {"the last day", "结束日期"}, event.date, {"the first", "开始日期"});
  for (const Series& series : book.series)
    for (const ScheduleEntry& entry : series.schedule)
      Order(name_of(series), out)
          .check(entry.until, {"the end of the schedule", "安排的截止日期"}, entry.from,
                 {"its start", "开始日期"});
  for (const Project& project : book.projects) check_project(project, out);
  for (const Request& request : book.requests)
    for (const Answer& answer : request.answers)
      Order(name_of(request), out)
          .check(answer.date, {"the answer", "答复"}, request.date, {"the request", "请求"});
  for (const Share& share : book.shares)
    for (const Taking& taking : share.taken)
      Order(name_of(share), out)
          .check(taking.date, {"the day it was taken up", "认领日期"}, share.date,
                 {"the day it was shared", "发布日期"});
  for (const Reminder& reminder : book.reminders)
    Order(name_of(reminder), out)
        .check(reminder.reply_by, {"the day to answer by", "答复期限"}, reminder.date,
               {"the reminder", "催办日期"});
}

}  // namespace

}  // namespace lianxi::date_order_rule

namespace lianxi::rules {
extern constinit const ValidateRule date_order{
    {"date-order",
     Severity::error,
     {"Two days of a record are in the wrong order.", "记录中的日期先后有误。"},
     {"An end before its beginning, minutes before the meeting, an answer before its request: one "
      "of the two days is wrong, and whatever is counted by day is wrong with it.",
      "结束早于开始、纪要早于会议、答复早于请求：其中必有一个日期写错，凡按日期统计的数字都会跟着错"
      "。"},
     {R"(events:
  - id: e1
    title: Disaster prevention day
    kind: themed_service
    date: 2017-05-12
    until: 2017-05-11
    lead: north
)",
      R"(活动:
  - 编号: e1
    标题: 防灾减灾日宣传
    类型: 专题服务
    日期: 2017-05-12
    结束日期: 2017-05-11
    牵头单位: 北广场
)"},
     {R"(events:
  - id: e1
    title: Disaster prevention day
    kind: themed_service
    date: 2017-05-12
    until: 2017-05-13
    lead: north
)",
      R"(活动:
  - 编号: e1
    标题: 防灾减灾日宣传
    类型: 专题服务
    日期: 2017-05-12
    结束日期: 2017-05-13
    牵头单位: 北广场
)"}},
    date_order_rule::check};
}  // namespace lianxi::rules
