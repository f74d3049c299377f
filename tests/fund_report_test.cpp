// Statements of funds and lists of donations, for publication.
#include <fmt/format.h>

#include <lianxi/base/quantity.hpp>
#include <lianxi/book/book.hpp>

#include "report_checks.hpp"

namespace fund_report_test {

using namespace lianxi;
using namespace report_checks;
using test::check_absent;

namespace {

constexpr std::string_view small_book = R"(
alliance: {name: 站区联盟, founded: 2016-01-01, office: a}
units:
  - {id: a, name: 甲单位, contact: 甲的电话}
  - {id: b, name: 乙单位, short_name: 乙, contact: 乙的电话 13912345678}
funds:
  - id: f
    name: 爱心基金
    steward: b
    established: 2016-02-01
    purpose: 救助困难旅客
    opening: 100.50
    published:
      - {date: 2017-01-10, until: 2016-12-31, where: 公告栏}
      - {date: 2017-08-20, until: 2017-08-15, where: 电子屏}
      - {date: 2017-10-10, until: 2017-09-30, where: 还没有}
  - {id: g, name: 另一基金, steward: a}
donations:
  - {id: d5, date: 2017-10-01, fund: f, amount: 9000, donor: 以后的人}
  - {id: d1, date: 2017-03-01, fund: f, amount: 1000, donor: b}
  - {id: d2, date: 2017-08-02, fund: f, amount: 325.04, purpose: 捐赠人的心意}
  - {id: d3, date: 2017-08-02, fund: f, amount: 12345, donor: 某公司, recipient: b, goods: [{item: AED, quantity: 1, uom: 台, value: 20000, basis: 合同价}, {item: 雨衣, quantity: 200余, uom: 件}]}
  - {id: d4, date: 2017-08-03, fund: f, donor: 某商户, recipient: 旅客, goods: [{item: 矿泉水, quantity: 约500, uom: 瓶, value: 600.5}]}
  - {id: d6, date: 2017-08-04, fund: g, donor: 另一家, recipient: a, goods: [{item: 别的物资, quantity: 1}]}
  - {id: d7, date: 2017-08-05, fund: g, amount: 1, donor: 另一家}
grants:
  - {id: g1, date: 2017-08-02, fund: f, amount: 1400.50, beneficiaries: 3, purpose: 某人的病情}
  - {id: g2, date: 2017-08-01, fund: f, amount: 20, beneficiaries: 约5, purpose: 路费}
  - {id: g3, date: 2017-04-01, fund: f, amount: 0.5}
  - {id: g4, date: 2017-08-20, fund: f, amount: 1}
  - {id: g5, date: 2017-10-20, fund: f, amount: 7}
)";

std::string fund(Language language, Of of) {
  if (of.subject.empty()) of.subject = "f";
  return report("fund", small_book, language, of);
}

}  // namespace

TEST_CASE("a fund's statement in Chinese") {
  const std::string text = fund(Language::zh, {.period = "2017-08"});
  CHECK(
      text.starts_with("# 爱心基金收支公示\n\n基金名称：爱心基金\\\n管理单位：乙单位\\\n"
                       "设立日期：2016年2月1日\\\n基金用途：救助困难旅客\\\n"
                       "公示期间：2017年8月1日至2017年8月31日\n"));
  // 100.50 + 1,000.00 - 0.50 before the month; in it 325.04 + 12,345.00 in, 20 + 1,400.50 + 1 out.
  check_lines(text, {
                        "## 一、期初余额",
                        "1,100.00元（大写：壹仟壹佰元整）",
                        "## 二、收入明细",
                        "| 2017年8月2日 | 匿名 | 325.04 | 捐赠人的心意 |",
                        "| 2017年8月2日 | 某公司 | 12,345.00 | — |",
                        "| **合计** | | **12,670.04** | |",
                        "## 三、捐赠物资（单独列示）",
                        "| 2017年8月2日 | 某公司 | 乙 | AED | 1 台 | 20,000.00 | 合同价 |",
                        "| 2017年8月2日 | 某公司 | 乙 | 雨衣 | 200余 件 | — | — |",
                        "| 2017年8月3日 | 某商户 | 旅客 | 矿泉水 | 约500 瓶 | 600.50 | — |",
                        "物资估值合计20,600.50元，单独列示，不计入资金收支。另有1项未估值。",
                        "## 四、支出明细",
                        "| 2017年8月1日 | 约5 | 20.00 | 路费 |",
                        "| 2017年8月2日 | 3 | 1,400.50 | 某人的病情 |",
                        "| 2017年8月20日 | — | 1.00 | — |",
                        "| **合计** | **约8** | **1,421.50** | |",
                        "## 五、逐笔余额",
                        "| | 期初余额 | | | 1,100.00 |",
                        "| 2017年8月1日 | 救助约5人 | | 20.00 | 1,080.00 |",
                        // What came in on the day stands before what went out on it.
                        "| 2017年8月2日 | 匿名捐款 | 325.04 | | 1,405.04 |",
                        "| 2017年8月2日 | 某公司捐款 | 12,345.00 | | 13,750.04 |",
                        "| 2017年8月2日 | 救助3人 | | 1,400.50 | 12,349.54 |",
                        "| 2017年8月20日 | 救助支出 | | 1.00 | 12,348.54 |",
                        "| | **合计和期末余额** | **12,670.04** | **1,421.50** | **12,348.54** |",
                        "## 六、期末余额",
                        "- 收入合计12,670.04元（大写：壹万贰仟陆佰柒拾元零肆分）",
                        "- 期末余额12,348.54元（大写：壹万贰仟叁佰肆拾捌元伍角肆分）",
                        "## 七、公示和监督",
                        "| 2017年8月20日 | 2017年8月15日 | 电子屏 |",
                    });
  // Not yet, not any more, and of another fund.
  check_absent(text, {"以后的人", "还没有", "另一家", "别的物资"});
}

TEST_CASE("what is published of a fund covers its period") {
  const std::string august = fund(Language::zh, {.period = "2017-08"});
  CHECK_FALSE(has(august, "公告栏"));
  CHECK_FALSE(has(fund(Language::zh, {.period = "2017-09"}), "电子屏"));
  check_lines(fund(Language::zh, {.period = "2017-09"}), {"本期账目此前没有公示过。"});
  check_lines(fund(Language::zh, {}), {"| 2017年1月10日 | 2016年12月31日 | 公告栏 |"});
}

TEST_CASE("a fund's statement in English") {
  check_lines(fund(Language::en, {.period = "2017-08"}),
              {
                  "# 爱心基金: statement for publication",
                  "1,100.00 yuan",
                  "| 2017-08-02 | anonymous | 325.04 | 捐赠人的心意 |",
                  "Value of the goods in all: 20,600.50 yuan; it is not part of any sum of money. "
                  "Not valued: 1.",
                  "| 2017-08-01 | grant, people helped: about 5 | | 20.00 | 1,080.00 |",
                  "- Closing balance: 12,348.54 yuan",
                  "Objections to what is published here go to: 乙单位, which keeps the fund, or to "
                  "the Office of 站区联盟 (甲单位). Contact: 乙的电话 13912345678.",
              });
}

TEST_CASE("a fund's statement for the public keeps purposes and contacts to itself") {
  const std::string text =
      fund(Language::zh, {.period = "2017-08", .audience = Audience::the_public});
  check_lines(text, {"| 日期 | 受助人数 | 金额（元） |", "| **合计** | **约8** | **1,421.50** |",
                     "对公示内容如有异议，请向基金管理单位乙单位或站区联盟办公室（甲单位）反映。"});
  check_absent(text, {"某人的病情", "路费", "乙的电话"});
}

TEST_CASE("a fund where nothing moved says so") {
  const std::string text = fund(Language::zh, {.period = "2017-09"});
  check_lines(text, {"没有收到捐款。", "没有收到捐赠物资。", "没有救助支出。",
                     "12,348.54元（大写：壹万贰仟叁佰肆拾捌元伍角肆分）",
                     "| | **合计和期末余额** | **0.00** | **0.00** | **12,348.54** |"});
  CHECK(has(fund(Language::en, {.period = "2017-09"}), "Nothing was paid out."));
}

TEST_CASE("a fund in another currency has no capital numerals") {
  const std::string text =
      report("fund", "alliance: {name: x, currency: USD}\nfunds: [{id: f, name: y, opening: 5}]\n",
             Language::zh, {.subject = "f"});
  check_lines(text, {"5.00 USD", "管理单位：—\\"});
  CHECK_FALSE(has(text, "大写"));
}

TEST_CASE("the closing balance is what the opening and the movements come to") {
  std::string book = "funds: [{id: f, opening: 10}]\ndonations:\n";
  std::int64_t left = 1000;
  for (int i = 0; i < 300; ++i) {
    book += fmt::format("  - {{id: d{}, date: 2017-{:02}-{:02}, fund: f, amount: {}.{:02}}}\n", i,
                        1 + i * 7 % 9, 1 + i * 11 % 28, i % 37, i % 100);
    left += i % 37 * 100 + i % 100;
  }
  book += "grants:\n";
  for (int i = 0; i < 300; ++i) {
    book += fmt::format("  - {{id: g{}, date: 2017-{:02}-{:02}, fund: f, amount: 1.{:02}}}\n", i,
                        1 + i * 5 % 9, 1 + i * 13 % 28, i % 100);
    left -= 100 + i % 100;
  }
  const std::string text = report("fund", book, Language::en, {.subject = "f"});
  const std::string closing = to_text(Amount{left});
  CHECK(has(text, "- Closing balance: " + closing + " yuan"));
  CHECK(has(text, "** | **" + closing + "** |"));  // the running balance ends there too
}

TEST_CASE("donations in both languages") {
  const std::string text = report("donations", small_book, Language::zh, {.period = "2017-08"});
  CHECK(text.starts_with("# 站区联盟接受捐赠公示\n"));
  check_lines(text, {
                        "2017年8月1日至2017年8月31日，接受捐赠5笔，其中捐款12,671.04元"
                        "（大写：壹万贰仟陆佰柒拾壹元零肆分）；捐赠物资估值20,600.50元。"
                        "捐款和物资分别列示，不合并计算。",
                        "### （一）爱心基金",
                        "| 2017年8月2日 | 匿名 | 325.04 | 捐赠人的心意 |",
                        "| **合计** | | **12,670.04** | |",
                        "### （二）另一基金",
                        "| **合计** | | **1.00** |",
                        "## 二、捐赠物资",
                        "| 2017年8月4日 | 另一家 | 甲单位 | 别的物资 | 1 | — | — |",
                        "物资估值合计20,600.50元，单独列示，不计入资金收支。另有2项未估值。",
                    });
  check_absent(text, {"未列明基金"});
  check_lines(report("donations", small_book, Language::en, {.period = "2017-08"}),
              {"2017-08-01 to 2017-08-31: donations 5, money 12,671.04 yuan, goods valued at "
               "20,600.50 yuan. Money and goods are never added up."});
}

TEST_CASE("where nothing was donated the list says so; faults leave dashes") {
  check_lines(report("donations", "alliance: {name: x}\n", Language::zh, {}),
              {"截至2017年9月30日，没有接受捐赠。", "没有收到捐款。", "没有收到捐赠物资。"});
  constexpr std::string_view faulty = R"(
donations:
  - {id: d1, date: 2017-01-01, fund: nowhere, amount: 很多, donor: 某人}
  - {id: d2, date: 不知道, fund: nowhere, amount: 5}
  - {id: d3, date: 2017-01-02, recipient: a, goods: [{quantity: 一些}]}
)";
  const std::string text = report("donations", faulty, Language::zh, {});
  check_lines(text, {"### （一）未列明基金", "| 2017年1月1日 | 某人 | — |",
                     "| 2017年1月2日 | 匿名 | a | — | — |"});
}

}  // namespace fund_report_test
