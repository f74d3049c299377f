// Minutes of meetings: what may stand in them, and as of when.
#include <fmt/format.h>

#include <lianxi/book/book.hpp>

#include "report_checks.hpp"

namespace minutes_report_test {

using namespace lianxi;
using namespace report_checks;
using test::check_absent;

namespace {

constexpr std::string_view small_book = R"(
alliance: {name: 站区联盟, founded: 2016-01-01, office: a}
units:
  - {id: a, name: 甲单位, short_name: 甲, contact: 甲的电话, head: 甲的负责人}
  - {id: b, name: 乙单位}
  - {id: c, name: 丙单位}
  - {id: d, name: 丁单位}
  - {id: o, name: 观察单位, role: observer}
meetings:
  - {id: m0, kind: regular, date: 2016-12-01, title: 更早的会, resolutions: [{id: r1, text: 更早的事项, lead: a, due: 2017-01-31}]}
  - id: m1
    kind: regular
    date: 2017-05-10
    title: 二季度会
    resolutions:
      - {id: r1, text: 已经办结, lead: a, due: 2017-06-30}
      - {id: r2, text: 会前逾期, lead: b, due: 2017-08-31}
      - {id: r3, text: 长期坚持, lead: c, ongoing: yes}
      - {id: r4, text: 上次未达成共识, lead: c, due: 2017-08-31, topic: t1}
    topics: [{id: t1, title: 未决, outcome: no_consensus}]
  - {id: s1, kind: special, date: 2017-06-01, title: 防汛会, reason: 防汛, resolutions: [{id: r1, text: 备足沙袋, lead: d, due: 2017-06-15}]}
  - {id: x1, kind: regular, date: 2017-08-01, cancelled: 台风, title: 取消的会, resolutions: [{id: r1, text: 取消了, lead: d, due: 2017-06-15}]}
  - id: m2
    kind: regular
    title: 三季度会
    date: 2017-09-20
    time: 9:00
    place: 一楼会议室
    chair: b
    observers: [区某局, o]
    attendance:
      present: [b, a, o]
      leave: [{unit: c, reason: 家中有事}]
    suggestions: [{text: 建议一, by: a}, {text: 建议二, by: b}]
    topics:
      - {id: t1, title: 共识议题, outcome: consensus, stances: [{unit: a, stance: support}, {unit: c, stance: abstain, text: 先试点}]}
      - {id: t2, title: 只有共识, outcome: consensus}
    resolutions:
      - id: r1
        topic: t1
        text: 新的事项
        lead: c
        support: [a, b]
        due: 2017-11-30
        revisions: [{date: 2017-09-25, due: 2018-01-31, reason: 人手}]
        transfers: [{date: 2017-09-25, lead: d, reason: 调整}]
      - {id: r2, text: 没有时限也没有牵头}
    minutes: {issued: 2017-09-25, number: 纪〔2017〕2号, to: [a, b, c], resent: [{unit: d, date: 2017-09-28}, {unit: o, date: 2017-10-08}]}
  - {id: m3, kind: regular, date: 2017-12-14, title: 四季度会, time: 14:00}
followups:
  - {meeting: m1, unit: a, date: 2017-06-20, items: [{resolution: r1, status: done, result: 好了}]}
  - {meeting: m1, unit: b, date: 2017-09-19, items: [{resolution: r2, status: in_progress, problem: 缺人}]}
  - {meeting: m1, unit: b, date: 2017-09-21, items: [{resolution: r2, status: done, result: 会后才好}]}
)";

std::string minutes(Language language, Of of) {
  if (of.subject.empty()) of.subject = "m2";
  return report("minutes", small_book, language, of);
}

}  // namespace

TEST_CASE("minutes in Chinese") {
  const std::string text = minutes(Language::zh, {});
  CHECK(text.starts_with("# 站区联盟会议纪要\n\n纪〔2017〕2号\n\n三季度会\n\n"));
  check_lines(
      text, {
                "2017年9月20日（星期三）09:00，三季度会在一楼会议室召开，由乙单位主持。"
                "应到成员单位4家，实到2家。会上收集意见建议2条。",
                "## 一、上次会议决议落实情况",
                "二季度会、防汛会的决议，截至2017年9月25日落实情况如下：",
                "| 已经办结 | 甲 | 2017年6月30日 | 已完成（2017年6月20日）<br>好了 |",
                "| 会前逾期 | 乙单位 | 2017年8月31日 | 已完成（2017年9月21日）<br>会后才好 |",
                "| 长期坚持 | 丙单位 | 长期 | 未启动<br>尚无报告 |",
                "| 备足沙袋 | 丁单位 | 2017年6月15日 | 逾期102天<br>尚无报告 |",
                "更早会议尚未办结的决议：",
                "| 更早的会 | 更早的事项 | 甲 | 2017年1月31日 | 逾期237天<br>尚无报告 |",
                "## 二、会议议定事项",
                "1. 新的事项。\\",
                "   牵头单位：丙单位；配合单位：甲、乙单位；完成时限：2017年11月30日。\\",
                "   有关单位意见：丙单位保留（先试点）。",
                "2. 没有时限也没有牵头。\\",
                "   牵头单位：未明确；完成时限：未明确。",
                "会议还就下列议题达成共识，未另作决议：只有共识。",
                "## 三、有关要求和下次会议",
                "1. 各成员单位应于2017年12月14日前（含当日）将本纪要的落实情况报送站区联盟办公室。",
                "3. 下次例会定于2017年12月14日（星期四）14:00召开，地点：另行通知。",
                "**出席**：甲、乙单位",
                "**请假**：丙单位（家中有事）",
                "**列席**：区某局、观察单位",
                "2017年9月25日",
                "## 四、意见建议",
                "1. 建议一。（甲）\\",
                "   办理情况：待办。",
                "**主持**：乙单位",
                "**分送**：甲、乙单位、丙单位",
                "**抄送**：区某局、观察单位",
            });
  // Neither what came later than the minutes, nor cancelled meetings, nor what found no consensus.
  check_absent(text, {"取消", "上次未达成共识", "2018年1月31日", "缺席", "丁单位；"});
}

TEST_CASE("minutes in English") {
  check_lines(
      minutes(Language::en, {}),
      {
          "三季度会 was held on 2017-09-20 (Wednesday), 09:00, at 一楼会议室, with 乙单位 in "
          "the chair. Of 4 members 2 were present. Suggestions collected: 2.",
          "| 会前逾期 | 乙单位 | 2017-08-31 | done on 2017-09-21<br>会后才好 |",
          "## What was resolved",
          "   Lead: 丙单位; support: 甲, 乙单位; due: 2017-11-30.\\",
          "   Reservations: 丙单位 (abstain): 先试点.",
          "Agreed without a resolution: 只有共识.",
          "**Present**: 甲, 乙单位",
          "**On leave**: 丙单位 (家中有事)",
          "**Observing**: 区某局, 观察单位",
          "**Sent to**: 甲, 乙单位, 丙单位",
      });
}

TEST_CASE("minutes for the public keep reasons for leave to themselves") {
  const std::string text = minutes(Language::zh, {.audience = Audience::the_public});
  check_lines(text, {"**请假**：丙单位"});
  check_absent(text, {"家中有事", "甲的电话", "甲的负责人"});
}

TEST_CASE("minutes of before the day they were issued have no number and no date") {
  const std::string text = minutes(Language::zh, {.as_of = *Date::make(2017, 9, 24)});
  check_lines(text, {"\\_\\_\\_\\_年\\_\\_月\\_\\_日", "**分送**：甲、乙单位、丙单位"});
  check_absent(text, {"纪〔2017〕2号", "2017年9月25日"});
}

TEST_CASE("a meeting still to come has no minutes") {
  const std::string text = minutes(Language::zh, {.subject = "m3"});
  check_lines(text, {"四季度会定于2017年12月14日（星期四）14:00召开。"
                     "截至2017年9月30日会议尚未召开，没有纪要。"});
  check_absent(text, {"议定", "分送", "##"});
}

TEST_CASE("where nothing was resolved before or now, minutes say so") {
  const std::string first = minutes(Language::zh, {.subject = "m0"});
  check_lines(first,
              {"此前没有召开过会议，无上次会议决议。", "**出席**：没有签到记录", "**请假**：无"});
  constexpr std::string_view quiet = R"(
alliance: {name: x, founded: 2016-01-01}
meetings:
  - {id: m1, kind: regular, date: 2017-05-10, title: 前一次会}
  - {id: m2, kind: regular, date: 2017-09-20}
)";
  const std::string text = report("minutes", quiet, Language::zh, {.subject = "m2"});
  check_lines(text, {"x2017年9月20日例会", "前一次会没有形成决议。", "本次会议没有形成决议。",
                     "1. 下次例会时间另行通知。", "**分送**：无"});
  CHECK(has(report("minutes", quiet, Language::en, {.subject = "m2"}), "No resolution was made."));
}

TEST_CASE("only consensus makes a resolution, whatever the outcome and whoever objects") {
  struct Outcome {
    std::string_view field, zh;
  };
  constexpr Outcome outcomes[] = {{"outcome: consensus", ""},
                                  {"outcome: no_consensus", "未达成共识，不形成决议"},
                                  {"outcome: deferred", "暂缓，留待以后会议研究"},
                                  {"outcome: noted", "会议知悉，不另作决议"},
                                  {"note: 未填结果", "会议未作结论"},
                                  {"outcome: 大体同意", "会议未作结论"}};  // cannot be read
  constexpr std::string_view stances[] = {"", "stances: [{unit: b, stance: support}]",
                                          "stances: [{unit: b, stance: abstain}]",
                                          "stances: [{unit: b, stance: object, text: 没有人手}]"};
  for (const Outcome& outcome : outcomes)
    for (const std::string_view stance : stances) {
      const std::string book = fmt::format(R"(
alliance: {{name: x, founded: 2016-01-01, office: a}}
units: [{{id: a, name: 甲}}, {{id: b, name: 乙}}]
meetings:
  - id: m
    kind: regular
    date: 2017-09-20
    topics:
      - id: t1
        title: 这个议题
        {}
        {}
    resolutions:
      - {{id: r1, topic: t1, text: 决议一, lead: a, due: 2017-12-31}}
      - {{id: r2, topic: t1, text: 决议二, lead: b, due: 2017-12-31}}
)",
                                           outcome.field, stance);
      CAPTURE(book);
      const std::string text = report("minutes", book, Language::zh, {.subject = "m"});
      const bool agreed = outcome.zh.empty();
      const std::string resolved = under(text, "会议议定事项");
      CHECK(has(resolved, "1. 决议一") == agreed);
      CHECK(has(resolved, "2. 决议二") == agreed);
      CHECK(has(resolved, "本次会议没有形成决议。") == !agreed);
      CHECK_FALSE(has(resolved, "这个议题"));
      CHECK(has(text, "落实情况报送") == agreed);
      const std::string held_over = under(text, "未形成决议的议题");
      CHECK(held_over.empty() == agreed);
      CHECK_FALSE(has(held_over, "决议一"));
      if (!agreed) CHECK(has(held_over, fmt::format("- 这个议题：{}。", outcome.zh)));
      if (stance.find("object") != stance.npos)  // nobody's objection is hidden
        CHECK(has(agreed ? resolved : held_over, "乙反对（没有人手）"));
    }
}

TEST_CASE("a resolution whose topic is not on record waits until it is") {
  constexpr std::string_view book = R"(
alliance: {name: x, founded: 2016-01-01}
units: [{id: a, name: 甲}]
meetings:
  - id: m
    kind: regular
    date: 2017-09-20
    resolutions:
      - {id: r1, topic: t9, text: 查无议题, lead: a, due: 2017-12-31}
      - {id: r2, text: 没有议题, lead: a, due: 2017-12-31}
)";
  const std::string text = report("minutes", book, Language::zh, {.subject = "m"});
  check_lines(text, {"1. 没有议题。\\", "- 决议登记r1：所依据的议题没有记录，待核实。"});
  check_absent(text, {"查无议题"});
}

TEST_CASE("an assigned report is asked of those who lead and support only") {
  constexpr std::string_view book = R"(
alliance: {name: x, founded: 2016-01-01, policy: {reporters: assigned}}
units: [{id: a, name: 甲}]
meetings: [{id: m, kind: regular, date: 2017-09-20, resolutions: [{id: r1, text: 事项, lead: a, ongoing: yes}]}]
)";
  check_lines(
      report("minutes", book, Language::zh, {.subject = "m"}),
      {"   牵头单位：甲；完成时限：长期。",
       "1. 各牵头、配合单位应于2017年12月31日（暂定）前（含当日）将本纪要的落实情况报送x办公室。"});
}

}  // namespace minutes_report_test
