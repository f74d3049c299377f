// What is meant by less than a record's whole name, and what records are tied to each other.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>

#include <lianxi/book/book.hpp>
#include <lianxi/followup/record_meaning.hpp>
#include <lianxi/followup/references.hpp>
#include <lianxi/followup/resolution_life.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/writing/written_record.hpp>

namespace record_meaning_test {

using namespace lianxi;

namespace {

const Date as_of = *Date::make(2017, 7, 1);

const std::string records = R"(alliance: {name: 站区联盟, founded: 2017-01-01, office: 综合办}
units:
  - {id: 综合办, name: 综合管理办公室, aliases: [办公室]}
  - {id: 地铁, name: 地铁南站, former: [{name: 地铁筹备组, until: 2017-02-01}]}
committees:
  - {id: c1, name: 党建专委会, lead: 地铁}
funds:
  - {id: 爱心, name: 爱心基金, steward: 综合办}
meetings:
  - id: 2017-q1
    kind: regular
    date: 2017-03-10
    resolutions:
      - id: r1
        text: 增设指引   # 先做北口
        lead: 综合办
        due: 2017-05-31
        revisions:
          - {date: 2017-05-20, due: 2017-06-15, reason: 天气}
        transfers: [{date: 2017-04-01, lead: 地铁, reason: 场地}]
        stages: [{text: 设计, due: 2017-04-15, done: 2017-04-10}]
        closures: [{date: 2017-06-12, by: 综合办, verdict: returned, note: 缺照片}]
      - {id: r2, text: 巡查, lead: 地铁, due: 2017-06-30}
  - id: 2017-q2
    kind: regular
    date: 2017-06-20
    resolutions:
      - {id: r1, text: 改用电子屏, lead: 地铁, due: 2017-12-31, replaces: 2017-q1/r1}
  - {id: 2017-q3, kind: regular, date: 2017-09-20}
followups:
  - meeting: 2017-q1
    unit: 地铁
    date: 2017-06-10
    items: [{resolution: r1, status: done, result: 已装}]
reminders:
  - {id: t1, date: 2017-06-05, unit: 地铁, about: 会议/2017-q1/决议/r1, level: urge, reply_by: 2017-06-08}
plans:
  - {year: 2017, tasks: [{id: t1, title: 演练, lead: c1}]}
)";

/// The names of those that are meant, joined by a blank.
std::string meant(std::string_view written) {
  const Book book = Book::of(records);
  std::string out;
  for (const MeantRecord& one : records_meant(book, written, as_of))
    out += (out.empty() ? "" : " ") + one.name;
  return out;
}

MeantRecord only(const Book& book, std::string_view written) {
  const auto found = records_meant(book, written, as_of);
  REQUIRE(found.size() == 1);
  return found[0];
}

std::string written(std::string_view name) {
  const Book book = Book::of(records);
  return std::string(written_record(book, only(book, name).path));
}

}  // namespace

TEST_CASE("a record is meant by its whole name, in either language") {
  CHECK(meant("meetings/2017-q1/resolutions/r1") == "meetings/2017-q1/resolutions/r1");
  CHECK(meant("会议/2017-q1/决议/r1/责任变更/1") == "meetings/2017-q1/resolutions/r1/transfers/1");
  CHECK(meant("meetings/2017-q1/resolutions/2") == "meetings/2017-q1/resolutions/r2");
  CHECK(meant("followups/2017-q1/地铁/2017-06-10") == "followups/2017-q1/地铁/2017-06-10");
}

TEST_CASE("or by less, where only one can be meant") {
  CHECK(meant("2017-q1") == "meetings/2017-q1");
  CHECK(meant("２０１７－q1") == "meetings/2017-q1");
  CHECK(meant("2017-q1/r2") == "meetings/2017-q1/resolutions/r2");
  CHECK(meant("2017-q1/r1/revisions/1") == "meetings/2017-q1/resolutions/r1/revisions/1");
  CHECK(meant("2017-q1/决议/r1") == "meetings/2017-q1/resolutions/r1");
  CHECK(meant("2017-q1/地铁/2017-06-10") == "followups/2017-q1/地铁/2017-06-10");
  CHECK(meant("2017/t1") == "plans/2017/tasks/t1");
  CHECK(meant("2017") == "plans/2017");
  CHECK(meant("r2") == "meetings/2017-q1/resolutions/r2");
}

TEST_CASE("units, committees and funds are meant by any of their names") {
  CHECK(meant("综合管理办公室") == "units/综合办");
  CHECK(meant("办公室") == "units/综合办");
  CHECK(meant("units/地铁筹备组") == "units/地铁");
  CHECK(meant("单位/地铁南站") == "units/地铁");
  CHECK(meant("党建专委会") == "committees/c1");
  CHECK(meant("爱心基金") == "funds/爱心");
  CHECK(meant("爱心基金/published").empty());
}

TEST_CASE("a meeting is the last or the next one, seen from the day") {
  CHECK(meant("last") == "meetings/2017-q2");
  CHECK(meant("meetings/last/resolutions/r1") == "meetings/2017-q2/resolutions/r1");
  CHECK(meant("last/r1") == "meetings/2017-q2/resolutions/r1");
  CHECK(meant("会议/next") == "meetings/2017-q3");
}

TEST_CASE("several may be meant, or none") {
  CHECK(meant("r1") == "meetings/2017-q1/resolutions/r1 meetings/2017-q2/resolutions/r1");
  // An id of a whole record wins over that of a part.
  CHECK(meant("t1") == "reminders/t1");
  CHECK(meant("").empty());
  CHECK(meant("/").empty());
  CHECK(meant("meetings").empty());
  CHECK(meant("meetings//r1").empty());
  CHECK(meant("2017-q1/r9").empty());
  CHECK(meant("没有").empty());
}

TEST_CASE("the nearest is named") {
  const Book book = Book::of(records);
  const auto nearest = [&](std::string_view word) {
    std::string out;
    for (const MeantRecord& one : nearest_records(book, word, as_of)) out += one.name + " ";
    return out;
  };
  CHECK(nearest("2017-q9") == "meetings/2017-q1 ");
  CHECK(nearest("2017-q1/r9") == "meetings/2017-q1/resolutions/r1 ");
  CHECK(nearest("电子屏") == "meetings/2017-q2/resolutions/r1 ");
  CHECK(nearest("meeting/2017-q3") == "meetings/2017-q3 ");
  CHECK(nearest("wholly-other").empty());
}

TEST_CASE("a record is given as it is written") {
  CHECK(written("units/地铁") ==
        "  - {id: 地铁, name: 地铁南站, former: [{name: 地铁筹备组, until: 2017-02-01}]}");
  CHECK(written("units/地铁/former/1") == "{name: 地铁筹备组, until: 2017-02-01}");
  CHECK(written("2017-q1/r1/revisions/1") ==
        "          - {date: 2017-05-20, due: 2017-06-15, reason: 天气}");
  CHECK(written("2017-q1/r1").starts_with("      - id: r1\n        text: 增设指引   # 先做北口\n"));
  CHECK(written("2017-q1/r1").ends_with("note: 缺照片}]"));
  CHECK(written("alliance") == "{name: 站区联盟, founded: 2017-01-01, office: 综合办}");
}

TEST_CASE("what refers to a record is found by its meaning, not by its field") {
  const Book book = Book::of(records);
  std::string out;
  for (const Reference& one : references_to(book, "meetings/2017-q1/resolutions/r1"))
    out += fmt::format("{}.{} ", one.from, one.field->en);
  CHECK(out ==
        "meetings/2017-q2/resolutions/r1.replaces followups/2017-q1/地铁/2017-06-10.resolution "
        "reminders/t1.about ");
  out.clear();
  for (const Reference& one : references_within(book, only(book, "2017-q1/r1").path))
    out += fmt::format("{}:{} ", one.field->en, one.to);
  CHECK(out == "lead:units/综合办 by:units/综合办 lead:units/地铁 ");
}

TEST_CASE("the life of a resolution is told in the order of days, up to the day") {
  const Book book = Book::of(records);
  const auto found = book.resolution("2017-q1/r1");
  const auto life = [&](Date day) {
    std::string out;
    for (const LifeEvent& event : life_of(book, *found.meeting, *found.part, day))
      out += fmt::format("{} {} {} {}\n", iso(event.day), life_kind_words[int(event.kind)].en,
                         event.unit, event.state.en);
    return out;
  };
  const std::string first = "2017-03-10 resolved 综合办 \n2017-04-01 handed_over 地铁 \n";
  CHECK(life(*Date::make(2017, 4, 9)) == first);
  CHECK(life(as_of) == first +
                           "2017-04-10 stage_done  \n"
                           "2017-05-20 moved  \n"
                           "2017-06-05 reminded 地铁 urge\n"
                           "2017-06-10 reported 地铁 done\n"
                           "2017-06-12 decided 综合办 returned\n"
                           "2017-06-20 replaced  \n");
}

}  // namespace record_meaning_test
