#include <fmt/format.h>

#include <lianxi/base/sha256.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/file_mark.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr std::string_view comment_start = "<!-- lianxi ", before_sum = " sha256 ",
                           comment_end = " -->";
constexpr std::size_t digits = 64;

/// The same text with the line ends with which it was written.
std::string with_plain_line_ends(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 >= text.size() || text[i + 1] != '\n') plain += text[i];
  return plain;
}

}  // namespace

std::string with_mark(std::string text, std::string_view mark) {
  const std::string sum = sha256(text);
  return std::move(text) +
         fmt::format("\n{}{}{}{}{}\n", comment_start, mark, before_sum, sum, comment_end);
}

std::optional<MarkedFile> read_mark(std::string_view file) {
  const std::string_view whole = trimmed(file);
  const auto at = whole.rfind("\n" + std::string(comment_start));
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view words = whole.substr(at + 1 + comment_start.size());
  const auto end = words.find(comment_end);
  if (end == std::string_view::npos) return std::nullopt;
  const bool is_last = end + comment_end.size() == words.size();
  words = words.substr(0, end);
  const auto sum = words.rfind(before_sum);
  if (sum == std::string_view::npos || words.size() != sum + before_sum.size() + digits)
    return std::nullopt;
  // What somebody wrote below it is a change like any other.
  if (!is_last) return MarkedFile{std::string(words.substr(0, sum)), file, false};
  const std::string_view written = words.substr(sum + before_sum.size());
  std::string_view text = file.substr(0, std::size_t(whole.data() - file.data()) + at);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return MarkedFile{std::string(words.substr(0, sum)), text,
                    sha256(with_plain_line_ends(text)) == written};
}

}  // namespace lianxi
