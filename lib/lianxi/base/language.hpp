// The two languages that everything for people is written in, side by side.
#pragma once
#include <string>
#include <string_view>

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

}  // namespace lianxi
