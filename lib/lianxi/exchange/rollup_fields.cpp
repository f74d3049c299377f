#include <lianxi/exchange/rollup_fields.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

FigureValue rolled(std::int64_t number) { return value_of(number); }
FigureValue rolled(const Rate& rate) { return value_of(rate); }
FigureValue rolled(const std::optional<Amount>& amount) { return value_of(amount); }
FigureValue rolled(const std::optional<Count>& count) {
  FigureValue value = value_of(count.value_or(Count()));
  value.is_null = !count;
  return value;
}

void add_to(std::int64_t& sum, std::int64_t more) { sum += more; }
void add_to(Rate& sum, const Rate& more) { sum += more; }
/// What nobody recorded adds nothing, and of nothing there is no sum.
template <class T>
void add_to(std::optional<T>& sum, const std::optional<T>& more) {
  if (more) sum = sum.value_or(T()) + *more;
}

template <auto Member>
constexpr RollupField rolled_up(std::string_view key, Bilingual label, bool is_shown = true) {
  return {key, label, [](const RollupFigures& figures) { return rolled(figures.*Member); },
          [](RollupFigures& sum, const RollupFigures& more) { add_to(sum.*Member, more.*Member); },
          is_shown};
}

/// The part of a rate, or its whole, which the rate itself adds up.
template <auto Member, auto Side>
constexpr RollupField side_of_rate(std::string_view key, Bilingual label) {
  return {key, label,
          [](const RollupFigures& figures) { return value_of((figures.*Member).*Side); },
          [](RollupFigures&, const RollupFigures&) {}, false};
}

using R = RollupFigures;
constexpr bool for_programs = false;

constexpr RollupField all_rollup_fields[] = {
    rolled_up<&R::members>("members", {"members", "成员单位"}),
    rolled_up<&R::meetings>("meetings", {"meetings", "会议"}),
    rolled_up<&R::intervals>("intervals", {"intervals", "应开期数"}, for_programs),
    rolled_up<&R::missed>("missed", {"missed", "缺开"}),
    side_of_rate<&R::attendance, &Rate::part>("present", {"present", "出席"}),
    side_of_rate<&R::attendance, &Rate::whole>("expected", {"expected", "应到"}),
    rolled_up<&R::attendance>("attendance_rate", {"attendance", "出席率"}),
    rolled_up<&R::resolutions>("resolutions", {"resolutions", "决议"}),
    rolled_up<&R::done>("done", {"done", "办结"}),
    rolled_up<&R::dropped>("dropped", {"dropped", "终止"}, for_programs),
    rolled_up<&R::overdue>("overdue", {"overdue", "逾期"}),
    rolled_up<&R::completion>("completion_rate", {"completion", "办结率"}),
    rolled_up<&R::on_time>("on_time", {"on time", "按时报告"}, for_programs),
    rolled_up<&R::late>("late", {"late", "迟报"}, for_programs),
    rolled_up<&R::missing>("missing", {"missing", "缺报"}, for_programs),
    rolled_up<&R::pending>("pending", {"pending", "待报"}, for_programs),
    rolled_up<&R::reporting>("on_time_rate", {"reports on time", "按时报告率"}),
    rolled_up<&R::events>("events", {"events", "活动"}),
    rolled_up<&R::served>("served", {"served", "服务人次"}),
    rolled_up<&R::donations>("donations", {"donations", "捐款"}),
    rolled_up<&R::opening>("fund_opening", {"funds before", "基金期初"}, for_programs),
    rolled_up<&R::received>("fund_received", {"received", "基金收入"}),
    rolled_up<&R::granted>("fund_granted", {"granted", "救助支出"}),
    rolled_up<&R::closing>("fund_closing", {"in funds", "基金余额"}),
    rolled_up<&R::spent>("projects_spent", {"spent on projects", "项目支出"}),
    rolled_up<&R::open_errors>("open_errors", {"open errors", "待处理错误"}),
};

}  // namespace

std::span<const RollupField> rollup_fields() { return all_rollup_fields; }

RollupFigures& operator+=(RollupFigures& sum, const RollupFigures& more) {
  for (const RollupField& field : all_rollup_fields) field.add(sum, more);
  return sum;
}

}  // namespace lianxi
