// Figures by the names that people have for them, for claims that name them by their paths.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/reports/report_case.hpp>

namespace lianxi {

struct Claim;

/// `events.by_kind.training.trained` is 培训：培训人次; the path itself where it names none.
std::string figure_name(const ReportCase&, std::string_view path);
/// What was claimed, as people write it.
std::string claimed_text(const ReportCase&, const Claim&);

}  // namespace lianxi
