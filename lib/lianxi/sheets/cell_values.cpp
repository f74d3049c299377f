#include <algorithm>
#include <array>

#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/schema/value_text.hpp>
#include <lianxi/sheets/cell_values.hpp>
#include <lianxi/sheets/references.hpp>

namespace lianxi {
namespace {

using Kind = ValueType::Kind;

/// Between the texts of a list, which may have commas of their own.
constexpr std::array<std::string_view, 3> between_texts = {"；", ";", "\n"};
/// Between references, which cannot.
constexpr std::array<std::string_view, 6> between_refs = {"；", ";", "\n", "、", "，", ","};

std::vector<std::string_view> split(std::string_view text,
                                    std::span<const std::string_view> separators) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  const auto add = [&](std::size_t end) {
    const auto part = trimmed(text.substr(start, end - start));
    if (!part.empty()) parts.push_back(part);
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto found = std::ranges::find_if(
        separators, [&](std::string_view one) { return text.substr(at).starts_with(one); });
    if (found == separators.end()) {
      ++at;
      continue;
    }
    add(at);
    start = at += found->size();
  }
  add(text.size());
  return parts;
}

/// Spreadsheets give days a time and times seconds, which were never typed: `2017-09-20 00:00:00`,
/// `14:05:00`.
std::string_view without_midnight(Kind kind, std::string_view text) {
  if (kind == Kind::time && text.ends_with(":00") && std::ranges::count(text, ':') == 2)
    return text.substr(0, text.size() - 3);
  if (kind != Kind::date) return text;
  for (const std::string_view midnight : {" 00:00:00", " 0:00:00", " 00:00", " 0:00", "T00:00:00"})
    if (text.ends_with(midnight)) return trimmed(text.substr(0, text.size() - midnight.size()));
  return text;
}

/// As it is to stand in a record: days, times and numbers in the form that scripts know too, words
/// and qualified counts as they were typed.
std::string tidy(const ValueType& type, std::string_view text) {
  const auto plain = plain_text_of(type, text);
  switch (type.kind) {
    case Kind::count:
    case Kind::quantity:
      return plain && plain->find_first_of("+~") == plain->npos ? *plain : std::string(text);
    case Kind::amount:
      return plain->ends_with(".00") ? plain->substr(0, plain->size() - 3) : *plain;
    case Kind::date:
    case Kind::time:
    case Kind::integer:
    case Kind::id:
    case Kind::ref:
      return *plain;
    default:
      return std::string(text);
  }
}

}  // namespace

DraftValue CellValues::read(const ValueType& type, std::string_view text,
                            std::vector<Refusal>& refusals) const {
  if (type.kind == Kind::list) return list(*type.element, text, refusals);
  return scalar(type, trimmed(text), refusals);
}

DraftValue CellValues::scalar(const ValueType& type, std::string_view text,
                              std::vector<Refusal>& refusals) const {
  if (type.kind == Kind::unit_or_name) return {.text = unit_or_name(book_, text)};
  const bool names_unit =
      type.kind == Kind::ref && (type.target == Target::unit || type.target == Target::committee ||
                                 type.target == Target::unit_or_committee);
  const auto kept = without_midnight(type.kind, text);
  if (names_unit || type.kind == Kind::ref) {
    if (auto id = reference_to(book_, type.target, kept)) return {.text = std::move(*id)};
    auto refusal = names_unit ? std::nullopt : refusal_of(type, kept);
    refusals.push_back(refusal ? *refusal : unknown_reference(book_, type.target, kept));
    return {};
  }
  if (auto refusal = refusal_of(type, kept)) {
    refusals.push_back(std::move(*refusal));
    return {};
  }
  return {.text = tidy(type, kept)};
}

bool CellValues::is_known(const ValueType& element, std::string_view text) const {
  if (element.kind == Kind::ref) return reference_to(book_, element.target, text).has_value();
  return book_.unit_by_any_name(text) != nullptr;
}

/// The names between separators; one that has separators in it is found as the longest that is
/// known.
std::vector<std::string_view> CellValues::names(const ValueType& element,
                                                std::string_view text) const {
  constexpr std::size_t most_parts = 5;
  const auto pieces = split(text, between_refs);
  std::vector<std::string_view> all;
  for (std::size_t at = 0; at < pieces.size();) {
    std::size_t count = std::min(most_parts, pieces.size() - at);
    const auto joined = [&] {
      const auto& last = pieces[at + count - 1];
      return std::string_view(pieces[at].data(), last.data() + last.size());
    };
    while (count > 1 && !is_known(element, joined())) --count;
    all.push_back(joined());
    at += count;
  }
  return all;
}

std::vector<std::string_view> CellValues::parts(const ValueType& element,
                                                std::string_view text) const {
  if (element.kind == Kind::ref) return names(element, text);
  auto texts = split(text, between_texts);
  if (element.kind != Kind::unit_or_name) return texts;
  // Who is no unit may have any name; several in one text show by being units, all of them.
  std::vector<std::string_view> all;
  for (const auto one : texts) {
    const auto several = names(element, one);
    if (std::ranges::all_of(several, [&](auto name) { return is_known(element, name); }))
      all.insert(all.end(), several.begin(), several.end());
    else
      all.push_back(one);
  }
  return all;
}

DraftValue CellValues::list(const ValueType& element, std::string_view text,
                            std::vector<Refusal>& refusals) const {
  // The bare word that stands for a part, as `present: [地铁派出所]`.
  const ValueType& type =
      element.kind == Kind::record ? *element.record->short_form->type : element;
  DraftValue value{.kind = DraftValue::Kind::list};
  for (const auto part : parts(type, text)) {
    const std::size_t before = refusals.size();
    DraftValue item = scalar(type, part, refusals);
    if (refusals.size() == before) value.items.push_back(std::move(item));
  }
  return value;
}

}  // namespace lianxi
