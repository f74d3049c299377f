// What a meeting approved besides its own resolutions: it stands with the records it changed, each
// of which names the meeting.
#include <lianxi/base/words.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/reports/sections/agreed.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/words/sentences.hpp>

namespace lianxi {
namespace {

/// Puts together what a meeting approved, item by item, in the order of the book.
class Approvals {
 public:
  Approvals(const ReportCase& c, const Meeting& meeting) : c_(c), meeting_(meeting) {}

  doc::Items items() {
    for (const Meeting& meeting : c_.book.meetings)
      for (const Resolution& resolution : meeting.resolutions) add(resolution);
    for (const Plan& plan : c_.book.plans) add(plan);
    for (const Waiver& waiver : c_.book.waivers) add(waiver);
    return std::move(items_);
  }

 private:
  bool is_ours(const Ref<Target::meeting>& approved) const {
    return approved && *approved == *meeting_.id;
  }
  /// What was put down later was not known when the paper was written.
  bool is_known(const Located<Date>& day) const { return !day || *day <= c_.as_of; }

  void take(const Message& text, const Text& reason) {
    std::string line = c_.wording(text);
    if (reason) line += c_.wording(say({" Reason: {}", "原因：{}"}, c_.wording.ended(*reason)));
    items_.items.push_back(line);
  }

  /// The due date before a revision: that of the last one before it, else the first.
  std::optional<Date> due_before(const Resolution& resolution, const Revision& revision) const {
    std::optional<Date> due;
    if (resolution.due) due = *resolution.due;
    const Revision* last = nullptr;
    for (const Revision& other : resolution.revisions) {
      if (&other == &revision) break;
      if (!other.due || !other.date || (last && *other.date < *last->date)) continue;
      last = &other;
      due = *other.due;
    }
    return due;
  }

  void add(const Resolution& resolution) {
    const Wording& wording = c_.wording;
    const std::string matter = wording.quoted(resolution.text.value_or(dash));
    for (const Revision& revision : resolution.revisions)
      if (is_ours(revision.approved) && is_known(revision.date) && revision.due)
        take(
            say({"Due date of {} moved from {} to {}.", "同意将{}的完成时限由{}调整为{}。"}, matter,
                wording.date(due_before(resolution, revision)), wording.date(revision.due)),
            revision.reason);
    for (const Transfer& transfer : resolution.transfers)
      if (is_ours(transfer.approved) && is_known(transfer.date) && transfer.lead)
        take(say({"Lead of {} handed from {} to {}.", "同意将{}的牵头单位由{}变更为{}。"}, matter,
                 wording.named(lead_on(resolution, *transfer.date - 1)),
                 wording.named(*transfer.lead)),
             transfer.reason);
  }

  void add(const Plan& plan) {
    if (!plan.year) return;
    if (is_ours(plan.meeting) && is_known(plan.adopted)) {
      const std::string theme =
          plan.theme ? c_.wording(say({" Theme: {}", "主题：{}"}, c_.wording.ended(*plan.theme)))
                     : std::string();
      take(say({"The plan for {} was asked for and drawn up.{}", "议定{}年度计划。{}"}, *plan.year,
               theme),
           {});
    }
    for (const Task& task : plan.tasks)
      if (task.dropped && is_ours(task.dropped->approved) && is_known(task.dropped->date))
        take(say({"The task {} of the plan for {} was dropped.", "同意终止{1}年度计划任务{0}。"},
                 c_.wording.quoted(task.title.value_or(dash)), *plan.year),
             task.dropped->reason);
  }

  void add(const Waiver& waiver) {
    if (!waiver.approved || !waiver.rule || !waiver.record) return;
    const std::string_view approved = *waiver.approved;
    const std::string_view id = *meeting_.id;
    const bool ours = approved == id || (approved.size() > id.size() && approved.starts_with(id) &&
                                         approved[id.size()] == '/');
    if (!ours) return;
    std::string until;
    if (waiver.until)
      until = c_.wording(say({" Until {}.", "期限至{}。"}, c_.wording.date(*waiver.until)));
    take(say({"Excused: {}{}", "同意豁免：{}{}"}, c_.wording.ended(what_is_waived(c_, waiver)),
             until),
         waiver.reason);
  }

  const ReportCase& c_;
  const Meeting& meeting_;
  doc::Items items_{.items = {}, .numbered = true};
};

}  // namespace

std::optional<doc::Section> sections::approved(const ReportCase& c, const Meeting& meeting) {
  doc::Items items = Approvals(c, meeting).items();
  if (items.items.empty()) return std::nullopt;
  return doc::Section{c.wording(Bilingual{"What was approved", "会议同意事项"}),
                      {std::move(items)}};
}

}  // namespace lianxi
