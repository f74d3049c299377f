#include <unordered_map>
#include <vector>

#include <lianxi/base/words.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::unknown_rule_rule {

namespace {

/// Says of names that are no rule's which may have been meant, once of each name.
class RuleNames {
 public:
  explicit RuleNames(FindingSink& out) : out_(out) {
    for (const auto* known : validate_rules()) names_.push_back(known->name);
    for (const auto* known : followup_rules()) names_.push_back(known->name);
  }

  void check(const Text& rule, std::string record) {
    if (!rule || find_rule(*rule)) return;
    const auto [known, is_new] = nearest_.try_emplace(*rule);
    if (is_new) known->second = nearest(*rule, names_);
    const auto near = known->second;
    out_.add(rule.at(), std::move(record),
             say({"there is no rule “{}”", "没有“{}”这条规则"}, *rule),
             near.empty() ? say({"`lianxi rules` lists them", "`lianxi rules` 可列出全部规则"})
                          : say({"did you mean “{}”?", "是不是“{}”？"}, near));
  }

 private:
  FindingSink& out_;
  std::vector<std::string_view> names_;
  std::unordered_map<std::string_view, std::string_view> nearest_;
};

void check(const ValidateCase& c, FindingSink& out) {
  RuleNames rules(out);
  if (c.book.alliance())
    for (const SeverityEntry& entry : c.book.alliance()->severities)
      rules.check(entry.rule, "alliance");
  for (const Waiver& waiver : c.book.waivers) rules.check(waiver.rule, c.book.name_of(waiver));
}

}  // namespace

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
