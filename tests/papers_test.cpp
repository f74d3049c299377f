// The papers of a conference on books that are empty, faulty, late or large.
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

#include <lianxi/book/book.hpp>

#include "report_checks.hpp"

namespace lianxi::reports {
extern const ReportKind donations, fund, minutes, notice, reminder, sign_in, volunteers;
}  // namespace lianxi::reports

namespace papers_test {

using namespace lianxi;
using namespace report_checks;

namespace {

const ReportKind* const papers[] = {&reports::minutes,   &reports::notice, &reports::sign_in,
                                    &reports::reminder,  &reports::fund,   &reports::donations,
                                    &reports::volunteers};

/// The bad books of the rules' tests: each has another fault.
std::vector<std::string> faulty_books() {
  std::vector<std::string> books;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(LIANXI_TESTS_DIR "/rules")) {
    if (entry.path().extension() != ".yaml" || !has(entry.path().string(), "/bad/")) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    books.push_back(text.str());
  }
  return books;
}

/// Makes the paper of everything it can be about, and of what is not there.
void make_all(const Book& book, const ReportKind& kind, Date as_of) {
  auto subjects = subjects_of(kind, book);
  subjects.push_back("");
  subjects.push_back("查无此项");
  for (const std::string_view subject : subjects)
    for (const auto& [language, audience] : {std::pair(Language::zh, Audience::the_public),
                                             std::pair(Language::en, Audience::office)}) {
      const auto text =
          to_markdown(make_report(kind, {book, as_of, Period{}, language, subject, audience}));
      CAPTURE(text);
      CHECK(text.starts_with("# "));
      CHECK_FALSE(has(text, "{}"));
    }
}

}  // namespace

TEST_CASE("every faulty book has its papers, on any day") {
  const auto books = faulty_books();
  REQUIRE(books.size() > 50);
  for (const std::string& text : books) {
    CAPTURE(text);
    const Book book = Book::of(text);
    for (const ReportKind* kind : papers)
      for (const int year : {1900, 2017}) make_all(book, *kind, *Date::make(year, 9, 30));
  }
}

TEST_CASE("personal numbers are masked in every paper, but for how an office is reached") {
  constexpr std::string_view book_text = R"(
alliance: {name: x, office: a}
units: [{id: a, name: 甲, contact: 电话13912345678}, {id: b, name: 乙 13912345678}]
funds: [{id: f, name: y, steward: b, purpose: 请拨13912345678}]
donations: [{id: d, date: 2017-01-01, fund: f, amount: 5, donor: 某人13912345678}]
meetings:
  - id: m
    kind: regular
    date: 2017-09-01
    title: 会 13912345678
    reason: 13912345678
    place: 13912345678
    attendance: {leave: [{unit: b, reason: 请拨13912345678}]}
    topics: [{id: t, title: 13912345678, outcome: deferred, discussion: 13912345678}]
    resolutions: [{id: r, text: 13912345678, lead: b, due: 2017-12-31}]
)";
  const Book book = Book::of(std::string(book_text));
  for (const ReportKind* kind : papers)
    for (const std::string_view subject : {"m", "b", "f"}) {
      auto text = to_markdown(
          make_report(*kind, {book, *Date::make(2017, 9, 30), Period{}, Language::zh, subject}));
      const std::string contact = "电话13912345678";
      if (const auto at = text.find(contact); at != text.npos) text.erase(at, contact.size());
      CAPTURE(kind->name);
      CHECK_FALSE(has(text, "13912345678"));
    }
}

TEST_CASE("what happened after the as-of day is in no paper") {
  const Book book = Book::of(R"(
alliance: {name: x, founded: 2016-01-01, office: a}
units: [{id: a, name: 甲}, {id: b, name: 乙}]
funds: [{id: f, name: y, steward: a, published: [{date: 2017-10-01, until: 2017-09-30, where: 后来的}]}]
donations: [{id: d, date: 2017-10-01, fund: f, amount: 5, donor: 后来的}]
grants: [{id: g, date: 2017-10-01, fund: f, amount: 5, purpose: 后来的}]
events: [{id: e, date: 2017-09-30, until: 2017-10-01, kind: volunteer, title: 后来的, lead: a, volunteers: 12345}]
honors: [{id: h, date: 2017-10-01, unit: a, title: 后来的, level: city, kind: model}]
requests: [{id: q, date: 2017-10-01, by: a, to: [b], text: 后来的}]
plans: [{year: 2018, adopted: 2017-10-01, tasks: [{id: t, title: 后来的, lead: b, due: 2018-01-01}]}]
meetings:
  - {id: m1, kind: regular, date: 2017-06-01, resolutions: [{id: r, text: 事项, lead: b, due: 2017-12-31}]}
  - {id: m2, kind: regular, date: 2017-10-01, attendance: {present: [a]}, resolutions: [{id: r, text: 后来的, lead: b, ongoing: yes}]}
followups: [{meeting: m1, unit: b, date: 2017-10-01, items: [{resolution: r, status: done, result: 后来的}]}]
)");
  for (const ReportKind* kind : papers)
    for (const std::string_view subject : {"m1", "m2", "a", "b", "f"}) {
      const auto text = to_markdown(
          make_report(*kind, {book, *Date::make(2017, 9, 30), Period{}, Language::zh, subject}));
      CAPTURE(kind->name);
      CAPTURE(text);
      CHECK_FALSE(has(text, "后来的"));
      CHECK_FALSE(has(text, "12,345"));
    }
}

namespace {

constexpr std::string_view untitled = R"(
alliance: {name: 联盟, founded: 2017-01-01, office: a, currency: USD}
units: [{id: a, name: 甲}]
meetings:
  - {id: m1, kind: regular, date: 2017-03-01, attendance: {present: a}, resolutions: [{id: r1, text: 事, lead: a, due: 2017-12-01}]}
  - {id: m2, kind: regular, date: 2017-06-01, attendance: {present: a}}
  - {id: m3, kind: special, date: 2017-11-01}
funds: [{id: f, name: 基金, steward: a, opening: 5}]
donations: [{id: d, date: 2017-02-01, recipient: a, goods: [{item: 米, quantity: 1, uom: 袋, value: 3}]}]
)";

}  // namespace

TEST_CASE("a meeting without a title is called by its kind and day, never by its id") {
  CHECK(has(report("minutes", untitled, Language::zh, {.subject = "m2"}),
            "2017年3月1日例会的决议，截至2017年6月8日落实情况如下："));
  CHECK(has(report("minutes", untitled, Language::en, {.subject = "m2"}),
            "Resolutions of regular meeting of 2017-03-01, as of 2017-06-08:"));
  CHECK(has(report("reminder", untitled, Language::zh, {.subject = "a"}), "| 2017年3月1日例会 |"));
  CHECK(has(report("quarterly", untitled, Language::zh, {.period = "2017-Q3"}),
            "| 2017年11月1日 | 临时会议 | 2017年11月1日临时会议 |"));
}

TEST_CASE("a currency other than yuan does not stick to its amounts") {
  const std::string zh = report("fund", untitled, Language::zh, {.subject = "f"});
  CHECK(has(zh, "\n5.00 USD\n"));
  CHECK(has(zh, "物资估值合计3.00 USD，单独列示"));
  const std::string donations = report("donations", untitled, Language::zh, {});
  CHECK(has(donations, "捐款0.00 USD；捐赠物资估值3.00 USD。"));
  CHECK(has(report("fund", untitled, Language::en, {.subject = "f"}), "\n5.00 USD\n"));
}

TEST_CASE("a period that still lies ahead is not told of backwards") {
  for (const char* kind : {"fund", "donations", "volunteers", "unit", "quarterly"}) {
    CAPTURE(kind);
    const Of ahead{.subject = std::string_view(kind) == "unit" ? "a" : "f", .period = "2018-Q2"};
    const std::string text = report(kind, untitled, Language::zh, ahead);
    CHECK(has(text, "2018年4月1日至2018年6月30日"));
    CHECK_FALSE(has(text, "日至2017年9月30日"));
  }
  CHECK(has(report("donations", untitled, Language::en, {.period = "2018-Q2.."}),
            "from 2018-04-01: no donation was received."));
  CHECK(has(report("quarterly", untitled, Language::zh, {.period = "2018-Q2"}), "本期尚未开始。"));
  CHECK_FALSE(has(report("quarterly", untitled, Language::zh, {.period = "2018-Q2"}), "尚未结束"));
}

}  // namespace papers_test
