#include <lianxi/exchange/figures_json.hpp>
#include <lianxi/exchange/figures_text.hpp>
#include <lianxi/figures/figures.hpp>

#include "command.hpp"

namespace lianxi::tool {
namespace {

struct Arguments {
  std::string period, format = "text";
};

Job setup(CLI::App& app, Language language) {
  auto arguments = std::make_shared<Arguments>();
  app.add_option("PERIOD", arguments->period,
                 text({"Which period: 2017, 2017-Q3, 2017-01.., all",
                       "统计期间：2017、2017年三季度、2017-01..、all"},
                      language));
  app.add_option("--format", arguments->format, text({"How it is shown", "显示方式"}, language))
      ->check(one_of({"text", "json"}))
      ->type_name("text|json");
  return [arguments](Session& session) {
    const Period period = session.period(arguments->period);
    const Book book = session.load_for_use();
    const Figures figures = figures_of(book, session.as_of(), period);
    session.print(arguments->format == "json" ? to_json(figures)
                                              : to_table(figures, session.language()));
    return all_well;
  };
}

}  // namespace

constinit const Command commands::stats{
    "stats", {"Show the figures of a period", "显示一段期间的统计数字"}, setup};

}  // namespace lianxi::tool
