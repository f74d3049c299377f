#include <fmt/format.h>
#include <vector>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/schema/codec.hpp>
#include <lianxi/schema/refusal.hpp>
#include <lianxi/schema/suggestions.hpp>
#include <lianxi/schema/targets.hpp>
#include <lianxi/schema/value_text.hpp>

namespace lianxi LIANXI_EXPORT {

/// What stands in `text` that a number or date cannot have, and a way out.
static Message advice(std::string_view text, Bilingual expected) {
  for (const std::string_view unit : {"元", "¥", "￥"})
    if (text.find(unit) != text.npos)
      return say({"leave “{}” out: the book's currency applies", "请去掉“{}”：币种由联盟统一规定"},
                 unit);
  return say({"write {}", "请写{}"}, expected);
}

Bilingual expected_of(const ValueType& type) {
  using Kind = ValueType::Kind;
  switch (type.kind) {
    case Kind::date:
      return Spelling<Date>::expected;
    case Kind::time:
      return Spelling<Time>::expected;
    case Kind::integer:
      return type.range->expected;
    case Kind::count:
      return Spelling<Count>::expected;
    case Kind::amount:
      return Spelling<Amount>::expected;
    case Kind::quantity:
      return {"a count such as 220 or an amount such as 4000.00",
              "数量，如 220，或金额，如 4000.00"};
    case Kind::fraction:
      return Spelling<Fraction>::expected;
    case Kind::id:
      return a_plain_id;
    case Kind::ref:
      return info_of(type.target).expected;
    case Kind::boolean:
    case Kind::choice:
      return {"a word", "一个词"};
    case Kind::list:
      return a_list;
    case Kind::record:
    case Kind::severities:
      return {"a mapping (key: value)", "映射（键: 值）"};
    case Kind::text:
    case Kind::unit_or_name:
    case Kind::path:
      break;
  }
  return {"text", "文字"};
}

Refusal unreadable_text(std::string_view text, Bilingual expected) {
  return {say({"“{}” is not {}", "“{}”不是{}"}, text, expected), advice(text, expected)};
}

Refusal unknown_word(std::string_view text, std::span<const Word> words) {
  std::vector<std::string> all;
  for (const Word& word : words) all.push_back(fmt::format("{} {}", word.en, word.zh));
  const auto near = nearest_name(text, words);
  return {
      say({"“{}” is not a word that stands here; allowed are {}", "“{}”不是此处可用的词，可用：{}"},
          text, fmt::format("{}", fmt::join(all, ", "))),
      near.empty() ? Message{} : did_you_mean(near)};
}

std::optional<Refusal> refusal_of(const ValueType& type, std::string_view text) {
  const auto kept = trimmed(text);
  if (plain_text_of(type, kept)) return std::nullopt;
  const bool is_word =
      type.kind == ValueType::Kind::choice || type.kind == ValueType::Kind::boolean;
  return is_word ? unknown_word(kept, type.words) : unreadable_text(kept, expected_of(type));
}

}  // namespace lianxi
