// What is due for spreadsheets, with headings and words in a language of people.
#pragma once
#include <string>

#include <lianxi/base/language.hpp>
#include <lianxi/rules/due_items.hpp>

namespace lianxi LIANXI_EXPORT {

/// With a byte order mark, without which spreadsheets do not know that it is UTF-8.
std::string due_csv(const DueItems&, Language);

}  // namespace lianxi
