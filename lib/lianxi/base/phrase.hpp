// Messages in two languages, made side by side so that no translation can be
// missing and no locale need be installed.
#pragma once
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <type_traits>

namespace lianxi {

enum class Language { en, zh };

/// A fixed text in both languages: a name, a description, a page.
struct Bilingual {
  std::string_view en, zh;

  constexpr std::string_view in(Language language) const {
    return language == Language::zh ? zh : en;
  }
};

/// A finished message in both languages.
struct Message {
  std::string en, zh;

  const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
  bool empty() const { return en.empty(); }
};

/// A message still to be filled in; both formats are checked by the compiler.
template <class... Args>
struct BasicPhrase {
  fmt::format_string<Args...> en, zh;

  template <class En, class Zh>
  consteval BasicPhrase(const En& english, const Zh& chinese) : en(english), zh(chinese) {}
};
template <class... Args>
using Phrase = BasicPhrase<std::type_identity_t<Args>...>;

/// Fills in a phrase: `say({"no unit “{}”", "没有单位“{}”"}, id)`. An argument of
/// type Bilingual or Message appears in the language of each side.
template <class... Args>
Message say(Phrase<Args...> phrase, const Args&... args);

namespace detail {
template <class T>
const T& in_language(const T& value, Language) {
  return value;
}
inline std::string_view in_language(const Bilingual& value, Language language) {
  return value.in(language);
}
inline std::string_view in_language(const Message& value, Language language) {
  return value.in(language);
}
}  // namespace detail

template <class... Args>
Message say(Phrase<Args...> phrase, const Args&... args) {
  return {
      fmt::vformat(phrase.en, fmt::make_format_args(detail::in_language(args, Language::en)...)),
      fmt::vformat(phrase.zh, fmt::make_format_args(detail::in_language(args, Language::zh)...))};
}

}  // namespace lianxi

template <>
struct fmt::formatter<lianxi::Bilingual> : fmt::formatter<std::string_view> {};
template <>
struct fmt::formatter<lianxi::Message> : fmt::formatter<std::string_view> {};
