// What a record may say without anybody being able to read it.
#pragma once

namespace lianxi {

/// Given but not readable. `validate` has reported it; a rule that asks whether something
/// is there has no answer, and one fault makes no second finding.
template <class Value>
bool is_unreadable(const Value& value) {
  return value.given() && !value;
}

}  // namespace lianxi
