#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/percent.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/exchange/due_words.hpp>
#include <lianxi/exchange/record_facts.hpp>
#include <lianxi/figures/figures.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/plan_tasks.hpp>
#include <lianxi/followup/status_words.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>

namespace lianxi {
namespace {

using Facts = std::vector<RecordFact>;

Message plain_fact(std::string text) { return {text, text}; }

Message rate_fact(const std::optional<std::int64_t>& tenths) {
  return plain_fact(tenths ? percent(*tenths) : "-");
}

/// What is asked of the records of one compliance.
class FactFinder {
 public:
  explicit FactFinder(const RecordView& view)
      : view_(view), c_(compliance_of(view.book, view.as_of)) {}

  Facts find() const {
    const std::string_view collection = view_.record.path.collection->type->en;
    const auto& steps = view_.record.path.steps;
    if (steps.empty() && collection == "units") return of_unit();
    if (steps.empty() && collection == "meetings") return of_meeting();
    if (steps.empty() && collection == "funds") return of_fund();
    if (view_.record.path.type == &Resolution::type) return of_resolution();
    if (view_.record.path.type == &Task::type) return of_task();
    return {};
  }

 private:
  template <class T>
  const T& record_as() const {
    return static_cast<const T&>(*view_.record.path.part);
  }

  Facts of_unit() const {
    const std::string_view name = view_.record.name;
    const Unit* unit = view_.book.unit(name.substr(name.find('/') + 1));
    if (!unit) return {};
    const bool is_member = view_.book.is_member(*unit, view_.as_of);
    Facts facts{{{"Member", "成员"},
                 say({"{}", "{}"}, is_member ? Bilingual{"yes", "是"} : Bilingual{"no", "否"})}};
    const auto row = std::ranges::find(c_.units, unit, &UnitCompliance::unit);
    if (row == c_.units.end()) return facts;
    const Tally& t = row->tally;
    facts.push_back(
        {{"Reports", "落实报告"},
         say({"{} owed: {} on time, {} late, {} missing, {} pending; on-time rate {}",
              "应报 {}：按时 {}，迟报 {}，未报 {}，待报 {}；按时率 {}"},
             t.owed(), t.on_time, t.late, t.missing, t.pending, rate_fact(t.on_time_rate()))});
    facts.push_back({{"Resolutions", "牵头决议"},
                     say({"{} led: {} done, {} overdue, {} open, {} dropped",
                          "共 {} 项：完成 {}，逾期 {}，在办 {}，终止 {}"},
                         t.led, t.done, t.overdue, t.open(), t.dropped)});
    facts.push_back({{"Meetings", "到会"},
                     say({"{}: {} present, {} on leave, {} absent, {} without a sign-in",
                          "应到 {} 次：出席 {}，请假 {}，缺席 {}，无签到记录 {}"},
                         t.meetings, t.present, t.leave, t.absent, t.unrecorded)});
    return facts;
  }

  Facts of_meeting() const {
    const Meeting& meeting = record_as<Meeting>();
    const auto row = std::ranges::find(c_.meetings, &meeting, &MeetingCompliance::meeting);
    if (row == c_.meetings.end()) return of_meeting_not_held(meeting);
    int done = 0, all = 0;
    for (const ResolutionCompliance& r : c_.resolutions)
      if (r.meeting == &meeting) ++all, done += r.status == ResolutionStatus::done;
    return {
        {{"Members", "成员到会"},
         say({"{} of {} present, {} on leave, {} absent", "应到 {1}，出席 {0}，请假 {2}，缺席 {3}"},
             row->present, row->members.size(), row->leave, row->absent)},
        {{"Resolutions", "决议"}, say({"{}, {} done", "{} 项，完成 {}"}, all, done)},
        {{"Reports by", "报告期限"},
         say({"{}{}; on-time rate {}", "{}{}；按时率 {}"}, iso(row->deadline),
             row->provisional ? Bilingual{" (provisional)", "（暂定）"} : Bilingual{"", ""},
             rate_fact(row->on_time_rate))}};
  }

  Facts of_meeting_not_held(const Meeting& meeting) const {
    const Bilingual state = meeting.cancelled.given() && !counts(meeting, view_.as_of)
                                ? Bilingual{"cancelled", "已取消"}
                            : is_known(meeting, view_.as_of)
                                ? Bilingual{"scheduled", "已排定"}
                                : Bilingual{"not announced yet", "尚未通知"};
    return {{{"Status", "状态"}, say({"{}", "{}"}, state)}};
  }

  Facts of_fund() const {
    const Figures figures = figures_of(view_.book, view_.as_of, {});
    const Fund& fund = record_as<Fund>();
    const auto row = std::ranges::find(figures.funds, fund.id.value_or(""), &FundFigures::id);
    if (row == figures.funds.end()) return {};
    return {{{"Received", "收入"}, plain_fact(to_text(row->received))},
            {{"Granted", "支出"}, plain_fact(to_text(row->granted))},
            {{"Balance", "余额"}, plain_fact(to_text(row->closing))}};
  }

  Facts of_resolution() const {
    const Resolution& resolution = record_as<Resolution>();
    const auto row =
        std::ranges::find(c_.resolutions, &resolution, &ResolutionCompliance::resolution);
    if (row == c_.resolutions.end()) return {};
    Facts facts{{{"Status", "状态"}, say({"{}", "{}"}, name_of(row->status))}};
    if (!row->lead.empty())
      facts.push_back(
          {{"Lead", "牵头单位"}, plain_fact(short_name_of(view_.book, row->lead, view_.as_of))});
    if (row->due) facts.push_back({{"Due", "完成时限"}, plain_fact(iso(*row->due))});
    if (row->days_overdue)
      facts.push_back({{"Overdue", "逾期"}, say({"{} days", "{} 天"}, *row->days_overdue)});
    if (row->done_on) facts.push_back({{"Done", "完成日期"}, plain_fact(iso(*row->done_on))});
    return facts;
  }

  Facts of_task() const {
    const Part& plan = view_.record.path.collection->at(view_.book, view_.record.path.number);
    const auto state = state_of(static_cast<const Plan&>(plan), record_as<Task>(), view_.as_of);
    if (!state) return {};
    constexpr Bilingual names[] = {{"not begun", "未开始"},
                                   {"in progress", "推进中"},
                                   {"done", "已完成"},
                                   {"dropped", "已终止"},
                                   {"overdue", "逾期"}};
    return {{{"Status", "状态"}, say({"{}", "{}"}, names[std::size_t(*state)])}};
  }

  const RecordView& view_;
  Compliance c_;
};

}  // namespace

std::vector<RecordFact> facts_of(const RecordView& view) { return FactFinder(view).find(); }

}  // namespace lianxi
