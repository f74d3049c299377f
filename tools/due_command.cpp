#include <algorithm>
#include <charconv>
#include <optional>

#include <lianxi/base/words.hpp>
#include <lianxi/exchange/calendar.hpp>
#include <lianxi/exchange/due_csv.hpp>
#include <lianxi/exchange/due_json.hpp>
#include <lianxi/exchange/due_text.hpp>
#include <lianxi/rules/due_items.hpp>

#include "command.hpp"

namespace lianxi::tool::due_command {
namespace {

struct Arguments {
  std::string days_or_period, unit, format;
};

constexpr int usual_days = 30, most_days = 9999;

/// A number that is no year: `30`, `３０`.
std::optional<int> days_of(const std::string& written, Date as_of) {
  if (written.empty()) return usual_days;
  if (read_period(written, as_of)) return std::nullopt;
  const std::string text = ascii_twins(written);
  int days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc() || end != text.data() + text.size() || days < 0 || days > most_days)
    return std::nullopt;
  return days;
}

/// So many days from the as-of day on, with all that is open from before; or the period as it is.
Period period_of(Session& session, const std::string& written) {
  const auto days = days_of(written, session.as_of());
  if (!days && !read_period(written, session.as_of()))
    throw usage_error(
        say({"“{}” is neither a number of days nor a period", "“{}”既不是天数也不是期间"},
            printable(written)),
        say({"write for instance 30, 2017-Q4, this-month or ..2017-12-31",
             "可写 30、2017-Q4、2017年四季度、本月、..2017-12-31 等"}));
  if (!days) return session.period(written);
  session.judge_at_end_of({});
  return {std::nullopt, session.as_of() + *days};
}

void print(Session& session, const std::string& format, const DueItems& due) {
  if (format == "json") return session.print(due_json(due, session.faults()));
  if (format == "csv") return session.print(due_csv(due, session.language()));
  if (format == "ics") return session.print(due_calendar(due, session.language()));
  session.print(due_text(due, {session.language(), session.color()}));
  session.print_warning(due.book);
}

void declare(Options& options, Arguments& arguments) {
  options.argument("DAYS|PERIOD", arguments.days_or_period,
                   {"How many days ahead, with all that is open from before (30); or a period: "
                    "2017-Q4, this-month, ..2017-12-31",
                    "往后多少天，连同以前未办结的（30）；或期间：2017-Q4、本月、..2017-12-31"});
  options.option("--unit", "UNIT", arguments.unit,
                 {"Show only what concerns this unit", "只显示这个单位的事项"});
  options.choice("--format", {"text", "json", "csv", "ics"}, arguments.format,
                 {"How it is shown", "显示方式"});
}

int run(Session& session, const Arguments& arguments) {
  const Period period = period_of(session, arguments.days_or_period);
  const Book book = session.load_for_use();
  std::string_view unit;
  if (!arguments.unit.empty())
    unit = record_named(book, Naming::unit, arguments.unit, session.as_of());
  const Compliance whole = compliance_of(book, session.as_of());
  print(session, arguments.format, due_items(whole, period, unit));
  return session.status();
}

}  // namespace

}  // namespace lianxi::tool::due_command

namespace lianxi::tool::commands {
extern constinit const Command due =
    command<due_command::Arguments, due_command::declare, due_command::run>(
        "due", {"Show what is coming and what is late", "查看将到期和已逾期的事项"}, Uses::period);
}  // namespace lianxi::tool::commands
