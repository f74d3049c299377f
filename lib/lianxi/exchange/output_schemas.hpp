// JSON Schemas of what the commands write with --format json, for those who write scripts.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The JSON Schema (2020-12) of a command's JSON, or nothing where there is no such command. It is
/// strict: a key that it does not name must not stand there, each that it names must.
std::optional<std::string> output_schema(std::string_view command);

/// The commands that have one, `stats --explain` among them.
std::span<const std::string_view> output_schema_commands();

}  // namespace LIANXI_EXPORT
