#include <algorithm>

#include <lianxi/documents/markdown.hpp>
#include <lianxi/exchange/findings_json.hpp>
#include <lianxi/exchange/followup_csv.hpp>
#include <lianxi/exchange/followup_text.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/reports/followup_document.hpp>

#include "command.hpp"

namespace lianxi::tool::followup_command {
namespace {

struct Arguments {
  std::string period, meeting, unit, format;
  std::vector<std::string> fail_on;
  bool strict = false;
};

/// The rules that alone decide the exit status, each the name of one.
std::vector<std::string_view> deciding_rules(const std::vector<std::string>& written) {
  std::vector<std::string_view> names, chosen;
  for (const FollowupRule* rule : followup_rules()) names.push_back(rule->name);
  for (const RuleName rule : {rule_names::unused_waiver, rule_names::expired_waiver})
    names.push_back(rule);
  for (const std::string& name : written)
    chosen.push_back(
        one_of_names(names, name, {"there is no rule “{}” in followup", "督办没有“{}”这条规则"}));
  return chosen;
}

bool is_failed(const Verdict& verdict, const Arguments& arguments,
               const std::vector<std::string_view>& deciding) {
  if (arguments.fail_on.empty())
    return verdict.open_errors > 0 || (arguments.strict && verdict.open_warnings > 0);
  return std::ranges::any_of(verdict.findings, [&](const Finding& finding) {
    return finding.waived.empty() && std::ranges::find(deciding, finding.rule) != deciding.end();
  });
}

RowFilter filter_of(const Book& book, Date as_of, const Arguments& arguments) {
  RowFilter filter;
  std::vector<std::string_view> meetings, units;
  for (const Meeting& meeting : book.meetings)
    if (counts(meeting, as_of)) meetings.push_back(*meeting.id);
  for (const Unit* unit : book.units_in_order())
    if (unit->id) units.push_back(*unit->id);
  if (!arguments.meeting.empty()) refuse_cancelled(book, arguments.meeting);
  if (!arguments.meeting.empty())
    filter.meeting = one_of_names(meetings, arguments.meeting,
                                  {"there is no meeting “{}”", "没有编号为“{}”的会议"});
  if (!arguments.unit.empty())
    filter.unit =
        one_of_names(units, arguments.unit, {"there is no unit “{}”", "没有编号为“{}”的单位"});
  return filter;
}

void print(const Session& session, const std::string& format, const Compliance& compliance,
           const Verdict& verdict, const RowFilter& filter) {
  if (format == "json")
    return session.print(followup_json(compliance, verdict, session.faults(), filter));
  if (format == "csv") return session.print(followup_csv(compliance, filter));
  if (format == "md") {
    const Language language = session.report_language(compliance.book);
    return session.print(to_markdown(followup_document(compliance, verdict, language, filter)));
  }
  session.print(followup_text(compliance, verdict, {session.language(), session.color()}, filter));
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
  const Period period = session.period(arguments.period);
  const auto deciding = deciding_rules(arguments.fail_on);
  const Book book = session.load_for_use();
  const RowFilter filter = filter_of(book, session.as_of(), arguments);
  Compliance compliance = compliance_of(book, session.as_of(), period);
  compliance.label = session.label(arguments.period);
  Verdict verdict = judge(compliance);
  narrow(verdict, filter);
  print(session, arguments.format, compliance, verdict, filter);
  return is_failed(verdict, arguments, deciding) ? found_errors : session.status();
}

}  // namespace

}  // namespace lianxi::tool::followup_command

namespace lianxi::tool::commands {
extern constinit const Command followup =
    command<followup_command::Arguments, followup_command::declare, followup_command::run>(
        "followup", {"Show what became of what was resolved", "查看决议的落实情况"}, Uses::period);
}  // namespace lianxi::tool::commands
