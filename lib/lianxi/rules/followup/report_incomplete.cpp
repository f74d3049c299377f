#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/named_resolution.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::report_incomplete_rule {
namespace {

using ReportsOn = std::unordered_map<const Meeting*, const std::vector<const Followup*>*>;

ReportsOn reports_of(const Compliance& c) {
  ReportsOn reports;
  for (const MeetingCompliance& m : c.meetings) reports.emplace(m.meeting, &m.followups);
  return reports;
}

/// The reports of the lead from days on which it led.
std::vector<const Followup*> own_reports(const ResolutionCompliance& r,
                                         const std::vector<const Followup*>& all) {
  std::vector<const Followup*> own;
  for (const Followup* report : all)
    if (*report->unit == r.lead && lead_on(*r.resolution, *report->date) == r.lead)
      own.push_back(report);
  return own;
}

/// What each report on a meeting mentions.
class Mentions {
 public:
  /// Whether the report mentions it, or may do so where it cannot be read. Of resolutions
  /// that share an id by mistake, items mean the first.
  bool has(const Followup& report, const ResolutionCompliance& r, bool is_first) {
    const auto [at, is_new] = by_report_.try_emplace(&report);
    if (is_new) at->second = mentioned_in(report, *r.meeting);
    return at->second.may_be_any || (is_first && at->second.ids.contains(*r.resolution->id));
  }

 private:
  struct Mentioned {
    bool may_be_any = false;
    std::unordered_set<std::string_view> ids = {};
  };

  static Mentioned mentioned_in(const Followup& report, const Meeting& meeting) {
    Mentioned mentioned{.may_be_any = is_unreadable(report.items)};
    for (const FollowupItem& item : report.items) {
      if (is_unreadable(item.resolution)) mentioned.may_be_any = true;
      mentioned.ids.insert(named_resolution(item, meeting));
    }
    return mentioned;
  }

  std::unordered_map<const Followup*, Mentioned> by_report_;
};

void check(const Compliance& c, FindingSink& out) {
  const ReportsOn reports = reports_of(c);
  Mentions mentions;
  std::unordered_set<std::string> seen;
  for (const ResolutionCompliance& r : c.resolutions) {
    if (!r.resolution->id) continue;
    const bool is_first = seen.insert(r.id()).second;
    if (r.lead.empty()) continue;
    const auto own = own_reports(r, *reports.at(r.meeting));
    const auto mentions_it = [&](const Followup* report) {
      return mentions.has(*report, r, is_first);
    };
    if (own.empty() || std::ranges::any_of(own, mentions_it)) continue;
    out.add(r.resolution->at, name_of(*r.meeting, *r.resolution),
            say({"{} leads {} but says nothing of it in its reports on {} (the last of {})",
                 "{} 牵头决议 {}，但其关于会议 {} 的报告（最近一份 {}）均未提及"},
                r.lead, r.id(), *r.meeting->id, iso(*own.back()->date)),
            say({"report on it too: `- {{resolution: {}, status: …}}`",
                 "请补报该事项：“- {{决议: {}, 状态: …}}”"},
                *r.resolution->id));
  }
}

}  // namespace

}  // namespace lianxi::report_incomplete_rule

namespace lianxi::rules {
extern constinit const FollowupRule report_incomplete{
    {"report-incomplete",
     Severity::warning,
     {"The lead's reports leave out a resolution.", "牵头单位的报告漏报了决议。"},
     {"A unit that reports on what went well and leaves out the rest has not reported. Each "
      "resolution is mentioned by the unit that leads it, if only with `not_started`.",
      "只报做成的、不报没做的，等于没有报全。每项决议都应由牵头单位在报告中提及，哪怕只写“未启动”"
      "。"},
     {R"(meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-12-31}
      - {id: r2, text: Open the waiting room, lead: office, due: 2017-12-31}
followups:
  - meeting: 2017-q2
    unit: office
    date: 2017-09-18
    items:
      - {resolution: r1, status: in_progress}
)",
      R"(会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-12-31}
      - {编号: r2, 内容: 开放夜间候车室, 牵头单位: 综合办, 完成时限: 2017-12-31}
落实报告:
  - 会议: 2017-q2
    单位: 综合办
    日期: 2017-09-18
    事项:
      - {决议: r1, 状态: 推进中}
)"},
     {R"(meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: Put up signs, lead: office, due: 2017-12-31}
      - {id: r2, text: Open the waiting room, lead: office, due: 2017-12-31}
followups:
  - meeting: 2017-q2
    unit: office
    date: 2017-09-18
    items:
      - {resolution: r1, status: in_progress}
      - {resolution: r2, status: not_started}
)",
      R"(会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-06-20
    决议:
      - {编号: r1, 内容: 增设换乘指引, 牵头单位: 综合办, 完成时限: 2017-12-31}
      - {编号: r2, 内容: 开放夜间候车室, 牵头单位: 综合办, 完成时限: 2017-12-31}
落实报告:
  - 会议: 2017-q2
    单位: 综合办
    日期: 2017-09-18
    事项:
      - {决议: r1, 状态: 推进中}
      - {决议: r2, 状态: 未启动}
)"}},
    report_incomplete_rule::check};
}  // namespace lianxi::rules
