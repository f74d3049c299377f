#include <lianxi/exchange/table_json.hpp>
#include <lianxi/exchange/table_print.hpp>
#include <lianxi/tables/conditions.hpp>
#include <lianxi/tables/facts.hpp>
#include <lianxi/tables/table.hpp>

#include "command.hpp"
#include "terminal.hpp"

namespace lianxi::tool::list_command {
namespace {

struct Arguments {
  std::string what, period, unit, sort, format;
  std::vector<std::string> where, fields;
};

const TableKind& kind_named(const std::string& written) {
  if (const TableKind* kind = table_named(written)) return *kind;
  throw unknown_name(table_names(), written, {"there is no table “{}”", "没有“{}”这个表"});
}

bool asks_for_help(const Arguments& arguments) {
  return arguments.fields.size() == 1 && arguments.fields[0] == "help";
}

bool is_for_scripts(const std::string& format) { return format == "json" || format == "ndjson"; }

/// Those that were asked for, else the usual ones; scripts get all.
std::vector<const TableColumn*> columns_of(const Table& table, const Arguments& arguments) {
  std::vector<const TableColumn*> columns;
  for (const std::string& name : arguments.fields) columns.push_back(&column_named(table, name));
  if (!columns.empty()) return columns;
  if (!is_for_scripts(arguments.format)) return usual_columns(table);
  for (const TableColumn& column : table.columns) columns.push_back(&column);
  return columns;
}

void refuse_period_without_days(const Table& table, const Arguments& arguments) {
  if (!arguments.period.empty() && !table.has_days)
    throw usage_error(say(
        {"{} have no day, so that no period can choose among them", "{}没有日期，不能按期间选取"},
        Bilingual{table.kind->name, table.kind->zh}));
}

void choose_rows(Table& table, const Arguments& arguments, const Period& period, Date as_of) {
  refuse_period_without_days(table, arguments);
  std::vector<Condition> conditions;
  for (const std::string& written : arguments.where)
    conditions.push_back(read_condition(table, written));
  narrow_to_period(table, period);
  if (!arguments.unit.empty())
    narrow_to_unit(table, record_named(table.book(), Naming::unit, arguments.unit, as_of));
  narrow(table, conditions);
  if (!arguments.sort.empty()) sort_rows(table, arguments.sort);
}

std::string printed(const Session& session, const TableView& view, const Arguments& arguments) {
  const std::string& format = arguments.format;
  const Language language = session.language();
  if (format == "json") return list_json(view, session.label(arguments.period), session.faults());
  if (format == "ndjson") return list_ndjson(view);
  if (format == "ids") return table_ids(view);
  if (format == "csv") return table_csv(view, language);
  if (format == "tsv") return table_tsv(view, language);
  if (format == "md") return table_markdown(view, language);
  return table_text(view, language, width_of_terminal());
}

void declare(Options& options, Arguments& arguments) {
  options
      .argument("WHAT", arguments.what,
                {"A collection or a kind of part: meetings, resolutions, tasks, attendance, …",
                 "数据集或其中的部分：会议、决议、任务、出席情况等"})
      .required = true;
  options.argument(
      "PERIOD", arguments.period,
      {"Which period: 2017, 2017-Q3, 2017-01.., all", "期间：2017、2017年三季度、2017-01..、all"});
  options.each("--where", "FIELD=VALUE", arguments.where,
               {"Only rows that are so; also != < <= > >= and ~ (contains). May be given again",
                "只列符合条件的行；也可用 !=、<、<=、>、>=、~（包含）。可写多次"});
  options.option("--unit", "UNIT", arguments.unit,
                 {"Only what concerns this unit, in whatever role", "只列与该单位有关的"});
  options.option(
      "--sort", "FIELD", arguments.sort,
      {"Sort by this field; -FIELD for the largest first", "按该项排序；-项 为从大到小"});
  options.list("--fields", "FIELD,...", arguments.fields,
               {"Show these fields; help lists them", "只显示这些项；help 列出全部可用的项"});
  options.choice("--format", {"table", "csv", "tsv", "json", "ndjson", "ids", "md"},
                 arguments.format, {"How it is shown", "显示方式"});
}

int run(Session& session, const Arguments& arguments) {
  const Period period = session.period(arguments.period);
  const TableKind& kind = kind_named(arguments.what);
  const Book book = session.load_for_use();
  Table table = make_table(kind, std::make_shared<BookFacts>(book, session.as_of()));
  if (asks_for_help(arguments)) {
    session.print(columns_help(table, session.language()));
    return session.status();
  }
  choose_rows(table, arguments, period, session.as_of());
  session.print(printed(session, {table, columns_of(table, arguments)}, arguments));
  if (arguments.format.empty() || arguments.format == "table") session.print_warning(book);
  return session.status();
}

}  // namespace

}  // namespace lianxi::tool::list_command

namespace lianxi::tool::commands {
extern constinit const Command list =
    command<list_command::Arguments, list_command::declare, list_command::run>(
        "list", {"List records and their parts", "列出记录及其中的部分"}, Uses::period);
}  // namespace lianxi::tool::commands
