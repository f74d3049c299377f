// The types of values that are worked out, and cells that hold them.
#pragma once
#include <array>
#include <optional>

#include <lianxi/base/quantity.hpp>
#include <lianxi/followup/status_words.hpp>
#include <lianxi/schema/codec.hpp>
#include <lianxi/tables/table.hpp>

namespace lianxi::cells {

inline constexpr const ValueType& a_text = Codec<Text>::type;
inline constexpr const ValueType& a_day = Codec<Located<Date>>::type;
inline constexpr const ValueType& a_number = Codec<Located<std::int32_t>>::type;
inline constexpr const ValueType& a_count = Codec<Located<Count>>::type;
inline constexpr const ValueType& an_amount = Codec<Located<Amount>>::type;
inline constexpr const ValueType& yes_or_no = Codec<Located<bool>>::type;
template <Target target>
inline constexpr const ValueType& a_ref = Codec<Ref<target>>::type;

/// One of these words.
template <auto& words>
inline constexpr ValueType one_of{
    .kind = ValueType::Kind::choice,
    .words = words,
    .rewrite = [](std::string_view text, Writing how) -> std::optional<std::string> {
      const auto word = number_of_word(text, words);
      return word ? std::optional(written(words[*word], how)) : std::nullopt;
    }};

/// Words for statuses as words of a field.
template <std::size_t count>
constexpr std::array<Word, count> words_from(const StatusWord (&words)[count]) {
  std::array<Word, count> made = {};
  for (std::size_t i = 0; i < count; ++i) made[i] = {words[i].word, words[i].name.zh};
  return made;
}

inline TableCell of(std::string_view text) {
  return text.empty() ? TableCell{} : TableCell{true, {std::string(text)}};
}
inline TableCell of(Date day) { return {true, {iso(day)}}; }
inline TableCell of(const std::optional<Date>& day) { return day ? of(*day) : TableCell{}; }
inline TableCell of(bool yes) { return {true, {yes ? "yes" : "no"}}; }
inline TableCell of(std::int64_t number) { return {true, {std::to_string(number)}}; }
inline TableCell of(Amount amount) { return {true, {plain(amount)}}; }
inline TableCell of(Count count) { return {true, {written(count, Writing::plain)}}; }

}  // namespace lianxi::cells
