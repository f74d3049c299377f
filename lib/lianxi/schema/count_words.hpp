// The words that say how exact a count is: one list for reading, for the patterns of the
// JSON Schema and for the manual.
#pragma once
#include <span>
#include <string_view>

#include <lianxi/base/quantity.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// One of them, with ASCII letters in small ones; they are read in any case.
struct CountWord {
  std::string_view word;
  Qualifier qualifier;
};

inline constexpr CountWord words_before_counts[] = {
    {"约", Qualifier::about},          {"近", Qualifier::about},
    {"~", Qualifier::about},           {"大约", Qualifier::about},
    {"将近", Qualifier::about},        {"about", Qualifier::about},
    {"around", Qualifier::about},      {"approx", Qualifier::about},
    {"approx.", Qualifier::about},     {"approximately", Qualifier::about},
    {"roughly", Qualifier::about},     {"nearly", Qualifier::about},
    {"almost", Qualifier::about},      {"some", Qualifier::about},
    {"over", Qualifier::at_least},     {"more than", Qualifier::at_least},
    {"at least", Qualifier::at_least}, {"逾", Qualifier::at_least},
    {"超过", Qualifier::at_least},     {"至少", Qualifier::at_least},
};

inline constexpr CountWord words_after_counts[] = {
    {"余", Qualifier::at_least}, {"多", Qualifier::at_least},   {"+", Qualifier::at_least},
    {"左右", Qualifier::about},  {"以上", Qualifier::at_least}, {"or more", Qualifier::at_least},
};

/// Takes the longest word that stands before the number off it, and the white space between.
const CountWord* take_word_before(std::string_view& text);
/// The same behind the number.
const CountWord* take_word_after(std::string_view& text);

}  // namespace lianxi
