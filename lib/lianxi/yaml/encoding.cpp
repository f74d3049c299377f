#include <cstring>

#include <lianxi/base/foreign_encoding.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/yaml/encoding.hpp>

namespace lianxi {

static unsigned byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
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

/// A path as one word of a shell.
static std::string shell_word(const std::string& path) {
  std::string word = path.starts_with('-') ? "'./" : "'";
  for (const char c : path) word += c == '\'' ? "'\\''" : std::string(1, c);
  return word + "'";
}

static Message conversion(const std::string& path, std::string_view encoding) {
  return say({"convert it: iconv -f {} -t UTF-8 {} > new.yaml",
              "请先转换编码：iconv -f {} -t UTF-8 {} > new.yaml"},
             encoding, shell_word(path));
}

static void name_byte(Finding& finding, unsigned byte) {
  if (byte >= 0x80) {
    finding.message = say({"byte 0x{:02X} is not UTF-8", "字节 0x{:02X} 不是 UTF-8"}, byte);
    finding.hint = say({"save the file as UTF-8", "请将文件另存为 UTF-8"});
    return;
  }
  finding.message = say(
      {"a control character (byte 0x{:02X}) in the text", "文中有控制字符（字节 0x{:02X}）"}, byte);
  finding.hint = say({"delete it", "请删去该字符"});
}

static void name_mixture(Finding& finding) {
  finding.message =
      say({"the file mixes two encodings: here it looks like GB18030 (GBK), elsewhere it is UTF-8",
           "文件混用了两种编码：此处看来是 GB18030（GBK），别处是 UTF-8"});
  finding.hint =
      say({"type this line anew in UTF-8; converting the whole file would garble the rest",
           "请用 UTF-8 重新录入这一行；转换整个文件会弄乱其余内容"});
}

std::optional<Finding> encoding_fault(const Source& source) {
  const std::string_view bytes = source.bytes;
  const auto bad = first_bad_byte(bytes);
  if (!bad) return std::nullopt;
  Finding finding{.rule = rule_names::file_encoding, .at = source.start + *bad};
  const auto byte = byte_at(bytes, *bad);
  const auto encoding = foreign_encoding(bytes);
  if (byte >= 0x80 && (encoding.empty() || encoding == "GB18030") && mixes_encodings(bytes, *bad)) {
    name_mixture(finding);
  } else if (encoding.empty()) {
    name_byte(finding, byte);
  } else if (encoding == "GB18030") {
    finding.message = say({"the file is not UTF-8; it looks like GB18030 (GBK)",
                           "文件不是 UTF-8 编码，看来是 GB18030（GBK）"});
    finding.hint = conversion(source.path, encoding);
  } else {
    finding.at = source.start;
    finding.message =
        say({"the file is in {}, not in UTF-8", "文件是 {} 编码，不是 UTF-8"}, encoding);
    finding.hint = conversion(source.path, encoding);
  }
  return finding;
}

}  // namespace lianxi
