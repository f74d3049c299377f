#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::meeting_missed_rule {

static void check(const Compliance& c, FindingSink& out) {
  for (const SpanOfTime& interval : c.cadence.missed)
    out.add(
        c.book.alliance()->founded.at(), "alliance/intervals/" + interval.name(),
        {interval.last(), Nature::fact},
        say({"no regular meeting was held in {} ({} to {})", "{}（{} 至 {}）未召开例会"},
            interval.name(), iso(interval.first()), iso(interval.last())),
        say({"enter the meeting if it was held; what cannot be made up for needs a waiver that a "
             "meeting approved",
             "如已召开，请补录会议；确实无法补开的，经会议批准后登记豁免"}));
}

}  // namespace lianxi::meeting_missed_rule

namespace lianxi::rules {
extern constinit const FollowupRule meeting_missed{
    {"meeting-missed",
     Severity::error,
     {"An interval of the policy went by without a regular meeting.",
      "制度规定的一个例会周期内没有召开例会。"},
     {"Units without a common superior have only the conference to settle what concerns them all. "
      "A quarter without a meeting is a quarter in which nothing was resolved and nobody was asked "
      "what became of the last resolutions.",
      "各单位互不隶属，共同的事只能在联席会上商定。一个周期不开会，就没有人议事，也没有人过问上次决"
      "议的"
      "落实情况。"},
     {R"(# as of 2017-09-30: nothing in the second quarter
alliance:
  name: Station Area Alliance
  founded: 2017-01-10
  office: office
meetings:
  - id: 2017-q3
    kind: regular
    date: 2017-07-10
)",
      R"(# 截至 2017-09-30：二季度没有例会
联盟:
  名称: 站区党建联盟
  成立日期: 2017-01-10
  办公室: 综合办
会议:
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-07-10
)"},
     {R"(alliance:
  name: Station Area Alliance
  founded: 2017-01-10
  office: office
meetings:
  - id: 2017-q2
    kind: regular
    date: 2017-04-12
  - id: 2017-q3
    kind: regular
    date: 2017-07-10
)",
      R"(联盟:
  名称: 站区党建联盟
  成立日期: 2017-01-10
  办公室: 综合办
会议:
  - 编号: 2017-q2
    类型: 例会
    日期: 2017-04-12
  - 编号: 2017-q3
    类型: 例会
    日期: 2017-07-10
)"}},
    meeting_missed_rule::check};
}  // namespace lianxi::rules
