#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fmt/format.h>
#include <utf8proc.h>

#include <lianxi/base/invisible.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/words.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

struct CodeRange {
  char32_t first, last;
};

template <std::size_t N>
constexpr bool lies_in(const CodeRange (&ranges)[N], char32_t code) {
  for (const CodeRange& range : ranges)
    if (code <= range.last) return code >= range.first;
  return false;
}

/// Default_Ignorable_Code_Point of Unicode, whether assigned or not; the marks of lines and
/// paragraphs, of annotations, of a picture that was not copied along; the blank of Braille; of
/// what is no character what is not at the end of a plane.
constexpr CodeRange ignorable_characters[] = {
    {0x00AD, 0x00AD}, {0x034F, 0x034F},   {0x061C, 0x061C},   {0x115F, 0x1160},   {0x17B4, 0x17B5},
    {0x180B, 0x180F}, {0x200B, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x206F},   {0x2800, 0x2800},
    {0x3164, 0x3164}, {0xFDD0, 0xFDEF},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFC}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

/// Scripts that are written from right to left: Hebrew, Arabic (Uyghur, Kazakh, Kirghiz) and
/// others.
constexpr CodeRange to_the_left[] = {
    {0x0590, 0x08FF}, {0xFB1D, 0xFDCF}, {0xFDF0, 0xFDFF}, {0xFE70, 0xFEFC}, {0x10800, 0x10FFF}};

constexpr bool is_mark_of_direction(char32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F;
}

/// Scripts whose letters are joined and parted by U+200C and U+200D: Arabic, Syriac, those of
/// India, Tibet and Burma, Khmer, Mongolian.
constexpr CodeRange with_joiners[] = {
    {0x0600, 0x07FF}, {0x0840, 0x0DFF}, {0x0F00, 0x109F}, {0x1780, 0x17FF},   {0x1800, 0x18AF},
    {0xA800, 0xABFF}, {0xFB50, 0xFDFF}, {0xFE70, 0xFEFC}, {0x11000, 0x114FF},
};

constexpr CodeRange chinese_characters[] = {
    {0x2E80, 0x2FDF}, {0x3005, 0x3007}, {0x3021, 0x3029},   {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFD},
};

/// Signs that have a form for the corner and one for the middle of their square.
constexpr CodeRange square_punctuation[] = {
    {0x3001, 0x3002}, {0xFF01, 0xFF01}, {0xFF0C, 0xFF0E}, {0xFF1A, 0xFF1B}, {0xFF1F, 0xFF1F}};

bool is_pictograph(char32_t code) {
  const auto* property = utf8proc_get_property(utf8proc_int32_t(code));
  return property->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC ||
         property->boundclass == UTF8PROC_BOUNDCLASS_E_ZWG;
}

bool ends_emoji(char32_t code) {
  return is_pictograph(code) || code == 0xFE0F || (code >= 0x1F3FB && code <= 0x1F3FF);
}

bool is_braille(char32_t code) { return code > 0x2800 && code <= 0x28FF; }

/// What is in a text by an escape alone, and ends no line and is no tabulator.
bool is_stray_control(char32_t code) {
  return is_control(code) && code != '\t' && code != '\n' && code != '\r';
}

bool is_mongolian(char32_t code) { return code >= 0x1800 && code <= 0x18AF; }

bool selects_a_form(char32_t code, char32_t before, char32_t after) {
  if (lies_in(chinese_characters, before)) return true;
  if (lies_in(square_punctuation, before)) return code <= 0xFE01;
  if (code != 0xFE0E && code != 0xFE0F) return false;
  constexpr char32_t keycap = 0x20E3;
  const bool is_key = before == '#' || before == '*' || (before >= '0' && before <= '9');
  return is_key ? after == keycap : is_pictograph(before);
}

}  // namespace

bool is_ignorable(char32_t code) {
  if (code >= 0x4E00 && code < 0xFDD0) return false;  // most of Chinese
  return lies_in(ignorable_characters, code) || (code & 0xFFFE) == 0xFFFE;
}

bool belongs_there(char32_t code, char32_t before, char32_t after) {
  if (code >= 0xFE00 && code <= 0xFE0F) return selects_a_form(code, before, after);
  if (code >= 0xE0100 && code <= 0xE01EF) return lies_in(chinese_characters, before);
  if (code >= 0x180B && code <= 0x180F) return is_mongolian(before);
  if (is_mark_of_direction(code))
    return lies_in(to_the_left, before) || lies_in(to_the_left, after);
  if (code == 0x2800) return is_braille(before) || is_braille(after);
  if (code != 0x200C && code != 0x200D) return false;
  if (lies_in(with_joiners, before)) return true;
  return code == 0x200D && ends_emoji(before) && is_pictograph(after);
}

/// Whether the character that begins there may be ignorable: its first two bytes are those of one.
static bool may_be_ignorable(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0;
  };
  const unsigned second = byte(1), third = byte(2);
  switch (byte(0)) {
    case 0xC2:
      return second == 0xAD;
    case 0xCD:
      return second == 0x8F;
    case 0xD8:
      return second == 0x9C;
    case 0xE1:
      return second == 0x85 || second == 0x9E || second == 0xA0;
    case 0xE2:
      return (second == 0x80 && ((third >= 0x8B && third <= 0x8F) || third >= 0xA8) &&
              third <= 0xAE) ||
             (second == 0x81 && third >= 0xA0) || (second == 0xA0 && third == 0x80);
    case 0xE3:
      return second == 0x85 && third == 0xA4;
    case 0xEF:
      return second == 0xB7 || (second == 0xB8 && third <= 0x8F) ||
             (second == 0xBB && third == 0xBF) || (second == 0xBE && third == 0xA0) ||
             (second == 0xBF && third >= 0xB0);
    default:
      return byte(0) >= 0xF0;
  }
}

/// Whether all of eight bytes are.
static bool are_ascii(const char* eight) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, sizeof bytes);
  return (bytes & 0x8080808080808080U) == 0;
}

/// A quick look at UTF-8 that most texts fail.
static bool may_hold_ignorable(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (is_ascii(bytes[at])) {
      while (at + 8 <= bytes.size() && are_ascii(bytes.data() + at)) at += 8;
      while (at < bytes.size() && is_ascii(bytes[at])) ++at;
    } else if (bytes[at] >= '\xE4' && bytes[at] <= '\xEE') {
      at += 3;  // most of Chinese
    } else {
      if (may_be_ignorable(bytes, at)) return true;
      at = end_of_character(bytes, at + 1);
    }
  }
  return false;
}

/// Calls `visit(code, is_invisible)` for each character, until it returns false.
template <class Visit>
static void for_each_character(std::string_view text, const Visit& visit) {
  const std::u32string codes = code_points_of(text);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const char32_t before = i > 0 ? codes[i - 1] : 0,
                   after = i + 1 < codes.size() ? codes[i + 1] : 0;
    if (!visit(codes[i], is_ignorable(codes[i]) && !belongs_there(codes[i], before, after))) return;
  }
}

static bool may_hold_control(std::string_view text) {
  return std::ranges::any_of(text, [](char byte) {
    return byte == '\xC2' || (is_ascii(byte) && is_stray_control(char32_t(byte)));
  });
}

std::optional<char32_t> invisible_character(std::string_view text) {
  std::optional<char32_t> found;
  if (!may_hold_ignorable(text) && !may_hold_control(text)) return found;
  for_each_character(text, [&](char32_t code, bool is_invisible) {
    if (is_invisible || is_stray_control(code)) found = code;
    return !found;
  });
  return found;
}

bool may_hold_invisible(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  return bytes.find('\\') != bytes.npos || may_hold_ignorable(bytes);
}

/// The text with the characters that `hides` chooses as \u{…}.
template <class Hides>
static std::string written_out(std::string_view text, const Hides& hides) {
  if (!invisible_character(text)) return std::string(text);
  std::string out;
  for_each_character(text, [&](char32_t code, bool is_invisible) {
    const bool is_hidden = hides(code, is_invisible);
    out += is_hidden ? fmt::format("\\u{{{:x}}}", std::uint32_t(code)) : utf8_of({&code, 1});
    return true;
  });
  return out;
}

std::string with_invisible_written_out(std::string_view text) {
  return written_out(text, [](char32_t, bool is_invisible) { return is_invisible; });
}

std::string with_controls_written_out(std::string_view text) {
  return written_out(text, [](char32_t code, bool) { return is_stray_control(code); });
}

}  // namespace lianxi
