// The types of values that records are made of. How each is
// written stands in man/lianxi-records.5; codec.hpp reads them.
#pragma once
#include <string_view>

#include <lianxi/base/date.hpp>
#include <lianxi/base/located.hpp>
#include <lianxi/base/quantity.hpp>

namespace lianxi {

using Text = Located<std::string_view>;

/// Names a record; mapped (full-width letters, NFC) and checked.
struct Id : Text {
  using Text::Text;
  // NOLINTNEXTLINE(google-explicit-constructor): meant, as it says
  constexpr explicit(false) Id(Text text) : Text(text) {}
};

/// What a reference may name.
enum class Target : std::uint8_t {
  unit,
  committee,
  unit_or_committee,
  meeting,
  resolution,             ///< `MEETING/RESOLUTION`
  resolution_of_meeting,  ///< `r1`, or in full, of the report's own meeting
  topic,                  ///< `MEETING/TOPIC`
  topic_of_meeting,       ///< of the same meeting
  meeting_or_resolution,
  task,  ///< `YEAR/TASK`
  fund,
  series,
  project,
};

/// The id of another record, mapped like an id; the book resolves it.
template <Target target>
struct Ref : Text {
  using Text::Text;
  // NOLINTNEXTLINE(google-explicit-constructor): meant, as it says
  constexpr explicit(false) Ref(Text text) : Text(text) {}
};

/// A unit's id, or the name of somebody outside the alliance.
struct UnitOrName : Text {
  using Text::Text;
  // NOLINTNEXTLINE(google-explicit-constructor): meant, as it says
  constexpr explicit(false) UnitOrName(Text text) : Text(text) {}
};

/// How many days something may take or has to come before, 0 to 3,660: ten years.
struct DayCount : Located<std::int32_t> {
  using Located::Located;
  // NOLINTNEXTLINE(google-explicit-constructor): meant, as it says
  constexpr explicit(false) DayCount(Located<std::int32_t> number) : Located(number) {}
};

/// A year, of those that dates may have.
struct Year : Located<std::int32_t> {
  using Located::Located;
  // NOLINTNEXTLINE(google-explicit-constructor): meant, as it says
  constexpr explicit(false) Year(Located<std::int32_t> number) : Located(number) {}
};

/// A file, relative to the one that names it.
struct Path : Text {
  using Text::Text;
  // NOLINTNEXTLINE(google-explicit-constructor): meant, as it says
  constexpr explicit(false) Path(Text text) : Text(text) {}
};

/// A field that people added (`x-…`, `另-…`) and that no table lists.
struct OwnField {
  Text name;
  std::string_view value;  ///< A scalar as it is, all else in one line: `{"k": ["v"]}`.
};

/// The own fields of a record or part.
struct OwnFields {
  List<Text> texts;  ///< All that they hold, whatever its form.
  List<OwnField> fields;
};

/// What any record may have and few do.
struct PartExtras {
  Text note;
  const OwnFields* own = nullptr;
};

/// What every record, and every mapping inside one, has.
struct Part {
  Place at = Place::none;        ///< Of its first key.
  PartExtras* extras = nullptr;  ///< Null where it has none.

  const Text& note() const { return extras ? extras->note : no_note; }
  /// Null where it has none.
  const OwnFields* own() const { return extras ? extras->own : nullptr; }

 private:
  static constexpr Text no_note{};
};

}  // namespace lianxi
