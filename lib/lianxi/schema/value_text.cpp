#include <lianxi/base/words.hpp>
#include <lianxi/schema/codec.hpp>
#include <lianxi/schema/targets.hpp>
#include <lianxi/schema/value_text.hpp>

namespace lianxi LIANXI_EXPORT {

std::string written(Date date, Writing) { return iso(date); }
std::string written(Time time, Writing) { return iso(time); }
std::string written(std::int32_t number, Writing) { return std::to_string(number); }

std::string written(Count count, Writing how) {
  if (how == Writing::english) return to_text(count, Language::en);
  if (how == Writing::chinese) return to_text(count, Language::zh);
  const auto value = std::to_string(count.value);
  if (count.qualifier == Qualifier::about) return "~" + value;
  return count.qualifier == Qualifier::at_least ? value + "+" : value;
}

std::string written(Amount amount, Writing how) {
  return how == Writing::plain ? plain(amount) : to_text(amount);
}

std::string written(Fraction fraction, Writing) {
  return std::to_string(fraction.over) + "/" + std::to_string(fraction.under);
}

std::string written(bool value, Writing how) {
  if (how == Writing::chinese) return value ? "是" : "否";
  return value ? "yes" : "no";
}

std::string written(const Word& word, Writing how) {
  return std::string(how == Writing::chinese ? word.zh : word.en);
}

std::optional<std::size_t> number_of_word(std::string_view text, std::span<const Word> words) {
  const auto word = trimmed(text);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_word(word, words[i])) return i;
  return std::nullopt;
}

std::optional<std::string> any_text(std::string_view text, Writing) {
  const auto kept = trimmed(text);
  return kept.empty() ? std::nullopt : std::optional<std::string>(kept);
}

static std::optional<std::string> ids_text(std::string_view text, std::size_t least,
                                           std::size_t most) {
  std::string buffer;
  const auto id = mapped_id(trimmed(text), buffer);
  return are_ids(id, least, most) ? std::optional<std::string>(id) : std::nullopt;
}

std::optional<std::string> id_text(std::string_view text, Writing) { return ids_text(text, 1, 1); }

std::optional<std::string> ref_text(std::string_view text, Target target) {
  const TargetInfo& info = info_of(target);
  return ids_text(text, info.fewest_words, info.most_words);
}

Standing standing_of(const ValueType& type, const void* value) {
  if (!value) return {};
  if (type.standing) return type.standing(value);
  return Standing(static_cast<const Part*>(value)->at);
}

static std::string text_of(const ValueType& type, const void* value, Writing how) {
  return type.write && standing_of(type, value) ? type.write(value, how) : std::string();
}

std::string plain_text(const ValueType& type, const void* value) {
  return text_of(type, value, Writing::plain);
}

std::string text_for_people(const ValueType& type, const void* value, Language language) {
  return text_of(type, value, language == Language::zh ? Writing::chinese : Writing::english);
}

std::optional<std::string> plain_text_of(const ValueType& type, std::string_view written) {
  return type.rewrite ? type.rewrite(written, Writing::plain) : std::nullopt;
}

}  // namespace lianxi
