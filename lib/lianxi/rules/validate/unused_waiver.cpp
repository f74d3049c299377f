#include <lianxi/rules/rule.hpp>

namespace lianxi::rules {
/// Judged in rules/judge.cpp, once it is known what each waiver hides.
extern constinit const ValidateRule unused_waiver{
    {rule_names::unused_waiver,
     Severity::warning,
     {"A waiver hides no finding.", "豁免没有对应的问题。"},
     {"The matter is settled, or the record is misspelt. Either way the waiver no longer says what "
      "it seems to say. Each command judges the waivers of its own rules.",
      "事项已办结，或记录名写错，豁免都不再起作用。各命令只核对本命令规则的豁免。"},
     {R"(waivers:
  - rule: minutes-late
    record: meetings/2099-q9
    reason: the printer was broken
)",
      R"(豁免:
  - 规则: minutes-late
    记录: meetings/2099-q9
    原因: 印刷设备故障
)"},
     {R"(waivers:
  - rule: minutes-late
    record: meetings/2017-q3
    reason: the printer was broken
)",
      R"(豁免:
  - 规则: minutes-late
    记录: meetings/2017-q3
    原因: 印刷设备故障
)"}},
    nullptr};
}  // namespace lianxi::rules
