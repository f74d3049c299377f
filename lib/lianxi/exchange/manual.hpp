// The pages of the manual that follow from what is declared: rules and record format.
#pragma once
#include <string>

#include <lianxi/base/phrase.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// lianxi-rules(7), as mdoc: every rule with its severity, why it exists, and records
/// that break and keep it.
std::string rules_manual(Language);

/// lianxi-records(5), as mdoc: every collection and part with its fields, under both
/// their names.
std::string records_manual(Language);

}  // namespace lianxi
