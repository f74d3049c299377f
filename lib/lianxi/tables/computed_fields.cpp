#include <lianxi/figures/figures.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/plan_tasks.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/tables/cells.hpp>
#include <lianxi/tables/computed_fields.hpp>
#include <lianxi/tables/facts.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr auto resolution_words = cells::words_from(resolution_status_words);
constexpr Word light_words[] = {{"blue", "蓝"}, {"yellow", "黄"}, {"red", "红"}};
constexpr Word task_words[] = {{"not_begun", "未开始"},
                               {"in_progress", "推进中"},
                               {"done", "已完成"},
                               {"dropped", "已终止"},
                               {"overdue", "逾期"}};
static_assert(std::size(task_words) == std::size_t(TaskState::overdue) + 1);

/// Of a resolution whose meeting was held; else the cell is empty.
template <TableCell (*cell)(const ResolutionCompliance&)>
TableCell of_resolution(BookFacts& facts, const TableRow& row) {
  const auto* found = facts.of(static_cast<const Resolution&>(row.part()));
  return found ? cell(*found) : TableCell{};
}

/// Likewise of a meeting.
template <TableCell (*cell)(const MeetingCompliance&)>
TableCell of_meeting(BookFacts& facts, const TableRow& row) {
  const auto* found = facts.of(static_cast<const Meeting&>(row.part()));
  return found ? cell(*found) : TableCell{};
}

TableCell status(const ResolutionCompliance& r) { return cells::of(word_of(r.status)); }
TableCell light(const ResolutionCompliance& r) { return cells::of(word_of(r.light)); }
TableCell effective_due(const ResolutionCompliance& r) { return cells::of(r.due); }
TableCell days_overdue(const ResolutionCompliance& r) {
  return r.days_overdue ? cells::of(std::int64_t(*r.days_overdue)) : TableCell{};
}
TableCell reminded(const ResolutionCompliance& r) { return cells::of(std::int64_t(r.reminded)); }

TableCell present_lead(BookFacts& facts, const TableRow& row) {
  return cells::of(lead_on(static_cast<const Resolution&>(row.part()), facts.as_of()));
}

TableCell next(const MeetingCompliance& m) {
  return m.next ? cells::of(m.next->id.value_or("")) : TableCell{};
}
TableCell deadline(const MeetingCompliance& m) { return cells::of(m.deadline); }
TableCell present_units(const MeetingCompliance& m) {
  return m.has_sign_in ? cells::of(std::int64_t(m.present)) : TableCell{};
}

TableCell member(BookFacts& facts, const TableRow& row) {
  return cells::of(facts.book().is_member(static_cast<const Unit&>(row.part()), facts.as_of()));
}

TableCell balance(BookFacts& facts, const TableRow& row) {
  const auto* figures = facts.fund(static_cast<const Fund&>(row.part()).id.value_or(""));
  return figures ? cells::of(figures->closing) : TableCell{};
}

TableCell task_status(BookFacts& facts, const TableRow& row) {
  const auto state = state_of(static_cast<const Plan&>(*row.parts[0]),
                              static_cast<const Task&>(row.part()), facts.as_of());
  return state ? cells::of(task_words[std::size_t(*state)].en) : TableCell{};
}

TableCell achieved(BookFacts& facts, const TableRow& row) {
  const auto sum = facts.achieved().of(static_cast<const Plan&>(*row.parts[0]),
                                       static_cast<const Task&>(row.part()));
  return sum ? cells::of(*sum) : TableCell{};
}

constexpr ComputedField all[] = {
    {"units",
     "member",
     "是成员",
     {"Whether it is a member on the day.", "当日是否为成员单位。"},
     &cells::yes_or_no,
     member},
    {"meetings",
     "next",
     "下次会议",
     {"The next regular meeting after it.", "其后的下一次例会。"},
     &cells::a_ref<Target::meeting>,
     of_meeting<next>},
    {"meetings",
     "deadline",
     "报告截止日",
     {"The last day for reports on it.", "落实报告的最后期限。"},
     &cells::a_day,
     of_meeting<deadline>},
    {"meetings",
     "present_units",
     "出席成员数",
     {"How many members signed in.", "签到的成员单位数。"},
     &cells::a_number,
     of_meeting<present_units>},
    {"resolutions",
     "status",
     "落实状态",
     {"What became of it by the day.", "截至当日的落实状态。"},
     &cells::one_of<resolution_words>,
     of_resolution<status>},
    {"resolutions",
     "light",
     "亮灯",
     {"Under which colour it is watched.", "督办亮灯的颜色。"},
     &cells::one_of<light_words>,
     of_resolution<light>},
    {"resolutions",
     "effective_due",
     "现行时限",
     {"The due date in force: of the last revision.", "调整后现行有效的完成时限。"},
     &cells::a_day,
     of_resolution<effective_due>},
    {"resolutions",
     "present_lead",
     "现牵头单位",
     {"Who leads it on the day, after transfers.", "责任变更后当日的牵头单位。"},
     &cells::a_ref<Target::unit>,
     present_lead},
    {"resolutions",
     "days_overdue",
     "逾期天数",
     {"How many days it is overdue.", "已逾期的天数。"},
     &cells::a_number,
     of_resolution<days_overdue>},
    {"resolutions",
     "reminded",
     "催办次数",
     {"How many reminders name it.", "被催办的次数。"},
     &cells::a_number,
     of_resolution<reminded>},
    {"tasks",
     "status",
     "完成状态",
     {"How far it has come by the day.", "截至当日的完成状态。"},
     &cells::one_of<task_words>,
     task_status},
    {"tasks",
     "achieved",
     "已达到",
     {"What its events add up to, where it has a target.", "有量化目标的，其活动累计达到的数值。"},
     &cells::a_count,
     achieved},
    {"funds",
     "balance",
     "余额",
     {"The money in it at the end of the day.", "当日终了时的余额。"},
     &cells::an_amount,
     balance},
};

}  // namespace

std::span<const ComputedField> computed_fields() { return all; }

}  // namespace lianxi
