// libical, loaded when a calendar is made. It draws in all of ICU.
#pragma once
#include <libical/ical.h>

#include <lianxi/base/on_demand.hpp>

namespace lianxi {

inline constinit const LibraryOnDemand ical_library(found::libical,
                                                    {"no calendar can be made", "无法生成日历"});

FUNCTION_ON_DEMAND(ical_library, icalcomponent_add_component)
FUNCTION_ON_DEMAND(ical_library, icalcomponent_add_property)
FUNCTION_ON_DEMAND(ical_library, icalcomponent_as_ical_string_r)
FUNCTION_ON_DEMAND(ical_library, icalcomponent_free)
FUNCTION_ON_DEMAND(ical_library, icalcomponent_new)
FUNCTION_ON_DEMAND(ical_library, icalmemory_free_buffer)
FUNCTION_ON_DEMAND(ical_library, icalproperty_new_calscale)
FUNCTION_ON_DEMAND(ical_library, icalproperty_new_categories)
FUNCTION_ON_DEMAND(ical_library, icalproperty_new_description)
FUNCTION_ON_DEMAND(ical_library, icalproperty_new_dtstamp)
FUNCTION_ON_DEMAND(ical_library, icalproperty_new_dtstart)
FUNCTION_ON_DEMAND(ical_library, icalproperty_new_due)
FUNCTION_ON_DEMAND(ical_library, icalproperty_new_location)
FUNCTION_ON_DEMAND(ical_library, icalproperty_new_prodid)
FUNCTION_ON_DEMAND(ical_library, icalproperty_new_status)
FUNCTION_ON_DEMAND(ical_library, icalproperty_new_summary)
FUNCTION_ON_DEMAND(ical_library, icalproperty_new_uid)
FUNCTION_ON_DEMAND(ical_library, icalproperty_new_version)
FUNCTION_ON_DEMAND(ical_library, icalproperty_new_x)
FUNCTION_ON_DEMAND(ical_library, icalproperty_set_x_name)
FUNCTION_ON_DEMAND(ical_library, icaltime_null_time)
FUNCTION_ON_DEMAND(ical_library, icaltimezone_get_utc_timezone)

}  // namespace lianxi
