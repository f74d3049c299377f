// Every type of value: whatever is written, it is read or refused; what was read is written in one
// way, which is read as the same again; and what is refused is told.
#include <algorithm>

#include <lianxi/base/chinese_numerals.hpp>
#include <lianxi/base/period.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/record_sets.hpp>
#include <lianxi/schema/field.hpp>
#include <lianxi/schema/refusal.hpp>
#include <lianxi/schema/value_text.hpp>

#include "input.hpp"

using namespace lianxi;

namespace {

void gather(const RecordType& type, std::vector<const ValueType*>& types) {
  for (const Field& field : type.fields) {
    const ValueType* value = field.type->element ? field.type->element : field.type;
    if (value->record) {
      if (value->record != &type) gather(*value->record, types);
    } else if (std::ranges::find(types, value) == types.end()) {
      types.push_back(value);
    }
  }
}

/// Each type of which some field of some collection is, once.
const std::vector<const ValueType*>& all_types() {
  static const auto types = [] {
    std::vector<const ValueType*> all;
    for (const Collection& collection : all_collections()) gather(*collection.type, all);
    return all;
  }();
  return types;
}

void check(const ValueType& type, std::string_view written) {
  const auto refusal = refusal_of(type, written);
  const auto plain = plain_text_of(type, written);
  if (refusal) {
    fuzz::must_be_readable(printable(refusal->message.in(Language::zh)));
    fuzz::must_be_readable(printable(refusal->hint.in(Language::en)));
  }
  if (!plain) return;
  const auto again = plain_text_of(type, *plain);
  fuzz::must(again.has_value(), "written in one way, it is read no more", *plain);
  fuzz::must(*again == *plain, "written in one way, it is read as another", *plain);
}

void check_masking(std::string_view text) {
  const std::string hidden = masked(text);
  fuzz::must(hidden.size() == text.size(), "masked, it has another length", text);
  fuzz::must(!find_personal_number(hidden), "masked, a personal number is left", text);
  if (find_personal_number(text))
    fuzz::must(may_hold_personal_number(text), "a personal number that no rule looks for", text);
}

void check_period(std::string_view written) {
  const Date day = *Date::make(2017, 9, 30);
  const auto period = read_period(written, day);
  if (!period) return;
  const auto again = read_period(to_text(*period), day);
  fuzz::must(again == period, "a period's name means another", written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!is_utf8(text)) return 0;  // nothing else gets past the reader of files
  fuzz::Input input(data, size);
  const auto& types = all_types();
  check(*types[input.choice(types.size())], input.rest());
  check_masking(text);
  check_period(text);
  fuzz::must_be_readable(printable(text));
  return 0;
}
