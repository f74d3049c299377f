#include <lianxi/exchange/figure_sources.hpp>
#include <lianxi/exchange/figures_csv.hpp>
#include <lianxi/exchange/figures_json.hpp>
#include <lianxi/exchange/figures_text.hpp>
#include <lianxi/figures/figure_paths.hpp>
#include <lianxi/figures/figures.hpp>

#include "command.hpp"

namespace lianxi::tool::stats_command {
namespace {

struct Arguments {
  std::string period, explain, format;
};

Error unknown_figure(const Figures& figures, const std::string& path) {
  const auto paths = all_figure_paths(figures);
  const std::vector<std::string_view> names(paths.begin(), paths.end());
  return unknown_name(names, path, {"there is no figure “{}”", "没有“{}”这个指标"});
}

std::string explained(const Session& session, const Book& book, const Period& period,
                      const Arguments& arguments) {
  auto figure = explain_figure(book, session.as_of(), period, arguments.explain);
  if (!figure) throw unknown_figure(figures_of(book, session.as_of(), period), arguments.explain);
  figure->label = session.label(arguments.period);
  if (arguments.format == "json") return explained_json(*figure, session.faults());
  if (arguments.format == "csv") return explained_csv(*figure, session.language());
  return explained_text(*figure, session.language());
}

void declare(Options& options, Arguments& arguments) {
  options.argument("PERIOD", arguments.period,
                   {"Which period: 2017, 2017-Q3, 2017-01.., all",
                    "统计期间：2017、2017年三季度、2017-01..、all"});
  options.choice("--format", {"text", "json", "csv"}, arguments.format,
                 {"How it is shown", "显示方式"});
  options.option("--explain", "FIGURE", arguments.explain,
                 {"The records behind one figure, such as events.total.served; the names are "
                  "those of --format csv",
                  "列出一个指标由哪些记录构成，如 events.total.served；名称见 --format csv"});
}

std::string all_of_them(const Session& session, const Book& book, const Period& period,
                        const Arguments& arguments) {
  Figures figures = figures_of(book, session.as_of(), period);
  figures.label = session.label(arguments.period);
  if (arguments.format == "json") return to_json(figures, session.faults());
  return arguments.format == "csv" ? figures_csv(figures, session.language())
                                   : to_table(figures, session.language());
}

int run(Session& session, const Arguments& arguments) {
  const Period period = session.period(arguments.period);
  const Book book = session.load_for_use();
  session.print(arguments.explain.empty() ? all_of_them(session, book, period, arguments)
                                          : explained(session, book, period, arguments));
  if (arguments.format.empty() || arguments.format == "text") session.print_warning(book);
  return session.status();
}

}  // namespace

}  // namespace lianxi::tool::stats_command

namespace lianxi::tool::commands {
extern constinit const Command stats =
    command<stats_command::Arguments, stats_command::declare, stats_command::run>(
        "stats", {"Show the figures of a period", "显示一段期间的统计数字"}, Uses::period);
}  // namespace lianxi::tool::commands
