#include <map>
#include <tuple>

#include <lianxi/records/followups.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::duplicate_followup_rule {

static void check(const ValidateCase& c, FindingSink& out) {
  std::map<std::tuple<std::string_view, std::string_view, Date>, Place> first;
  for (const Followup& f : c.book.followups) {
    if (!f.meeting || !f.unit || !f.date) continue;
    const auto [earlier, is_new] = first.emplace(std::tuple(*f.meeting, *f.unit, *f.date), f.at);
    if (is_new) continue;
    auto& finding =
        out.add(f.at, name_of(f),
                say({"{} has reported on {} on {} already", "{}已有一份关于 {} 的 {} 报告"},
                    *f.unit, *f.meeting, iso(*f.date)),
                say({"put the items into one report, or correct the date",
                     "请把事项并入同一份报告，或更正日期"}));
    finding.related.push_back({earlier->second, say({"the first is here", "第一份在这里"})});
  }
}

}  // namespace lianxi::duplicate_followup_rule

namespace lianxi::rules {
extern constinit const ValidateRule duplicate_followup{
    {"duplicate-followup",
     Severity::error,
     {"A unit has two reports of one day on one meeting.",
      "同一单位对同一会议在同一天有两份落实报告。"},
     {"A report is named by meeting, unit and day. Two of them leave open which status was meant.",
      "落实报告以会议、单位和日期为名，重复了就不知以哪份的状态为准。"},
     {R"(followups:
  - meeting: 2017-q3
    unit: north
    date: 2017-10-09
  - meeting: 2017-q3
    unit: north
    date: 2017-10-09
)",
      R"(落实报告:
  - 会议: 2017-q3
    单位: 北广场
    日期: 2017-10-09
  - 会议: 2017-q3
    单位: 北广场
    日期: 2017-10-09
)"},
     {R"(followups:
  - meeting: 2017-q3
    unit: north
    date: 2017-10-09
  - meeting: 2017-q3
    unit: north
    date: 2017-11-20
)",
      R"(落实报告:
  - 会议: 2017-q3
    单位: 北广场
    日期: 2017-10-09
  - 会议: 2017-q3
    单位: 北广场
    日期: 2017-11-20
)"}},
    duplicate_followup_rule::check};
}  // namespace lianxi::rules
