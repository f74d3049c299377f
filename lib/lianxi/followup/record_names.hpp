// Names of records that only `followup` speaks of.
#pragma once
#include <fmt/format.h>
#include <string>
#include <string_view>

#include <lianxi/book/book.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>

namespace lianxi {

/// What a record asks of a unit: `meetings/2017-q3/units/U`, `requests/r1/units/U`.
template <class Record>
std::string name_of_unit_in(const Record& record, std::string_view unit) {
  return fmt::format("{}/units/{}", name_of(record), unit);
}

/// The part's name, or its record's where the part has no id.
template <class Record, class P>
std::string smallest_name(const Record& record, const P& part) {
  return part.id ? name_of(record, part) : name_of(record);
}

}  // namespace lianxi
