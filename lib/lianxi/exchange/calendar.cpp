#include <cstdint>
#include <fmt/format.h>
#include <memory>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/exchange/calendar.hpp>
#include <lianxi/exchange/due_words.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/version.hpp>

#ifdef LIANXI_ICAL
#include <lianxi/exchange/libical.hpp>
#endif

namespace lianxi LIANXI_EXPORT {

#ifdef LIANXI_ICAL
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

/// FNV-1a: tells the alliances in one calendar apart, and is the same on any machine.
std::uint64_t hash_of_text(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  return hash;
}

/// Without personal numbers and, but for line breaks, without control characters.
std::string calendar_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (at > 0) out += '\n';
    out += visible(text.substr(at, end - at));
    at = end + 1;
  }
  return masked(out);
}

icaltimetype time_of(Date day, const Located<Time>& time) {
  const auto [year, month, number] = day.calendar();
  icaltimetype at = icaltime_null_time();
  at.year = year;
  at.month = month;
  at.day = number;
  at.is_date = time ? 0 : 1;
  if (time) at.hour = time->minutes / 60, at.minute = time->minutes % 60;
  return at;
}

/// Puts one calendar together.
class CalendarWriter {
 public:
  CalendarWriter(const Book& book, Date as_of, Language language)
      : as_of_(as_of),
        language_(language),
        owner_(fmt::format("{:016x}", hash_of_text(book.name()))),
        calendar_(icalcomponent_new(ICAL_VCALENDAR_COMPONENT)) {
    const std::string product = fmt::format("-//lianxi//lianxi {}//EN", version);
    add(*calendar_, icalproperty_new_prodid(product.c_str()));
    add(*calendar_, icalproperty_new_version("2.0"));
    add(*calendar_, icalproperty_new_calscale("GREGORIAN"));
    icalproperty* name = icalproperty_new_x(calendar_text(book.name()).c_str());
    icalproperty_set_x_name(name, "X-WR-CALNAME");
    add(*calendar_, name);
  }

  void add_event(const Meeting& meeting) {
    Component event =
        component(ICAL_VEVENT_COMPONENT, name_of(meeting), name_of_meeting(meeting, language_));
    add(*event, icalproperty_new_dtstart(time_of(*meeting.date, meeting.time)));
    if (meeting.place)
      add(*event, icalproperty_new_location(calendar_text(*meeting.place).c_str()));
    if (const std::string topics = topics_of(meeting); !topics.empty())
      add(*event, icalproperty_new_description(calendar_text(topics).c_str()));
    icalcomponent_add_component(calendar_.get(), event.release());
  }

  void add_to_do(const DueItems& due, const DueItem& item) {
    std::string id = fmt::format("{}.{}", item.record, word_of(item.kind));
    if (item.number > 0) id += fmt::format(".{}", item.number);
    Component to_do = component(ICAL_VTODO_COMPONENT, id, DueWords(due, language_).line(item));
    add(*to_do, icalproperty_new_due(time_of(item.day, {})));
    add(*to_do, icalproperty_new_status(ICAL_STATUS_NEEDSACTION));
    const std::string kind(name_of(item.kind).in(language_));
    add(*to_do, icalproperty_new_categories(kind.c_str()));
    icalcomponent_add_component(calendar_.get(), to_do.release());
  }

  std::string write() const {
    char* text = icalcomponent_as_ical_string_r(calendar_.get());
    std::string out = text;
    icalmemory_free_buffer(text);
    return out;
  }

 private:
  static void add(icalcomponent& component, icalproperty* property) {
    icalcomponent_add_property(&component, property);
  }

  /// An event or to-do with what each of them must have.
  Component component(icalcomponent_kind kind, const std::string& id,
                      const std::string& summary) const {
    Component made(icalcomponent_new(kind));
    add(*made, icalproperty_new_uid(fmt::format("{}@{}.lianxi", masked(id), owner_).c_str()));
    icaltimetype stamp = time_of(as_of_, Located<Time>(Time{0}, Place::none));
    stamp.zone = icaltimezone_get_utc_timezone();
    add(*made, icalproperty_new_dtstamp(stamp));
    add(*made, icalproperty_new_summary(calendar_text(summary).c_str()));
    return made;
  }

  /// What the meeting is to speak of, a line each.
  std::string topics_of(const Meeting& meeting) const {
    std::string out;
    for (const Topic& topic : meeting.topics)
      if (topic.title) out += fmt::format("{}- {}", out.empty() ? "" : "\n", *topic.title);
    if (out.empty()) return out;
    return say({"Topics:\n{}", "议题：\n{}"}, out).in(language_);
  }

  Date as_of_;
  Language language_;
  std::string owner_;
  Component calendar_;
};

void add_to_dos(CalendarWriter& writer, const DueItems& due) {
  for (const DueItem& item : due.items)
    if (item.kind != DueKind::meeting) writer.add_to_do(due, item);
}

}  // namespace

std::string due_calendar(const DueItems& due, Language language) {
  CalendarWriter writer(due.book, due.as_of, language);
  for (const DueItem& item : due.items)
    if (item.kind == DueKind::meeting) writer.add_event(*item.meeting);
  add_to_dos(writer, due);
  return writer.write();
}

std::string book_calendar(const Book& book, Date as_of, const Period& period, Language language) {
  CalendarWriter writer(book, as_of, language);
  for (const Meeting& meeting : book.meetings)
    if (is_known(meeting, as_of) && period.contains(*meeting.date)) writer.add_event(meeting);
  add_to_dos(writer, due_items(compliance_of(book, as_of), period));
  return writer.write();
}

#else

static Error no_calendars() {
  return Error(
      say({"there is no .ics in this build: it was made without libical "
           "(Debian, Ubuntu: apt install libical-dev, then build it again)",
           "本程序编译时没有 libical，不能生成 .ics 日历（Debian、Ubuntu："
           "apt install libical-dev 后重新编译）"}));
}

std::string due_calendar(const DueItems&, Language) { throw no_calendars(); }

std::string book_calendar(const Book&, Date, const Period&, Language) { throw no_calendars(); }

#endif

}  // namespace lianxi
