#include <fmt/format.h>
#include <unordered_set>

#include <lianxi/book/unit_ids.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/record_names.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::report_missing_rule {

/// The meetings of which a resolution is not finished yet: a report can still do good there.
static std::unordered_set<const Meeting*> unfinished_meetings(const Compliance& c) {
  std::unordered_set<const Meeting*> meetings;
  for (const ResolutionCompliance& r : c.resolutions)
    if (!is_finished(r.status)) meetings.insert(r.meeting);
  return meetings;
}

static void check(const Compliance& c, FindingSink& out) {
  const auto unfinished = unfinished_meetings(c);
  for (const MeetingCompliance& m : c.meetings)
    for (const UnitReport& report : m.reports) {
      if (report.status != ReportStatus::missing) continue;
      out.add(
          m.meeting->id.at(), name_of_unit_in(*m.meeting, id_of(*report.unit)),
          {m.deadline + 1, unfinished.contains(m.meeting) ? Nature::open : Nature::fact,
           id_of(*report.unit)},
          say({"{} has not reported on the resolutions of {}; the last day was {}, {} ago",
               "{} 尚未报告会议 {} 的决议落实情况；最迟应于 {} 报告，已逾期 {}"},
              id_of(*report.unit), *m.meeting->id, iso(m.deadline), days(c.as_of - m.deadline)),
          say({"add its report to `followups`: meeting {}, unit {}, the date and what became of "
               "each resolution",
               "请在“落实报告”中补一条：会议 {}，单位 {}，日期，以及各项决议的落实情况"},
              *m.meeting->id, id_of(*report.unit)));
    }
}

}  // namespace lianxi::report_missing_rule

namespace lianxi::rules {
extern constinit const FollowupRule report_missing{
    {rule_names::report_missing,
     Severity::error,
     {"A unit did not report on a meeting's resolutions.", "单位未报告决议落实情况。"},
     {"Before the next meeting every unit says what it did about the minutes of the last one; the "
      "head of each unit answers for it. A report that says “nothing done yet” is a report. Where "
      "no "
      "next meeting is set, the end of the next interval is the last day.",
      "下次会议召开前，每个单位都应报告上次纪要的落实情况，由单位负责人负责。写明“尚未启动”的报告也"
      "是报告。"
      "尚未确定下次会议的，以下一个例会周期的最后一天为限。"},
     {R"(# as of 2017-09-30
units:
  - {id: office, name: Station office}
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-12-31}
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
)",
      R"(# 截至 2017-09-30
单位:
  - {编号: 综合办, 名称: 站综合管理办公室}
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-12-31}
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
)"},
     {R"(units:
  - {id: office, name: Station office}
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-12-31}
  - id: 2017-q3
    kind: regular
    date: 2017-09-20
followups:
  - meeting: 2017-q2
    unit: office
    date: 2017-09-18
    items:
      - {resolution: r1, status: in_progress}
)",
      R"(单位:
  - {编号: 综合办, 名称: 站综合管理办公室}
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-12-31}
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-09-20
落实报告:
  - 会议: 2017-q2
    单位: 综合办
    日期: 2017-09-18
    事项:
      - {决议: r1, 状态: 推进中}
)"}},
    report_missing_rule::check};
}  // namespace lianxi::rules
