#include <algorithm>
#include <cerrno>
#include <iconv.h>

#include <lianxi/base/foreign_encoding.hpp>
#include <lianxi/base/utf8.hpp>

namespace lianxi {
namespace {

using namespace std::string_view_literals;

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

/// The unit of `size` bytes at `at`.
std::uint32_t unit_at(std::string_view bytes, std::size_t at, std::size_t size, bool little) {
  std::uint32_t unit = 0;
  for (std::size_t i = 0; i < size; ++i)
    unit = unit << 8 | byte_at(bytes, at + (little ? size - 1 - i : i));
  return unit;
}

bool is_ascii_text(std::uint32_t unit) {
  return unit == '\t' || unit == '\n' || unit == '\r' || (unit >= 0x20 && unit < 0x7F);
}

/// How many units are ASCII when read so; 0 where one of them can be no text at all.
std::size_t ascii_units(std::string_view bytes, std::size_t size, bool little) {
  if (bytes.size() % size != 0) return 0;
  std::size_t ascii = 0;
  for (std::size_t at = 0; at < bytes.size(); at += size) {
    const auto unit = unit_at(bytes, at, size, little);
    if (is_ascii_text(unit))
      ++ascii;
    else if (unit < 0x80 || unit > 0x10FFFF || unit == 0xFFFE || unit == 0xFFFF)
      return 0;
  }
  return ascii;
}

/// UTF-8 in which a zero byte has strayed is no UTF-16: without the zeros it is text.
bool is_utf8_with_zeros(std::string_view bytes) {
  std::string rest(bytes);
  std::erase(rest, '\0');
  if (4 * (bytes.size() - rest.size()) >= bytes.size()) return false;
  for (std::size_t at = 0; at < rest.size();) {
    const auto length = utf8_length(rest, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

/// Encodings in units of two or four bytes show by the zeros in every colon and space.
std::string_view wide_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return "UTF-16";
  if (bytes.find('\0') == std::string_view::npos) return {};
  if (ascii_units(bytes, 4, true) > 0) return "UTF-32LE";
  if (ascii_units(bytes, 4, false) > 0) return "UTF-32BE";
  const auto little = ascii_units(bytes, 2, true), big = ascii_units(bytes, 2, false);
  const auto units = bytes.size() / 2;
  if (16 * std::max(little, big) < units || little == big || is_utf8_with_zeros(bytes)) return {};
  return little > big ? "UTF-16LE" : "UTF-16BE";
}

/// Calls `pair(first, second)` for each character of two bytes; false where the bytes do
/// not have the structure of GB18030 (one, two or four bytes).
template <class Pair>
bool read_gb18030(std::string_view bytes, Pair pair) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto first = byte_at(bytes, at);
    if (first < 0x80) {
      if (!is_ascii_text(first)) return false;
      at += 1;
      continue;
    }
    if (first == 0x80 || first == 0xFF || at + 1 >= bytes.size()) return false;
    const auto second = byte_at(bytes, at + 1);
    if (second >= 0x30 && second <= 0x39) {
      at += 4;
      if (at > bytes.size()) return false;
    } else if (second >= 0x40 && second != 0x7F && second != 0xFF) {
      pair(first, second);
      at += 2;
    } else {
      return false;
    }
  }
  return true;
}

bool fits_gb18030(std::string_view bytes) {
  return read_gb18030(bytes, [](std::uint32_t, std::uint32_t) {});
}

/// Whether the characters are those of everyday writing: signs, and the hanzi of GB 2312's
/// first level. Big5 or Latin text taken for GB18030 is made of others.
bool is_everyday_chinese(std::string_view bytes) {
  std::size_t all = 0, everyday = 0;
  read_gb18030(bytes, [&](std::uint32_t first, std::uint32_t second) {
    ++all;
    const bool row = (first >= 0xA1 && first <= 0xA9) || (first >= 0xB0 && first <= 0xD7);
    if (row && second >= 0xA1) ++everyday;
  });
  return all > 0 && 5 * everyday >= 4 * all;
}

class Converter {
 public:
  Converter(const char* to, const char* from) : handle_(iconv_open(to, from)) {}
  ~Converter() {
    if (is_there()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  /// Nothing where a byte does not convert, or the machine lacks the encoding.
  std::optional<std::string> convert(std::string_view bytes) {
    if (!is_there()) return std::nullopt;
    std::string out, buffer(1 << 16, '\0');
    char* in = const_cast<char*>(bytes.data());  // iconv's signature; it only reads
    std::size_t left = bytes.size();
    while (left > 0) {
      char* to = buffer.data();
      std::size_t room = buffer.size();
      const auto result = iconv(handle_, &in, &left, &to, &room);
      if (result == std::size_t(-1) && errno != E2BIG) return std::nullopt;
      if (result != std::size_t(-1) && result > 0) return std::nullopt;  // only nearly the same
      out.append(buffer.data(), buffer.size() - room);
    }
    return out;
  }

 private:
  // NOLINTNEXTLINE(performance-no-int-to-ptr): so iconv says that it cannot
  bool is_there() const { return handle_ != iconv_t(-1); }

  iconv_t handle_;
};

bool has_private_characters(std::string_view utf8) {
  // U+E000 to U+F8FF begin with EE or EF 80 to EF A3 in UTF-8.
  for (std::size_t at = 0; at + 1 < utf8.size(); ++at) {
    const auto first = byte_at(utf8, at), second = byte_at(utf8, at + 1);
    if (first == 0xEE || (first == 0xEF && second <= 0xA3)) return true;
  }
  return false;
}

/// The bytes that a text in a wide encoding begins with where its name does not tell the
/// order: iconv reads the mark, but does not write the same one back.
std::string_view exact_name(std::string_view name, std::string_view bytes) {
  if (name == "UTF-16") return bytes[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
  if (name == "UTF-32") return bytes[0] == '\xFF' ? "UTF-32LE" : "UTF-32BE";
  return name;
}

}  // namespace

std::string_view foreign_encoding(std::string_view bytes) {
  if (const auto wide = wide_encoding(bytes); !wide.empty()) return wide;
  return fits_gb18030(bytes) ? "GB18030" : "";
}

bool mixes_encodings(std::string_view bytes, std::size_t bad) {
  const auto start = bad == 0 ? 0 : bytes.rfind('\n', bad - 1) + 1;
  if (!fits_gb18030(bytes.substr(start, bytes.find('\n', start) - start))) return false;
  while (!bytes.empty()) {
    const auto line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    bool chinese = false;
    std::size_t at = 0, length = 1;
    for (; at < line.size() && length > 0; at += length) {
      length = utf8_length(line, at);
      // GB18030 may look like UTF-8 of two bytes by chance, hardly ever like that of three.
      chinese |= length == 3;
    }
    if (chinese && length > 0) return true;
  }
  return false;
}

std::optional<std::string> in_utf8(std::string_view bytes) {
  const auto name = foreign_encoding(bytes);
  if (name.empty()) return std::nullopt;
  if (name == "GB18030" && !is_everyday_chinese(bytes)) return std::nullopt;
  const std::string exact(exact_name(name, bytes));
  auto text = Converter("UTF-8", exact.c_str()).convert(bytes);
  if (!text || has_private_characters(*text)) return std::nullopt;
  const auto back = Converter(exact.c_str(), "UTF-8").convert(*text);
  if (!back || *back != bytes) return std::nullopt;
  if (text->starts_with(byte_order_mark)) text->erase(0, byte_order_mark.size());
  return text;
}

}  // namespace lianxi
