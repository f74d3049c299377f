// The field table: one line for each field drives decoding, suggestions, the JSON
// Schema, the manual's field reference and the scaffolds.
//
// A record is a plain struct with a table next to its definition:
//
//   struct Fund : Part { Id id; Text name; static const RecordType type; };
//
//   static constexpr Field fields[] = {
//       required<&Fund::id>("id", "编号", {"What others call it.", "供引用的编号。"}),
//       …
//   };
//   constinit const RecordType Fund::type{…, fields};
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>
#include <lianxi/schema/value.hpp>

namespace lianxi {
class Decoder;
}  // namespace lianxi

namespace lianxi LIANXI_EXPORT {

struct Node;
struct RecordType;

/// A word that a choice accepts, in both languages.
struct Word {
  std::string_view en, zh;
};

/// How a value is written back: as scripts get it (ISO days, numbers without commas, English
/// words), or as people of a language do.
enum class Writing : std::uint8_t { plain, english, chinese };

/// Between what whole numbers lie, both included, and what people are told of it.
struct Range {
  const char* name;  ///< Of its definition in the JSON Schema.
  std::int32_t least, most;
  Bilingual expected;
};

/// What a field holds, as far as generators and generic walks need to know.
struct ValueType {
  enum class Kind : std::uint8_t {
    text,
    id,
    ref,
    unit_or_name,
    path,
    date,
    time,
    integer,
    count,
    amount,
    fraction,
    boolean,
    choice,
    list,
    record,
    severities,
    quantity,  ///< A count or an amount.
  };

  Kind kind;
  const Range* range = nullptr;  ///< Of a whole number.
  /// Of a choice, in the order of its enum; of another type what may stand in its place.
  std::span<const Word> words = {};
  const ValueType* element = nullptr;                              ///< Of a list.
  const RecordType* record = nullptr;                              ///< Of a record.
  Target target = Target::unit;                                    ///< Of a reference.
  std::size_t (*count)(const void* list) = nullptr;                ///< Of a list.
  const void* (*item)(const void* list, std::size_t i) = nullptr;  ///< Of a list.
  bool one_will_do = false;  ///< Of a list: a single mapping may stand for it.
  /// Where a value stands and whether it can be read; of all but mappings.
  Standing (*standing)(const void* value) = nullptr;
  /// A readable value as text; of all but lists and mappings. See value_text.hpp.
  std::string (*write)(const void* value, Writing) = nullptr;
  /// What `write` would make of the value that a text gives, nothing where it gives none.
  std::optional<std::string> (*rewrite)(std::string_view text, Writing) = nullptr;
};

/// One field of a record.
struct Field {
  std::string_view en, zh;
  Bilingual doc;
  bool required;
  const ValueType* type;
  /// Reads a value into the member that the field is bound to.
  void (*read)(const Node& value, void* record, Decoder&);
  /// The member that the field is bound to; of a mapping the part itself, null where
  /// there is none.
  const void* (*get)(const void* record);
  /// Other words that people use for it. They are never read, only answered with the right one.
  std::array<std::string_view, 4> other_words = {};
  /// What it counts as where it is not given, in canonical words; "" where it then counts as
  /// nothing.
  std::string_view counts_as = {};

  /// The field, with what it counts as where it is not given.
  constexpr Field unless_given(std::string_view value) const {
    Field field = *this;
    field.counts_as = value;
    return field;
  }

  /// The field, with such words in either language.
  template <class... Words>
  constexpr Field also(Words... words) const {
    Field field = *this;
    field.other_words = {words...};
    return field;
  }
};

/// How many fields a type may have besides those of every record, and how many those may be:
/// what a reader of fields keeps room for.
inline constexpr std::size_t most_fields = 36, most_common_fields = 4;

/// The fields of one type, in the order of the manual.
struct Fields : std::span<const Field> {
  template <std::size_t count>
  // NOLINTNEXTLINE(google-explicit-constructor): a list of fields is meant to be given as it is
  constexpr explicit(false) Fields(const Field (&fields)[count]) : span(fields) {
    static_assert(count <= most_fields);
    for (std::size_t i = 0; i < count; ++i)
      if (fields[i].required) required |= std::uint64_t(1) << i;
  }

  std::uint64_t required = 0;  ///< A bit for each that is.
};

/// One kind of record, or of mapping inside a record.
struct RecordType {
  /// As a finding names it and, for a collection, as files do: `meetings` 会议.
  std::string_view en, zh;
  Bilingual doc;
  Fields fields;
  /// The id in a record's name, `2017-q3`; null for parts that have none.
  std::string (*identify)(const void* record) = nullptr;
  /// The field that a bare word stands for (`present: [地铁派出所]`), or null.
  const Field* short_form = nullptr;
};

/// The field of that name in either language, or null; `note` is a field of every
/// record. Begins to look at `hint`, where a record in the usual order has its next.
const Field* find_field(const RecordType&, std::string_view name, std::size_t hint = 0);

/// How each C++ type of value is read, see codec.hpp.
template <class T>
struct Codec;

// ---- binding a field to a member -------------------------------------------

template <class MemberPointer>
struct MemberOf;
template <class R, class V>
struct MemberOf<V R::*> {
  using Record = R;
  using Value = V;
};

template <class V>
const void* member_view(const V& value) {
  return &value;
}
template <class R>
const void* member_view(const Nested<R>& value) {
  return value ? &*value : nullptr;
}

template <class T>
const void* member_view(const Rare<T>& value) {
  return &value.value();
}

template <auto Member>
constexpr Field bind(std::string_view en, std::string_view zh, Bilingual doc, bool required) {
  using R = typename MemberOf<decltype(Member)>::Record;
  using V = typename MemberOf<decltype(Member)>::Value;
  return {en,
          zh,
          doc,
          required,
          &Codec<V>::type,
          [](const Node& node, void* record, Decoder& decoder) {
            static_cast<R*>(record)->*Member = Codec<V>::decode(node, decoder);
          },
          [](const void* record) -> const void* {
            return member_view(static_cast<const R*>(record)->*Member);
          }};
}

template <auto Member>
constexpr Field required(std::string_view en, std::string_view zh, Bilingual doc) {
  return bind<Member>(en, zh, doc, true);
}

template <auto Member>
constexpr Field optional(std::string_view en, std::string_view zh, Bilingual doc) {
  return bind<Member>(en, zh, doc, false);
}

/// The name of a record that has an `id`.
template <class R>
std::string identify_by_id(const void* record) {
  return std::string(static_cast<const R*>(record)->id.value_or("?"));
}

}  // namespace lianxi
