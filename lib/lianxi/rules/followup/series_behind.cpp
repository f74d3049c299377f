#include <unordered_map>

#include <lianxi/base/unreadable.hpp>
#include <lianxi/followup/last_day.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi {
namespace {

/// A month as one number, to count in and to look up.
int number_of_month(Date day) { return day.year() * 12 + day.month(); }

/// The sessions of all series, by month.
class Sessions {
 public:
  explicit Sessions(const Book& book) {
    for (const Event& event : book.events) {
      const auto day = last_day(event);
      if (!event.series || !day) continue;
      const auto sessions = event.sessions.value_or(Count{1}).value;
      by_series_[*event.series][number_of_month(*day)] += sessions;
    }
  }

  std::int64_t within(const SpanOfTime& span, std::string_view series) const {
    const auto months = by_series_.find(series);
    if (months == by_series_.end()) return 0;
    std::int64_t sum = 0;
    for (int month = number_of_month(span.first()); month <= number_of_month(span.last()); ++month)
      if (const auto at = months->second.find(month); at != months->second.end()) sum += at->second;
    return sum;
  }

 private:
  std::unordered_map<std::string_view, std::unordered_map<int, std::int64_t>> by_series_;
};

/// How often a series was to take place in a span that ends with the month judged.
struct Asked {
  SpanOfTime span;
  int sessions;
};

bool contains(const ScheduleEntry& entry, const SpanOfTime& span) {
  return entry.every && entry.from && *entry.from <= span.first() && !is_unreadable(entry.until) &&
         (!entry.until || span.last() <= *entry.until);
}

/// The Sundays of a month, on which its weeks end.
int sundays_of(const SpanOfTime& month) {
  const std::chrono::weekday first(std::chrono::sys_days(month.first().ymd()));
  const int first_sunday = 1 + int((std::chrono::Sunday - first).count());
  return (month.last().day() - first_sunday) / 7 + 1;
}

/// One session in the quarter or year of which this is the last month.
std::optional<Asked> one_in(Span span, const SpanOfTime& month, const ScheduleEntry& entry) {
  const auto whole = SpanOfTime::containing(month.first(), span);
  if (whole.last() != month.last() || !contains(entry, whole)) return std::nullopt;
  return Asked{whole, 1};
}

std::optional<Asked> asked_in(const SpanOfTime& month, const ScheduleEntry& entry) {
  switch (*entry.every) {
    case Frequency::day:
      return Asked{month, month.last().day()};
    case Frequency::week:
      return Asked{month, sundays_of(month)};
    case Frequency::month:
      return Asked{month, 1};
    case Frequency::quarter:
      return one_in(Span::quarter, month, entry);
    case Frequency::year:
      break;
  }
  return one_in(Span::year, month, entry);
}

/// What the last entry that contains the month asks for.
std::optional<Asked> asked_in(const SpanOfTime& month, const Series& series) {
  const ScheduleEntry* last = nullptr;
  for (const ScheduleEntry& entry : series.schedule)
    if (contains(entry, month)) last = &entry;
  return last ? asked_in(month, *last) : std::nullopt;
}

std::optional<Date> start_of(const Series& series) {
  std::optional<Date> start;
  for (const ScheduleEntry& entry : series.schedule)
    if (entry.from && (!start || *entry.from < *start)) start = *entry.from;
  return start;
}

void add(const Series& series, const SpanOfTime& month, const Asked& asked, std::int64_t held,
         Report& out) {
  out.add(
      series.schedule.at(), name_of(series) + "/months/" + month.name(),
      say({"{}: {} of {} sessions were recorded in {}", "{0}：{3} 应开展 {2} 场，仅记录 {1} 场"},
          *series.id, held, asked.sessions, asked.span.name()),
      say({"enter the events that are missing with `series: {}`; what was no longer to be done "
           "needs an `until` in the schedule",
           "请补录活动并注明“服务项目: {}”；已不再开展的，请在“安排”中填写“止”"},
          *series.id));
}

void check_series(const Series& series, const Sessions& sessions, const Compliance& c,
                  Report& out) {
  const auto start = start_of(series);
  if (!start || !series.id) return;
  // Of series that share an id by mistake, events mean the first.
  const bool meant = c.book.series_of(*series.id) == &series;
  auto month = SpanOfTime::containing(*start, Span::month);
  for (; month.last() <= c.scope.to; month = month.next()) {
    if (!c.scope.covers(month.first(), month.last())) continue;
    const auto asked = asked_in(month, series);
    if (!asked) continue;
    const auto held = meant ? sessions.within(asked->span, *series.id) : 0;
    if (held < asked->sessions) add(series, month, *asked, held, out);
  }
}

void check(const Compliance& c, Report& out) {
  const Sessions sessions(c.book);
  for (const Series& series : c.book.series) check_series(series, sessions, c, out);
}

}  // namespace

constinit const FollowupRule rules::series_behind{
    {"series-behind",
     Severity::warning,
     {"A series took place less often than its schedule asks for.", "服务项目开展次数少于安排。"},
     {"A service that people rely on is kept up month by month. Where fewer sessions are on record "
      "than its schedule promises, either it lapsed or nobody wrote it down.",
      "群众指望得上的服务要月月坚持。记录的场次少于安排，要么是断了，要么是没有登记。"},
     {R"(# as of 2017-09-30: nothing in September
series:
  - id: volunteers
    title: Youth volunteers
    schedule:
      - {from: 2017-08-01, every: month}
events:
  - id: e1
    title: Youth volunteers in August
    kind: volunteer
    date: 2017-08-12
    lead: office
    series: volunteers
)",
      R"(# 截至 2017-09-30：9 月没有活动
服务项目:
  - 编号: 青年志愿
    标题: 青年志愿服务
    安排:
      - {起: 2017-08-01, 频次: 每月}
活动:
  - 编号: e1
    标题: 八月志愿服务
    类型: 志愿服务
    日期: 2017-08-12
    牵头单位: 综合办
    服务项目: 青年志愿
)"},
     {R"(series:
  - id: volunteers
    title: Youth volunteers
    schedule:
      - {from: 2017-08-01, every: month}
events:
  - id: e1
    title: Youth volunteers in August
    kind: volunteer
    date: 2017-08-12
    lead: office
    series: volunteers
  - id: e2
    title: Youth volunteers in September
    kind: volunteer
    date: 2017-09-09
    lead: office
    series: volunteers
)",
      R"(服务项目:
  - 编号: 青年志愿
    标题: 青年志愿服务
    安排:
      - {起: 2017-08-01, 频次: 每月}
活动:
  - 编号: e1
    标题: 八月志愿服务
    类型: 志愿服务
    日期: 2017-08-12
    牵头单位: 综合办
    服务项目: 青年志愿
  - 编号: e2
    标题: 九月志愿服务
    类型: 志愿服务
    日期: 2017-09-09
    牵头单位: 综合办
    服务项目: 青年志愿
)"}},
    check};

}  // namespace lianxi
