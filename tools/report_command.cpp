#include <fmt/format.h>
#include <vector>

#include <lianxi/base/words.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/reports/report.hpp>

#include "command.hpp"

namespace lianxi::tool {
namespace {

struct Arguments {
  std::string kind;
  std::vector<std::string> rest;
  std::string charts = "mermaid";
};

/// Without arguments the command lists what there is.
void list_kinds(const Session& session) {
  std::string out;
  for (const ReportKind* kind : all_reports())
    out += fmt::format("{:12} {}\n", kind->name, kind->doc.in(session.language()));
  session.print(out);
}

const ReportKind& kind_named(const std::string& name) {
  if (const ReportKind* kind = find_report(name)) return *kind;
  std::vector<std::string_view> names;
  for (const ReportKind* kind : all_reports()) names.push_back(kind->name);
  const auto near = nearest(name, names);
  throw UsageError(say({"there is no report “{}”", "没有“{}”这种报告"}, name),
                   near.empty()
                       ? say({"`lianxi report` lists them", "`lianxi report` 可列出全部报告"})
                       : say({"did you mean {}?", "是不是 {}？"}, near));
}

Period wanted_period(const Session& session, const ReportKind& kind, const std::string& written) {
  if (written.empty()) return default_period(kind, session.as_of());
  const Period period = session.period(written);
  if (suits(kind, period)) return period;
  throw UsageError(say({"{} is not a period for the {}", "{} 不是{}的期间"}, written, kind.title),
                   kind.covers == Covers::quarter
                       ? say({"write for instance 2017-Q3", "可写 2017-Q3 或 2017年三季度"})
                       : say({"write for instance 2017", "可写 2017"}));
}

Job setup(CLI::App& app, Language language) {
  auto arguments = std::make_shared<Arguments>();
  app.add_option(
      "KIND", arguments->kind,
      text({"Which report; without it they are listed", "哪种报告；不写则列出全部"}, language));
  app.add_option("PERIOD", arguments->rest,
                 text({"Which period, such as 2017-Q3", "期间，如 2017-Q3"}, language));
  app.add_option("--charts", arguments->charts,
                 text({"Charts as Mermaid blocks, or none", "图表：Mermaid 或不要"}, language))
      ->check(one_of({"mermaid", "none"}))
      ->type_name("mermaid|none");
  return [arguments](Session& session) -> int {
    if (arguments->kind.empty()) {
      list_kinds(session);
      return all_well;
    }
    const ReportKind& kind = kind_named(arguments->kind);
    if (arguments->rest.size() > 1)
      throw UsageError(say({"unexpected argument “{}”", "多余的参数“{}”"}, arguments->rest[1]));
    const Period period =
        wanted_period(session, kind, arguments->rest.empty() ? "" : arguments->rest[0]);
    const Book book = session.load_for_use();
    const Document document =
        kind.build({book, session.as_of(), period, session.report_language(book)});
    session.print(to_markdown(document, {.charts = arguments->charts == "mermaid"}));
    return all_well;
  };
}

}  // namespace

constinit const Command commands::report{
    "report", {"Write a report as Markdown", "生成 Markdown 报告"}, setup};

}  // namespace lianxi::tool
