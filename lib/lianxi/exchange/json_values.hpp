// Values as JSON has them: ISO dates, plain numbers, amounts as strings.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include <lianxi/base/date.hpp>
#include <lianxi/base/quantity.hpp>
#include <lianxi/figures/figure_value.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi::json {

using Json = nlohmann::ordered_json;

inline Json of(const std::optional<Date>& date) { return date ? Json(iso(*date)) : Json(); }

/// A rate in tenths of a percent as a number with one decimal, or null.
inline Json of_rate(const std::optional<std::int64_t>& tenths) {
  return tenths ? Json(double(*tenths) / 10) : Json();
}

/// A plain number, a COUNT object, an amount as a string, a rate; null where there is none.
Json of(const FigureValue&);

/// What a script has to know before it relies on anything that was worked out from records.
inline void add(Json& json, const RecordFaults& faults) {
  json["record_errors"] = faults.errors;
  json["unread"] = faults.unread;
}

/// Two spaces of indentation and a line break at the end. Texts that are not UTF-8 (a file's
/// name can be anything) are written as `readable_path` does.
std::string dump(const Json&);

/// The same with the personal numbers in its texts and keys masked: what comes out of records.
std::string dump_masked(const Json&);
/// Likewise in one line, with a line break at its end.
std::string line_masked(const Json&);

}  // namespace lianxi::json
