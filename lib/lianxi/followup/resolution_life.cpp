#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/record_forms.hpp>
#include <lianxi/followup/resolution_life.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/reminders.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

template <class Choice>
Bilingual name_of_choice(const Located<Choice>& choice) {
  if (!choice) return {};
  const Word& word = words_of(Choice())[std::size_t(*choice)];
  return {word.en, word.zh};
}

/// Gathers the events, kind by kind.
class LifeOfResolution {
 public:
  LifeOfResolution(const Book& book, const Meeting& meeting, const Resolution& resolution,
                   Date as_of)
      : book_(book), meeting_(meeting), r_(resolution), as_of_(as_of) {}

  std::vector<LifeEvent> collect() {
    add(meeting_.date, {{}, LifeKind::resolved, r_.at, r_.lead.value_or(""), {}, day_of(r_.due)});
    add_changes();
    add_reports();
    add_reminders();
    add_replacements();
    std::ranges::stable_sort(events_, [](const LifeEvent& a, const LifeEvent& b) {
      return std::tie(a.day, a.kind) < std::tie(b.day, b.kind);
    });
    return std::move(events_);
  }

 private:
  static std::optional<Date> day_of(const Located<Date>& date) {
    return date ? std::optional(*date) : std::nullopt;
  }

  void add(const Located<Date>& day, LifeEvent event) {
    if (!day || *day > as_of_) return;
    event.day = *day;
    events_.push_back(std::move(event));
  }

  void add_changes() {
    for (const Transfer& one : r_.transfers)
      add(one.date, {{},
                     LifeKind::handed_over,
                     one.at,
                     one.lead.value_or(""),
                     {},
                     {},
                     one.reason.value_or("")});
    for (const Revision& one : r_.revisions)
      add(one.date,
          {{}, LifeKind::moved, one.at, {}, {}, day_of(one.due), one.reason.value_or("")});
    for (const Stage& one : r_.stages)
      add(one.done, {{}, LifeKind::stage_done, one.at, {}, {}, {}, one.text.value_or("")});
    for (const Closure& one : r_.closures)
      add(one.date, {{},
                     LifeKind::decided,
                     one.at,
                     one.by.value_or(""),
                     name_of_choice(one.verdict),
                     {},
                     one.note().value_or("")});
  }

  void add_reports() {
    for (const Followup& report : book_.followups)
      for (const FollowupItem& item : report.items)
        if (item.resolution &&
            book_.resolution(*item.resolution, report.meeting.value_or("")).part == &r_)
          add(report.date, reported(report, item));
  }

  static LifeEvent reported(const Followup& report, const FollowupItem& item) {
    LifeEvent event{{}, LifeKind::reported, item.at, report.unit.value_or("")};
    event.state = name_of_choice(item.status);
    event.text = item.result ? *item.result : item.reason.value_or("");
    event.problem = item.problem.value_or("");
    event.record = name_of(report);
    return event;
  }

  void add_reminders() {
    const std::string name = name_of(meeting_, r_);
    for (const Reminder& reminder : book_.reminders)
      if (std::ranges::any_of(reminder.about, [&](const Text& about) {
            return names_record(canonical_record(*about), name);
          }))
        add(reminder.date, reminded(reminder));
  }

  static LifeEvent reminded(const Reminder& reminder) {
    LifeEvent event{{}, LifeKind::reminded, reminder.at, reminder.unit.value_or("")};
    event.state = name_of_choice(Located<ReminderLevel>(
        reminder.level.value_or(ReminderLevel::notice), reminder.level.at()));
    event.due = day_of(reminder.reply_by);
    event.text = reminder.number.value_or("");
    event.record = name_of(reminder);
    return event;
  }

  void add_replacements() {
    for (const Meeting& meeting : book_.meetings) {
      if (!is_held(meeting, as_of_)) continue;
      for (const Resolution& later : meeting.resolutions)
        if (later.replaces && later.id && book_.resolution(*later.replaces).part == &r_)
          add(meeting.date, {{},
                             LifeKind::replaced,
                             later.replaces.at(),
                             {},
                             {},
                             {},
                             later.text.value_or(""),
                             {},
                             name_of(meeting, later)});
    }
  }

  const Book& book_;
  const Meeting& meeting_;
  const Resolution& r_;
  Date as_of_;
  std::vector<LifeEvent> events_;
};

}  // namespace

std::vector<LifeEvent> life_of(const Book& book, const Meeting& meeting,
                               const Resolution& resolution, Date as_of) {
  return LifeOfResolution(book, meeting, resolution, as_of).collect();
}

}  // namespace lianxi
