#include <fmt/format.h>

#include <lianxi/base/period.hpp>
#include <lianxi/base/unreadable.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/events.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::not_a_member_rule {
namespace {

constexpr Bilingual presides{"presides", "主持"}, attends{"attends", "出席"},
    leads{"leads", "牵头"}, supports{"supports", "配合"}, reports{"reports", "提交报告"};

/// What an observer may do as well.
constexpr bool observer_may(const Bilingual& role) {
  return role.en == attends.en || role.en == supports.en;
}

/// Whether all that decides on its membership could be read.
bool is_known(const Unit& unit) {
  return !is_unreadable(unit.role) && !is_unreadable(unit.joined) && !is_unreadable(unit.left);
}

bool is_observer(const Unit& unit) { return unit.role.value_or(Role::member) == Role::observer; }

/// Why a unit is not a member on a day, and where that stands.
Related reason_of(const Book& book, const Unit& unit, Date day) {
  if (is_observer(unit)) return {unit.role.at(), say({"it is an observer", "该单位是列席单位"})};
  if (unit.left && day >= *unit.left)
    return {unit.left.at(), say({"it left on {}", "该单位已于 {} 退出"}, iso(*unit.left))};
  if (unit.joined)
    return {unit.joined.at(), say({"it joined on {}", "该单位于 {} 加入"}, iso(*unit.joined))};
  return {book.alliance()->founded.at(),
          say({"the alliance was founded on {}", "联盟于 {} 成立"}, iso(*book.founded()))};
}

class Members {
 public:
  Members(const Book& book, FindingSink& out) : book_(book), out_(out) {}

  /// Reports a unit that does something on a day without being a member; `name` gives
  /// the record's name.
  template <class Name>
  void check(const Text& id, const Located<Date>& day, Bilingual role, const Name& name) {
    const Unit* unit = id && day ? book_.unit(*id) : nullptr;
    if (!unit || !is_known(*unit) || book_.is_member(*unit, *day)) return;
    if (observer_may(role) && is_observer(*unit)) return;
    report(id, *unit, *day, role, name());
  }

  /// The same for something that has all the days of a scope.
  template <class Name>
  void check(const Text& id, const Scope& days, Bilingual role, const Name& name) {
    const Unit* unit = id ? book_.unit(*id) : nullptr;
    if (!unit || !is_known(*unit) || is_member_within(book_, *unit, days)) return;
    if (observer_may(role) && is_observer(*unit)) return;
    report(id, *unit, days.to, role, name());
  }

 private:
  void report(const Text& id, const Unit& unit, Date day, Bilingual role, std::string name) {
    auto& finding =
        out_.add(id.at(), std::move(name),
                 say({"{} {} on {}, when it is not a member", "{}{}，但在 {} 不是成员单位"},
                     *unit.id, role, iso(day)),
                 say({"correct the unit, the day, or when it joined and left",
                      "请更正单位、日期，或其加入、退出日期"}));
    finding.related.push_back(reason_of(book_, unit, day));
  }

  const Book& book_;
  FindingSink& out_;
};

void check_meeting(const Meeting& meeting, Members& members) {
  const auto own = [&] { return name_of(meeting); };
  members.check(meeting.chair, meeting.date, presides, own);
  if (meeting.attendance)
    for (const Present& present : meeting.attendance->present)
      members.check(present.unit, meeting.date, attends, own);
  for (const Resolution& resolution : meeting.resolutions) {
    const auto name = [&] { return name_of(meeting, resolution); };
    members.check(resolution.lead, meeting.date, leads, name);
    for (const auto& unit : resolution.support) members.check(unit, meeting.date, supports, name);
    for (const Transfer& transfer : resolution.transfers)
      members.check(transfer.lead, transfer.date, leads, name);
  }
}

/// A task has no day of its own: membership on any of its days is enough.
void check_plan(const Plan& plan, Members& members) {
  if (!plan.year) return;
  const auto first = Date::make(*plan.year, 1, 1), last = Date::make(*plan.year, 12, 31);
  for (const Task& task : plan.tasks) {
    if (is_unreadable(task.start) || is_unreadable(task.due)) continue;
    const Scope days(task.start.value_or(*first), task.due.value_or(*last));
    if (*days.from > days.to) continue;
    const auto name = [&] { return name_of(plan, task); };
    members.check(task.lead, days, leads, name);
    for (const auto& unit : task.support) members.check(unit, days, supports, name);
  }
}

void check(const ValidateCase& c, FindingSink& out) {
  Members members(c.book, out);
  for (const Meeting& meeting : c.book.meetings) check_meeting(meeting, members);
  for (const Plan& plan : c.book.plans) check_plan(plan, members);
  for (const Followup& followup : c.book.followups)
    members.check(followup.unit, followup.date, reports, [&] { return name_of(followup); });
  for (const Event& event : c.book.events)
    members.check(event.lead, event.date, leads, [&] { return name_of(event); });
}

}  // namespace

}  // namespace lianxi::not_a_member_rule

namespace lianxi::rules {
extern constinit const ValidateRule not_a_member{
    {"not-a-member",
     Severity::warning,
     {"A unit presides, attends, leads, supports or reports while it is not a member.",
      "单位在非成员期间主持、出席、牵头、配合或提交报告。"},
     {"Who is a member on a day decides who is counted as absent and who owes a report. What a "
      "unit did before it joined or after it left is counted for nobody: one of the days is "
      "wrong, or the unit. An observer may attend, support and join in, but neither preside, "
      "lead nor report.",
      "某日是不是成员，决定了谁算缺席、谁应提交报告。加入之前或退出之后的事不计入任何单位，因此不"
      "是日期有误，就是单位写错。列席单位可以出席、配合和参加，但不主持、不牵头，也不提交报告。"},
     {R"(units:
  - id: transfer
    name: Temporary transfer desk
    left: 2016-12-31
meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    chair: transfer
)",
      R"(单位:
  - 编号: 换乘点
    名称: 临时换乘服务点
    退出日期: 2016-12-31
会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    主持单位: 换乘点
)"},
     {R"(units:
  - id: north
    name: North Gate Office
meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    chair: north
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场管理处
会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    主持单位: 北广场
)"}},
    not_a_member_rule::check};
}  // namespace lianxi::rules
