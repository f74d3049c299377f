#include <lianxi/exchange/json_schema.hpp>
#include <lianxi/exchange/output_schemas.hpp>

#include "command.hpp"

namespace lianxi::tool {
namespace {

Job setup(CLI::App& app, Language language) {
  const auto output = std::make_shared<std::string>();
  const auto commands = output_schema_commands();
  app.add_option(
         "--output", *output,
         text({"The schema of that command's JSON instead", "改为输出该命令 JSON 的 Schema"},
              language))
      ->check(one_of({commands.begin(), commands.end()}))
      ->type_name("COMMAND");
  return [output](Session& session) {
    session.print(output->empty() ? json_schema(session.language()) : *output_schema(*output));
    return all_well;
  };
}

}  // namespace

constinit const Command commands::schema{"schema",
                                         {"Write the JSON Schema of a book's files, for editors",
                                          "输出账本文件的 JSON Schema，供编辑器使用"},
                                         setup};

}  // namespace lianxi::tool
