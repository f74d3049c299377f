#include <lianxi/records/events.hpp>
#include <lianxi/records/series.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::party_service_split_rule {
namespace {

/// Whether anything is said, by the event or by its series.
bool is_said(const Text& own, const Series* series, Text Series::*of_series) {
  return own.given() || (series && (series->*of_series).given());
}

/// Whether the book keeps party work at all; one that does not is not asked for it.
bool keeps_party_work(const Book& book) {
  for (const Event& event : book.events)
    if (event.party.given()) return true;
  for (const Series& series : book.series)
    if (series.party.given()) return true;
  return false;
}

void check(const ValidateCase& c, FindingSink& out) {
  if (!keeps_party_work(c.book)) return;
  for (const Event& event : c.book.events) {
    if (event.party.given() && event.service.given()) continue;
    const Series* series = event.series ? c.book.series_of(*event.series) : nullptr;
    if (event.series.given() && !series) continue;  // it may say what is missing
    const bool party = is_said(event.party, series, &Series::party);
    const bool service = is_said(event.service, series, &Series::service);
    if (party && service) continue;
    const Message message =
        party     ? say({"party work without a service", "只有党建内容，没有服务成效"})
        : service ? say({"a service without party work", "只有服务成效，没有党建内容"})
                  : say({"neither party work nor a service", "党建内容和服务成效都没有"});
    out.add(event.at, name_of(event), message,
            say({"enter `party` and `service`, here or once for the series",
                 "请写明“党建内容”和“服务成效”，也可统一写在服务项目中"}));
  }
}

}  // namespace

}  // namespace lianxi::party_service_split_rule

namespace lianxi::rules {
extern constinit const ValidateRule party_service_split{
    {"party-service-split",
     Severity::warning,
     {"An event has only one of party work and service, or neither.",
      "活动的党建内容和服务成效缺了其一，或都没有。"},
     {"“Two skins”: party work that serves nobody, or service without party work, is what the "
      "alliance was founded against. An event of a series has what the series says of itself.",
      "这就是“两张皮”：只有党建没有服务，或只有服务没有党建，正是建立联盟要解决的问题。属于服务项"
      "目的活动，自己没写的以服务项目所写为准。"},
     {R"(events:
  - id: e1
    title: Disaster prevention day
    kind: themed_service
    date: 2017-05-12
    lead: north
    party: Members on duty at the gates
)",
      R"(活动:
  - 编号: e1
    标题: 防灾减灾日宣传
    类型: 专题服务
    日期: 2017-05-12
    牵头单位: 北广场
    党建内容: 党员先锋岗上岗
)"},
     {R"(events:
  - id: e1
    title: Disaster prevention day
    kind: themed_service
    date: 2017-05-12
    lead: north
    party: Members on duty at the gates
    service: 300 travellers advised
)",
      R"(活动:
  - 编号: e1
    标题: 防灾减灾日宣传
    类型: 专题服务
    日期: 2017-05-12
    牵头单位: 北广场
    党建内容: 党员先锋岗上岗
    服务成效: 接受旅客咨询300人次
)"}},
    party_service_split_rule::check};
}  // namespace lianxi::rules
