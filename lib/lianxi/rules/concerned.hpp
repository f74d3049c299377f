// Which meeting a finding of `followup` is about. Whom it concerns, the finding says itself.
#pragma once
#include <string_view>

#include <lianxi/base/finding.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The id of the meeting whose record, or a part of it, the finding names; else "".
std::string_view meeting_concerned(const Finding&);

}  // namespace lianxi
