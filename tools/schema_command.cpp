#include <lianxi/exchange/json_schema.hpp>

#include "command.hpp"

namespace lianxi::tool {
namespace {

Job setup(CLI::App&, Language) {
  return [](Session& session) {
    session.print(json_schema(session.language()));
    return all_well;
  };
}

}  // namespace

namespace commands {
extern constinit const Command schema{"schema",
                                      {"Write the JSON Schema of a book's files, for editors",
                                       "输出账本文件的 JSON Schema，供编辑器使用"},
                                      setup};
}  // namespace commands

}  // namespace lianxi::tool
