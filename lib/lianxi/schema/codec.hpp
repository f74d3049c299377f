// How each type of value is read. A new type of value is one Codec here.
#pragma once
#include <type_traits>

#include <lianxi/base/words.hpp>
#include <lianxi/schema/decoder.hpp>
#include <lianxi/schema/spelling.hpp>

namespace lianxi {

template <class T>
Standing standing_of_located(const void* value) {
  const auto& located = *static_cast<const T*>(value);
  return located ? Standing(located.at())
                 : (located.given() ? Standing::unreadable(located.at()) : Standing());
}

/// The type of a value that is a text, which `rewrite` reads.
constexpr ValueType text_type(ValueType::Kind kind,
                              std::optional<std::string> (*rewrite)(std::string_view, Writing),
                              Target target = Target::unit) {
  return {.kind = kind,
          .target = target,
          .standing = standing_of_located<Text>,
          .write = [](const void* value,
                      Writing) { return std::string(**static_cast<const Text*>(value)); },
          .rewrite = rewrite};
}

/// Any text but an empty one, without the white space around it.
std::optional<std::string> any_text(std::string_view, Writing);
/// An id, mapped.
std::optional<std::string> id_text(std::string_view, Writing);
/// The ids of a reference to that kind of target, mapped, with slashes between.
std::optional<std::string> ref_text(std::string_view, Target);

template <>
struct Codec<Text> {
  static constexpr ValueType type = text_type(ValueType::Kind::text, any_text);
  static Text decode(const Node&, Decoder&);
};

template <>
struct Codec<UnitOrName> {
  static constexpr ValueType type = text_type(ValueType::Kind::unit_or_name, any_text);
  static UnitOrName decode(const Node& node, Decoder& decoder) {
    return Codec<Text>::decode(node, decoder);
  }
};

template <>
struct Codec<Path> {
  static constexpr ValueType type = text_type(ValueType::Kind::path, any_text);
  static Path decode(const Node& node, Decoder& decoder) { return decode_text(node, decoder); }
};

template <>
struct Codec<Id> {
  static constexpr ValueType type = text_type(ValueType::Kind::id, id_text);
  static Id decode(const Node&, Decoder&);
};

/// Reads a reference to that kind of target.
Text decode_ref(const Node&, Target, Decoder&);

template <Target target>
struct Codec<Ref<target>> {
  static constexpr ValueType type = text_type(
      ValueType::Kind::ref, [](std::string_view text, Writing) { return ref_text(text, target); },
      target);
  static Ref<target> decode(const Node& node, Decoder& decoder) {
    return decode_ref(node, target, decoder);
  }
};

/// The values of these types as text.
std::string written(Date, Writing);
std::string written(Time, Writing);
std::string written(std::int32_t, Writing);
std::string written(Count, Writing);
std::string written(Amount, Writing);
std::string written(Fraction, Writing);
std::string written(bool, Writing);
std::string written(const Word&, Writing);

/// The types whose text one function of spelling.hpp reads.
template <class T>
struct Spelling;
template <>
struct Spelling<Date> {
  static constexpr auto kind = ValueType::Kind::date;
  static constexpr auto read = read_date;
  static constexpr Bilingual expected{"a date such as 2017-09-20 or 2017年9月20日",
                                      "日期，如 2017-09-20 或 2017年9月20日"};
};
template <>
struct Spelling<Time> {
  static constexpr auto kind = ValueType::Kind::time;
  static constexpr auto read = read_time;
  static constexpr Bilingual expected{"a time such as 14:00", "时间，如 14:00"};
};
template <>
struct Spelling<Count> {
  static constexpr auto kind = ValueType::Kind::count;
  static constexpr auto read = read_count;
  static constexpr Bilingual expected{"a count such as 220, 1,600, 220余, 约5500 or 1.2万",
                                      "数量，如 220、1,600、220余、约5500 或 1.2万"};
};
template <>
struct Spelling<Amount> {
  static constexpr auto kind = ValueType::Kind::amount;
  static constexpr auto read = read_amount;
  static constexpr Bilingual expected{"an amount such as 4000 or 4,000.00, without a currency",
                                      "金额，如 4000 或 4,000.00，不带币种和单位"};
};
template <>
struct Spelling<Fraction> {
  static constexpr auto kind = ValueType::Kind::fraction;
  static constexpr auto read = read_fraction;
  static constexpr Bilingual expected{"a part of the whole such as 2/3 or 50%",
                                      "比例，如 2/3 或 50%"};
};

inline constexpr Range any_number{
    "integer", 0, 1'000'000'000, {"a whole number such as 3", "整数，如 3"}};
inline constexpr Range number_of_days{
    "days", 0, 3660, {"a number of days, 0 to 3660", "天数，0 至 3660"}};
inline constexpr Range number_of_year{
    "year", 1900, 2199, {"a year, 1900 to 2199", "年份，1900 至 2199"}};

/// Reads a whole number of that range.
Located<std::int32_t> decode_number(const Node&, const Range&, Decoder&);

/// The type of whole numbers of that range.
template <const Range& range>
constexpr ValueType type_of_numbers{
    .kind = ValueType::Kind::integer,
    .range = &range,
    .standing = standing_of_located<Located<std::int32_t>>,
    .write =
        [](const void* value, Writing how) {
          return written(**static_cast<const Located<std::int32_t>*>(value), how);
        },
    .rewrite = [](std::string_view text, Writing how) -> std::optional<std::string> {
      const auto value = read_int(trimmed(text), range.least, range.most);
      return value ? std::optional(written(*value, how)) : std::nullopt;
    }};

template <>
struct Codec<Located<std::int32_t>> {
  static constexpr const ValueType& type = type_of_numbers<any_number>;
  static Located<std::int32_t> decode(const Node& node, Decoder& decoder) {
    return decode_number(node, any_number, decoder);
  }
};
template <>
struct Codec<DayCount> {
  static constexpr const ValueType& type = type_of_numbers<number_of_days>;
  static DayCount decode(const Node& node, Decoder& decoder) {
    return decode_number(node, number_of_days, decoder);
  }
};
template <>
struct Codec<Year> {
  static constexpr const ValueType& type = type_of_numbers<number_of_year>;
  static Year decode(const Node& node, Decoder& decoder) {
    return decode_number(node, number_of_year, decoder);
  }
};

/// The words that a spelling takes beside what its kind says.
template <class S>
constexpr std::span<const Word> words_beside(S) {
  if constexpr (requires { S::words; })
    return S::words;
  else
    return {};
}

template <class T>
requires requires { Spelling<T>::read; }
struct Codec<Located<T>> {
  static constexpr ValueType type{
      .kind = Spelling<T>::kind,
      .words = words_beside(Spelling<T>{}),
      .standing = standing_of_located<Located<T>>,
      .write = [](const void* value,
                  Writing how) { return written(**static_cast<const Located<T>*>(value), how); },
      .rewrite = [](std::string_view text, Writing how) -> std::optional<std::string> {
        const auto value = Spelling<T>::read(trimmed(text));
        return value ? std::optional(written(*value, how)) : std::nullopt;
      }};
  static Located<T> decode(const Node& node, Decoder& decoder) {
    const auto text = accept_scalar(node, Spelling<T>::expected, decoder);
    if (!text) return Located<T>::unreadable(node.at);
    if (const auto value = Spelling<T>::read(*text)) return {*value, node.at};
    report_unreadable(node, Spelling<T>::expected, decoder);
    return Located<T>::unreadable(node.at);
  }
};

/// The number of the word that the text is, in either language and any case.
std::optional<std::size_t> number_of_word(std::string_view text, std::span<const Word>);

inline constexpr Word bool_words[] = {{"false", "否"}, {"true", "是"}, {"no", "否"}, {"yes", "是"}};

template <>
struct Codec<Located<bool>> {
  static constexpr ValueType type{
      .kind = ValueType::Kind::boolean,
      .words = bool_words,
      .standing = standing_of_located<Located<bool>>,
      .write = [](const void* value,
                  Writing how) { return written(**static_cast<const Located<bool>*>(value), how); },
      .rewrite = [](std::string_view text, Writing how) -> std::optional<std::string> {
        const auto word = number_of_word(text, bool_words);
        return word ? std::optional(written(*word % 2 == 1, how)) : std::nullopt;
      }};
  static Located<bool> decode(const Node& node, Decoder& decoder) {
    const auto index = decode_choice(node, bool_words, decoder);
    return index ? Located<bool>{*index % 2 == 1, node.at} : Located<bool>::unreadable(node.at);
  }
};

/// A choice: an enum (of one byte) whose values, in order, are named by `words_of(E{})`.
template <class E>
requires std::is_enum_v<E>
struct Codec<Located<E>> {
  static_assert(sizeof(E) == 1);
  static constexpr ValueType type{
      .kind = ValueType::Kind::choice,
      .words = words_of(E{}),
      .standing = standing_of_located<Located<E>>,
      .write =
          [](const void* value, Writing how) {
            return written(words_of(E{})[std::size_t(**static_cast<const Located<E>*>(value))],
                           how);
          },
      .rewrite = [](std::string_view text, Writing how) -> std::optional<std::string> {
        const auto word = number_of_word(text, words_of(E{}));
        return word ? std::optional(written(words_of(E{})[*word], how)) : std::nullopt;
      }};
  static Located<E> decode(const Node& node, Decoder& decoder) {
    const auto index = decode_choice(node, type.words, decoder);
    return index ? Located<E>{E(*index), node.at} : Located<E>::unreadable(node.at);
  }
};

/// A part: a struct with a RecordType, from a mapping or from its short form.
template <class R>
requires std::is_base_of_v<Part, R>
struct Codec<R> {
  static constexpr ValueType type{.kind = ValueType::Kind::record, .record = &R::type};
  static R decode(const Node& node, Decoder& decoder) {
    R record;
    decode_part(node, R::type, &record, decoder);
    return record;
  }
};

template <class R>
struct Codec<Nested<R>> {
  static constexpr const ValueType& type = Codec<R>::type;
  static Nested<R> decode(const Node& node, Decoder& decoder) {
    R* part = decoder.keep().template make<R>();
    if (!decode_part(node, R::type, part, decoder)) return Nested<R>::unreadable(node.at);
    return {part, node.at};
  }
};

template <class T>
struct Codec<Rare<T>> {
  static constexpr const ValueType& type = Codec<T>::type;
  static Rare<T> decode(const Node& node, Decoder& decoder) {
    T* value = decoder.keep().template make<T>();
    *value = Codec<T>::decode(node, decoder);
    return Rare<T>(value);
  }
};

/// Whether a value could be read, for leaving unreadable items out of lists.
template <class T>
bool is_readable(const T& value) {
  if constexpr (std::is_base_of_v<Part, T>)
    return value.at != Place::none;
  else
    return bool(value);
}

/// A single scalar stands for a list of one where items can be scalars.
inline bool stands_for_list(const Node& node, const ValueType& element) {
  using Kind = ValueType::Kind;
  if (node.kind != Node::Kind::scalar) return false;
  return element.kind == Kind::record ? element.record->short_form != nullptr : true;
}

inline constexpr Bilingual a_list{"a list", "列表"};

template <class T>
struct Codec<List<T>> {
  static constexpr ValueType type{
      .kind = ValueType::Kind::list,
      .element = &Codec<T>::type,
      .count = [](const void* list) { return static_cast<const List<T>*>(list)->size(); },
      .item = [](const void* list, std::size_t i) -> const void* {
        return &(*static_cast<const List<T>*>(list))[i];
      },
      .standing = standing_of_located<List<T>>};
  static List<T> decode(const Node& node, Decoder& decoder) {
    const bool single = stands_for_list(node, Codec<T>::type);
    if (!single && !accept(node, Node::Kind::list, a_list, decoder)) {
      if constexpr (Codec<T>::type.kind == ValueType::Kind::record)
        offer_mapping(node, *Codec<T>::type.record, true, decoder);
      return List<T>::unreadable(node.at);
    }
    std::size_t size = 0;
    for (const Node& item : node) size += is_given(item) ? 1 : 0;
    T* items = decoder.keep().template make<T>(single ? 1 : size);
    std::size_t read = 0;
    const auto take = [&](const Node& item) {
      items[read] = Codec<T>::decode(item, decoder);
      if (is_readable(items[read])) ++read;
    };
    if (single) take(node);
    for (const Node& item : node)
      if (is_given(item)) take(item);
    return {items, read, node.at};
  }
};

template <class T>
struct Codec<OneOrMore<T>> {
  static constexpr ValueType type = [] {
    ValueType list = Codec<List<T>>::type;
    list.one_will_do = true;
    return list;
  }();
  static OneOrMore<T> decode(const Node& node, Decoder& decoder) {
    if (node.kind != Node::Kind::map) return Codec<List<T>>::decode(node, decoder);
    T* one = decoder.keep().template make<T>();
    *one = Codec<T>::decode(node, decoder);
    return List<T>{one, 1, node.at};
  }
};

}  // namespace lianxi
