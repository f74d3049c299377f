// The courses of all resolutions of a book.
#pragma once
#include <unordered_map>
#include <vector>

#include <lianxi/book/book.hpp>
#include <lianxi/followup/course.hpp>

namespace lianxi {

using Courses = std::unordered_map<const Resolution*, ResolutionCourse>;

/// Of every resolution that has an id, in meetings held by D. `followups`: those by D, in the
/// order of days. O(reports' items + resolutions).
Courses courses_of(const Book&, Date as_of, const std::vector<const Followup*>& followups);

}  // namespace lianxi
