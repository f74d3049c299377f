#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <vector>

#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/record_forms.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/reminders.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::reminder_unanswered_rule {

/// Whether a finding is about what the reminder names, or a part of it, and its unit can act.
static bool concerns(const Reminder& reminder, const std::vector<std::string>& forms,
                     const Finding& finding) {
  const bool counts = finding.waived.empty() && finding.arisen.nature == Nature::open &&
                      finding.severity >= Severity::warning;
  if (!counts) return false;
  if (!finding.arisen.unit.empty() && finding.arisen.unit != reminder.unit.value_or(""))
    return false;
  return std::ranges::any_of(
      forms, [&](const std::string& form) { return names_record_or_whole(form, finding.record); });
}

/// The first day on which one of the findings arose; nothing where there is none.
static std::optional<Date> first_day(const Reminder& reminder, const Findings& findings) {
  std::vector<std::string> forms;
  for (const Text& about : reminder.about) forms.push_back(canonical_record(*about));
  std::optional<Date> first;
  for (const Finding& finding : findings)
    if (concerns(reminder, forms, finding) && (!first || finding.arisen.since < *first))
      first = finding.arisen.since;
  return first;
}

static void check_findings(const Compliance& c, const Findings& findings, FindingSink& out) {
  for (const Reminder& reminder : c.book.reminders) {
    if (!reminder.id || !reminder.date || *reminder.date > c.as_of) continue;
    if (!reminder.reply_by || *reminder.reply_by >= c.as_of) continue;
    const auto first = first_day(reminder, findings);
    if (!first) continue;
    out.add(reminder.reply_by.at(), name_of(reminder),
            {std::max(*reminder.reply_by + 1, *first), Nature::open, reminder.unit.value_or("")},
            say({"{} was reminded on {} and was to answer by {}, {} ago; the matter is still open",
                 "{} 于 {} 被催办，应于 {} 前答复，已逾期 {}，所催事项仍未解决"},
                reminder.unit.value_or("?"), iso(*reminder.date), iso(*reminder.reply_by),
                days(c.as_of - *reminder.reply_by)),
            say({"remind it once more, or bring the matter before the next meeting",
                 "请再次催办，或提交下次会议"}));
  }
}

}  // namespace lianxi::reminder_unanswered_rule

namespace lianxi::rules {
extern constinit const FollowupRule reminder_unanswered{
    {"reminder-unanswered",
     Severity::warning,
     {"A reminder was not answered by its day, and its matter is still open.",
      "催办已过答复期限，所催事项仍未解决。"},
     {"A reminder that nobody heeds is the beginning of none being heeded. What is still open by "
      "the day to answer is named.",
      "催而不动，催办就失去分量。到了答复期限仍未解决的，应当点名。"},
     {R"(reminders:
  - {id: c1, date: 2017-09-01, unit: office, about: meetings/2017-q2/resolutions/r1, reply_by: 2017-09-15}
)",
      R"(催办:
  - {编号: c1, 日期: 2017-09-01, 单位: 综合办, 事项: 会议/2017-q2/决议/r1, 答复期限: 2017-09-15}
)"},
     {R"(followups:
  - {meeting: 2017-q2, unit: office, date: 2017-09-10, items: [{resolution: r1, status: done}]}
)",
      R"(落实报告:
  - {会议: 2017-q2, 单位: 综合办, 日期: 2017-09-10, 事项: [{决议: r1, 状态: 已完成}]}
)"}},
    nullptr,
    reminder_unanswered_rule::check_findings};
}  // namespace lianxi::rules
