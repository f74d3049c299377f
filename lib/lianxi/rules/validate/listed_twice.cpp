#include <unordered_map>

#include <lianxi/base/words.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/events.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/requests.hpp>
#include <lianxi/records/series.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::listed_twice_rule {
namespace {

template <Target target>
const Text& unit_in(const Ref<target>& item) {
  return item;
}
const Text& unit_in(const UnitOrName& item) { return item; }
template <class Entry>
const Text& unit_in(const Entry& item) {
  return item.unit;
}

class Lists {
 public:
  explicit Lists(FindingSink& out) : out_(out) {}

  /// Reports every entry whose unit stands in the list before; `name` gives the record's
  /// name.
  template <class T, class Name>
  void check(const List<T>& list, const Name& name) {
    if (list.size() < 2) return;
    first_.clear();
    for (const T& item : list) {
      const Text& unit = unit_in(item);
      if (!unit) continue;
      std::string mapped;
      const auto [at, is_new] = first_.emplace(mapped_id(*unit, mapped), unit.at());
      if (!is_new) report(unit, at->second, name());
    }
  }

 private:
  void report(const Text& unit, Place first, std::string name) {
    auto& finding = out_.add(unit.at(), std::move(name),
                             say({"{} stands twice in this list", "{} 在名单中重复"}, *unit),
                             say({"take it out, or name the unit that was meant",
                                  "请删去重复的一处，或改为原本要写的单位"}));
    finding.related.push_back({first, say({"first listed here", "第一次写在这里"})});
  }

  FindingSink& out_;
  std::unordered_map<std::string, Place> first_;
};

void check_meeting(const Meeting& meeting, Lists& lists) {
  const auto own = [&] { return name_of(meeting); };
  lists.check(meeting.observers, own);
  if (meeting.notice) lists.check(meeting.notice->to, own);
  if (meeting.attendance) {
    lists.check(meeting.attendance->present, own);
    lists.check(meeting.attendance->leave, own);
  }
  if (meeting.minutes) lists.check(meeting.minutes->to, own);
  for (const Topic& topic : meeting.topics)
    lists.check(topic.stances, [&] { return name_of(meeting, topic); });
  for (const Resolution& resolution : meeting.resolutions)
    lists.check(resolution.support, [&] { return name_of(meeting, resolution); });
}

/// Lists whose entries have a day (minutes sent again, answers) may name a unit twice.
void check(const ValidateCase& c, FindingSink& out) {
  Lists lists(out);
  for (const Committee& committee : c.book.committees)
    lists.check(committee.members, [&] { return name_of(committee); });
  for (const Meeting& meeting : c.book.meetings) check_meeting(meeting, lists);
  for (const Plan& plan : c.book.plans)
    for (const Task& task : plan.tasks)
      lists.check(task.support, [&] { return name_of(plan, task); });
  for (const Series& series : c.book.series)
    lists.check(series.partners, [&] { return name_of(series); });
  for (const Event& event : c.book.events)
    lists.check(event.partners, [&] { return name_of(event); });
  for (const Request& request : c.book.requests)
    lists.check(request.to, [&] { return name_of(request); });
}

}  // namespace

}  // namespace lianxi::listed_twice_rule

namespace lianxi::rules {
extern constinit const ValidateRule listed_twice{
    {"listed-twice",
     Severity::warning,
     {"A unit stands twice in one list.", "同一份名单里单位重复。"},
     {"Mostly another unit was meant, which is now missing from the list.",
      "多半本想写另一家单位，结果那家反而漏了。"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    attendance:
      present: [north, metro, north]
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    签到:
      出席: [北广场, 地铁站, 北广场]
)"},
     {R"(meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
    attendance:
      present: [north, metro, police]
)",
      R"(会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
    签到:
      出席: [北广场, 地铁站, 派出所]
)"}},
    listed_twice_rule::check};
}  // namespace lianxi::rules
