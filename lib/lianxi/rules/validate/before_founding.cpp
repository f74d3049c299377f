#include <lianxi/records/alliance.hpp>
#include <lianxi/records/donations.hpp>
#include <lianxi/records/events.hpp>
#include <lianxi/records/grants.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::before_founding_rule {
namespace {

template <class T>
void check_all(const Records<T>& records, const Located<Date>& founded, FindingSink& out) {
  for (const T& record : records) {
    if (!record.date || *record.date >= *founded) continue;
    auto& finding =
        out.add(record.date.at(), name_of(record),
                say({"{} is before the alliance was founded ({})", "{} 早于联盟成立日期（{}）"},
                    iso(*record.date), iso(*founded)),
                say({"correct the day, or that of the founding", "请更正日期，或更正成立日期"}));
    finding.related.push_back({founded.at(), say({"founded here", "成立日期写在这里"})});
  }
}

void check(const ValidateCase& c, FindingSink& out) {
  const Alliance* alliance = c.book.alliance();
  if (!alliance || !alliance->founded) return;
  check_all(c.book.meetings, alliance->founded, out);
  check_all(c.book.events, alliance->founded, out);
  check_all(c.book.donations, alliance->founded, out);
  check_all(c.book.grants, alliance->founded, out);
}

}  // namespace

}  // namespace lianxi::before_founding_rule

namespace lianxi::rules {
extern constinit const ValidateRule before_founding{
    {"before-founding",
     Severity::warning,
     {"Something was held, given or granted before the alliance was founded.",
      "会议、活动、捐赠或救助早于联盟成立。"},
     {"What lies before the founding is no work of this alliance and counts in no period of it."
      " Mostly a year was mistyped, in the record or in `founded`.",
      "成立之前的事不是本联盟的工作，也不属于任何一期。多半是年份写错了：或者是这条记录，或者是“"
      "成立日期”。"},
     {R"(alliance:
  name: South Station Alliance
  founded: 2013-07-01
  office: north
grants:
  - id: g1
    date: 2012-02-10
    fund: care
    amount: 210
)",
      R"(联盟:
  名称: 南站区域党建联盟
  成立日期: 2013-07-01
  办公室: 北广场
救助:
  - 编号: g1
    日期: 2012-02-10
    基金: 爱心基金
    金额: 210
)"},
     {R"(alliance:
  name: South Station Alliance
  founded: 2013-07-01
  office: north
grants:
  - id: g1
    date: 2014-02-10
    fund: care
    amount: 210
)",
      R"(联盟:
  名称: 南站区域党建联盟
  成立日期: 2013-07-01
  办公室: 北广场
救助:
  - 编号: g1
    日期: 2014-02-10
    基金: 爱心基金
    金额: 210
)"}},
    before_founding_rule::check};
}  // namespace lianxi::rules
