// Papers tell what was known on their own day, and say what people wrote for them.
#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/reports/words/papers.hpp>
#include <lianxi/reports/words/sentences.hpp>
#include <lianxi/rules/rule.hpp>

#include "report_checks.hpp"

namespace papers_of_the_day_test {

using namespace lianxi;
using namespace report_checks;
using test::check_absent;
using test::day;

namespace {

constexpr std::string_view book_text = R"(
alliance: {name: 联盟, founded: 2016-01-01, office: a, letterhead: 站区联盟文件}
units:
  - {id: a, name: 甲单位}
  - {id: b, name: 乙单位}
meetings:
  - {id: m1, kind: regular, date: 2017-05-10, notice: {date: 2017-05-02}, attendance: {present: [a]},
     resolutions: [{id: r1, text: 修好路灯, lead: b, due: 2017-06-30,
       revisions: [{date: 2017-09-20, due: 2017-12-31, reason: 人手不足, approved: m3},
                   {date: 2017-10-20, due: 2018-03-31, reason: 会后又改, approved: m3}]}],
     minutes: {issued: 2017-05-12}}
  - {id: m2, kind: regular, date: 2017-08-01, notice: {date: 2017-07-20}, cancelled: 台风来袭, cancelled_on: 2017-07-28}
  - {id: m3, kind: regular, title: 第三次联席会议, date: 2017-09-20, time: 9:00, place: 一楼, notice: {date: 2017-07-28}, attendance: {present: [a], leave: [{unit: b, reason: 值班}]},
     minutes: {issued: 2017-09-25}}
  - {id: m4, kind: special, date: 2017-10-01, notice: {date: 2017-09-27}, cancelled: 不再需要, cancelled_on: 2017-09-29}
summaries:
  - {period: 2017-Q3, overview: "总的来看，进展顺利。\n\n第二段。", highlights: "- 一件事\n- 另一件事", problems: 缺人, next: 再接再厉, signed: {by: 办公室主任}}
  - {period: 2017-Q3, report: bulletin, overview: 只在通报里}
)";

std::string paper(std::string_view kind, std::string_view meeting, std::string_view as_of,
                  Language language = Language::zh) {
  return report(kind, book_text, language, {.subject = meeting, .as_of = day(as_of)});
}

}  // namespace

TEST_CASE("minutes under a letterhead name the meeting, and what it approved") {
  const std::string text = paper("minutes", "m3", "2018-01-01");
  CHECK(
      text.starts_with("**站区联盟文件**\n\n# 第三次联席会议纪要\n\n2017年9月20日（星期三）09:00，"
                       "第三次联席会议在一楼召开。"));
  check_lines(text, {"1. 同意将“修好路灯”的完成时限由2017年6月30日调整为2017年12月31日。"
                     "原因：人手不足。"});
  // Moved again after these minutes were issued.
  check_absent(text, {"会后又改", "2018年3月31日"});
  for (const std::string_view later : {"2017-09-25", "2017-10-31", "2020-01-01"})
    CHECK(paper("minutes", "m3", later) == text);
  CHECK(paper("minutes", "m3", "2017-09-24") != text);
}

TEST_CASE("an untitled meeting is named once in a sentence") {
  const std::string zh = paper("minutes", "m1", "2018-01-01");
  check_lines(zh, {"# 联盟2017年5月10日例会纪要",
                   "2017年5月10日（星期三），联盟例会召开。应到成员单位2家，实到1家。"});
  check_lines(paper("minutes", "m1", "2018-01-01", Language::en),
              {"# Minutes of 联盟, regular meeting of 2017-05-10",
               "The regular meeting of 联盟 was held on 2017-05-10 (Wednesday). Of 2 members 1 "
               "were present."});
}

TEST_CASE(
    "a notice that had gone out is followed by one that the meeting is put off or cancelled") {
  // Before that day it stands as it was announced.
  CHECK(has(paper("notice", "m2", "2017-07-27"), "# 关于召开联盟2017年8月1日例会的通知"));
  const std::string put_off = paper("notice", "m2", "2017-12-31");
  check_lines(put_off,
              {"# 关于推迟召开联盟2017年8月1日例会的通知", "甲单位、乙单位：",
               "原定于2017年8月1日（星期二）召开的联盟例会，因台风来袭，推迟至2017年9月20日"
               "（星期三）09:00召开，地点：一楼。",
               "2017年7月28日"});
  CHECK(paper("notice", "m2", "2017-07-28") == put_off);
  const std::string off = paper("notice", "m4", "2017-12-31");
  check_lines(off, {"# 关于取消召开联盟2017年10月1日临时会议的通知",
                    "原定于2017年10月1日（星期日）召开的联盟临时会议，因不再需要，取消召开。"});
  check_lines(paper("notice", "m4", "2017-12-31", Language::en),
              {"# Notice: 联盟, special meeting of 2017-10-01 is cancelled"});
}

TEST_CASE("what the office wrote of a period stands in the report of its kind and period") {
  const Of quarter{.period = "2017-Q3", .as_of = day("2017-12-31")};
  const std::string text = report("quarterly", book_text, Language::zh, quarter);
  CHECK(has(text, "工作报告\n\n总的来看，进展顺利。\n\n第二段。\n\n"));
  const auto at = [&](std::string_view part) { return text.find(part); };
  CHECK(at("工作亮点\n\n- 一件事\n- 另一件事") < at("存在问题\n\n缺人"));
  CHECK(at("存在问题\n\n缺人") < at("下步打算\n\n再接再厉"));
  CHECK(at("下步打算\n\n再接再厉") < at("督查发现的问题"));
  CHECK(has(text, "**签发**：办公室主任\n\n联盟办公室"));
  CHECK_FALSE(has(text, "只在通报里"));
  CHECK(has(report("bulletin", book_text, Language::zh, quarter), "只在通报里"));
  CHECK_FALSE(has(report("quarterly", book_text, Language::zh, {.period = "2017-Q2"}), "总的来看"));
}

TEST_CASE("the public is told nothing of single units") {
  const Of for_all{
      .period = "2017-Q3", .as_of = day("2017-12-31"), .audience = Audience::the_public};
  const std::string text = report("quarterly", book_text, Language::zh, for_all);
  check_absent(text, {"督查发现", "各单位落实报告\n", "亮灯", "办公室主任"});
  CHECK(has(report("quarterly", book_text, Language::zh,
                   {.period = "2017-Q3", .as_of = day("2017-12-31")}),
            "乙单位没有报送2017年5月10日例会决议的落实情况，时限为2017年9月20日。"));
}

TEST_CASE("every rule of follow-up is told in a sentence of its own") {
  for (const FollowupRule* rule : followup_rules()) {
    CAPTURE(rule->name);
    CHECK(can_be_told(rule->name));
  }
}

TEST_CASE("texts of several lines become paragraphs and lists") {
  const auto blocks = papers::written("一段\n接着\n\n二段\n1. 甲\n\n2. 乙\n还是乙\n\n尾段\n- 点");
  REQUIRE(blocks.size() == 5);
  CHECK(std::get<doc::Paragraph>(blocks[0]).text.plain() == "一段\n接着");
  CHECK(std::get<doc::Paragraph>(blocks[1]).text.plain() == "二段");
  const auto& numbered = std::get<doc::Items>(blocks[2]);
  CHECK(numbered.numbered);
  REQUIRE(numbered.items.size() == 2);
  CHECK(numbered.items[1].plain() == "乙\n还是乙");
  CHECK(std::get<doc::Paragraph>(blocks[3]).text.plain() == "尾段");
  CHECK_FALSE(std::get<doc::Items>(blocks[4]).numbered);
  CHECK(papers::written(" \n\n").empty());
}

}  // namespace papers_of_the_day_test
