#include <algorithm>
#include <optional>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/slips/cause_search.hpp>
#include <lianxi/slips/syntax_fault.hpp>
#include <lianxi/yaml/conflict_markers.hpp>
#include <lianxi/yaml/surrogate_pairs.hpp>

namespace lianxi {
namespace {

struct Line {
  std::size_t start;
  std::string_view text;
};

Line line_around(std::string_view bytes, std::size_t at) {
  at = std::min(at, bytes.size());
  const auto before = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  auto text = bytes.substr(start, bytes.find('\n', start) - start);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return {start, text};
}

/// Where a quote opens that is not closed on its line, from `from` on.
std::optional<std::size_t> open_quote(std::string_view bytes, std::size_t from) {
  for (std::size_t i = from; i < bytes.size(); ++i) {
    if (bytes[i] != '"' && bytes[i] != '\'') continue;
    if (i > 0 && std::string_view(" \t\n[{,:-").find(bytes[i - 1]) == std::string_view::npos)
      continue;
    const auto line = line_around(bytes, i);
    const auto close = line.text.find(bytes[i], i - line.start + 1);
    if (close == std::string_view::npos) return i;
    i = line.start + close;
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

/// A document that could not be read, for those who say why.
struct Unread {
  const DocumentText& text;
  const ReadingStop& stop;
  const WrittenDocument document{text};
};

Finding conflict_at(const Unread& unread, const Conflict& conflict) {
  Finding finding{.rule = rule_names::merge_conflict, .at = unread.text.start + conflict.at};
  finding.message = say({"git could not merge this: both versions stand here, one after the other",
                         "合并冲突尚未处理：两个版本先后写在这里"});
  finding.hint = say({"keep what is right and delete the lines with <<<<<<<, ======= and >>>>>>>",
                      "请留下正确的内容，并删去带 <<<<<<<、=======、>>>>>>> 的各行"});
  if (conflict.end)
    finding.related.push_back(
        {unread.text.start + *conflict.end, say({"it ends here", "冲突到此为止"})});
  return finding;
}

Findings merge_conflicts(const Unread& unread) {
  Findings findings;
  if (unread.stop.cause == ReadingStop::Cause::conflict)
    for (const Conflict& conflict : conflicts_in(unread.text.bytes))
      findings.push_back(conflict_at(unread, conflict));
  return findings;
}

Findings nested_too_deep(const Unread& unread) {
  if (unread.stop.cause != ReadingStop::Cause::depth) return {};
  Finding finding{.rule = rule_names::yaml_subset, .at = unread.text.start + unread.stop.stopped};
  finding.message = say({"nested deeper than {} levels", "嵌套超过 {} 层"}, TreeBuilder::deepest);
  finding.hint = say(
      {"records need far fewer; is a bracket too many?", "记录用不到这么多层，是否多写了括号？"});
  return {finding};
}

/// An alias whose anchor is nowhere stops yaml-cpp, but it is no fault of syntax.
Findings alias(const Unread& unread) {
  if (!unread.stop.reason.starts_with("the referenced anchor")) return {};
  Finding finding{.rule = rule_names::yaml_subset, .at = unread.text.start + unread.stop.stopped};
  finding.message = say({"an alias “*” is not part of the format", "本格式不使用别名“*”"});
  finding.hint = say({"quote text that begins with “*”", "以“*”开头的文字要加引号"});
  const auto cause = find_cause(unread.document, unread.stop);
  if (!cause.slips.empty()) blame(finding, cause.slips, unread.document, cause.widths);
  return {finding};
}

Findings slip_of_the_hand(const Unread& unread) {
  const auto cause = find_cause(unread.document, unread.stop);
  if (cause.slips.empty()) return {};
  Finding finding{.rule = rule_names::yaml_syntax,
                  .at = unread.text.start + cause.slips.front().at};
  blame(finding, cause.slips, unread.document, cause.widths);
  return {finding};
}

/// Where the colon after a key stands that begins there, on the same line; nothing where none does.
std::optional<std::size_t> colon_after(std::string_view bytes, std::size_t key) {
  std::string_view line = bytes.substr(key);
  line = line.substr(0, line.find_first_of("\r\n"));
  std::size_t at = 0;
  if (line.starts_with('"') || line.starts_with('\'')) at = line.find(line[0], 1);
  for (at = line.find(':', at); at != line.npos; at = line.find(':', at + 1))
    if (at + 1 == line.size() || line[at + 1] == ' ') return key + at;
  return std::nullopt;
}

/// To yaml-cpp a key is none where its colon stands far behind.
Findings too_long_key(const Unread& unread) {
  constexpr std::size_t longest = 1024;
  const auto bytes = unread.text.bytes;
  const auto line = line_around(bytes, unread.stop.stopped);
  const auto first = line.start + std::min(line.text.find_first_not_of(" -"), line.text.size());
  for (const std::size_t key : {first, unread.stop.stopped}) {
    if (key >= bytes.size()) continue;
    const auto colon = colon_after(bytes, key);
    if (!colon || *colon - key <= longest) continue;
    Finding finding{.rule = rule_names::yaml_syntax, .at = unread.text.start + key};
    finding.message = say({"this key is too long: YAML has keys of {} bytes at most",
                           "这个键太长：YAML 的键最多 {} 字节"},
                          longest);
    finding.hint = say({"a key is the name of a field; what is said of it stands after the colon",
                        "键只写项目名称，内容请写在冒号后面"});
    return {finding};
  }
  return {};
}

/// A `\uXXXX` that is half of a pair which is not whole; it ends where reading stopped.
Findings half_a_character(const Unread& unread) {
  constexpr std::size_t size = SurrogatePairs::size / 2;
  if (!unread.stop.reason.starts_with("invalid unicode") || unread.stop.stopped < size) return {};
  const std::size_t at = unread.stop.stopped - size;
  const auto code = short_escape(unread.text.bytes.substr(at));
  if (!code || (!is_first_half(*code) && !is_second_half(*code))) return {};
  Finding finding{.rule = rule_names::yaml_syntax, .at = unread.text.start + at};
  finding.message = say({"`{}` is half of a character, whose other half is not beside it",
                         "`{}` 只是半个字，旁边没有另一半"},
                        unread.text.bytes.substr(at, size));
  finding.hint = say({"write the character itself", "请直接写这个字"});
  return {finding};
}

/// A quote that opens after the last value that was understood.
Findings unclosed_quote(const Unread& unread) {
  const auto bytes = unread.text.bytes;
  const auto at = open_quote(bytes, unread.stop.last);
  if (!at) return {};
  Finding finding{.rule = rule_names::yaml_syntax, .at = unread.text.start + *at};
  finding.message = say({"this quote is not closed", "这个引号没有配对的右引号"});
  const auto line = line_around(bytes, *at);
  finding.hint = say({"close it on the same line: `{}{}`", "请在同一行补上右引号：`{}{}`"},
                     line.text.substr(*at - line.start), bytes.substr(*at, 1));
  return {finding};
}

/// A text alone is no fault to YAML, but yaml-cpp is asked for a mapping.
Findings lone_text(const Unread& unread) {
  const auto at = lone_value(unread.text.bytes);
  if (!at) return {};
  return {not_a_mapping(unread.text.start + *at)};
}

/// Where and why yaml-cpp stopped: all that is known when nothing else is.
Finding stop_of_reading(const Unread& unread) {
  const auto bytes = unread.text.bytes;
  std::size_t at = unread.stop.stopped;
  // At the very end there is no line to show: the last one that holds something is better.
  while (at > 0 && at >= bytes.find_last_not_of(" \t\r\n") + 1) --at;
  Finding finding{.rule = rule_names::yaml_syntax,
                  .at = unread.text.start + start_of_character(bytes, at)};
  finding.message = reason_message(unread.stop.reason);
  finding.hint = say({"the rest of this document was not read", "本文档其余内容未能读取"});
  return finding;
}

/// What may have been the matter, tried in this order.
constexpr Findings (*diagnoses[])(const Unread&) = {
    merge_conflicts,  nested_too_deep, alias,          half_a_character,
    slip_of_the_hand, too_long_key,    unclosed_quote, lone_text};

}  // namespace

Finding not_a_mapping(Place at) {
  Finding finding{.rule = rule_names::wrong_type, .at = at};
  finding.message = say(
      {"a document is a mapping from collections to records", "文档应当是“集合: 记录列表”的映射"});
  finding.hint = say(
      {"begin with the name of a collection, such as `meetings:`", "请以集合名开头，如 `会议:`"});
  return finding;
}

Findings syntax_faults(const DocumentText& text, const ReadingStop& stop) {
  const Unread unread{text, stop};
  for (const auto diagnosis : diagnoses)
    if (auto findings = diagnosis(unread); !findings.empty()) return findings;
  return {stop_of_reading(unread)};
}

}  // namespace lianxi
