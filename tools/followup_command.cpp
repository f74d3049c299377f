#include <algorithm>

#include <lianxi/documents/markdown.hpp>
#include <lianxi/exchange/findings_json.hpp>
#include <lianxi/exchange/followup_csv.hpp>
#include <lianxi/exchange/followup_text.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/reports/followup_document.hpp>

#include "command.hpp"

namespace lianxi::tool::followup_command {
namespace {

struct Arguments {
  std::string period, meeting, unit, format;
  std::vector<std::string> fail_on, rules;
  bool strict = false, all = false;
};

std::vector<std::string_view> names_of_rules() {
  std::vector<std::string_view> names;
  for (const FollowupRule* rule : followup_rules()) names.push_back(rule->name);
  for (const RuleName rule : {rule_names::unused_waiver, rule_names::expired_waiver})
    names.push_back(rule);
  return names;
}

bool is_failed(const Verdict& verdict, const Arguments& arguments,
               const std::vector<std::string_view>& deciding) {
  if (arguments.fail_on.empty())
    return verdict.open_errors > 0 || (arguments.strict && verdict.open_warnings > 0);
  return std::ranges::any_of(verdict.findings, [&](const Finding& finding) {
    const std::string_view rule = finding.rule;
    return finding.waived.empty() && std::ranges::find(deciding, rule) != deciding.end();
  });
}

RowFilter filter_of(const Book& book, Date as_of, const Arguments& arguments) {
  RowFilter filter;
  if (!arguments.meeting.empty()) {
    refuse_cancelled(book, arguments.meeting);
    filter.meeting = record_named(book, Naming::meeting, arguments.meeting, as_of);
  }
  if (!arguments.unit.empty())
    filter.unit = record_named(book, Naming::unit, arguments.unit, as_of);
  return filter;
}

void print(Session& session, const Arguments& arguments, const Compliance& compliance,
           const Verdict& verdict, const RowFilter& filter) {
  const std::string& format = arguments.format;
  if (format == "json")
    return followup_json(compliance, verdict, session.faults(), filter, write_out);
  if (format == "csv") return session.print(followup_csv(compliance, session.language(), filter));
  if (format == "md") {
    const Language language = session.report_language(compliance.book);
    return session.print(to_markdown(followup_document(compliance, verdict, language, filter)));
  }
  const TextStyle style{session.language(), session.color(), session.folder_from_here(),
                        arguments.all};
  followup_text(compliance, verdict, style, filter, write_out);
  session.print_warning(compliance.book);
}

void declare(Options& options, Arguments& arguments) {
  options.argument("PERIOD", arguments.period,
                   {"Which meetings: 2017, 2017-Q3, 2017-01.., all",
                    "哪些会议：2017、2017年三季度、2017-01..、all"});
  options.option("--meeting", "MEETING", arguments.meeting,
                 {"Show only this meeting; sums stay those of all", "只显示这次会议；合计数不变"});
  options.option("--unit", "UNIT", arguments.unit,
                 {"Show only what concerns this unit; sums stay those of all",
                  "只显示这个单位的事项；合计数不变"});
  options.choice("--format", {"text", "json", "md", "csv"}, arguments.format,
                 {"How it is shown", "显示方式"});
  options.list("--rule", "RULE,...", arguments.rules,
               {"Show and count only what these rules find", "只显示并计入这些规则的问题"});
  options.flag("--all", arguments.all,
               {"Show infos and what is waived whole, not only their number",
                "提示和已豁免的也逐条显示，不只给出数目"});
  options.flag("--strict", arguments.strict,
               {"Let warnings count for the exit status", "警告也计入退出状态"});
  options.list("--fail-on", "RULE,...", arguments.fail_on,
               {"Exit with 1 for findings of these rules alone, whatever their severity",
                "仅当发现这些规则的问题时退出状态为 1，不论级别"});
}

int run(Session& session, const Arguments& arguments) {
  if (arguments.strict && !arguments.fail_on.empty())
    throw usage_error(say({"--strict changes nothing: --fail-on names all that counts",
                           "--strict 不起作用：计入退出状态的已由 --fail-on 指明"}));
  refuse_all_unless_text(arguments.all, arguments.format);
  const Period period = session.period(arguments.period);
  const auto deciding = rules_named(names_of_rules(), arguments.fail_on);
  const auto rules = rules_named(names_of_rules(), arguments.rules);
  const Book book = session.load_for_use();
  const RowFilter filter = filter_of(book, session.as_of(), arguments);
  Compliance compliance = compliance_of(book, session.as_of(), period);
  compliance.label = session.label(arguments.period);
  Verdict verdict = judge(compliance);
  narrow(verdict, filter);
  narrow_to_rules(verdict, rules);
  print(session, arguments, compliance, verdict, filter);
  return is_failed(verdict, arguments, deciding) ? found_errors : session.status();
}

}  // namespace

}  // namespace lianxi::tool::followup_command

namespace lianxi::tool::commands {
extern constinit const Command followup =
    command<followup_command::Arguments, followup_command::declare, followup_command::run>(
        "followup", {"Show what became of what was resolved", "查看决议的落实情况"}, Uses::period);
}  // namespace lianxi::tool::commands
