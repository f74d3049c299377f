#include <lianxi/base/unreadable.hpp>
#include <lianxi/followup/counted_event.hpp>
#include <lianxi/records/budgets.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::activity_without_money_rule {
namespace {

/// Reports an event whose project was not approved by its last day.
void check_approval(const Event& event, const Project& project, FindingSink& out) {
  const auto last = last_day(event);
  if (is_unreadable(event.until) || is_unreadable(project.approved) || !last) return;
  const Message hint = say({"enter when it was `approved`, or name the project that paid",
                            "请登记“批准”，或改为实际列支的项目"});
  if (!project.approved) {
    out.add(event.project.at(), name_of(event),
            say({"project {} was not approved", "项目 {} 未获批准"}, *project.id), hint);
    return;
  }
  const auto& day = project.approved->date;
  if (!day || *day <= *last) return;
  auto& finding = out.add(event.project.at(), name_of(event),
                          say({"project {} was approved on {}, after the event ({})",
                               "项目 {} 于 {} 批准，晚于活动（{}）"},
                              *project.id, iso(*day), iso(*last)),
                          hint);
  finding.related.push_back({day.at(), say({"approved here", "批准日期写在这里"})});
}

void check(const ValidateCase& c, FindingSink& out) {
  // A book that keeps no money for projects is not asked for it.
  if (c.book.projects.empty() && c.book.budgets.empty()) return;
  for (const Event& event : c.book.events) {
    if (!event.project.given()) {
      out.add(event.at, name_of(event),
              say({"no project pays for this event", "这项活动没有项目经费"}),
              say({"name its `project` if there is one", "如有项目，请写明“项目”"}));
      continue;
    }
    const Project* project = event.project ? c.book.project(*event.project) : nullptr;
    if (project) check_approval(event, *project, out);
  }
}

}  // namespace

}  // namespace lianxi::activity_without_money_rule

namespace lianxi::rules {
extern constinit const ValidateRule activity_without_money{
    {"activity-without-money",
     Severity::info,
     {"An event has no project that was approved by then.", "活动没有已批准的项目经费。"},
     {"Activities without money: an event that no approved project pays for is paid for by "
      "somebody else, or not at all. This is no fault; it shows which work has no money of its "
      "own.",
      "“有活动无经费”：没有已批准项目的活动，要么花的是别处的钱，要么没有钱。这不算差错，只是提示"
      "哪些工作没有专门经费。"},
     {R"(events:
  - id: e1
    title: Disaster prevention day
    kind: themed_service
    date: 2017-05-12
    lead: north
)",
      R"(活动:
  - 编号: e1
    标题: 防灾减灾日宣传
    类型: 专题服务
    日期: 2017-05-12
    牵头单位: 北广场
)"},
     {R"(events:
  - id: e1
    title: Disaster prevention day
    kind: themed_service
    date: 2017-05-12
    lead: north
    project: p1
)",
      R"(活动:
  - 编号: e1
    标题: 防灾减灾日宣传
    类型: 专题服务
    日期: 2017-05-12
    牵头单位: 北广场
    项目: p1
)"}},
    activity_without_money_rule::check};
}  // namespace lianxi::rules
