#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/schema/hand_slips.hpp>
#include <lianxi/slips/indentation.hpp>
#include <lianxi/slips/written_document.hpp>

namespace lianxi {
namespace {

/// The bytes from a place to where the node ends: as far as its text stands there, else
/// to the end of the line.
std::size_t extent(const Node& node, const WrittenDocument& document) {
  const auto at = document.offset_of(node.at);
  const auto rest = document.bytes().substr(std::min(at, document.bytes().size()));
  if (node.kind == Node::Kind::scalar && rest.starts_with(node.text)) return node.text.size();
  return std::min(rest.find('\n'), rest.size());
}

/// The slips on the node's line that lie in the node itself.
std::vector<Slip> slips_of(const Node& node, std::size_t size, Doubts doubts,
                           const WrittenDocument& document) {
  const auto start = document.offset_of(node.at);
  if (node.style == Style::block || start >= document.bytes().size()) return {};
  std::vector<Slip> slips;
  for (const Slip& slip : document.slips(document.line_number(start), doubts)) {
    if (slip.at > start + size) break;
    const auto& last = slip.edits.back();
    // A key's colon comes right after it.
    if (document.offset_of(last.at) + last.size > start) slips.push_back(slip);
  }
  return slips;
}

/// The same on the further lines of a text that YAML put together from several.
void add_slips_below(std::vector<Slip>& slips, const Node& node, Doubts doubts,
                     const WrittenDocument& document) {
  if (node.kind != Node::Kind::scalar || node.style != Style::plain) return;
  auto line = document.line_number(document.offset_of(node.at)) + 1;
  for (; line < document.size(); ++line) {
    const auto text = trimmed(document[line].text);
    if (text.empty() || node.text.find(text) == std::string_view::npos) return;
    std::ranges::copy(document.slips(line, doubts), std::back_inserter(slips));
  }
}

bool begins_with_digit(std::string_view text) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

/// Three digits, then anything but a fourth.
bool is_thousands_group(std::string_view text) {
  for (int i = 0; i < 3; ++i, text.remove_prefix(1))
    if (!begins_with_digit(text)) return false;
  return !begins_with_digit(text);
}

bool ends_with_digit(std::string_view text) {
  return !text.empty() && begins_with_digit(text.substr(text.size() - 1));
}

/// Signs that turn what a word says into something else: 缺席 and 出席 are one letter
/// apart, and so are 期初 and 期末, 未完成 and 已完成.
constexpr std::u32string_view telling_signs =
    U"未不没无非勿莫免否缺拒撤退离停失误反初末始终起止前后收支上下内外新旧增减多少大小正副"
    U"一二三四五六七八九十两双单半隔日天周旬月季年省市区县国";

/// Whether a sign that one word has and the other has not could change its sense.
bool may_change_sense(std::u32string_view a, std::u32string_view b) {
  const auto differs = [](std::u32string_view one, std::u32string_view other) {
    return std::ranges::any_of(one, [&](char32_t sign) {
      return telling_signs.find(sign) != std::string_view::npos &&
             std::ranges::count(one, sign) != std::ranges::count(other, sign);
    });
  };
  return differs(a, b) || differs(b, a);
}

/// Whether of all words in both languages only `near` is one letter away.
bool is_only_one_near(std::u32string_view written, std::string_view near,
                      std::span<const Word> words) {
  for (const Word& word : words)
    for (const auto name : {word.en, word.zh})
      if ((name == near) != (edit_distance(written, code_points_of(name)) == 1)) return false;
  return true;
}

}  // namespace

bool blame_hand(Finding& finding, const Node& node, Doubts doubts, Decoder& decoder,
                const Widths& widths) {
  const WrittenDocument& document = decoder.written();
  auto slips = slips_of(node, extent(node, document), doubts, document);
  add_slips_below(slips, node, doubts, document);
  if (slips.empty()) return false;
  blame(finding, slips, document, widths);
  return true;
}

bool blame_colon(Finding& finding, const Node& node, Decoder& decoder) {
  if (node.kind != Node::Kind::map || node.key || !node.first || node.first->next) return false;
  const Node& value = *node.first;
  const WrittenDocument& document = decoder.written();
  const auto start = document.offset_of(node.at), at = document.offset_of(value.at);
  if (value.kind != Node::Kind::scalar || value.style != Style::plain ||
      !document.bytes().substr(at).starts_with(value.text) || document.bytes()[start] == '{')
    return false;
  const auto text = document.bytes().substr(start, at + value.text.size() - start);
  if (text.find('\n') != std::string_view::npos) return false;
  const Edit quoted{node.at, std::uint32_t(text.size()), in_quotes(text)};
  blame(finding, {{Slip::Kind::colon_in_text, start, text, {quoted}}}, document);
  return true;
}

bool blame_indentation(Finding& finding, const Node& node, Decoder& decoder) {
  if (node.kind != Node::Kind::map || !node.key) return false;
  const WrittenDocument& document = decoder.written();
  const auto column_of = [&](Place place) {
    const auto at = document.offset_of(place);
    return at - document[document.line_number(at)].start;
  };
  const auto line = document.line_number(document.offset_of(node.at));
  const auto column = column_of(node.at), meant = column_of(node.key->at);
  if (column != meant + 1 || document[line].text.find_first_not_of(' ') != column) return false;
  blame(finding, {shift_of(document, line, meant)}, document);
  return true;
}

bool blame_key(Finding& finding, const Node& key, Decoder& decoder, const Widths& widths) {
  return blame_hand(finding, key, {.pairs = true, .spaces = true, .quotes = true}, decoder, widths);
}

void show_quoted(Finding& finding, Decoder& decoder) {
  const WrittenDocument& document = decoder.written();
  const auto at = document.offset_of(finding.at);
  const auto line = document.line_number(at);
  auto slips = document.slips(line, {.texts = true});
  std::erase_if(slips, [&](const Slip& slip) { return slip.at != at; });
  if (slips.empty()) return;
  auto mended = document.mended(line, slips.front().edits);
  mended.erase(0, mended.find_first_not_of(" \t"));
  finding.hint = say({"{}: `{}`", "{}：`{}`"}, finding.hint, mended);
}

std::string_view meant_name(std::string_view key) {
  for (const std::string_view colon : {"：", ":"}) key = key.substr(0, key.find(colon));
  key = trimmed(key);
  for (bool any = true; any;) {
    any = false;
    for (const std::string_view sign : {"－", "—", "–", "-", "“", "”", "＂", "「", "」", "‘", "’",
                                        "＇", "［", "｛", "【", "[", "{", "\"", "'"}) {
      if (!key.empty() && key.starts_with(sign)) key.remove_prefix(sign.size()), any = true;
      if (!key.empty() && key.ends_with(sign)) key.remove_suffix(sign.size()), any = true;
    }
    key = trimmed(key);
  }
  return key;
}

bool continues_number(const Node& key, const Node* before, Decoder& decoder) {
  if (!before || key.style != Style::plain || !is_thousands_group(key.text)) return false;
  const bool after_value = before->kind == Node::Kind::scalar && before->style == Style::plain;
  const bool after_group =
      before->kind == Node::Kind::null && before->key && is_thousands_group(before->key->text);
  if (!after_value && !after_group) return false;
  const Node& part = after_value ? *before : *before->key;
  const WrittenDocument& document = decoder.written();
  const auto comma = document.offset_of(part.at) + part.text.size();
  return ends_with_digit(part.text) && document.offset_of(key.at) == comma + 1 &&
         comma < document.bytes().size() && document.bytes()[comma] == ',';
}

void blame_number(Finding& finding, const Node& before, const Node& key, Decoder& decoder) {
  const WrittenDocument& document = decoder.written();
  const auto start = document.offset_of(before.at);
  auto end = document.offset_of(key.at) + key.text.size();
  const auto bytes = document.bytes();
  // Further groups of a larger number.
  while (end < bytes.size() && bytes[end] == ',' && is_thousands_group(bytes.substr(end + 1)))
    end = std::min(bytes.find_first_of(",]}\n ", end + 1), bytes.size());
  const std::string number(bytes.substr(start, end - start));
  const Edit quoted{before.at, std::uint32_t(number.size()), in_quotes(number)};
  finding.message =
      say({"the comma in “{}” ends the value", "“{}”里的逗号把内容断成了两项"}, number);
  auto line = document.mended(document.line_number(start), {quoted});
  line.erase(0, line.find_first_not_of(" \t"));
  finding.hint = say({"quote the number: `{}`", "请给数字加引号：`{}`"}, line);
}

std::string_view text_cut_by_comma(const Node& key, const Node* before, Decoder& decoder) {
  if (!before || before->kind != Node::Kind::scalar || before->style != Style::plain ||
      key.style != Style::plain)
    return {};
  const WrittenDocument& document = decoder.written();
  const auto bytes = document.bytes();
  const auto start = document.offset_of(before->at),
             end = document.offset_of(key.at) + key.text.size();
  const auto comma = start + before->text.size();
  if (comma >= bytes.size() || bytes[comma] != ',' ||
      bytes.find_first_not_of(' ', comma + 1) != document.offset_of(key.at))
    return {};
  const auto behind = bytes.find_first_not_of(' ', end);
  const bool has_no_value = behind < bytes.size() && (bytes[behind] == ',' || bytes[behind] == '}');
  return has_no_value ? bytes.substr(start, end - start) : std::string_view();
}

const Node* text_that_swallowed(const Node& map, Bilingual name) {
  for (const Node& value : map) {
    if (value.kind != Node::Kind::scalar || value.style != Style::plain) continue;
    for (const std::string_view word : {name.en, name.zh})
      for (const std::string_view comma : {"，", "， "})
        for (const std::string_view colon : {"：", ":"})
          if (value.text.find(fmt::format("{}{}{}", comma, word, colon)) != std::string_view::npos)
            return &value;
  }
  return nullptr;
}

void offer_word(Finding& finding, const Node& written, std::string_view near,
                std::span<const Word> words, Decoder& decoder) {
  const auto text = trimmed(written.text);
  const auto letters = code_points_of(text);
  if (near.empty() || written.style == Style::block) return;
  if (may_change_sense(letters, code_points_of(near)) || !is_only_one_near(letters, near, words))
    return;
  const WrittenDocument& document = decoder.written();
  const auto start = document.offset_of(written.at);
  // A quoted word begins after its quote; one with escapes does not stand there at all.
  const auto at = document.bytes().substr(start, text.size() + 1).find(text);
  if (at == std::string_view::npos) return;
  finding.edits = {{written.at + at, std::uint32_t(text.size()), std::string(near)}};
}

}  // namespace lianxi
