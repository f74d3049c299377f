#include <lianxi/rules/rule.hpp>
#include <lianxi/rules/validate/text_values.hpp>

namespace lianxi::personal_id_number_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  for_each_personal_number(c.book, PersonalNumber::Kind::identity, [&](const PersonalText& text) {
    out.add(text.at, text.name(),
            say({"a resident identity number: {}", "写有居民身份证号：{}"}, text.number.masked()),
            say({"take it out; it has to leave the history of the book as well",
                 "请删去，历史版本中也应清除"}));
  });
}
}  // namespace lianxi::personal_id_number_rule

namespace lianxi::rules {
extern constinit const ValidateRule personal_id_number{
    {"personal-id-number",
     Severity::error,
     {"A text holds somebody's resident identity number.", "文字中写有居民身份证号。"},
     {"Books are copied, sent and kept for years. An identity number has no business in one: it"
      " names a person for life. Only numbers with a valid check digit and a real day of birth "
      "are reported, and never shown in full.",
      "账本会被复制、发送、长期保存，不应出现身份证号：它终身对应一个人。只报校验码正确、出生日期"
      "真实的号码，且不完整显示。"},
     {R"(shares:
  - id: s1
    date: 2017-05-10
    unit: north
    title: A lost child brought home
    kind: experience
    text: The child of Ms Li (110105194912310038) was found
)",
      R"(经验信息:
  - 编号: s1
    日期: 2017-05-10
    单位: 北广场
    标题: 走失儿童送回家
    类型: 经验
    内容: 李女士（110105194912310038）的孩子走失后找到
)"},
     {R"(shares:
  - id: s1
    date: 2017-05-10
    unit: north
    title: A lost child brought home
    kind: experience
    text: The child of a traveller was found
)",
      R"(经验信息:
  - 编号: s1
    日期: 2017-05-10
    单位: 北广场
    标题: 走失儿童送回家
    类型: 经验
    内容: 一位旅客的孩子走失后找到
)"}},
    personal_id_number_rule::check};
}  // namespace lianxi::rules
