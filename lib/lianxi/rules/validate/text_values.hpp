// Goes over the text values of a book, for the rules on personal numbers.
#pragma once
#include <lianxi/base/privacy.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/schema/walk.hpp>

namespace lianxi {

/// A text with a personal number in it.
struct PersonalText {
  const Book& book;
  const PartChain& chain;
  const Text& text;
  PersonalNumber number;
  Place at;

  /// The name of the smallest record with an id that it stands in.
  std::string name() const { return book.name_of(chain); }

  /// Whether it is that field of a record.
  template <class R>
  bool is(Text R::*member) const {
    return &chain.type == &R::type && &(static_cast<const R*>(chain.part)->*member) == &text;
  }
};

/// The first number of that kind in a text.
inline std::optional<PersonalNumber> first_of(PersonalNumber::Kind kind, std::string_view text) {
  auto found = find_personal_number(text);
  while (found && found->kind != kind) found = find_personal_number(text, found->end);
  return found;
}

inline bool is_text(const ValueType& type) {
  using enum ValueType::Kind;
  return type.kind == text || type.kind == unit_or_name || type.kind == path;
}

/// Calls `report(PersonalText)` for every text value with a number of that kind; once
/// for each value, however many it holds. O(records that reading has found to hold many digits).
template <class Use>
void for_each_personal_number(const Book& book, PersonalNumber::Kind kind, const Use& report) {
  const auto visit = [&](const PartChain& chain, const Field&, const ValueType& type,
                         const void* value) {
    if (!is_text(type)) return;
    const Text& written = *static_cast<const Text*>(value);
    if (!written) return;
    if (const auto number = first_of(kind, *written))
      report(PersonalText{book, chain, written, *number, written.at()});
  };
  for (const RecordOfType& record : book.with_digits())
    walk_record(*record.type, record.record, visit);
}

}  // namespace lianxi
