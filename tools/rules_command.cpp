#include <lianxi/exchange/rule_pages.hpp>

#include "command.hpp"

namespace lianxi::tool {
namespace {

Job setup(CLI::App& app, Language language) {
  auto format = std::make_shared<std::string>("text");
  app.add_option("--format", *format, text({"How rules are shown", "显示方式"}, language))
      ->check(one_of({"text", "json"}))
      ->type_name("text|json");
  return [format](Session& session) {
    session.print(*format == "json" ? rules_json() : rules_text(session.language()));
    return all_well;
  };
}

}  // namespace

namespace commands {
extern constinit const Command rules{
    "rules", {"List the rules that records are judged by", "列出核对和督办的全部规则"}, setup};
}  // namespace commands

}  // namespace lianxi::tool
