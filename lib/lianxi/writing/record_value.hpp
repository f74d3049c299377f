// Records as plain values, so that two books can be compared field by field: what an edit is proved
// by, and what a difference of two books is made of.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <lianxi/book/book.hpp>
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>
#include <lianxi/writing/draft.hpp>

namespace lianxi LIANXI_EXPORT {

/// A value without its place and its way of being written: `2017年9月20日` is `2017-09-20`.
struct RecordValue {
  enum class Kind : std::uint8_t { scalar, unreadable, list, mapping };

  Kind kind = Kind::scalar;
  std::string text = {};                ///< Of a scalar, see plain_text.
  std::vector<std::string> names = {};  ///< Of a mapping's entries: English, in the table's order.
  std::vector<RecordValue> items = {};  ///< Of a list, or of a mapping in the order of `names`.

  friend bool operator==(const RecordValue&, const RecordValue&) = default;
  /// The entry of a mapping, or null.
  const RecordValue* entry(std::string_view name) const;
  RecordValue* entry(std::string_view name);
};

/// Texts that count as others, by their places: for saying what a book will be after a change.
using Replacements = std::unordered_map<Place, std::string>;

/// A record or part; of what it does not give there is no entry. O(values).
RecordValue value_of(const RecordType&, const void* record, const Replacements* = nullptr);
/// One value of a record.
RecordValue value_of(const ValueType&, const void* value, const Replacements* = nullptr);

/// What a draft will be once it is read; a text that its type cannot read is unreadable, a blank is
/// no entry.
RecordValue value_of(const Draft&);
RecordValue value_of(const ValueType&, const DraftValue&);

/// Of an item that may be written as one word what that word says of it: `{unit: a, person: p}` is
/// called by `{unit: a}`. Others are returned as they are.
RecordValue by_short_form(const ValueType& element, const RecordValue& item);

/// Puts a value into a mapping at its place in the table; takes it out where it is null.
void put_entry(RecordValue& mapping, const RecordType&, std::string_view name,
               const RecordValue* value);

/// A value in one line, for people and messages: lists and mappings in brackets.
std::string in_one_line(const RecordValue&);

/// One thing that differs between two records of the same name.
struct Difference {
  std::string record;  ///< `meetings/2017-q3/resolutions/r1`.
  std::string field;   ///< `due`, `minutes.issued`; "" where a whole record came or went.
  const RecordValue* before = nullptr;  ///< Null where there was none.
  const RecordValue* after = nullptr;   ///< Null where there is none any more.
};

/// A record of a book with its name, for comparing.
struct NamedValue {
  std::string name;
  const RecordType* type;
  std::string file;
  RecordValue value;
};

/// Every record of a book, in its order. O(values).
std::vector<NamedValue> named_values(const Book&);

/// What differs between the records of two books: records by their names, waivers by what they
/// waive, parts as `align` finds them (list_alignment.hpp); one without an id is named by its
/// number after, of one that went before. Where a record stands, and in which file, is no
/// difference. In the order of the books, what went before what came. O(values · log records).
std::vector<Difference> differences(const std::vector<NamedValue>& before,
                                    const std::vector<NamedValue>& after);

}  // namespace lianxi
