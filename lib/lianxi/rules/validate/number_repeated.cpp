#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/rules/validate/repeated.hpp>

namespace lianxi::number_repeated_rule {
static const Text& number_of(const Meeting& meeting) {
  static constexpr Text none;
  return meeting.minutes ? meeting.minutes->number : none;
}

static void check(const ValidateCase& c, FindingSink& out) {
  const auto& meetings = c.book.meetings;
  const auto report = [&](std::size_t i, const Text& first) {
    const Meeting& meeting = meetings[i];
    const Text& number = number_of(meeting);
    auto& finding =
        out.add(number.at(), name_of(meeting),
                say({"minutes with the number {} were issued before", "文号 {} 已有另一份纪要使用"},
                    *number),
                say({"correct the number", "请更正文号"}));
    finding.related.push_back({first.at(), say({"first used here", "第一次用在这里"})});
  };
  for_each_repeated(
      meetings.size(), [&](std::size_t i) -> const Text& { return number_of(meetings[i]); },
      report);
}
}  // namespace lianxi::number_repeated_rule

namespace lianxi::rules {
extern constinit const ValidateRule number_repeated{
    {"number-repeated",
     Severity::error,
     {"Two minutes have the same number.", "两份会议纪要的文号相同。"},
     {"A number is given to one paper. With two of them nobody can cite either.",
      "一个文号只发一份文件；重号的纪要无法引用。"},
     {R"(meetings:
  - {id: 2017-q1, kind: regular, date: 2017-03-20, minutes: {issued: 2017-03-24, number: 2017-1}}
  - {id: 2017-q2, kind: regular, date: 2017-06-20, minutes: {issued: 2017-06-24, number: 2017-1}}
)",
      R"(会议:
  - {编号: 2017-q1, 类型: 例会, 日期: 2017-03-20, 会议纪要: {印发日期: 2017-03-24, 文号: 〔2017〕1号}}
  - {编号: 2017-q2, 类型: 例会, 日期: 2017-06-20, 会议纪要: {印发日期: 2017-06-24, 文号: 〔2017〕1号}}
)"},
     {R"(meetings:
  - {id: 2017-q1, kind: regular, date: 2017-03-20, minutes: {issued: 2017-03-24, number: 2017-1}}
  - {id: 2017-q2, kind: regular, date: 2017-06-20, minutes: {issued: 2017-06-24, number: 2017-2}}
)",
      R"(会议:
  - {编号: 2017-q1, 类型: 例会, 日期: 2017-03-20, 会议纪要: {印发日期: 2017-03-24, 文号: 〔2017〕1号}}
  - {编号: 2017-q2, 类型: 例会, 日期: 2017-06-20, 会议纪要: {印发日期: 2017-06-24, 文号: 〔2017〕2号}}
)"}},
    number_repeated_rule::check};
}  // namespace lianxi::rules
