// What a cell of a table is to a spreadsheet: a number, a day or a text.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <lianxi/base/date.hpp>
#include <lianxi/base/language.hpp>

namespace lianxi::sheet {

/// How a number is shown.
enum class Shown : std::uint8_t { whole, amount, percent };

/// A number as decimal digits, so that none is lost: `value` / 10^`places`.
struct Number {
  std::int64_t value = 0;
  int places = 0;
  Shown shown = Shown::whole;
  bool has_plus = false;  ///< A difference, written with its sign.
};

/// 1,234 · -12 · +3,114.00 · 87.5%; nothing where the text is not just that, or has more digits
/// than a spreadsheet keeps (15).
std::optional<Number> number_in(std::string_view);

/// A day alone, as reports write it in either language.
std::optional<Date> day_in(std::string_view);

/// The number of a day in spreadsheets, which count from 1900.
double serial_of(Date);

/// A sheet's name: at most 31 UTF-16 units, without what names may not hold; "" where nothing is
/// left.
std::string name_from(std::string_view title);

/// How many lines a text takes in a column of so many half-width characters.
int lines_of(std::string_view text, int width);

/// A text as a cell can hold it: no more than 32,767 characters, what cannot be seen written out,
/// and what a workbook would take for the number of a character (`_x0041_`) kept as it is.
std::string text_for_cell(std::string_view);

}  // namespace lianxi::sheet
