// Figures as JSON, the contract that scripts rely on.
#pragma once
#include <string>

#include <lianxi/figures/figures.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// The JSON of `stats`.
std::string to_json(const Figures&, const RecordFaults& = {});

}  // namespace LIANXI_EXPORT
