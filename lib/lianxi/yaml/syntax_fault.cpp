#include <algorithm>
#include <set>

#include <lianxi/base/phrase.hpp>
#include <lianxi/yaml/mending_edits.hpp>
#include <lianxi/yaml/syntax_fault.hpp>
#include <lianxi/yaml/written_document.hpp>

namespace lianxi {
namespace {

/// What may be meant, the likelier first.
constexpr Doubts readings[] = {
    {},
    {.pairs = true},
    {.spaces = true},
    {.texts = true},
    {.pairs = true, .spaces = true, .texts = true},
};

/// Looks for the slip that stopped reading: the one after which it gets further.
class CauseSearch {
 public:
  CauseSearch(const WrittenDocument& document, const SyntaxStop& stop, const TrialReading& read)
      : document_(document), stop_(stop), read_(read) {}

  /// How many spaces the signs of an indentation stood for when reading got further.
  const Widths& widths() const { return widths_; }

  std::vector<Slip> run() {
    for (const std::size_t line : lines())
      for (const Doubts& doubts : readings)
        if (auto slips = document_.slips(line, doubts); is_new(slips) && explains(slips, line))
          return slips;
    return run_of_lines();
  }

 private:
  /// To YAML several lines without a colon are one text: only all of them together, and as
  /// few as it takes, can be told from it.
  std::vector<Slip> run_of_lines() {
    constexpr int most_tries = 40;
    const auto first = document_.line_number(stop_.last);
    const auto last = std::max(first, document_.line_number(stop_.stopped));
    std::vector<Slip> run;
    int tries = 0;
    for (std::size_t line = last + 1; line-- > first && tries < most_tries;) {
      auto slips = document_.slips(line, {});
      if (slips.empty()) continue;
      run.insert(run.begin(), slips.begin(), slips.end());
      ++tries;
      if (is_new(run) && explains(run, last)) return run;
    }
    return {};
  }

  /// The line where reading stopped and those before it up to the last value, then those
  /// after that value: an open bracket or quote may lead far.
  std::vector<std::size_t> lines() const {
    constexpr std::size_t most = 8;
    const auto first = document_.line_number(stop_.last);
    const auto last = std::max(first, document_.line_number(stop_.stopped));
    std::vector<std::size_t> numbers;
    const auto nearest = last - std::min(last - first, most);
    for (std::size_t line = last + 1; line-- > nearest;) numbers.push_back(line);
    for (std::size_t line = first; line < std::min(first + most, nearest); ++line)
      numbers.push_back(line);
    return numbers;
  }

  bool is_new(const std::vector<Slip>& slips) {
    if (slips.empty()) return false;
    const auto edits = all_edits(slips);
    std::string key = std::to_string(std::size_t(edits.front().at));
    for (const Edit& edit : edits)
      key += "/" + std::to_string(std::size_t(edit.at)) + edit.replacement;
    return tried_.insert(std::move(key)).second;
  }

  bool explains(const std::vector<Slip>& slips, std::size_t line) {
    const auto edits = all_edits(slips);
    for (const Widths& widths : all_widths(edits))
      if (gets_further(edits, widths, line)) {
        widths_ = widths;
        return true;
      }
    return false;
  }

  bool gets_further(const std::vector<Edit>& edits, const Widths& widths, std::size_t line) {
    constexpr std::size_t fewest = 3, most_bytes = std::size_t(4) << 20, beyond = 4096;
    const auto& written = document_[line];
    // What comes long after the place where reading stopped is another matter.
    const auto bytes = document_.bytes();
    const auto reach = std::max(stop_.stopped, written.start + written.text.size()) + beyond;
    const auto end = reach < bytes.size() ? bytes.rfind('\n', reach) : bytes.size();
    if (trials_ >= fewest && tried_bytes_ > most_bytes) return false;
    ++trials_;
    tried_bytes_ += end;
    std::string mended(bytes.substr(0, end));
    const auto growth = apply_edits(mended, document_.start(), edits, widths);
    const auto stop = read_(mended);
    if (!stop) return true;
    const auto line_end = std::ptrdiff_t(written.start + written.text.size()) + growth;
    return std::ptrdiff_t(stop->stopped) >
           std::max(line_end, std::ptrdiff_t(stop_.stopped) + growth);
  }

  const WrittenDocument& document_;
  const SyntaxStop& stop_;
  const TrialReading& read_;
  Widths widths_;
  std::set<std::string> tried_;
  std::size_t trials_ = 0, tried_bytes_ = 0;
};

struct Line {
  std::size_t start;
  std::string_view text;
};

Line line_around(std::string_view bytes, std::size_t at) {
  at = std::min(at, bytes.size());
  const auto before = at == 0 ? bytes.npos : bytes.rfind('\n', at - 1);
  const std::size_t start = before == bytes.npos ? 0 : before + 1;
  auto text = bytes.substr(start, bytes.find('\n', start) - start);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return {start, text};
}

struct OpenQuote {
  std::size_t at;
  Message hint;
};

/// The quote that opens after the last value that was understood.
std::optional<OpenQuote> unclosed_quote(std::string_view bytes, std::size_t last) {
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
    return OpenQuote{i, say({"close it on the same line: `{}{}`", "请在同一行补上右引号：`{}{}`"},
                            line.text.substr(i - line.start), std::string_view(&bytes[i], 1))};
  }
  return std::nullopt;
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

/// An alias whose anchor is nowhere stops yaml-cpp, but it is no fault of syntax.
bool is_alias(std::string_view reason) { return reason.starts_with("the referenced anchor"); }

bool is_within_sign(char c) { return (c & 0xC0) == 0x80; }

Finding stopped_at(const DocumentText& text, const SyntaxStop& stop) {
  Finding finding{.rule = rule_names::yaml_syntax};
  std::size_t at = stop.stopped;
  // At the very end there is no line to show: the last one that holds something is better.
  while (at > 0 && at >= text.bytes.find_last_not_of(" \t\r\n") + 1) --at;
  while (at > 0 && at < text.bytes.size() && is_within_sign(text.bytes[at])) --at;
  finding.at = text.start + at;
  finding.message = reason_message(stop.reason);
  finding.hint = say({"the rest of this document was not read", "本文档其余内容未能读取"});
  return finding;
}

}  // namespace

Finding syntax_fault(const DocumentText& text, const SyntaxStop& stop, const TrialReading& read) {
  const WrittenDocument document(text);
  CauseSearch search(document, stop, read);
  const auto slips = search.run();
  if (is_alias(stop.reason)) {
    Finding finding{.rule = rule_names::yaml_subset, .at = text.start + stop.stopped};
    finding.message = say({"an alias “*” is not part of the format", "本格式不使用别名“*”"});
    finding.hint = say({"quote text that begins with “*”", "以“*”开头的文字要加引号"});
    if (!slips.empty()) blame(finding, slips, document, search.widths());
    return finding;
  }
  Finding finding{.rule = rule_names::yaml_syntax};
  if (!slips.empty()) {
    finding.at = text.start + slips.front().at;
    blame(finding, slips, document, search.widths());
    return finding;
  }
  if (auto quote = unclosed_quote(text.bytes, stop.last)) {
    finding.at = text.start + quote->at;
    finding.message = say({"this quote is not closed", "这个引号没有配对的右引号"});
    finding.hint = std::move(quote->hint);
    return finding;
  }
  return stopped_at(text, stop);
}

Finding nesting_fault(Place at) {
  Finding finding{.rule = rule_names::yaml_subset, .at = at};
  finding.message = say({"nested deeper than {} levels", "嵌套超过 {} 层"}, TreeBuilder::deepest);
  finding.hint = say(
      {"records need far fewer; is a bracket too many?", "记录用不到这么多层，是否多写了括号？"});
  return finding;
}

}  // namespace lianxi
