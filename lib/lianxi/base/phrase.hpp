// Messages in two languages, made side by side so that no translation can be
// missing and no locale need be installed.
#pragma once
#include <fmt/core.h>
#include <string_view>
#include <type_traits>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>

namespace lianxi {

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
/// Both sides of a message. Out of line: it is what makes formatting dear to compile.
LIANXI_EXPORT Message fill(fmt::string_view en, fmt::format_args en_args, fmt::string_view zh,
                           fmt::format_args zh_args);

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
  return detail::fill(phrase.en, fmt::make_format_args(detail::in_language(args, Language::en)...),
                      phrase.zh, fmt::make_format_args(detail::in_language(args, Language::zh)...));
}

}  // namespace lianxi

template <>
struct fmt::formatter<lianxi::Bilingual> : fmt::formatter<std::string_view> {};
template <>
struct fmt::formatter<lianxi::Message> : fmt::formatter<std::string_view> {};
