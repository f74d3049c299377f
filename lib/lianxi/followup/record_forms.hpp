// The forms in which waivers and reminders name records.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The name with the collections and parts in English and every id as ids are compared:
/// `会议/2017-q3/决议/r1` is `meetings/2017-q3/resolutions/r1`. What is no collection or part
/// stays.
std::string canonical_record(std::string_view written);

/// Whether a canonical form means the record of that name; `*` stands for any one id.
bool names_record(std::string_view form, std::string_view record);

/// Whether it means the record or one around it.
bool names_record_or_whole(std::string_view form, std::string_view record);

}  // namespace lianxi
