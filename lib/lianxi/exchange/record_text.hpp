// One record for a terminal: where it stands, how it is written, what it is tied to, what is wrong
// with it.
#pragma once
#include <string>

#include <lianxi/exchange/findings_text.hpp>
#include <lianxi/rules/record_view.hpp>

namespace lianxi LIANXI_EXPORT {

std::string record_text(const RecordView&, const TextStyle&);

/// Only how it is written: the lines of the file as they are, but for personal numbers and
/// control characters.
std::string record_yaml(const RecordView&);

}  // namespace lianxi
