#include <algorithm>
#include <array>
#include <fmt/format.h>

#include <lianxi/base/percent.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/figures/figure_value.hpp>
#include <lianxi/followup/counted_event.hpp>
#include <lianxi/records/grants.hpp>
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi {
namespace {

struct KeyFigure {
  Bilingual label, unit;  ///< Of money the alliance's currency, of rates none.
  FigureValue (*value)(const Figures&);
  /// Whether an activity says anything of it: of those that none does nothing was recorded.
  bool (*is_said)(const Event&) = nullptr;
  bool (*is_said_of_grant)(const Grant&) = nullptr;  ///< The same of what funds paid.
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
     {"sessions", "场"},
     [](F f) { return value_of(f.events.total.sessions); }},
    {{"People served", "服务群众"},
     {"person-times", "人次"},
     [](F f) { return value_of(f.events.total.served); },
     [](const Event& event) { return event.served.given(); }},
    {{"Volunteers", "志愿者参与"},
     {"person-times", "人次"},
     [](F f) { return value_of(f.events.total.volunteers); },
     [](const Event& event) { return event.volunteers.given(); }},
    {{"Volunteer hours", "志愿服务时长"},
     {"hours", "小时"},
     [](F f) { return value_of(f.events.total.hours); },
     [](const Event& event) { return event.hours.given(); }},
    {{"People trained", "培训"},
     {"person-times", "人次"},
     [](F f) { return value_of(f.events.total.trained); },
     [](const Event& event) { return event.trained.given(); }},
    {{"People certified", "取得证书"},
     {"people", "人"},
     [](F f) { return value_of(f.events.total.certified); },
     [](const Event& event) { return event.certified.given(); }},
    {{"Money donated", "接受捐款"}, {}, [](F f) { return value_of(f.donations.money); }},
    {{"Goods donated, by value", "接受捐物估值"},
     {},
     [](F f) { return value_of(f.donations.goods_value); }},
    {{"Paid out of funds", "基金救助支出"}, {}, [](F f) { return value_of(granted(f)); }},
    {{"People helped by funds", "基金救助"},
     {"people", "人"},
     [](F f) { return value_of(helped(f)); },
     nullptr,
     [](const Grant& grant) { return grant.beneficiaries.given(); }},
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
/// The figures of one period, under its name.
struct PeriodColumn {
  PeriodColumn(const ReportCase& c, std::string name, const Period& period)
      : title(std::move(name)),
        figures(figures_of(c.book, c.as_of, period)),
        has_begun(!period.from || *period.from <= c.as_of),
        is_before_founding(c.book.founded() && period.to && *period.to < *c.book.founded()) {
    const Scope days(period, c.as_of);
    for (const Event& event : c.book.events)
      if (const auto day = last_day(event); day && days.contains(*day)) events.push_back(&event);
    for (const Grant& grant : c.book.grants)
      if (grant.date && days.contains(*grant.date)) grants.push_back(&grant);
  }

  std::string title;
  Figures figures;
  bool has_begun, is_before_founding;
  std::vector<const Event*> events;
  std::vector<const Grant*> grants;

  /// Of a time that has not come, or when there was no alliance, nothing can be said; what
  /// was recorded nevertheless is.
  FigureValue value(const KeyFigure& figure) const {
    FigureValue value = figure.value(figures);
    const bool is_nought = value.hundredths == 0;
    if (!has_begun || (is_nought && (is_before_founding || is_left_open(figure))))
      value.is_null = true;
    return value;
  }

  /// Whether there were activities or grants, and none says anything of the figure.
  bool is_left_open(const KeyFigure& figure) const {
    return is_unsaid(events, figure.is_said) || is_unsaid(grants, figure.is_said_of_grant);
  }

  template <class Record>
  static bool is_unsaid(const std::vector<const Record*>& records, bool (*is_said)(const Record&)) {
    if (!is_said || records.empty()) return false;
    return std::ranges::none_of(records, [&](const Record* one) { return is_said(*one); });
  }
};

/// Periods side by side, and after `before` how much more `now` is than it.
struct Comparison {
  std::vector<PeriodColumn> columns;
  std::size_t now, before;
};

using Values = std::vector<FigureValue>;

std::string magnitude(const FigureValue& value) {
  const Amount difference{value.hundredths};
  if (value.kind == FigureValue::Kind::rate) return with_one_decimal(value.hundredths / 10);
  return value.is_amount ? to_text(difference) : with_thousands(difference.hundredths / 100);
}

/// +12, -3.4, at least 1,200 more, about 1,300 less: a difference is as inexact as what it is made
/// of.
std::string change(const FigureValue& now, const FigureValue& before, const Wording& wording) {
  if (now.is_null || before.is_null) return std::string(dash);
  FigureValue by = now;
  by.hundredths = now.hundredths - before.hundredths;
  const std::string_view sign = by.hundredths > 0 ? "+" : by.hundredths < 0 ? "-" : "";
  if (by.hundredths < 0) by.hundredths = -by.hundredths;
  const bool exact = now.qualifier == Qualifier::exact && before.qualifier == Qualifier::exact;
  if (exact) return fmt::format("{}{}", sign, magnitude(by));
  const std::string size = magnitude(by);
  if (sign.empty()) return wording(Bilingual{"about the same", "大致持平"});
  if (sign == "+" && now.qualifier == Qualifier::at_least && before.qualifier == Qualifier::exact)
    return wording(say({"at least {} more", "增{}余"}, size));
  return sign == "+" ? wording(say({"about {} more", "增约{}"}, size))
                     : wording(say({"about {} less", "减约{}"}, size));
}

/// Hours stand without places where they are whole.
std::string without_places(const std::string& text) {
  return text.ends_with(".00") ? text.substr(0, text.size() - 3) : text;
}

std::string shown(const FigureValue& value, const Wording& wording) {
  return value.is_null ? std::string(dash) : to_text(value, wording.language());
}

std::string change_in_points(const FigureValue& now, const FigureValue& before,
                             const Wording& wording) {
  std::string by = change(now, before, wording);
  if (now.kind != FigureValue::Kind::rate || by == dash) return by;
  return by + wording(Bilingual{" percentage points", "个百分点"});
}

std::vector<doc::Prose> row(const KeyFigure& figure, const Values& values,
                            const Comparison& comparison, const Wording& wording) {
  const bool is_money = values[0].is_amount && figure.unit.en.empty();
  std::vector<doc::Prose> cells{wording(figure.label),
                                is_money ? wording.currency() : wording(figure.unit)};
  const bool is_time = values[0].is_amount && !is_money;
  const auto add = [&](const std::string& text) {
    cells.emplace_back(is_time ? without_places(text) : text);
  };
  for (std::size_t i = 0; i < values.size(); ++i) {
    add(shown(values[i], wording));
    if (i == comparison.before)
      add(change_in_points(values[comparison.now], values[comparison.before], wording));
  }
  return cells;
}

doc::Table table_of(const Comparison& comparison, const Wording& wording) {
  doc::Table table{{{wording(Bilingual{"Figure", "指标"})}, {wording(Bilingual{"Unit", "单位"})}},
                   {}};
  for (std::size_t i = 0; i < comparison.columns.size(); ++i) {
    table.columns.push_back(figures_column(comparison.columns[i].title));
    if (i == comparison.before)
      table.columns.push_back(figures_column(wording(Bilingual{"Change", "增减"})));
  }
  for (const KeyFigure& figure : key_figures_in_order) {
    Values values;
    for (const PeriodColumn& column : comparison.columns) values.push_back(column.value(figure));
    const bool any = std::ranges::any_of(values, [](const auto& v) { return v.hundredths != 0; });
    if (any) table.rows.push_back(row(figure, values, comparison, wording));
  }
  table.headline = comparison.now + 2;  // after the figure and its unit
  return table;
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

/// The same days of the year before, for a year that has not ended.
Period same_days_before(const Scope& scope) {
  const int year = scope.to.year() - 1;
  const auto last = Date::make(year, unsigned(scope.to.month()), unsigned(scope.to.day()));
  // The one day that not every year has is 29 February.
  return {SpanOfTime{Span::year, year, 1}.first(), last ? *last : *Date::make(year, 2, 28)};
}

/// A year is compared with the one before; as long as it goes on, with the same days of it.
PeriodColumn year_before(const ReportCase& c) {
  const int year = c.period.from->year() - 1;
  const bool is_part = c.is_unfinished() && *c.period.from <= c.scope.to;
  if (is_part)
    return {c, c.wording(say({"Same days of {}", "{}年同期"}, year)), same_days_before(c.scope)};
  return {c, c.wording(say({"{}", "{}年"}, year)), before(c)};
}

Comparison by_quarter(const ReportCase& c) {
  constexpr Bilingual names[] = {
      {"Q1", "一季度"}, {"Q2", "二季度"}, {"Q3", "三季度"}, {"Q4", "四季度"}};
  const int year = c.period.from->year();
  Comparison comparison{{}, 4, 5};
  for (int quarter = 1; quarter <= 4; ++quarter)
    comparison.columns.emplace_back(c, c.wording(names[quarter - 1]),
                                    SpanOfTime{Span::quarter, year, quarter}.period());
  comparison.columns.emplace_back(c,
                                  c.wording(c.is_unfinished() ? Bilingual{"Year so far", "本年累计"}
                                                              : Bilingual{"Year", "全年"}),
                                  c.period);
  comparison.columns.push_back(year_before(c));
  return comparison;
}

/// Suggestions settle after the quarter in which they were made: the year knows of more
/// than its quarters did.
bool is_settled_later(const Comparison& comparison) {
  std::int64_t sum = 0;
  for (std::size_t quarter = 0; quarter < 4; ++quarter)
    sum += comparison.columns[quarter].figures.meetings.suggestions_settled;
  return sum != comparison.columns[comparison.now].figures.meetings.suggestions_settled;
}

/// How many people each quarter served; of activities where nobody was counted.
std::optional<doc::Chart> quarters_drawn(const ReportCase& c, const Comparison& comparison) {
  const bool counted = comparison.columns[comparison.now].figures.events.total.served.value > 0;
  doc::Bars bars{c.wording(counted ? Bilingual{"People served by quarter", "分季服务人次"}
                                   : Bilingual{"Activities by quarter", "分季活动项数"}),
                 {}};
  for (std::size_t quarter = 0; quarter < 4; ++quarter) {
    const auto& total = comparison.columns[quarter].figures.events.total;
    bars.bars.push_back(
        {comparison.columns[quarter].title, counted ? total.served.value : total.records});
  }
  return bars;
}

}  // namespace

doc::Section sections::key_figures(const ReportCase& c) {
  const Wording& wording = c.wording;
  const Comparison comparison{{{c, capitalized(c.this_period()), c.period},
                               {c, title_of_previous(c), before(c)},
                               {c, wording(Bilingual{"Year so far", "本年累计"}), year_so_far(c)}},
                              0,
                              1};
  return {wording(Bilingual{"Key figures", "主要指标"}), {table_of(comparison, wording)}};
}

doc::Section sections::key_figures_by_quarter(const ReportCase& c) {
  const Comparison comparison = by_quarter(c);
  doc::Table table = table_of(comparison, c.wording);
  table.chart = quarters_drawn(c, comparison);
  doc::Section section{c.wording(Bilingual{"Key figures", "主要指标"}), {std::move(table)}};
  if (is_settled_later(comparison))
    section.blocks.push_back(doc::Paragraph{c.wording(
        Bilingual{"Suggestions count as settled in a column where they were settled by its end: "
                  "the year has more than its quarters together.",
                  "办结意见建议按各列期末的状态统计，当季提出、以后季度办结的只计入全年。"})});
  return section;
}

}  // namespace lianxi
