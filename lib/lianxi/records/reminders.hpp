// What units were reminded of.
#pragma once
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

enum class ReminderLevel : std::uint8_t { notice, urge, criticism };
inline constexpr Word reminder_level_words[] = {
    {"notice", "提醒"}, {"urge", "催办"}, {"criticism", "通报"}};
constexpr std::span<const Word> words_of(ReminderLevel) { return reminder_level_words; }

/// A reminder that went to a unit, about one record or several.
struct Reminder : Part {
  Id id;
  Located<Date> date;
  Ref<Target::unit> unit;
  List<Text> about;  ///< Names of records, as findings have them; `*` stands for any one name.
  Located<ReminderLevel> level;
  Text number;
  Located<Date> reply_by;

  static const RecordType type;
};

}  // namespace lianxi
