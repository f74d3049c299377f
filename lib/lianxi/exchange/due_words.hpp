// What is due in words for people, without ids, paths or names of rules.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/base/language.hpp>
#include <lianxi/rules/due_items.hpp>

namespace lianxi {

/// Friday, 星期五.
std::string_view weekday_name(Date, Language);
/// A unit's short name on a day, else a committee's name; the id where there is neither.
std::string short_name_of(const Book&, std::string_view id, Date);
/// The meeting's title, else its kind and day.
std::string name_of_meeting(const Meeting&, Language);
/// When and where a meeting takes place: `14:00, Room 2`; may be empty.
std::string time_and_place(const Meeting&, Language);

/// Words for the items of one list.
class DueWords {
 public:
  DueWords(const DueItems& due, Language language) : due_(due), language_(language) {}

  /// What is to be done: a title, with what it belongs to.
  std::string matter(const DueItem&) const;
  /// The short names of those who have to do it; of a meeting when and where; may be empty.
  std::string who(const DueItem&) const;
  /// `in 8 days`, `92 days late`, `today`.
  std::string when(const DueItem&) const;
  /// All in one: `resolution: Put up signs (office)`.
  std::string line(const DueItem&) const;

 private:
  std::string in(const Message& both) const { return both.in(language_); }

  const DueItems& due_;
  Language language_;
};

}  // namespace lianxi
