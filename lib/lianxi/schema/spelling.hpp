// How values are spelt: the text of a scalar into a date, a count, an amount.
// Records and command-line arguments are read by the same functions.
#pragma once
#include <optional>
#include <string_view>

#include <lianxi/base/date.hpp>
#include <lianxi/base/quantity.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// `2017-09-20`, `2017/9/20`, `2017.9.20`, `2017年9月20日`, `二〇一七年九月二十日`; a real
/// day of the years 1900 to 2199.
std::optional<Date> read_date(std::string_view);
/// `14:00`, `9:00`, `14：00`.
std::optional<Time> read_time(std::string_view);
/// `220`, `1,600`, `2万`, with a word of count_words.hpp before or after it: `220余`, `约5500`,
/// `1.2万余`, `about 200`, `200 or more`; 0 to 10^12.
std::optional<Count> read_count(std::string_view);
/// `4000`, `4,000.00`; at most two places, 0 to 10^13.
std::optional<Amount> read_amount(std::string_view);
/// `2/3`, `50%`; over 0, at most 1.
std::optional<Fraction> read_fraction(std::string_view);
/// Digits only; from the least to the most.
std::optional<std::int32_t> read_int(std::string_view, std::int32_t least = 0,
                                     std::int32_t most = 1'000'000'000);

/// Whether the text has the form of an id: a letter, mark or digit of any script
/// first, then also `.`, `_`, `-`; at most 64 code points. To be mapped before.
bool is_id(std::string_view mapped);

/// Whether the text is `least` to `most` ids joined by `/`. To be mapped before.
bool are_ids(std::string_view mapped, std::size_t least, std::size_t most);

}  // namespace lianxi
