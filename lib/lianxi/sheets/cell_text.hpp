// What spreadsheets keep as numbers, as the text that was typed.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace lianxi {

/// How a number is shown.
struct NumberShape {
  enum class Kind : std::uint8_t { number, percent, day, time, day_and_time };

  Kind kind = Kind::number;
  int places = -1;  ///< How many it is rounded to; negative: as many as it has.
};

/// What a format code such as `0.00`, `yyyy"年"m"月"d"日"` or `h:mm` shows.
NumberShape shape_of(std::string_view format_code);
/// The same of a format that every spreadsheet knows by its number.
NumberShape shape_of_builtin(int number);

/// `1600`, `0.3`: rounded to as many places as are shown, or to the 15 digits that spreadsheets
/// keep, without zeros at its end.
std::string number_text(double value, int places);

/// `2017-09-20`, `14:05`, `2017-09-20 14:05`, `50%`, `1600`; days are counted from the end of
/// 1899, or from 1904 on. A day that no calendar has is written as the number.
std::string shaped_text(double value, NumberShape shape, bool from_1904);

}  // namespace lianxi
