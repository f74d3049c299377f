#include <lianxi/records/units.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/rules/validate/text_values.hpp>

namespace lianxi::personal_phone_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  for_each_personal_number(c.book, PersonalNumber::Kind::phone, [&](const PersonalText& text) {
    if (text.is(&Unit::contact)) return;  // where it is expected
    out.add(text.at, text.name(),
            say({"a mobile phone number: {}", "写有手机号码：{}"}, text.number.masked()),
            say({"take it out, or enter it as `contact` of the unit",
                 "请删去，或写入单位的“联系方式”"}));
  });
}
}  // namespace lianxi::personal_phone_rule

namespace lianxi::rules {
extern constinit const ValidateRule personal_phone{
    {"personal-phone",
     Severity::warning,
     {"A text holds a mobile phone number.", "文字中写有手机号码。"},
     {"A number of somebody in a text goes wherever the book goes. That of a unit belongs in "
      "its `contact`, where it is expected and can be left out of reports; a private one "
      "belongs nowhere.",
      "文字里的手机号会随账本到处流传。单位的联系电话请写在“联系方式”里，报告可以不带出；个人的号"
      "码不应写入。"},
     {R"(shares:
  - id: s1
    date: 2017-05-10
    unit: north
    title: A lost child brought home
    kind: experience
    text: Whoever finds a child calls 13812345678
)",
      R"(经验信息:
  - 编号: s1
    日期: 2017-05-10
    单位: 北广场
    标题: 走失儿童送回家
    类型: 经验
    内容: 发现走失儿童请拨 13812345678
)"},
     {R"(shares:
  - id: s1
    date: 2017-05-10
    unit: north
    title: A lost child brought home
    kind: experience
    text: Whoever finds a child calls the north gate
)",
      R"(经验信息:
  - 编号: s1
    日期: 2017-05-10
    单位: 北广场
    标题: 走失儿童送回家
    类型: 经验
    内容: 发现走失儿童请联系北广场
)"}},
    personal_phone_rule::check};
}  // namespace lianxi::rules
