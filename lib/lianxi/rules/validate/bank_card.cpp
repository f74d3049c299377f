#include <lianxi/rules/rule.hpp>
#include <lianxi/rules/validate/text_values.hpp>

namespace lianxi::bank_card_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  for_each_personal_number(c.book, PersonalNumber::Kind::card, [&](const PersonalText& text) {
    out.add(text.at, text.name(),
            say({"a bank card number: {}", "写有银行卡号：{}"}, text.number.masked()),
            say({"take it out; it has to leave the history of the book as well",
                 "请删去，历史版本中也应清除"}));
  });
}
}  // namespace lianxi::bank_card_rule

namespace lianxi::rules {
extern constinit const ValidateRule bank_card{
    {"bank-card",
     Severity::error,
     {"A text holds a bank card number.", "文字中写有银行卡号。"},
     {"A card number can be misused by whoever reads it, and nothing in a book needs one. Only "
      "numbers with a valid check digit and the prefix of an issuer are reported, and never "
      "shown in full.",
      "卡号谁看到都可能被冒用，账本也用不到。只报校验位正确、带发卡机构前缀的号码，且不完整显示。"},
     {R"(shares:
  - id: s1
    date: 2017-05-10
    unit: north
    title: A lost child brought home
    kind: experience
    text: Thanks go to 6222021234567890128
)",
      R"(经验信息:
  - 编号: s1
    日期: 2017-05-10
    单位: 北广场
    标题: 走失儿童送回家
    类型: 经验
    内容: 请汇至 6222021234567890128
)"},
     {R"(shares:
  - id: s1
    date: 2017-05-10
    unit: north
    title: A lost child brought home
    kind: experience
    text: Thanks go to the account of the fund
)",
      R"(经验信息:
  - 编号: s1
    日期: 2017-05-10
    单位: 北广场
    标题: 走失儿童送回家
    类型: 经验
    内容: 请汇至爱心基金账户
)"}},
    bank_card_rule::check};
}  // namespace lianxi::rules
