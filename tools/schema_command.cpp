#include <lianxi/exchange/json_schema.hpp>
#include <lianxi/exchange/output_schemas.hpp>

#include "command.hpp"

namespace lianxi::tool::schema_command {
namespace {

struct Arguments {
  std::string output;
};

void declare(Options& options, Arguments& arguments) {
  const auto commands = output_schema_commands();
  options
      .option("--output", "COMMAND", arguments.output,
              {"The schema of that command's JSON instead", "改为输出该命令 JSON 的 Schema"})
      .words = {commands.begin(), commands.end()};
}

int run(Session& session, const Arguments& arguments) {
  session.print(arguments.output.empty() ? json_schema(session.language())
                                         : *output_schema(arguments.output));
  return all_well;
}

}  // namespace

}  // namespace lianxi::tool::schema_command

namespace lianxi::tool::commands {
extern constinit const Command schema =
    command<schema_command::Arguments, schema_command::declare, schema_command::run>(
        "schema",
        {"Write the JSON Schema of a book's files, for editors",
         "输出账本文件的 JSON Schema，供编辑器使用"},
        Uses::nothing);
}  // namespace lianxi::tool::commands
