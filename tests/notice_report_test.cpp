#include <lianxi/book/book.hpp>
// Notices of meetings, and the sheet to sign in on.
#include "report_checks.hpp"

namespace notice_report_test {

using namespace lianxi;
using namespace report_checks;
using test::check_absent;

namespace {

constexpr std::string_view small_book = R"(
alliance: {name: 站区联盟, founded: 2016-01-01, office: a}
units:
  - {id: b, name: 乙单位, order: 2}
  - {id: a, name: 甲单位, short_name: 甲, contact: 甲的电话 13912345678, order: 1}
  - {id: gone, name: 已退出单位, left: 2017-12-01}
  - {id: late, name: 新加入单位, joined: 2017-11-01}
meetings:
  - {id: m1, kind: regular, date: 2017-05-10, title: 二季度会, resolutions: [{id: r1, text: 事项, lead: a, ongoing: yes}]}
  - {id: m2, kind: regular, date: 2017-09-20, title: 三季度会, resolutions: [{id: r1, text: 事项, lead: a, ongoing: yes}], topics: [{id: t1, title: 旧议题, outcome: deferred}]}
  - id: m3
    kind: special
    title: 四季度会
    date: 2017-12-14
    time: 14:00
    reason: 迎接检查
    observers: [区某局]
    notice: {date: 2017-12-05}
    topics:
      - {id: t1, title: 新议题, by: b, outcome: consensus}
      - {id: t2, title: 再议, from: m2/t1}
  - {id: m4, kind: regular, date: 2018-03-01}
followups:
  - {meeting: m1, unit: b, date: 2017-09-20}
  - {meeting: m2, unit: a, date: 2017-10-10}
  - {meeting: m1, unit: a, date: 2017-12-15}
)";

const Date early_december = *Date::make(2017, 12, 6);

std::string notice(Language language, Of of) { return report("notice", small_book, language, of); }

}  // namespace

TEST_CASE("a notice in Chinese") {
  const std::string text = notice(Language::zh, {.subject = "m3", .as_of = early_december});
  CHECK(text.starts_with("# 关于召开四季度会的通知\n\n甲、乙单位、新加入单位：\n"));
  check_lines(text, {
                        "现定于2017年12月14日召开四季度会，有关事项通知如下：",
                        "**召开事由**：迎接检查",
                        "## 一、会议时间",
                        "2017年12月14日（星期四）14:00",
                        "另行通知",
                        "1. 新议题（乙单位提出）",
                        "2. 再议，承接三季度会议题",
                        "**列席**：区某局",
                        "## 五、报送材料",
                        "| 甲 | 二季度会 | 2017年9月20日 | 未报 |",
                        "| 乙单位 | 三季度会 | 2018年3月1日 | 待报 |",
                        "## 七、联系方式",
                        "甲单位，甲的电话 13912345678",
                        "2017年12月5日",
                        "**抄送**：区某局",
                        "## 会议回执",
                        "| 单位 | 参会人员（姓名、职务） | 联系电话 | 请假及事由 | 备注 |",
                        "| | | | | |",
                        "## 议题征集表",
                        "| 提出单位 | 议题 | 提出理由和建议 | 涉及单位 |",
                    });
  // Those who are not members on the day are not asked; outcomes are not told beforehand.
  check_absent(text, {"已退出单位", "达成共识", "| 新加入单位"});
}

TEST_CASE("a notice in English") {
  check_lines(notice(Language::en, {.subject = "m3", .as_of = early_december}),
              {
                  "# Notice: 四季度会",
                  "To: 甲, 乙单位, 新加入单位",
                  "四季度会 will be held on 2017-12-14. The particulars are as follows.",
                  "2017-12-14 (Thursday), 14:00",
                  "to be announced",
                  "2. 再议; taken up from 三季度会",
                  "| 甲 | 二季度会 | 2017-09-20 | missing |",
                  "甲单位: 甲的电话 13912345678",
                  "Office of 站区联盟\\",
                  "## Reply slip",
              });
}

TEST_CASE("a notice written again after the meeting tells of the meeting's day") {
  const Of later{.subject = "m3", .as_of = *Date::make(2018, 1, 31)};
  check_lines(notice(Language::zh, later), {"| 甲 | 二季度会 | 2017年9月20日 | 未报 |"});
}

TEST_CASE("a notice for the public names no contact") {
  const std::string text = notice(
      Language::zh, {.subject = "m3", .as_of = early_december, .audience = Audience::the_public});
  check_absent(text, {"甲的电话", "联系方式"});
}

TEST_CASE("a notice not given yet leaves its date to be filled in") {
  const std::string text =
      notice(Language::zh, {.subject = "m3", .as_of = *Date::make(2017, 12, 1)});
  check_lines(text, {"\\_\\_\\_\\_年\\_\\_月\\_\\_日"});
  check_absent(text, {"2017年12月5日"});
}

TEST_CASE("a notice with nothing on record asks for everything") {
  const std::string text = report(
      "notice", "alliance: {name: x}\nmeetings: [{id: m, kind: regular, date: 2017-10-01}]\n",
      Language::zh, {.subject = "m"});
  check_lines(text, {"# 关于召开x2017年10月1日例会的通知", "各成员单位：",
                     "议题正在征集，请填写所附议题征集表。", "各单位没有尚未报送的纪要落实报告。"});
  check_absent(text, {"抄送", "列席", "联系方式"});
}

TEST_CASE("a notice to some units is addressed to them") {
  constexpr std::string_view book = R"(
alliance: {name: x, founded: 2016-01-01}
units: [{id: a, name: 甲}, {id: b, name: 乙}, {id: c, name: 丙}]
meetings: [{id: m, kind: regular, date: 2017-10-01, notice: {date: 2017-09-20, to: [c, a]}}]
)";
  check_lines(report("notice", book, Language::zh, {.subject = "m"}), {"丙、甲："});
}

TEST_CASE("the sign-in sheet has a row for each member of the day") {
  const std::string text =
      report("sign-in", small_book, Language::zh, {.subject = "m3", .as_of = early_december});
  CHECK(text.starts_with("# 四季度会签到表\n"));
  check_lines(text, {
                        "**时间**：2017年12月14日（星期四）14:00",
                        "| 序号 | 单位 | 姓名 | 签名 | 签到时间 |",
                        "| 1 | 甲 | | | |",
                        "| 2 | 乙单位 | | | |",
                        "| 3 | 新加入单位 | | | |",
                        "| 1 | 区某局 | | | |",
                    });
  check_absent(text, {"已退出单位", "甲的电话"});
  check_lines(report("sign-in", small_book, Language::en, {.subject = "m1"}),
              {"# Sign-in: 二季度会", "| No. | Unit | Name | Signature | Time |",
               "| 3 | 已退出单位 | | | |"});
}

TEST_CASE("a sign-in sheet without members says so") {
  check_lines(report("sign-in", "meetings: [{id: m, kind: regular, date: 2017-10-01}]\n",
                     Language::zh, {.subject = "m"}),
              {"会议当日没有成员单位。"});
}

}  // namespace notice_report_test
