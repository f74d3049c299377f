#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <utf8proc.h>
#include <vector>

#include <lianxi/base/invisible.hpp>
#include <lianxi/base/runner_commands.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/words.hpp>

namespace lianxi LIANXI_EXPORT {

namespace {

/// Takes the next code point off `text`; U+FFFD for a byte that is not UTF-8.
char32_t take(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (!text.empty() && byte(0) < 0x80) {
    const char32_t code = byte(0);
    text.remove_prefix(1);
    return code;
  }
  // Most that is not ASCII is Chinese: three bytes whose first leaves no doubt.
  if (is_plain_triple(text, 0)) {
    const char32_t code = (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
    text.remove_prefix(3);
    return code;
  }
  utf8proc_int32_t code = -1;
  const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (used <= 0) {
    text.remove_prefix(1);
    return 0xFFFD;
  }
  text.remove_prefix(std::size_t(used));
  return char32_t(code);
}

void append(std::string& out, char32_t code) {
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(utf8proc_int32_t(code), bytes);
  out.append(reinterpret_cast<const char*>(bytes), std::size_t(size));
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

/// The ASCII twin of a full-width character, or the character itself.
char32_t ascii_twin(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + 0x21 : c; }

bool is_id_twin(char32_t twin) {
  return (twin >= '0' && twin <= '9') || (twin >= 'A' && twin <= 'Z') ||
         (twin >= 'a' && twin <= 'z') || twin == '.' || twin == '_' || twin == '-' || twin == '/';
}

/// Chinese characters in common use are the same in NFC.
bool is_common_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

std::string normalized(const std::string& text) {
  utf8proc_uint8_t* out = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &out,
                                 utf8proc_option_t(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  if (size < 0) return text;
  std::string result(reinterpret_cast<const char*>(out), std::size_t(size));
  free(out);
  return result;
}

}  // namespace

std::u32string code_points_of(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  while (!utf8.empty()) out += take(utf8);
  return out;
}

std::string utf8_of(std::u32string_view codes) {
  std::string out;
  out.reserve(codes.size());
  for (const char32_t code : codes)
    if (code < 0x80)
      out += char(code);
    else
      append(out, code);
  return out;
}

int display_width(std::string_view utf8) {
  if (is_ascii(utf8)) return int(utf8.size());
  int width = 0, cluster = 0;
  utf8proc_int32_t state = 0;
  char32_t before = 0;
  for (bool first = true; !utf8.empty(); first = false) {
    const char32_t code = take(utf8);
    const bool starts_grapheme =
        first ||
        utf8proc_grapheme_break_stateful(utf8proc_int32_t(before), utf8proc_int32_t(code), &state);
    if (starts_grapheme) {
      width += cluster;
      cluster = 0;
    }
    cluster = std::max(cluster, utf8proc_charwidth(utf8proc_int32_t(code)));
    before = code;
  }
  return width + cluster;
}

std::string_view without_spaces_around(std::string_view text) {
  while (!text.empty()) {
    std::string_view rest = text;
    if (!is_space(take(rest))) break;
    text = rest;
  }
  while (!text.empty()) {
    const std::size_t at = start_of_character(text, text.size() - 1);
    std::string_view last = text.substr(at);
    if (!is_space(take(last))) break;
    text = text.substr(0, at);
  }
  return text;
}

/// The distance where it is at most `most`, else any number over that; `rows` is room to work in.
static int edit_distance(std::u32string_view a, std::u32string_view b, int most,
                         std::vector<int>& rows) {
  const std::size_t width = b.size() + 1;
  rows.resize(3 * width);
  int *before = rows.data(), *row = before + width, *next = row + width;
  std::iota(row, row + width, 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    next[0] = int(i) + 1;
    int least = next[0];
    for (std::size_t j = 0; j < b.size(); ++j) {
      next[j + 1] = std::min({row[j] + (a[i] != b[j]), row[j + 1] + 1, next[j] + 1});
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
        next[j + 1] = std::min(next[j + 1], before[j - 1] + 1);
      least = std::min(least, next[j + 1]);
    }
    // Two letters that change places may come back from the row before, one cheaper.
    if (least > most + 1) return least;
    int* const free = before;
    before = row;
    row = next;
    next = free;
  }
  return row[b.size()];
}

int edit_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<int> rows;
  return edit_distance(a, b, int(a.size() + b.size()), rows);
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  const auto letters = code_points_of(word);
  // Of a word of two or three letters one may differ, of a long one a third.
  int limit = letters.size() < 2 ? 1 : std::max(1, int(letters.size()) / 3) + 1;
  std::string_view best;
  std::u32string other;
  std::vector<int> rows;
  for (const auto candidate : candidates) {
    // No letter takes more than four bytes, so that a long one is not near.
    if (candidate.size() >= 4 * (letters.size() + std::size_t(limit))) continue;
    other.clear();
    for (std::string_view rest = candidate; !rest.empty();) other += take(rest);
    const auto apart = other.size() > letters.size() ? other.size() - letters.size()
                                                     : letters.size() - other.size();
    if (int(apart) >= limit) continue;
    const int distance = edit_distance(letters, other, limit - 1, rows);
    if (distance < limit) {
      limit = distance;
      best = candidate;
    }
  }
  return best;
}

std::string_view mapped_id(std::string_view text, std::string& buffer) {
  bool changes = false;
  for (std::string_view rest = text; !rest.empty() && !changes;) {
    if (is_ascii(rest[0])) {
      rest.remove_prefix(1);
      continue;
    }
    changes = !is_common_ideograph(take(rest));
  }
  if (!changes) return text;
  buffer.clear();
  for (std::string_view rest = text; !rest.empty();) {
    const char32_t code = take(rest), twin = ascii_twin(code);
    append(buffer, is_id_twin(twin) ? twin : code);
  }
  buffer = normalized(buffer);
  return buffer;
}

std::string ascii_twins(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const char32_t code = take(text);
    const bool after_digit = !out.empty() && out.back() >= '0' && out.back() <= '9';
    append(out, code == U'。' && after_digit ? U'.' : ascii_twin(code));
  }
  return out;
}

/// How many bytes from the start are signs of ASCII that are printed as they are.
static std::size_t plain_size(std::string_view text) {
  const auto is_shown = [](char byte) { return byte >= 0x20 && byte < 0x7F; };
  return std::size_t(std::ranges::find_if_not(text, is_shown) - text.begin());
}

/// The character that a text begins with; 0 where it is empty.
static char32_t first_of(std::string_view text) { return text.empty() ? 0 : take(text); }

/// Whether a terminal would show something else for the character than itself, or nothing.
static bool is_written_out(char32_t code, char32_t before, std::string_view rest) {
  if (is_common_ideograph(code)) return false;
  return is_control(code) || (is_ignorable(code) && !belongs_there(code, before, first_of(rest)));
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char32_t before = 0;
  while (!text.empty()) {
    const std::size_t plain = plain_size(text);
    if (plain > 0) before = char32_t(text[plain - 1]);
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    std::string_view rest = text;
    const char32_t code = take(rest);
    if (code == 0xFFFD && utf8_length(text, 0) == 0)
      out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[0]));
    else if (is_written_out(code, before, rest))
      out += fmt::format("\\u{{{:x}}}", std::uint32_t(code));
    else
      out.append(text.substr(0, text.size() - rest.size()));
    before = code;
    text = rest;
  }
  return out;
}

std::string printable(std::string_view text) {
  return without_commands(visible(text), {.sharp = "\\u{23}", .colon = "\\u{3a}"});
}

/// Whether an escape stands there that was written by `visible`, or looks like one.
static bool looks_escaped(std::string_view text) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); };
  if (text.starts_with("\\u{")) return true;
  return text.starts_with("\\x") && text.size() >= 4 && is_digit(text[2]) && is_digit(text[3]);
}

std::string readable_path(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::size_t size = utf8_length(path, 0);
    if (size == 0 || looks_escaped(path))
      out += fmt::format("\\x{:02X}", static_cast<unsigned char>(path[0]));
    else
      out += path.substr(0, size);
    path.remove_prefix(std::max<std::size_t>(1, size));
  }
  return out;
}

std::string printable_path(std::string_view path) {
  const std::string readable = readable_path(path);
  return printable(begins_command(readable + "::") ? "./" + readable : readable);
}

}  // namespace lianxi
