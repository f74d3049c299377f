// What is due in small books, on the days at which it begins and ends to be.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>

#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/rules/due_items.hpp>

namespace due_items_test {

using namespace lianxi;

namespace {

Date day(int year, unsigned month, unsigned number) { return *Date::make(year, month, number); }

const std::string alliance =
    "alliance: {name: 站区联盟, founded: 2016-12-31, office: a}\n"
    "units:\n"
    "  - {id: a, name: 甲}\n"
    "  - {id: b, name: 乙}\n";

/// `DATE KIND RECORD UNITS` of each item, a line each; a late one begins with `!`.
std::string listed(const std::string& records, Date as_of, const Period& period = {},
                   std::string_view unit = {}) {
  const Book book = Book::of(alliance + records);
  const DueItems due = due_items(compliance_of(book, as_of), period, unit);
  std::string out;
  for (const DueItem& item : due.items)
    out += fmt::format("{}{} {} {} {}\n", due.is_late(item) ? "!" : "", iso(item.day),
                       word_of(item.kind), item.record, fmt::join(item.units, "+"));
  return out;
}

/// A meeting with its minutes, and one resolution with such fields.
std::string resolved(const std::string& fields) {
  return "meetings:\n"
         "  - id: m1\n"
         "    kind: regular\n"
         "    date: 2017-03-10\n"
         "    minutes: {issued: 2017-03-10}\n"
         "    resolutions: [{id: r1, text: 增设指引, " +
         fields + "}]\n";
}

/// Reports of both units, so that only the resolution is left.
const std::string reports =
    "followups:\n"
    "  - {meeting: m1, unit: a, date: 2017-03-20}\n"
    "  - {meeting: m1, unit: b, date: 2017-03-20}\n";

}  // namespace

TEST_CASE("nothing is due in a book of nothing") {
  CHECK(listed("", day(2017, 9, 30)).empty());
  const Book book = Book::of("");
  CHECK(due_items(compliance_of(book, day(2017, 9, 30)), {}).items.empty());
}

TEST_CASE("a resolution is late from the day after its due date, which a revision moves") {
  const std::string book = resolved("lead: a, due: 2017-06-30") + reports;
  CHECK(listed(book, day(2017, 6, 30)) == "2017-06-30 resolution meetings/m1/resolutions/r1 a\n");
  CHECK(listed(book, day(2017, 7, 1)) == "!2017-06-30 resolution meetings/m1/resolutions/r1 a\n");
  const std::string moved = resolved(
                                "lead: a, due: 2017-06-30, "
                                "revisions: [{date: 2017-06-20, due: 2017-08-31, reason: 天气}]") +
                            reports;
  CHECK(listed(moved, day(2017, 6, 19)) == "2017-06-30 resolution meetings/m1/resolutions/r1 a\n");
  CHECK(listed(moved, day(2017, 6, 20)) == "2017-08-31 resolution meetings/m1/resolutions/r1 a\n");
}

TEST_CASE("both ends of the period belong to it") {
  const std::string book = resolved("lead: a, due: 2017-06-30") + reports;
  const Date as_of = day(2017, 5, 31);
  CHECK_FALSE(listed(book, as_of, {std::nullopt, as_of + 30}).empty());
  CHECK(listed(book, as_of, {std::nullopt, as_of + 29}).empty());
  CHECK_FALSE(listed(book, as_of, {day(2017, 6, 30), std::nullopt}).empty());
  CHECK(listed(book, as_of, {day(2017, 7, 1), std::nullopt}).empty());
}

TEST_CASE("what is done by the day is not due, what is done later is not known yet") {
  const std::string book = resolved("lead: a, due: 2017-06-30") + reports +
                           "  - {meeting: m1, unit: a, date: 2017-05-01, items: "
                           "[{resolution: r1, status: done}]}\n";
  CHECK_FALSE(listed(book, day(2017, 4, 30)).empty());
  CHECK(listed(book, day(2017, 5, 1)).empty());
}

TEST_CASE("the lead of the day has to act, and nothing is due where it goes on for long") {
  const std::string book = resolved(
                               "lead: a, due: 2017-06-30, "
                               "transfers: [{date: 2017-05-01, lead: b, reason: 职责调整}]") +
                           reports;
  CHECK(listed(book, day(2017, 4, 30), {}, "b").empty());
  CHECK(listed(book, day(2017, 5, 1), {}, "b") ==
        "2017-06-30 resolution meetings/m1/resolutions/r1 b\n");
  CHECK(listed(resolved("lead: a, ongoing: yes") + reports, day(2017, 4, 30)).empty());
}

TEST_CASE("stages are due until they are done, but not of what is finished") {
  const std::string stages =
      "lead: a, due: 2017-12-31, stages: [{text: 设计, due: 2017-05-31, done: 2017-06-05}, "
      "{text: 施工, due: 2017-09-30}]";
  const std::string resolution = "2017-12-31 resolution meetings/m1/resolutions/r1 a\n";
  const std::string second = "2017-09-30 stage meetings/m1/resolutions/r1 a\n";
  CHECK(listed(resolved(stages) + reports, day(2017, 6, 4)) ==
        "!2017-05-31 stage meetings/m1/resolutions/r1 a\n" + second + resolution);
  CHECK(listed(resolved(stages) + reports, day(2017, 6, 5)) == second + resolution);
  CHECK(listed(resolved(stages) + reports +
                   "  - {meeting: m1, unit: a, date: 2017-04-01, items: "
                   "[{resolution: r1, status: dropped, reason: 并入他项}]}\n",
               day(2017, 6, 4))
            .empty());
}

TEST_CASE("reports are owed until the deadline's day, and late while something is left to do") {
  const std::string book = resolved("lead: a, ongoing: yes") +
                           "  - {id: m2, kind: regular, date: 2017-06-10, notice: {date: "
                           "2017-06-01}, minutes: {issued: 2017-06-10}}\n"
                           "followups:\n"
                           "  - {meeting: m1, unit: a, date: 2017-06-10, items: "
                           "[{resolution: r1, status: done}]}\n"
                           "  - {meeting: m1, unit: b, date: 2017-06-12}\n";
  // Until the notice the next meeting is not known: the next quarter's end is provisional.
  CHECK(listed(book, day(2017, 5, 31)) == "2017-06-30 report meetings/m1 a+b\n");
  CHECK(listed(book, day(2017, 6, 9)) ==
        "2017-06-10 meeting meetings/m2 a+b\n2017-06-10 report meetings/m1 a+b\n");
  CHECK(listed(book, day(2017, 6, 9), {}, "b") ==
        "2017-06-10 meeting meetings/m2 a+b\n2017-06-10 report meetings/m1 b\n");
  CHECK(listed(book, day(2017, 6, 10)) ==
        "2017-06-10 meeting meetings/m2 a+b\n2017-06-10 report meetings/m1 b\n");
  // All is done, so that the missing report is history.
  CHECK(listed(book, day(2017, 6, 11)).empty());
}

TEST_CASE("a deadline that is only supposed makes nobody late") {
  const std::string book = resolved("lead: a, ongoing: yes");
  CHECK(listed(book, day(2017, 6, 30)) == "2017-06-30 report meetings/m1 a+b\n");
  CHECK(listed(book, day(2017, 7, 1)).empty());
}

TEST_CASE("a special meeting may be called on its day") {
  const std::string book = "meetings: [{id: m1, kind: special, date: 2017-06-10, reason: 汛情}]\n";
  CHECK(listed(book, day(2017, 6, 9)) ==
        "2017-06-10 meeting meetings/m1 a+b\n2017-06-10 notice meetings/m1 a\n");
}

TEST_CASE("notices and minutes have the days of the policy") {
  const std::string book = "meetings: [{id: m1, kind: regular, date: 2017-06-10}]\n";
  const std::string meeting = "2017-06-10 meeting meetings/m1 a+b\n";
  CHECK(listed(book, day(2017, 6, 7)) == "2017-06-07 notice meetings/m1 a\n" + meeting);
  CHECK(listed(book, day(2017, 6, 8)) == "!2017-06-07 notice meetings/m1 a\n" + meeting);
  CHECK(listed(book, day(2017, 6, 10)) == meeting + "2017-06-17 minutes meetings/m1 a\n");
  CHECK(listed(book, day(2017, 6, 17)) == "2017-06-17 minutes meetings/m1 a\n");
  CHECK(listed(book, day(2017, 6, 18)) == "!2017-06-17 minutes meetings/m1 a\n");
}

TEST_CASE("a task without a day is due at the end of its year") {
  const std::string book =
      "plans:\n"
      "  - {year: 2017, adopted: 2017-02-01, tasks: [{id: t1, title: 演练, lead: b}, "
      "{id: t2, title: 培训, due: 2017-05-01, done: 2017-05-02}]}\n";
  CHECK(listed(book, day(2017, 1, 31)).empty());
  CHECK(listed(book, day(2017, 5, 1)) ==
        "2017-05-01 task plans/2017/tasks/t2 \n2017-12-31 task plans/2017/tasks/t1 b\n");
  CHECK(listed(book, day(2018, 1, 1)) == "!2017-12-31 task plans/2017/tasks/t1 b\n");
}

TEST_CASE("a request is due from those who have not answered, until it is closed") {
  const std::string book =
      "requests:\n"
      "  - {id: q1, date: 2017-04-01, by: a, to: [a, b], text: 借护栏, due: 2017-04-15, "
      "answers: [{unit: a, date: 2017-04-10, accepted: yes}], closed: 2017-05-01}\n";
  CHECK(listed(book, day(2017, 3, 31)).empty());
  CHECK(listed(book, day(2017, 4, 9)) == "2017-04-15 request requests/q1 a+b\n");
  CHECK(listed(book, day(2017, 4, 10)) == "2017-04-15 request requests/q1 b\n");
  CHECK(listed(book, day(2017, 4, 16)) == "!2017-04-15 request requests/q1 b\n");
  CHECK(listed(book, day(2017, 5, 1)).empty());
}

TEST_CASE("a need put to all is due until somebody takes it up") {
  const std::string book =
      "requests:\n"
      "  - {id: q1, date: 2017-04-01, by: a, text: 借护栏, due: 2017-04-15, answers: "
      "[{unit: a, date: 2017-04-05, accepted: no}, {unit: b, date: 2017-04-10, accepted: yes}]}\n";
  CHECK(listed(book, day(2017, 4, 9)) == "2017-04-15 request requests/q1 \n");
  CHECK(listed(book, day(2017, 4, 10)).empty());
}

TEST_CASE("a fund is to be published so many days after its money moved") {
  const std::string book =
      "funds: [{id: f, name: 爱心基金, steward: a, published: "
      "[{date: 2017-05-01, until: 2017-03-31}]}]\n"
      "donations: [{id: d1, date: 2017-03-01, fund: f, amount: 100}]\n"
      "grants: [{id: g1, date: 2017-04-10, fund: f, amount: 50}]\n";
  CHECK(listed(book, day(2017, 3, 1)) == "2017-05-30 publication funds/f a\n");
  CHECK(listed(book, day(2017, 5, 1)) == "2017-07-09 publication funds/f a\n");
  CHECK(listed(book, day(2017, 7, 10)) == "!2017-07-09 publication funds/f a\n");
}

TEST_CASE("a reply is late as long as its matter is open") {
  const std::string book =
      resolved("lead: a, due: 2017-04-30") + reports +
      "  - {meeting: m1, unit: a, date: 2017-06-01, items: [{resolution: r1, status: done}]}\n"
      "reminders: [{id: c1, date: 2017-05-05, unit: a, about: meetings/m1/resolutions/r1, "
      "reply_by: 2017-05-15}]\n";
  const std::string late = "!2017-04-30 resolution meetings/m1/resolutions/r1 a\n";
  CHECK(listed(book, day(2017, 5, 4)) == late);
  CHECK(listed(book, day(2017, 5, 15)) == late + "2017-05-15 reply reminders/c1 a\n");
  CHECK(listed(book, day(2017, 5, 16)) == late + "!2017-05-15 reply reminders/c1 a\n");
  CHECK(listed(book, day(2017, 6, 1)).empty());
}

TEST_CASE("what is waived is not late") {
  const std::string book = resolved("lead: a, due: 2017-04-30") + reports +
                           "waivers: [{rule: resolution-overdue, record: "
                           "meetings/m1/resolutions/r1, reason: 天气}]\n";
  CHECK_FALSE(listed(book, day(2017, 4, 30)).empty());
  CHECK(listed(book, day(2017, 5, 1)).empty());
}

}  // namespace due_items_test
