#include <algorithm>

#include <lianxi/base/phrase.hpp>
#include <lianxi/schema/comments.hpp>
#include <lianxi/slips/mending_edits.hpp>
#include <lianxi/slips/written_document.hpp>
#include <lianxi/yaml/document_reading.hpp>

namespace lianxi {
namespace {

constexpr std::string_view blanks = " \t", breaks = "\r\n", white = " \t\r\n";

bool is_one_of(std::string_view signs, char sign) {
  return signs.find(sign) != std::string_view::npos;
}

/// Where a plain text ends that begins at `at`, or nothing where it is not written there.
/// YAML made one space of each break of a line in it.
std::size_t end_of_text(std::string_view bytes, std::size_t at, std::string_view text) {
  if (text.data() == bytes.data() + at) return at + text.size();
  if (bytes.substr(at).starts_with(text)) return at + text.size();
  for (const char sign : text) {
    if (is_one_of(white, sign)) {
      at = std::min(bytes.find_first_not_of(white, at), bytes.size());
    } else if (at >= bytes.size() || bytes[at++] != sign) {
      return std::string_view::npos;
    }
  }
  return at;
}

/// The comment that begins after blanks at `end` and at once goes on with a sign, or "".
std::string_view comment_at(std::string_view bytes, std::size_t end) {
  if (end >= bytes.size() || !is_one_of(blanks, bytes[end])) return {};
  const auto at = bytes.find_first_not_of(blanks, end);
  if (at >= bytes.size() || at == end || bytes[at] != '#') return {};
  const auto comment = bytes.substr(at, bytes.find_first_of(breaks, at) - at);
  return comment.size() > 1 && !is_one_of(blanks, comment[1]) ? comment : std::string_view();
}

}  // namespace

static void report_cut_off(const Node& node, std::size_t start, std::string_view comment,
                           Decoder& decoder) {
  const DocumentText& document = decoder.document();
  const auto line_end = std::size_t(comment.data() - document.bytes.data()) + comment.size();
  comment = comment.substr(0, comment.find_last_not_of(blanks) + 1);
  Finding& finding = decoder.fault(
      rule_names::comment_in_value, node.at,
      say({"“{}” is read as a comment and not as a part of the text", "“{}”会被当作注释，不算内容"},
          comment));
  const auto value = document.bytes.substr(
      start, std::size_t(comment.data() + comment.size() - document.bytes.data()) - start);
  if (value.find_first_of(breaks) != std::string_view::npos) {
    finding.hint = say({"quote the text if it belongs to it", "如果属于内容，请给整段加引号"});
    return;
  }
  const WrittenDocument& written = decoder.written();
  auto line = written.mended(written.line_number(start),
                             {{node.at, std::uint32_t(line_end - start), in_quotes(value)}});
  line.erase(0, line.find_first_not_of(blanks));
  finding.hint =
      say({"quote the text if it belongs to it: `{}`", "如果属于内容，请加引号：`{}`"}, line);
}

void report_comment_in_value(const Node& node, Decoder& decoder) {
  if (node.style != Style::plain) return;
  const DocumentText& document = decoder.document();
  const auto start = std::size_t(node.at) - std::size_t(document.start);
  const auto end = end_of_text(document.bytes, start, node.text);
  if (end == std::string_view::npos) return;
  if (const auto comment = comment_at(document.bytes, end); !comment.empty())
    report_cut_off(node, start, comment, decoder);
}

}  // namespace lianxi
