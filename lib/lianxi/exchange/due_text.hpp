// What is due, for a terminal: by day, what is late first.
#pragma once
#include <string>

#include <lianxi/exchange/findings_text.hpp>
#include <lianxi/rules/due_items.hpp>

namespace lianxi LIANXI_EXPORT {

std::string due_text(const DueItems&, const TextStyle&);

}  // namespace lianxi
