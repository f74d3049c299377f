#include <lianxi/exchange/json_schema.hpp>

#include "command.hpp"

namespace lianxi::tool {
namespace {

struct Arguments {};

void declare(Options&, Arguments&) {}

int run(Session& session, const Arguments&) {
  session.print(json_schema(session.language()));
  return all_well;
}

}  // namespace

namespace commands {
extern constinit const Command schema =
    command<Arguments, declare, run>("schema",
                                     {"Write the JSON Schema of a book's files, for editors",
                                      "输出账本文件的 JSON Schema，供编辑器使用"},
                                     Uses::nothing);
}  // namespace commands

}  // namespace lianxi::tool
