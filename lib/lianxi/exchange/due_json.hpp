// What is due as JSON; lianxi-json.5 documents it.
#pragma once
#include <string>

#include <lianxi/rules/due_items.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

std::string due_json(const DueItems&, const RecordFaults&);

}  // namespace lianxi
