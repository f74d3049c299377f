#include <lianxi/reports/tables/event_rows.hpp>

namespace lianxi {
namespace {

std::string dates(const Wording& wording, const Event& event) {
  if (!event.date || !event.until || *event.until == *event.date)
    return wording.date(last_day(event));
  return wording.days(Scope{*event.date, *event.until});
}

std::string count_or_dash(const Wording& wording, const Located<Count>& count) {
  return count ? wording(*count) : std::string(dash);
}

}  // namespace

namespace event_columns {

using Case = const ReportCase&;
using Row = const EventRow&;

constinit const EventColumn event_date{
    {"Date", "日期"}, [](Case c, Row r) -> doc::Prose { return dates(c.wording, *r); }};
constinit const EventColumn event_title{
    {"Activity", "活动"}, [](Case, Row r) -> doc::Prose { return r->title.value_or(dash); }};
constinit const EventColumn event_kind{
    {"Kind", "类型"}, [](Case c, Row r) -> doc::Prose { return c.wording.choice(r->kind); }};
constinit const EventColumn lead{{"Lead", "牵头单位"}, [](Case c, Row r) -> doc::Prose {
                                   return c.wording.named(r->lead.value_or(""));
                                 }};
constinit const EventColumn sessions{
    {"Sessions", "场次"},
    [](Case c, Row r) -> doc::Prose { return c.wording(sessions_of(*r)); },
    Holds::figures};
constinit const EventColumn served{
    {"Served", "服务人次"},
    [](Case c, Row r) -> doc::Prose { return count_or_dash(c.wording, r->served); },
    Holds::figures};
constinit const EventColumn volunteers{
    {"Volunteers", "志愿者人次"},
    [](Case c, Row r) -> doc::Prose { return count_or_dash(c.wording, r->volunteers); },
    Holds::figures};
constinit const EventColumn trained{
    {"Trained", "培训人次"},
    [](Case c, Row r) -> doc::Prose { return count_or_dash(c.wording, r->trained); },
    Holds::figures};

}  // namespace event_columns

}  // namespace lianxi
