#include <lianxi/exchange/book_tables.hpp>
#include <lianxi/exchange/query_print.hpp>
#include <lianxi/exchange/sqlite.hpp>

#include "command.hpp"
#include "terminal.hpp"

namespace lianxi::tool::query_command {
namespace {

struct Arguments {
  std::string statement, format;
  bool schema = false;
};

void declare(Options& options, Arguments& arguments) {
  options.argument("SQL", arguments.statement,
                   {"One SELECT, such as \"SELECT id, title FROM events\"",
                    "一条 SELECT 语句，如 \"SELECT id, title FROM events\""});
  options.flag("--schema", arguments.schema,
               {"Show the tables and their columns instead", "改为显示各表及其列"});
  options.choice("--format", {"table", "csv", "json"}, arguments.format,
                 {"How it is shown", "显示方式"});
}

void check(const Arguments& arguments) {
  if (arguments.statement.empty() && !arguments.schema)
    throw usage_error(say({"there is no query", "没有写查询语句"}),
                      say({"write one SELECT, or --schema for the tables",
                           "请写一条 SELECT 语句；--schema 显示有哪些表"}));
  if (arguments.schema && !(arguments.statement.empty() && arguments.format.empty()))
    throw usage_error(say({"--schema asks for the tables alone", "--schema 只显示各表的结构"}));
}

void print(const Session& session, const Arguments& arguments, const QueryResult& result,
           const Book& book) {
  if (arguments.format == "json")
    return session.print(query_json(result, book, session.as_of(), session.faults()));
  if (arguments.format == "csv") return session.print(query_csv(result));
  session.print(query_text(result, width_of_terminal()));
  session.print_warning(book);
}

int run(Session& session, const Arguments& arguments) {
  check(arguments);
  const Book book = session.load_for_use();
  const auto tables = sql::tables_of(book_tables({book, session.as_of()}), session.faults());
  if (arguments.schema)
    for (const sql::Table& table : tables) session.print(sql::shown_statement(table));
  else
    print(session, arguments, query(tables, arguments.statement), book);
  return session.status();
}

}  // namespace

}  // namespace lianxi::tool::query_command

namespace lianxi::tool::commands {
extern constinit const Command query =
    command<query_command::Arguments, query_command::declare, query_command::run>(
        "query", {"Ask the records in SQL", "用 SQL 查询记录"}, Uses::revision);
}  // namespace lianxi::tool::commands
