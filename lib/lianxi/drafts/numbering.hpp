// The next id, number and title, by the pattern of those that are there.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The id after the last one: `r3` after `r2`, `e2017-08` after `e2017-07`, `2018-q1` after
/// `2017-q4`; one that is not there yet. `first` where there are none, or none that counts.
std::string next_id(const std::vector<std::string>& ids, std::string_view first);

/// The number of the next paper: `〔2017〕3号` after `〔2017〕2号`; in another year it begins
/// with 1.
/// "" where the last one has no such form.
std::string next_number(std::string_view last, int year);

/// The title of the next meeting, where the last one's tells its quarter, half-year or month and
/// its year as people write them: 2018年第一季度 after 2017年第四季度. The same title otherwise.
std::string next_title(std::string_view last);

}  // namespace lianxi
