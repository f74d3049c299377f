#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/words.hpp>
#include <lianxi/exchange/json_patterns.hpp>
#include <lianxi/schema/codec.hpp>
#include <lianxi/schema/count_words.hpp>

namespace lianxi::json {
namespace {

/// What `trimmed` takes off a value's ends, without the brackets.
constexpr std::string_view blank =
    R"(\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff)";

constexpr std::string_view date_pattern =
    "(?:[1１][9９]|[2２][01０１])[0-9０-９]{2}"
    "(?:[-－]{M}[-－]{D}|[/／]{M}[/／]{D}|[.．。]{M}[.．。]{D}|年{M}月{D}日)"
    "|(?:一九|二[〇零○一])[〇零○一二三四五六七八九]{2}年(?:[一二三四五六七八九]|一?十[一二]?)月"
    "(?:[一二三四五六七八九]|[一二]?十[一二三四五六七八九]?|三十一?)日";
constexpr std::string_view month = "(?:[0０]?[1-9１-９]|[1１][0-2０-２])";
constexpr std::string_view day = "(?:[0０]?[1-9１-９]|[12１２][0-9０-９]|[3３][01０１])";

constexpr std::string_view time_pattern =
    "(?:[01０１]?[0-9０-９]|[2２][0-3０-３])[:：][0-5０-５][0-9０-９]";

constexpr std::string_view integer_pattern = "[0０]{0,6}[0-9０-９]{1,9}|[0０]{0,5}[1１][0０]{9}";

/// 0 to 3660, and 1900 to 2199.
constexpr std::string_view days_pattern =
    "[0０]{0,12}[0-9０-９]{1,3}|[0０]{0,11}(?:[12１２][0-9０-９]{3}|[3３][0-5０-５][0-9０-９]{2}"
    "|[3３][6６](?:[0-5０-５][0-9０-９]|[6６][0０]))";
constexpr std::string_view year_pattern = "[0０]{0,11}(?:[1１][9９]|[2２][01０１])[0-9０-９]{2}";

/// Up to 10^12, and as many 万 as make that; {B} is white space.
constexpr std::string_view count_number =
    "(?:[0０]{0,3}[0-9０-９]{1,12}|[0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){1,3}"
    "|[0０]{0,2}[1１][0０]{12}|[1１](?:[,，][0０]{3}){4}"
    "|(?=[^万{B}]{1,12}[{B}]*万)(?:"
    "(?:[0０]{0,11}[0-9０-９]{1,8}|[0-9０-９]{1,3}[,，][0-9０-９]{3}"
    "|[0-9０-９]{1,2}(?:[,，][0-9０-９]{3}){2})(?:[.．。][0-9０-９]{1,4})?"
    "|(?:[0０]{0,3}[1１][0０]{8}|[1１][0０]{2}(?:[,，][0０]{3}){2})(?:[.．。][0０]{1,3})?)[{B}]*"
    "万)";

constexpr std::string_view amount_pattern =
    "(?:[0０]{0,2}[0-9０-９]{1,13}|[0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){1,3}"
    "|[0-9０-９](?:[,，][0-9０-９]{3}){4})(?:[.．。][0-9０-９]{1,2})?"
    "|[0０]?[1１][0０]{13}(?:[.．。][0０]{1,2})?|[1１][0０](?:[,，][0０]{3}){4}";

constexpr std::string_view fraction_pattern =
    "(?=[0０]*[1-9１-９])[0-9０-９]{1,9}[/／](?=[0０]*[1-9１-９])[0-9０-９]{1,9}"
    "|[0０]{0,7}[1-9１-９][0-9０-９]?[%％]|[0０]{0,6}[1１][0０]{2}[%％]";

/// What no id holds. Letters, marks and digits of any script are told by what they are
/// not: signs and punctuation outside ASCII, as far as the two dialects can say it alike.
constexpr std::string_view no_letters =
    R"({-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u2070\u20a0-\u20cf)"
    R"(\u2190-\u2bff\u3000-\u3004\u3008-\u3020\uff1a-\uff20)"
    R"(\uff3b-\uff3e\uff40\uff5b-\uff65\ufeff)";

/// Marks that are joined with the letter before them do not count.
std::string id_pattern() {
  return fmt::format(
      R"([^\u0000-/:-@\[-`\uff01-\uff0f\uff3f{0}][\u0300-\u036f]*)"
      R"((?:[^\u0000-,/:-@\[-^`\u0300-\u036f\uff01-\uff0c\uff0f{0}][\u0300-\u036f]*){{0,63}})",
      no_letters);
}

void replace_all(std::string& text, std::string_view word, std::string_view with) {
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + with.size()))
    text.replace(at, word.size(), with);
}

/// A character and its twin of full width, a letter in either case.
std::string either_twin(char c) {
  const bool is_letter = c >= 'a' && c <= 'z';
  if (c == ' ' || (c & 0x80) != 0) return std::string(1, c);
  const auto twin = [](char ascii) { return utf8_of(std::u32string(1, char32_t(ascii) + 0xFEE0)); };
  const auto capital = char(is_letter ? c - 'a' + 'A' : c);
  std::string both = fmt::format("{}{}", c, twin(c));
  if (is_letter) both += fmt::format("{}{}", capital, twin(capital));
  return "[" + both + "]";
}

std::string any_of(std::span<const CountWord> words) {
  std::string pattern;
  for (const CountWord& word : words) {
    if (!pattern.empty()) pattern += '|';
    for (const char c : word.word) pattern += either_twin(c);
  }
  return "(?:" + pattern + ")";
}

}  // namespace

std::string of_dates() {
  std::string pattern(date_pattern);
  replace_all(pattern, "{M}", month);
  replace_all(pattern, "{D}", day);
  return pattern;
}

std::string of_times() { return std::string(time_pattern); }
std::string of_integers(const Range& range) {
  if (&range == &number_of_days) return std::string(days_pattern);
  return std::string(&range == &number_of_year ? year_pattern : integer_pattern);
}
std::string of_amounts() { return std::string(amount_pattern); }
std::string of_fractions() { return std::string(fraction_pattern); }

std::string of_counts() {
  std::string number(count_number);
  replace_all(number, "{B}", blank);
  return fmt::format("{0}[{3}]*{1}|{1}(?:[{3}]*{2})?", any_of(words_before_counts), number,
                     any_of(words_after_counts), blank);
}

/// `least` to `most` ids joined by `/`.
std::string of_ids(int least, int most) {
  const auto more = fmt::format("(?:[/／]{})", id_pattern());
  return id_pattern() + (most == 1 ? "" : least == 2 ? more : more + "?");
}

/// The words of one language and then of the other, each once: yes and true are the
/// same in Chinese.
std::vector<std::string_view> both_languages(std::span<const Word> words, Language first) {
  std::vector<std::string_view> all;
  const auto add = [&](std::string_view word) {
    if (std::ranges::find(all, word) == all.end()) all.push_back(word);
  };
  for (const Word& word : words) add(first == Language::zh ? word.zh : word.en);
  for (const Word& word : words) add(first == Language::zh ? word.en : word.zh);
  return all;
}

/// The words in both languages, ASCII letters in any case.
std::string of_words(std::span<const Word> words) {
  std::string pattern;
  for (const auto word : both_languages(words, Language::en)) {
    if (!pattern.empty()) pattern += '|';
    for (const char c : word) {
      if (c >= 'a' && c <= 'z')
        pattern += fmt::format("[{}{}]", char(c - 'a' + 'A'), c);
      else
        pattern += c;
    }
  }
  return pattern;
}

std::string whole(std::string_view pattern, bool required) {
  return fmt::format("^[{0}]*(?:{1}){2}[{0}]*$", blank, pattern, required ? "" : "?");
}

std::string only_blank() { return fmt::format("^[{}]*$", blank); }
std::string not_blank() { return fmt::format("[^{}]", blank); }

}  // namespace lianxi::json
