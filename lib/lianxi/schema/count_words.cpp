#include <algorithm>

#include <lianxi/base/words.hpp>
#include <lianxi/schema/count_words.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

bool is_word(std::string_view text, std::string_view word) {
  return std::ranges::equal(text, word, {}, small);
}

bool begins_with(std::string_view text, std::string_view word) {
  return is_word(text.substr(0, word.size()), word);
}

bool ends_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && is_word(text.substr(text.size() - word.size()), word);
}

const CountWord* longest(std::span<const CountWord> words, std::string_view text,
                         bool (*stands)(std::string_view, std::string_view)) {
  const CountWord* found = nullptr;
  for (const CountWord& word : words)
    if ((!found || word.word.size() > found->word.size()) && stands(text, word.word)) found = &word;
  return found;
}

}  // namespace

const CountWord* take_word_before(std::string_view& text) {
  const CountWord* found = longest(words_before_counts, text, begins_with);
  if (found) text = trimmed(text.substr(found->word.size()));
  return found;
}

const CountWord* take_word_after(std::string_view& text) {
  const CountWord* found = longest(words_after_counts, text, ends_with);
  if (found) text = trimmed(text.substr(0, text.size() - found->word.size()));
  return found;
}

}  // namespace lianxi
