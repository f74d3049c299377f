#include <charconv>
#include <utf8proc.h>

#include <lianxi/yaml/surrogate_pairs.hpp>

namespace lianxi {
namespace {

constexpr std::size_t escape_size = SurrogatePairs::size / 2;

/// A half, which begins with `d`, and the character that stands for it differ in their first digit
/// only: it is one or two more, and keeps its case. So those that stand for first halves are the
/// private U+E800 to U+EBFF or, where a text has such, U+F800 to U+FBFF.
class StandIns {
 public:
  explicit StandIns(int moved) : moved_(moved) {}

  bool is_first(std::uint32_t code) const { return is_first_half(code - shift()); }
  bool is_second(std::uint32_t code) const { return is_second_half(code - shift()); }
  /// The same of what stands in the text, as UTF-8.
  bool has_first_at(std::string_view text, std::size_t at) const { return has(text, at, '\xA0'); }
  bool has_second_at(std::string_view text, std::size_t at) const { return has(text, at, '\xB0'); }

  /// Whether the text holds one that stands for a first half, as it is or as an escape.
  bool are_in(std::string_view text) const {
    std::size_t at = 0;
    const auto found = [&] {
      const bool is_long = text.substr(at).starts_with("\\U") && at + 10 <= text.size();
      const auto code =
          is_long ? hexadecimal(text.substr(at + 2, 8)) : short_escape(text.substr(at));
      return has_first_at(text, at) || (code && is_first(*code));
    };
    const char starts[] = {'\\', first_byte()};
    const auto next = [&] { return text.find_first_of(std::string_view(starts, 2), at); };
    for (at = next(); at != text.npos && !found();) ++at, at = next();
    return at != text.npos;
  }

 private:
  std::uint32_t shift() const { return std::uint32_t(moved_) << 12; }
  char first_byte() const { return char('\xED' + moved_); }
  bool has(std::string_view text, std::size_t at, char second_byte) const {
    return at + 3 <= text.size() && text[at] == first_byte() &&
           (text[at + 1] & '\xF0') == second_byte;
  }

  int moved_;
};

/// Whether two escapes stand here, of a half and of another.
template <class Halves>
bool is_pair_at(std::string_view text, std::size_t at, const Halves& halves) {
  const auto one = short_escape(text.substr(at));
  if (!one || !halves.is_first(*one)) return false;
  const auto other = short_escape(text.substr(at + escape_size));
  return other && halves.is_second(*other);
}

/// Moves the first digits of both escapes.
void move_pair(std::string& text, std::size_t at, int by) {
  for (const std::size_t digit : {at + 2, at + escape_size + 2})
    text[digit] = char(text[digit] + by);
}

/// The last ten bits of a character of three bytes.
std::uint32_t low_bits(std::string_view text, std::size_t at) {
  return std::uint32_t(text[at + 1] & 0x0F) << 6 | std::uint32_t(text[at + 2] & 0x3F);
}

void append(std::string& text, std::uint32_t code) {
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(utf8proc_int32_t(code), bytes);
  text.append(reinterpret_cast<const char*>(bytes), std::size_t(size));
}

}  // namespace

bool is_first_half(std::uint32_t code) { return code >= 0xD800 && code < 0xDC00; }
bool is_second_half(std::uint32_t code) { return code >= 0xDC00 && code < 0xE000; }

std::uint32_t joined_halves(std::uint32_t first, std::uint32_t second) {
  return 0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF);
}

std::optional<std::uint32_t> hexadecimal(std::string_view digits) {
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return code;
}

std::optional<std::uint32_t> short_escape(std::string_view text) {
  if (!text.starts_with("\\u") || text.size() < escape_size) return std::nullopt;
  return hexadecimal(text.substr(2, 4));
}

SurrogatePairs::SurrogatePairs(std::string& yaml) {
  if (yaml.find("\\ud") == yaml.npos && yaml.find("\\uD") == yaml.npos) return;
  for (const int moved : {2, 1})
    if (!StandIns(moved).are_in(yaml)) moved_ = moved;
  if (moved_ == 0) return;
  const StandIns halves(0);
  bool has_pairs = false;
  for (auto at = yaml.find('\\'); at != yaml.npos; at = yaml.find('\\', at)) {
    const bool is_pair = is_pair_at(yaml, at, halves);
    if (is_pair) move_pair(yaml, at, moved_);
    has_pairs |= is_pair;
    // Of two backslashes the second begins no escape.
    at += is_pair ? size : 2;
  }
  if (!has_pairs) moved_ = 0;
}

std::optional<std::string> SurrogatePairs::put_back_in(const std::string& scalar) const {
  if (moved_ == 0) return std::nullopt;
  const StandIns stand_ins(moved_);
  if (!stand_ins.are_in(scalar)) return std::nullopt;
  std::string text;
  for (std::size_t at = 0; at < scalar.size();) {
    if (stand_ins.has_first_at(scalar, at) && stand_ins.has_second_at(scalar, at + 3)) {
      append(text, joined_halves(low_bits(scalar, at), low_bits(scalar, at + 3)));
      at += 6;
    } else if (is_pair_at(scalar, at, stand_ins)) {
      const std::size_t pair = text.size();
      text.append(scalar, at, size);
      move_pair(text, pair, -moved_);
      at += size;
    } else {
      text += scalar[at++];
    }
  }
  return text;
}

}  // namespace lianxi
