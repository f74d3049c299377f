#include <lianxi/base/words.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::unknown_rule_rule {

static void check_name(const Text& rule, std::string record, FindingSink& out) {
  if (!rule || find_rule(*rule)) return;
  std::vector<std::string_view> names;
  for (const auto* known : validate_rules()) names.push_back(known->name);
  for (const auto* known : followup_rules()) names.push_back(known->name);
  const auto near = nearest(*rule, names);
  out.add(rule.at(), std::move(record), say({"there is no rule “{}”", "没有“{}”这条规则"}, *rule),
          near.empty() ? say({"`lianxi rules` lists them", "`lianxi rules` 可列出全部规则"})
                       : say({"did you mean “{}”?", "是不是“{}”？"}, near));
}

static void check(const ValidateCase& c, FindingSink& out) {
  if (c.book.alliance())
    for (const SeverityEntry& entry : c.book.alliance()->severities)
      check_name(entry.rule, "alliance", out);
  for (const Waiver& waiver : c.book.waivers) check_name(waiver.rule, c.book.name_of(waiver), out);
}

}  // namespace lianxi::unknown_rule_rule

namespace lianxi::rules {
extern constinit const ValidateRule unknown_rule{
    {"unknown-rule",
     Severity::error,
     {"A severity or a waiver names a rule that does not exist.",
      "规则级别或豁免里写的规则不存在。"},
     {"It would change nothing, although somebody meant it to.",
      "这样写不起任何作用，与本意不符。"},
     {R"(alliance:
  name: Station Area Alliance
  founded: 2013-04-28
  severities:
    report-lat: error
)",
      R"(联盟:
  名称: 站区党建联盟
  成立日期: 2013-04-28
  规则级别:
    report-lat: 错误
)"},
     {R"(alliance:
  name: Station Area Alliance
  founded: 2013-04-28
  severities:
    report-late: error
)",
      R"(联盟:
  名称: 站区党建联盟
  成立日期: 2013-04-28
  规则级别:
    report-late: 错误
)"}},
    unknown_rule_rule::check};
}  // namespace lianxi::rules
