#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

/// How many bytes of the block of sixteen come before the first that needs a closer look: one
/// that is neither printable ASCII nor a tab or line break.
#ifdef __SSE2__
static unsigned plain_bytes(const char* sixteen) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(sixteen));
  const auto is = [&](char byte) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte)); };
  // What is not ASCII is below zero here.
  const __m128i printable = _mm_andnot_si128(is(0x7F), _mm_cmpgt_epi8(bytes, _mm_set1_epi8(0x1F)));
  const __m128i breaks = _mm_or_si128(is('\n'), _mm_or_si128(is('\t'), is('\r')));
  const auto plain = unsigned(_mm_movemask_epi8(_mm_or_si128(printable, breaks)));
  return unsigned(__builtin_ctz(~plain));
}
#else
static unsigned plain_bytes(const char* sixteen) {
  unsigned count = 0;
  while (count < 16 && is_ascii(sixteen[count]) &&
         !is_control(static_cast<unsigned char>(sixteen[count])))
    ++count;
  return count;
}
#endif

static std::optional<std::size_t> first_bad_byte(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (at + 16 <= bytes.size()) {
      const unsigned plain = plain_bytes(bytes.data() + at);
      at += plain;
      if (plain == 16) continue;
    }
    while (is_plain_triple(bytes, at)) at += 3;
    if (at >= bytes.size()) break;
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
