#include <algorithm>
#include <optional>

#include <lianxi/yaml/syntax_fault.hpp>

namespace lianxi {
namespace {

/// A cause that was recognised: where it is and what to say.
struct Slip {
  std::size_t at;
  Message message, hint;
};

struct Line {
  std::size_t start;
  std::string_view text;
};

Line line_around(std::string_view bytes, std::size_t at) {
  at = std::min(at, bytes.size());
  const auto before = at == 0 ? bytes.npos : bytes.rfind('\n', at - 1);
  const std::size_t start = before == bytes.npos ? 0 : before + 1;
  return {start, bytes.substr(start, bytes.find('\n', start) - start)};
}

std::optional<Slip> tab_in_indentation(const Line& line) {
  const auto tab = line.text.find('\t');
  if (tab == line.text.npos || tab > line.text.find_first_not_of(" \t-")) return std::nullopt;
  return Slip{line.start + tab, say({"a tab in the indentation", "缩进里用了制表符（Tab）"}),
              say({"indent with spaces, two for each level", "请改用空格缩进，每级两个空格"})};
}

/// Where the first plain `mark` (a character of several bytes) stands before any
/// quote or ASCII colon, so that it was meant as YAML punctuation.
std::optional<Slip> full_width_colon(const Line& line) {
  const auto mark = line.text.find("：");
  if (mark == line.text.npos || mark > line.text.find_first_of(":\"'#")) return std::nullopt;
  const auto key_start = line.text.find_first_not_of(" -");
  if (key_start == line.text.npos || key_start >= mark) return std::nullopt;
  const auto key = line.text.substr(key_start, mark - key_start);
  auto value = line.text.substr(mark + std::string_view("：").size());
  value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
  return Slip{
      line.start + mark, say({"a full-width colon “：” after a key", "键后面用了全角冒号“：”"}),
      say({"write an ASCII colon and a space: `{}: {}`", "请用半角冒号加一个空格：`{}: {}`"}, key,
          value)};
}

/// The quote that opens after the last value that was understood.
std::optional<Slip> unclosed_quote(std::string_view bytes, std::size_t last) {
  for (std::size_t i = last; i < bytes.size(); ++i) {
    if (bytes[i] != '"' && bytes[i] != '\'') continue;
    if (i > 0 && std::string_view(" \t\n[{,:-").find(bytes[i - 1]) == std::string_view::npos)
      continue;
    const auto line = line_around(bytes, i);
    const auto close = line.text.find(bytes[i], i - line.start + 1);
    if (close != line.text.npos) {
      i = line.start + close;
      continue;
    }
    return Slip{i, say({"this quote is not closed", "这个引号没有配对的右引号"}),
                say({"close it on the same line: `{}{}`", "请在同一行补上右引号：`{}{}`"},
                    line.text.substr(i - line.start), std::string_view(&bytes[i], 1))};
  }
  return std::nullopt;
}

std::optional<Slip> find_slip(std::string_view bytes, std::size_t last, std::size_t stopped) {
  // The fault may stand on the line where reading stopped or a little before it.
  auto line = line_around(bytes, stopped);
  for (int back = 0; back < 3; ++back) {
    if (auto slip = tab_in_indentation(line)) return slip;
    if (auto slip = full_width_colon(line)) return slip;
    if (line.start == 0) break;
    line = line_around(bytes, line.start - 1);
  }
  return unclosed_quote(bytes, last);
}

struct Reason {
  std::string_view yaml_cpp, en, zh;
};

/// yaml-cpp's reasons in words that need no knowledge of YAML's terms.
constexpr Reason reasons[] = {
    {"end of map not found", "this line does not fit the mapping above it; check its indentation",
     "这一行与上面的各项对不齐，请检查缩进"},
    {"end of map flow not found", "a brace “{” is not closed", "左花括号“{”没有配对的“}”"},
    {"end of sequence not found", "this line does not fit the list above it; check its indentation",
     "这一行与上面的列表对不齐，请检查缩进"},
    {"end of sequence flow not found", "a bracket “[” is not closed", "左方括号“[”没有配对的“]”"},
    {"illegal map value",
     "a value cannot stand here; check the colon and quote values that hold one",
     "此处不能是值：请检查冒号，内容里有冒号的要加引号"},
    {"block sequence entries not allowed in this context", "a list item “-” cannot stand here",
     "此处不能是列表项“-”"},
    {"map keys are not allowed in this context", "a key cannot stand here", "此处不能是键"},
    {"unfinished",
     "the document goes on where it should have ended; a quote or bracket may be open",
     "文档在该结束处没有结束，可能有引号或括号没有闭合"},
};

Message reason_message(std::string_view yaml_cpp) {
  for (const Reason& reason : reasons)
    if (reason.yaml_cpp == yaml_cpp) return {std::string(reason.en), std::string(reason.zh)};
  return say({"this is not YAML: {}", "YAML 语法有误：{}"}, yaml_cpp);
}

}  // namespace

Finding syntax_fault(const DocumentText& text, std::size_t last, std::size_t stopped,
                     std::string_view reason) {
  Finding finding{.rule = "yaml-syntax"};
  stopped = std::min(stopped, text.bytes.size());
  if (auto slip = find_slip(text.bytes, std::min(last, text.bytes.size()), stopped)) {
    finding.at = text.start + slip->at;
    finding.message = std::move(slip->message);
    finding.hint = std::move(slip->hint);
    return finding;
  }
  // At the very end there is no line to show: the last one that holds something is better.
  while (stopped > 0 && stopped >= text.bytes.find_last_not_of(" \t\r\n") + 1) --stopped;
  finding.at = text.start + stopped;
  finding.message = reason_message(reason);
  finding.hint = say({"the rest of this document was not read", "本文档其余内容未能读取"});
  return finding;
}

Finding nesting_fault(Place at) {
  Finding finding{.rule = "yaml-subset", .at = at};
  finding.message = say({"nested deeper than {} levels", "嵌套超过 {} 层"}, TreeBuilder::deepest);
  finding.hint = say(
      {"records need far fewer; is a bracket too many?", "记录用不到这么多层，是否多写了括号？"});
  return finding;
}

}  // namespace lianxi
