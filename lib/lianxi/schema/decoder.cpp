#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/schema/codec.hpp>
#include <lianxi/schema/comments.hpp>
#include <lianxi/schema/decoder.hpp>
#include <lianxi/schema/hand_slips.hpp>
#include <lianxi/schema/oddities.hpp>
#include <lianxi/schema/refusal.hpp>
#include <lianxi/schema/spelling.hpp>
#include <lianxi/schema/suggestions.hpp>
#include <lianxi/schema/targets.hpp>
#include <lianxi/slips/written_document.hpp>

namespace lianxi {

Finding& Decoder::fault(RuleName rule, Place at, Message message, Message hint) {
  findings_.push_back(
      {.rule = rule, .at = at, .message = std::move(message), .hint = std::move(hint)});
  return findings_.back();
}

bool Decoder::has_finding_at(Place at) const {
  return std::ranges::find(findings_, at, &Finding::at) != findings_.end();
}

void Decoder::name_since(std::size_t start, std::string_view segment) {
  for (std::size_t i = start; i < findings_.size(); ++i) {
    std::string& record = findings_[i].record;
    record = record.empty() ? std::string(segment) : fmt::format("{}/{}", segment, record);
  }
}

const WrittenDocument& Decoder::written() {
  if (!written_) written_ = std::make_shared<const WrittenDocument>(document_);
  return *written_;
}

bool is_given(const Node& node) {
  if (node.oddity != Oddity::none) return true;
  switch (node.kind) {
    case Node::Kind::null:
      return false;
    case Node::Kind::scalar:
      return !trimmed(node.text).empty();
    case Node::Kind::list:
      return node.first != nullptr;
    case Node::Kind::map:
    case Node::Kind::refused:
      break;
  }
  return true;
}

static Bilingual name_of(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null:
    case Node::Kind::refused:
      return {"nothing", "空值"};
    case Node::Kind::scalar:
      return {"text", "文字"};
    case Node::Kind::list:
      return {"a list", "列表"};
    case Node::Kind::map:
      return {"a mapping", "映射（键: 值）"};
  }
  return {"", ""};
}

bool accept_or_report(const Node& node, Node::Kind kind, Bilingual expected, Decoder& decoder) {
  report_oddity(node, decoder);
  if (node.kind == kind) return true;
  // What lies too deep explains why a list stands where none belongs.
  if (report_oddities_below(node, decoder) || node.oddity != Oddity::none) return false;
  Finding& finding = decoder.fault(
      rule_names::wrong_type, node.at,
      say({"expected {}, found {}", "此处应为{}，却是{}"}, expected, name_of(node.kind)));
  const Doubts doubts{.pairs = true, .commas = kind == Node::Kind::list, .spaces = true};
  if (blame_hand(finding, node, doubts, decoder)) return false;
  if (kind == Node::Kind::scalar && blame_colon(finding, node, decoder)) return false;
  blame_indentation(finding, node, decoder);
  return false;
}

std::optional<std::string_view> accept_scalar(const Node& node, Bilingual expected,
                                              Decoder& decoder) {
  if (!accept(node, Node::Kind::scalar, expected, decoder)) return std::nullopt;
  return trimmed(node.text);
}

void report_unreadable(const Node& node, Bilingual expected, Decoder& decoder) {
  const auto text = trimmed(node.text);
  Refusal refusal = unreadable_text(text, expected);
  blame_hand(decoder.fault(rule_names::wrong_type, node.at, std::move(refusal.message),
                           std::move(refusal.hint)),
             node, {.pairs = true, .commas = true, .quotes = true}, decoder);
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

bool is_word(std::string_view text, const Word& word) {
  return text == word.zh || same_ignoring_case(text, word.en);
}

Located<std::int32_t> decode_number(const Node& node, const Range& range, Decoder& decoder) {
  const auto text = accept_scalar(node, range.expected, decoder);
  if (!text) return Located<std::int32_t>::unreadable(node.at);
  if (const auto number = read_int(*text, range.least, range.most)) return {*number, node.at};
  report_unreadable(node, range.expected, decoder);
  return Located<std::int32_t>::unreadable(node.at);
}

std::optional<std::size_t> decode_choice(const Node& node, std::span<const Word> words,
                                         Decoder& decoder) {
  const auto text = accept_scalar(node, {"a word", "一个词"}, decoder);
  if (!text) return std::nullopt;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_word(*text, words[i])) return i;
  Refusal refusal = unknown_word(*text, words);
  const auto near = nearest_name(*text, words);
  Finding& finding = decoder.fault(rule_names::wrong_type, node.at, std::move(refusal.message),
                                   std::move(refusal.hint));
  if (!blame_hand(finding, node, {.pairs = true, .quotes = true}, decoder))
    offer_word(finding, node, near, words, decoder);
  return std::nullopt;
}

Text decode_id(const Node& node, Bilingual expected, std::size_t least, std::size_t most,
               Decoder& decoder) {
  const auto text = accept_scalar(node, expected, decoder);
  if (!text) return Text::unreadable(node.at);
  std::string buffer;
  std::string_view id = mapped_id(*text, buffer);
  if (!are_ids(id, least, most)) {
    report_unreadable(node, expected, decoder);
    return Text::unreadable(node.at);
  }
  if (!buffer.empty()) id = decoder.keep().keep(id);
  return {id, node.at};
}

// ---- the codecs that are not templates ---------------------------------------

Text decode_text(const Node& node, Decoder& decoder) {
  const auto text = accept_scalar(node, {"text", "文字"}, decoder);
  if (!text) return Text::unreadable(node.at);
  if (may_hold_personal_number(*text)) decoder.note_digits();
  return {*text, node.at};
}

Text Codec<Text>::decode(const Node& node, Decoder& decoder) {
  const Text text = decode_text(node, decoder);
  if (text) report_comment_in_value(node, decoder);
  return text;
}

Id Codec<Id>::decode(const Node& node, Decoder& decoder) {
  return decode_id(node, a_plain_id, 1, 1, decoder);
}

/// People write names where ids belong. What such a text means shows when all units are known:
/// then the fault is taken back, see book/name_index.hpp.
static Text decode_unit_ref(const Node& node, Bilingual expected, Decoder& decoder) {
  const auto text = accept_scalar(node, expected, decoder);
  if (!text) return Text::unreadable(node.at);
  std::string buffer;
  const std::string_view id = mapped_id(*text, buffer);
  if (!is_id(id)) {
    report_unreadable(node, expected, decoder);
    return {*text, node.at};
  }
  return {buffer.empty() ? id : decoder.keep().keep(id), node.at};
}

Text decode_ref(const Node& node, Target target, Decoder& decoder) {
  const TargetInfo& info = info_of(target);
  if (target == Target::unit || target == Target::committee || target == Target::unit_or_committee)
    return decode_unit_ref(node, info.expected, decoder);
  return decode_id(node, info.expected, info.fewest_words, info.most_words, decoder);
}

/// Whether a text can be meant for the field: a day for a date, anything else for the others.
static bool suits(const Field& field, bool is_day) {
  using Kind = ValueType::Kind;
  const Kind kind = field.type->kind;
  if (!field.required || kind == Kind::record || kind == Kind::list) return false;
  return (kind == Kind::date) == is_day;
}

/// `{unit: 站前社区, reason: …}`: the text as the first required field, with the others that
/// must be there.
static std::string as_mapping(const Node& node, const RecordType& type, const Field& own,
                              Language language) {
  std::string fields;
  for (const Field& field : type.fields) {
    if (&field != &own && !field.required) continue;
    const auto name = Bilingual{field.en, field.zh}.in(language);
    const auto value = &field == &own ? trimmed(node.text) : std::string_view("…");
    fields += fmt::format("{}{}: {}", fields.empty() ? "" : ", ", name, value);
  }
  return "{" + fields + "}";
}

void offer_mapping(const Node& node, const RecordType& type, bool in_list, Decoder& decoder) {
  if (node.kind != Node::Kind::scalar || trimmed(node.text).empty()) return;
  const bool is_day = read_date(trimmed(node.text)).has_value();
  for (const Field& field : type.fields) {
    if (!suits(field, is_day)) continue;
    const auto mended = [&](Language language) {
      const std::string mapping = as_mapping(node, type, field, language);
      return in_list ? "[" + mapping + "]" : mapping;
    };
    decoder.hint_newest(say({"write the field that it is: {}", "请写明各项：{}"},
                            Message{mended(Language::en), mended(Language::zh)}));
    return;
  }
}

bool decode_part(const Node& node, const RecordType& type, Part* record, Decoder& decoder) {
  const std::size_t before = decoder.findings();
  if (type.short_form && node.kind == Node::Kind::scalar) {
    type.short_form->read(node, record, decoder);
    record->at = node.at;
  } else if (accept(node, Node::Kind::map, {"a mapping (key: value)", "映射（键: 值）"}, decoder)) {
    decode_fields(node, type, record, decoder);
  } else {
    offer_mapping(node, type, false, decoder);
    return false;
  }
  const auto segment = decoder.findings() > before ? segment_of(type, record) : std::string();
  if (!segment.empty()) decoder.name_since(before, segment);
  return true;
}

std::string segment_of(const RecordType& type, const void* record) {
  if (!type.identify) return {};
  const auto id = type.identify(record);
  return id.empty() ? std::string() : fmt::format("{}/{}", type.en, id);
}

}  // namespace lianxi
