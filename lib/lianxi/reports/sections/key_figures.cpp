#include <algorithm>
#include <array>
#include <fmt/format.h>

#include <lianxi/figures/figure_value.hpp>
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi {
namespace {

struct KeyFigure {
  Bilingual label, unit;  ///< Of money the alliance's currency, of rates none.
  FigureValue (*value)(const Figures&);
};

Amount granted(const Figures& f) {
  Amount sum;
  for (const FundFigures& fund : f.funds) sum += fund.granted;
  return sum;
}

Count helped(const Figures& f) {
  Count sum;
  for (const FundFigures& fund : f.funds) sum += fund.beneficiaries;
  return sum;
}

using F = const Figures&;
constexpr KeyFigure key_figures_in_order[] = {
    {{"Members", "成员单位"}, {"units", "个"}, [](F f) { return value_of(f.units.members); }},
    {{"Meetings held", "召开会议"},
     {"meetings", "次"},
     [](F f) { return value_of(f.meetings.held); }},
    {{"Attendance", "会议出席率"}, {}, [](F f) { return value_of(f.meetings.attendance); }},
    {{"Resolutions made", "形成决议"},
     {"resolutions", "项"},
     [](F f) { return value_of(f.meetings.resolutions); }},
    {{"Suggestions collected", "征集意见建议"},
     {"suggestions", "条"},
     [](F f) { return value_of(f.meetings.suggestions); }},
    {{"Suggestions settled", "办结意见建议"},
     {"suggestions", "条"},
     [](F f) { return value_of(f.meetings.suggestions_settled); }},
    {{"Activities", "开展活动"},
     {"activities", "项"},
     [](F f) { return value_of(f.events.total.records); }},
    {{"Sessions", "活动场次"},
     {"sessions", "场次"},
     [](F f) { return value_of(f.events.total.sessions); }},
    {{"People served", "服务群众"},
     {"person-times", "人次"},
     [](F f) { return value_of(f.events.total.served); }},
    {{"Volunteers", "志愿者参与"},
     {"person-times", "人次"},
     [](F f) { return value_of(f.events.total.volunteers); }},
    {{"Volunteer hours", "志愿服务时长"},
     {"hours", "小时"},
     [](F f) { return value_of(f.events.total.hours); }},
    {{"People trained", "培训"},
     {"person-times", "人次"},
     [](F f) { return value_of(f.events.total.trained); }},
    {{"People certified", "取得证书"},
     {"people", "人"},
     [](F f) { return value_of(f.events.total.certified); }},
    {{"Money donated", "接受捐款"}, {}, [](F f) { return value_of(f.donations.money); }},
    {{"Goods donated, by value", "接受捐物估值"},
     {},
     [](F f) { return value_of(f.donations.goods_value); }},
    {{"Paid out of funds", "基金救助支出"}, {}, [](F f) { return value_of(granted(f)); }},
    {{"People helped by funds", "基金救助"},
     {"people", "人"},
     [](F f) { return value_of(helped(f)); }},
    {{"Approved for projects", "批准项目资金"},
     {},
     [](F f) { return value_of(f.projects.approved); }},
    {{"Spent on projects", "项目支出"}, {}, [](F f) { return value_of(f.projects.spent); }},
    {{"Reimbursed to projects", "项目报销"},
     {},
     [](F f) { return value_of(f.projects.reimbursed); }},
    {{"Requests for help", "协作请求"},
     {"requests", "件"},
     [](F f) { return value_of(f.requests.records); }},
    {{"Experience and information shared", "交流经验信息"},
     {"items", "条"},
     [](F f) { return value_of(f.shares); }},
    {{"Honours", "获得荣誉"}, {"honours", "项"}, [](F f) { return value_of(f.honors); }},
};
/// These stand in the table even where they are 0: members to activities.
constexpr std::size_t always_shown = 7;

/// The figure of the period, the one before, and the year so far.
using Columns = std::array<FigureValue, 3>;

std::string magnitude(const FigureValue& value) {
  const Amount difference{value.hundredths};
  if (value.kind == FigureValue::Kind::rate)
    return fmt::format("{}.{}", difference.hundredths / 100, difference.hundredths / 10 % 10);
  return value.is_amount ? to_text(difference) : with_thousands(difference.hundredths / 100);
}

/// +12, -3.4, about +1,300: a difference is as inexact as what it is made of.
std::string change(const FigureValue& now, const FigureValue& before, const Wording& wording) {
  if (now.is_null || before.is_null) return std::string(dash);
  FigureValue by = now;
  by.hundredths = now.hundredths - before.hundredths;
  const std::string_view sign = by.hundredths > 0 ? "+" : by.hundredths < 0 ? "-" : "";
  if (by.hundredths < 0) by.hundredths = -by.hundredths;
  const bool exact = now.qualifier == Qualifier::exact && before.qualifier == Qualifier::exact;
  const std::string text = fmt::format("{}{}", sign, magnitude(by));
  return exact ? text : wording(say({"about {}", "约{}"}, text));
}

std::string shown(const FigureValue& value, const Wording& wording) {
  return value.is_null ? std::string(dash) : to_text(value, wording.language());
}

std::vector<doc::Prose> row(const KeyFigure& figure, const Columns& values,
                            const Wording& wording) {
  const bool is_money = values[0].is_amount && figure.unit.en.empty();
  const bool is_rate = values[0].kind == FigureValue::Kind::rate;
  const std::string points = is_rate ? wording(Bilingual{" points", "个百分点"}) : "";
  const std::string by = change(values[0], values[1], wording);
  return {wording(figure.label),         is_money ? wording.currency() : wording(figure.unit),
          shown(values[0], wording),     shown(values[1], wording),
          by == dash ? by : by + points, shown(values[2], wording)};
}

Period before(const ReportCase& c) {
  if (const auto span = as_span(c.period)) return span->previous().period();
  // Of a stretch that is no whole span: as many days before it.
  const Date first = c.period.from.value_or(c.scope.to);
  return {first - (c.scope.to - first + 1), first - 1};
}

Period year_so_far(const ReportCase& c) {
  return {SpanOfTime::containing(c.scope.to, Span::year).first(), c.scope.to};
}

/// “last quarter” for a whole quarter; else it is named by its days.
std::string title_of_previous(const ReportCase& c) {
  const auto span = as_span(c.period);
  if (span && span->span == Span::quarter) return c.wording(Bilingual{"Last quarter", "上季度"});
  return c.wording.period(before(c));
}

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = char(text[0] - 'a' + 'A');
  return text;
}

}  // namespace

doc::Section sections::key_figures(const ReportCase& c) {
  const Wording& wording = c.wording;
  const Figures previous = figures_of(c.book, c.as_of, before(c));
  const Figures year = figures_of(c.book, c.as_of, year_so_far(c));
  doc::Table table{{{wording(Bilingual{"Figure", "指标"})},
                    {wording(Bilingual{"Unit", "单位"})},
                    figures_column(capitalized(c.this_period())),
                    figures_column(title_of_previous(c)),
                    figures_column(wording(Bilingual{"Change", "增减"})),
                    figures_column(wording(Bilingual{"Year so far", "本年累计"}))},
                   {}};
  std::size_t position = 0;
  for (const KeyFigure& figure : key_figures_in_order) {
    const Columns values{figure.value(c.figures), figure.value(previous), figure.value(year)};
    const bool any = std::ranges::any_of(values, [](const auto& v) { return v.hundredths != 0; });
    if (position++ < always_shown || any) table.rows.push_back(row(figure, values, wording));
  }
  return {wording(Bilingual{"Key figures", "主要指标"}), {std::move(table)}};
}

}  // namespace lianxi
