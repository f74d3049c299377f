#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Judged in rules/judge.cpp, once it is known what each waiver hides.
extern constinit const ValidateRule expired_waiver{
    {rule_names::expired_waiver,
     Severity::warning,
     {"A waiver has ended; what it hid is shown again.", "豁免已到期，原先的问题重新显示。"},
     {"A waiver until a day is a promise to settle the matter by then.",
      "有期限的豁免，就是到期前办结的承诺。"},
     {R"(waivers:
  - rule: minutes-late
    record: meetings/2017-q3
    reason: the printer was broken
    until: 2017-06-30
)",
      R"(豁免:
  - 规则: minutes-late
    记录: meetings/2017-q3
    原因: 印刷设备故障
    截止: 2017-06-30
)"},
     {R"(waivers:
  - rule: minutes-late
    record: meetings/2017-q3
    reason: the printer was broken
    until: 2018-06-30
)",
      R"(豁免:
  - 规则: minutes-late
    记录: meetings/2017-q3
    原因: 印刷设备故障
    截止: 2018-06-30
)"}},
    nullptr};
}  // namespace lianxi::rules
