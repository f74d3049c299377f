#include <algorithm>
#include <cctype>
#include <optional>

#include <lianxi/base/name_pattern.hpp>
#include <lianxi/base/utf8.hpp>

namespace lianxi {
namespace {

/// Takes a character off the text. UTF-8 is in the order of its code points, so that characters
/// are compared as the bytes they are.
std::string_view take_character(std::string_view& text) {
  const auto character = text.substr(0, std::max<std::size_t>(1, utf8_length(text, 0)));
  text.remove_prefix(character.size());
  return character;
}

/// The same of a pattern, where one after `\` stands for itself; nothing after a last `\`.
std::string_view take_literal(std::string_view& pattern) {
  if (pattern.starts_with('\\')) pattern.remove_prefix(1);
  return pattern.empty() ? pattern : take_character(pattern);
}

struct CharacterClass {
  std::string_view name;
  int (*holds)(int);
};

constexpr CharacterClass character_classes[] = {
    {"alnum", std::isalnum}, {"alpha", std::isalpha}, {"blank", std::isblank},
    {"cntrl", std::iscntrl}, {"digit", std::isdigit}, {"graph", std::isgraph},
    {"lower", std::islower}, {"print", std::isprint}, {"punct", std::ispunct},
    {"space", std::isspace}, {"upper", std::isupper}, {"xdigit", std::isxdigit}};

/// Takes `[:NAME:]` off a set; the class, if there is one there.
const CharacterClass* take_class(std::string_view& set) {
  for (const CharacterClass& one : character_classes) {
    std::string_view rest = set;
    for (const std::string_view part : {std::string_view("[:"), one.name, std::string_view(":]")})
      rest = rest.starts_with(part) ? rest.substr(part.size()) : std::string_view();
    if (rest.data() == nullptr) continue;
    set = rest;
    return &one;
  }
  return nullptr;
}

bool is_of(const CharacterClass& one, std::string_view character) {
  return is_ascii(character) && one.holds(static_cast<unsigned char>(character[0])) != 0;
}

/// A set that is longer is none: else many open brackets would each be looked for to the end.
constexpr std::size_t longest_set = 128;  // bytes

/// Takes a set off the pattern from after its `[`, and says whether the character is in it;
/// nothing, with nothing taken, where no `]` closes it.
std::optional<bool> take_set(std::string_view& pattern, std::string_view character) {
  std::string_view set = pattern.substr(0, longest_set);
  if (set.find(']') == set.npos) return std::nullopt;
  const bool inverted = set.starts_with('!') || set.starts_with('^');
  if (inverted) set.remove_prefix(1);
  bool found = false;
  for (bool first = true; first || !set.starts_with(']'); first = false) {
    if (set.empty()) return std::nullopt;
    if (const CharacterClass* one = take_class(set)) {
      found = found || is_of(*one, character);
      continue;
    }
    const auto from = take_literal(set);
    auto to = from;
    if (set.starts_with('-') && set.size() > 1 && set[1] != ']') {
      set.remove_prefix(1);
      to = take_literal(set);
    }
    found = found || (from <= character && character <= to);
  }
  pattern.remove_prefix(std::size_t(set.data() - pattern.data()) + 1);
  return found != inverted;
}

/// Takes off the pattern what stands for one character, and says whether it is that one.
bool take_match(std::string_view& pattern, std::string_view character) {
  if (pattern.starts_with('[')) {
    std::string_view rest = pattern.substr(1);
    if (const auto found = take_set(rest, character)) {
      pattern = rest;
      return *found;
    }
  }
  if (pattern.starts_with('?')) {
    pattern.remove_prefix(1);
    return true;
  }
  return take_literal(pattern) == character;
}

}  // namespace

bool matches_name(std::string_view name, std::string_view pattern) {
  // Where the newest `*` stands, it may have to take in one character more; the earlier ones
  // never do, since what stands between the two was found as early as can be.
  std::optional<std::string_view> after_star;
  std::string_view from_star;
  while (!name.empty() || !pattern.empty()) {
    if (pattern.starts_with('*')) {
      pattern.remove_prefix(1);
      after_star = pattern;
      from_star = name;
      continue;
    }
    if (!name.empty() && !pattern.empty() && take_match(pattern, take_character(name))) continue;
    if (!after_star || from_star.empty()) return false;
    take_character(from_star);
    name = from_star;
    pattern = *after_star;
  }
  return true;
}

}  // namespace lianxi
