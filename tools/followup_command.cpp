#include <lianxi/exchange/findings_json.hpp>
#include <lianxi/exchange/followup_text.hpp>

#include "command.hpp"

namespace lianxi::tool {
namespace {

struct Arguments {
  std::string period, format = "text";
  bool strict = false;
};

Job setup(CLI::App& app, Language language) {
  auto arguments = std::make_shared<Arguments>();
  app.add_option("PERIOD", arguments->period,
                 text({"Which meetings: 2017, 2017-Q3, 2017-01.., all",
                       "哪些会议：2017、2017年三季度、2017-01..、all"},
                      language));
  app.add_option("--format", arguments->format, text({"How it is shown", "显示方式"}, language))
      ->check(one_of({"text", "json"}))
      ->type_name("text|json");
  app.add_flag("--strict", arguments->strict,
               text({"Let warnings count for the exit status", "警告也计入退出状态"}, language));
  return [arguments](Session& session) {
    const Period period = session.period(arguments->period);
    const Book book = session.load_for_use();
    const Compliance compliance = compliance_of(book, session.as_of(), period);
    const Verdict verdict = judge(compliance);
    if (arguments->format == "json")
      session.print(followup_json(compliance, verdict));
    else
      session.print(followup_text(compliance, verdict, {session.language(), session.color()}));
    const bool failed = verdict.errors > 0 || (arguments->strict && verdict.warnings > 0);
    return failed ? found_errors : all_well;
  };
}

}  // namespace

constinit const Command commands::followup{
    "followup", {"Show what became of what was resolved", "查看决议的落实情况"}, setup};

}  // namespace lianxi::tool
