// The intervals at which a conference has to meet.
#pragma once
#include <vector>

#include <lianxi/base/period.hpp>
#include <lianxi/book/book.hpp>

namespace lianxi {

/// The whole intervals after the one of the founding that end by a day, by the policy of their
/// first day. One that a change of the policy's interval cuts short is not among them.
std::vector<SpanOfTime> intervals_until(const Book&, Date last);

}  // namespace lianxi
