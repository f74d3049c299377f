// A book with a record of most kinds, for targets that ask things of a book rather than read one.
#pragma once
#include <string_view>

namespace lianxi::fuzz {

inline constexpr std::string_view small_book = R"(联盟:
  名称: 南站联盟
  成立日期: 2013-06-30
  办公室: 站综管办
单位:
- {编号: 站综管办, 名称: 车站综合管理办公室, 简称: 综管办}
- {编号: 地铁派出所, 名称: 地铁公安派出所, 曾用名: [{名称: 轨道派出所, 止: 2016-12-31}]}
- {id: station, name: Railway station, role: member, joined: 2014-01-01}
专委会:
- {编号: 服务组, 名称: 服务专委会, 牵头单位: station}
meetings:
- id: 2017-q2
  kind: regular
  date: 2017-06-21
  notice: {date: 2017-06-10}
  topics: [{id: t1, title: 标识, outcome: consensus}, {id: t2, title: 停车, outcome: deferred}]
  attendance: {present: [站综管办, {unit: station, person: 值班员}], leave: [{unit: 地铁派出所, reason: 执勤}]}
  suggestions: [{by: station, text: 增设饮水处, outcome: adopted}]
  resolutions:
  - {id: r1, text: 统一标识, topic: t1, lead: station, support: [地铁派出所], due: 2017-08-31, stages: [{text: 设计, due: 2017-07-15}]}
  - {id: r2, text: 联合值守, lead: 地铁派出所, ongoing: yes}
  minutes: {issued: 2017-06-25, number: 南站〔2017〕2号}
- {id: 2017-q3, kind: regular, date: 2017-09-20, notice: {date: 2017-09-10}, attendance: {present: [站综管办]}}
followups:
- {meeting: 2017-q2, unit: station, date: 2017-08-30, items: [{resolution: r1, status: done, result: 换新 40 块}]}
plans:
- {year: 2017, tasks: [{id: t1, title: 便民服务, lead: 服务组, due: 2017-12-31, target: {metric: served, value: 1200}}]}
series:
- {id: 周末服务, title: 周末服务, lead: station, schedule: [{from: 2017-01-01, every: week}]}
events:
- {id: e1, title: 春运服务, kind: team_service, date: 2017-02-03, lead: station, partners: [地铁派出所, 义工队], served: 1200余, volunteers: 约55, hours: 12.50, plan: 2017/t1, materials: [{item: 书籍, quantity: 30, uom: 册, to: 旅客}]}
funds:
- {id: 爱心基金, name: 爱心基金, steward: 站综管办, opening: 1000, published: [{date: 2017-04-01, until: 2017-03-31}]}
donations:
- {id: d1, date: 2017-03-01, donor: station, fund: 爱心基金, amount: 4000.00, receipt: A-001}
grants:
- {id: g1, date: 2017-05-02, fund: 爱心基金, amount: 500, beneficiaries: 2, voucher: V-7}
projects:
- {id: p1, title: 服务岗, applicant: station, year: 2017, applied: {date: 2017-01-10, amount: 3000}, approved: {date: 2017-02-01, amount: 2500}, expenses: [{date: 2017-03-01, item: 桌椅, amount: 1200}]}
requests:
- {id: q1, date: 2017-07-01, by: station, to: [地铁派出所], text: 协助疏导, due: 2017-07-20}
reminders:
- {id: m1, date: 2017-09-05, unit: 地铁派出所, about: [requests/q1], reply_by: 2017-09-12}
claims:
- {id: c1, figure: donations.money, value: 4000.00, date: 2017-09-01, source: 公示栏}
)";

}  // namespace lianxi::fuzz
