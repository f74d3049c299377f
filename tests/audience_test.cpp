// What a report leaves out for the public, and what no report shows to anybody: every
// kind of report is made about everything it can be about.
#include <doctest/doctest.h>

#include <lianxi/book/book.hpp>
#include <lianxi/documents/html.hpp>
#include <lianxi/documents/json.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/reports/report.hpp>

namespace audience_test {

using namespace lianxi;

namespace {

// Each text that the public must not see has a word of its own.
constexpr std::string_view private_words[] = {"leavereason", "contactline", "headpost",
                                              "grantpurpose"};

constexpr std::string_view book_text = R"(
alliance: {name: 站区联盟, founded: 2016-01-01, office: a}
units:
  - {id: a, name: 甲单位, contact: contactline of a, head: headpost of a}
  - {id: b, name: 乙单位, contact: contactline of b, head: headpost of b}
committees: [{id: k, name: 服务专委会, lead: a, members: [b]}]
meetings:
  - id: m1
    kind: regular
    date: 2017-05-10
    attendance: {present: [a], leave: [{unit: b, reason: leavereason at home}]}
    topics: [{id: t1, title: 议题, by: b, outcome: consensus}]
    resolutions:
      - {id: r1, text: 逾期的事, topic: t1, lead: a, support: [b], due: 2017-06-30}
      - {id: r2, text: 在办的事, topic: t1, lead: b, due: 2017-12-31}
    minutes: {issued: 2017-05-12}
  - id: m2
    kind: regular
    date: 2017-08-10
    attendance: {present: [b], leave: [{unit: a, reason: leavereason abroad}]}
    resolutions: [{id: r1, text: 新的事, lead: a, due: 2017-11-30}]
  - {id: m3, kind: regular, date: 2017-11-10, notice: {date: 2017-09-20}}
followups:
  - {meeting: m1, unit: b, date: 2017-08-01, items: [{resolution: r2, status: in_progress}]}
plans: [{year: 2017, tasks: [{id: t1, title: 任务, lead: k, due: 2017-06-30}]}]
events: [{id: e1, title: 导乘, kind: volunteer, date: 2017-08-01, lead: a, partners: [b]}]
series: [{id: s, title: 每月服务, lead: a, schedule: [{from: 2017-01-01, every: month}]}]
funds: [{id: f, name: 爱心基金, steward: a}]
donations: [{id: d1, date: 2017-07-02, fund: f, amount: 4000}]
grants: [{id: g1, date: 2017-08-02, fund: f, amount: 100, beneficiaries: 3, purpose: grantpurpose of illness}]
projects:
  - {id: p1, title: 项目, applicant: a, committee: k, year: 2017, applied: {date: 2017-02-01, amount: 500}}
requests: [{id: q1, date: 2017-08-05, by: a, to: [b], text: 请协助, due: 2017-08-20}]
)";

constexpr Date as_of = *Date::make(2017, 9, 30);

std::vector<Period> periods_of(const ReportKind& kind) {
  switch (kind.covers) {
    case Covers::nothing:
      return {{}};
    case Covers::quarter:
      return {*read_period("2017-Q2", as_of), *read_period("2017-Q3", as_of)};
    case Covers::year:
      return {*read_period("2017", as_of)};
    case Covers::any:
    case Covers::years:
      break;
  }
  return {{}, *read_period("2017", as_of)};
}

/// Every report of the kind on the book, one after the other, as every text format has it.
std::string all_of(const ReportKind& kind, const Book& book, Audience audience) {
  std::string out;
  auto subjects = subjects_of(kind, book);
  if (kind.subject == Subject::none) subjects = {""};
  REQUIRE_FALSE(subjects.empty());
  for (const Language language : {Language::en, Language::zh})
    for (const Period& period : periods_of(kind))
      for (const std::string_view subject : subjects) {
        const Document document =
            make_report(kind, {book, as_of, period, language, subject, audience});
        out += to_markdown(document) + to_html(document) + to_json(document);
      }
  return out;
}

std::string everything(const Book& book, Audience audience) {
  std::string out;
  for (const ReportKind* kind : all_reports()) out += all_of(*kind, book, audience);
  return out;
}

bool holds(const std::string& text, std::string_view word) {
  return text.find(word) != std::string::npos;
}

}  // namespace

TEST_CASE("no report for the public holds what is not for the public") {
  const Book book = Book::of(std::string(book_text));
  REQUIRE(book.findings().empty());
  for (const ReportKind* kind : all_reports()) {
    CAPTURE(kind->name);
    const std::string text = all_of(*kind, book, Audience::the_public);
    for (const std::string_view word : private_words) {
      CAPTURE(word);
      CHECK_FALSE(holds(text, word));
    }
  }
}

TEST_CASE("members and the office are shown all of it somewhere") {
  const Book book = Book::of(std::string(book_text));
  for (const Audience audience : {Audience::members, Audience::office}) {
    const std::string text = everything(book, audience);
    for (const std::string_view word : private_words) {
      CAPTURE(word);
      CHECK(holds(text, word));
    }
  }
}

TEST_CASE("no report shows a personal number in full, wherever it was written") {
  // 11010519491231002X: 7·1+9·1+10·0+5·1+8·0+4·5+2·1+1·9+6·4+3·9+7·1+9·2+10·3+5·1+8·0+4·0+2·2
  // = 167 = 15·11 + 2, for which the check digit is X.
  const std::string number = "11010519491231002X";
  std::string text(book_text);
  // Every value that is a text takes the number along.
  for (const std::string_view word :
       {"逾期的事", "在办的事", "新的事", "任务", "导乘", "每月服务", "爱心基金", "项目", "请协助",
        "站区联盟", "甲单位", "乙单位", "议题", "leavereason", "contactline", "headpost",
        "grantpurpose", "服务专委会"})
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + word.size() + 19))
      text.insert(at + word.size(), " " + number);
  const Book book = Book::of(text);
  REQUIRE(book.findings().empty());
  const std::string all = everything(book, Audience::office);
  CHECK(holds(all, "********"));
  CHECK_FALSE(holds(all, number));
}

}  // namespace audience_test
