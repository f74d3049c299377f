// One finding as JSON.
#pragma once
#include <lianxi/base/source.hpp>
#include <lianxi/exchange/json_values.hpp>

namespace lianxi::json {

/// As `validate` has it.
Json of_finding(const Sources&, const Finding&);
/// What only `followup` says of its findings.
void add_arisen(Json&, const Arisen&);

}  // namespace lianxi::json
