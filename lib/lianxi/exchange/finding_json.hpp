// One finding as JSON.
#pragma once
#include <lianxi/base/source.hpp>
#include <lianxi/exchange/json_writer.hpp>

namespace lianxi::json {

/// What is said of a finding besides.
enum class Of : std::uint8_t { validate, followup };

/// As that command has it.
void write_finding(JsonWriter&, const Sources&, const Finding&, Of);
/// The same as a tree.
Json of_finding(const Sources&, const Finding&, Of);

}  // namespace lianxi::json
