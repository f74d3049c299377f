#include <cstring>

#include <lianxi/yaml/encoding.hpp>

namespace lianxi {

static unsigned byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

static bool is_continuation(unsigned byte) { return (byte & 0xC0) == 0x80; }

std::size_t utf8_length(std::string_view bytes, std::size_t at) {
  const unsigned first = byte_at(bytes, at), second = byte_at(bytes, at + 1);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || !is_continuation(second)) return 0;
  if (first < 0xE0) return 2;
  if (!is_continuation(byte_at(bytes, at + 2))) return 0;
  if (first < 0xF0) {
    const bool overlong = first == 0xE0 && second < 0xA0;
    const bool surrogate = first == 0xED && second > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  const bool overlong = first == 0xF0 && second < 0x90;
  const bool too_large = first == 0xF4 && second > 0x8F;
  return overlong || too_large || !is_continuation(byte_at(bytes, at + 3)) ? 0 : 4;
}

static bool is_control(unsigned byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

/// Eight bytes that are all printable ASCII need no closer look.
static bool is_plain_ascii(const char* eight) {
  std::uint64_t word = 0;
  std::memcpy(&word, eight, sizeof word);
  constexpr std::uint64_t high = 0x8080'8080'8080'8080, ones = 0x0101'0101'0101'0101;
  const std::uint64_t below_space = (word - ones * 0x20) & ~word & high;
  const std::uint64_t del = word ^ (ones * 0x7F);
  const std::uint64_t has_del = (del - ones) & ~del & high;
  return ((word & high) | below_space | has_del) == 0;
}

static std::optional<std::size_t> first_bad_byte(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (at + 8 <= bytes.size() && is_plain_ascii(bytes.data() + at)) {
      at += 8;
      continue;
    }
    if (is_control(byte_at(bytes, at))) return at;
    const auto length = utf8_length(bytes, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

/// UTF-16 and UTF-32 show by their mark or, without one, by the zero bytes that
/// every colon and space has there.
static bool is_utf16_or_32(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv) ||
      bytes.starts_with("\0\0\xFE\xFF"sv))
    return true;
  const auto head = bytes.substr(0, 64);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i)
    if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
  return head.size() >= 4 && (even == 0) != (odd == 0) && 8 * (even + odd) >= head.size();
}

/// Whether every byte fits the structure of GB18030 (one, two or four bytes).
static bool fits_gb18030(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned first = byte_at(bytes, at), second = byte_at(bytes, at + 1);
    if (first < 0x80) {
      if (is_control(first)) return false;
      at += 1;
    } else if (first == 0x80 || first == 0xFF || at + 1 >= bytes.size()) {
      return false;
    } else if (second >= 0x30 && second <= 0x39) {
      at += 4;
    } else if (second >= 0x40 && second != 0x7F && second != 0xFF) {
      at += 2;
    } else {
      return false;
    }
  }
  return true;
}

static Message conversion(const std::string& path, std::string_view encoding) {
  return say({"convert it: iconv -f {} -t UTF-8 '{}' > new.yaml",
              "请先转换编码：iconv -f {} -t UTF-8 '{}' > new.yaml"},
             encoding, path);
}

std::optional<Finding> encoding_fault(const Source& source) {
  Finding finding{.rule = "file-encoding", .at = source.start};
  const std::string_view bytes = source.bytes;
  if (is_utf16_or_32(bytes)) {
    finding.message = say({"the file is in UTF-16 or UTF-32, not in UTF-8",
                           "文件是 UTF-16 或 UTF-32 编码，不是 UTF-8"});
    finding.hint = conversion(source.path, "UTF-16");
    return finding;
  }
  const auto bad = first_bad_byte(bytes);
  if (!bad) return std::nullopt;
  finding.at = source.start + *bad;
  const auto byte = byte_at(bytes, *bad);
  if (byte < 0x80) {
    finding.message =
        say({"a control character (byte 0x{:02X}) in the text", "文中有控制字符（字节 0x{:02X}）"},
            byte);
    finding.hint = say({"delete it", "请删去该字符"});
  } else if (fits_gb18030(bytes)) {
    finding.message = say({"the file is not UTF-8; it looks like GB18030 (GBK)",
                           "文件不是 UTF-8 编码，看来是 GB18030（GBK）"});
    finding.hint = conversion(source.path, "GB18030");
  } else {
    finding.message = say({"byte 0x{:02X} is not UTF-8", "字节 0x{:02X} 不是 UTF-8"}, byte);
    finding.hint = say({"save the file as UTF-8", "请将文件另存为 UTF-8"});
  }
  return finding;
}

}  // namespace lianxi
