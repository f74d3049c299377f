// The errors that a command says there are in the records are those that `validate` counts.
#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>

#include <lianxi/base/source.hpp>
#include <lianxi/book/book_source.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/rules/judge.hpp>

namespace record_faults_test {

using namespace lianxi;

namespace {

const Date autumn = *Date::make(2017, 9, 30);

void check_the_same(const ValidateCase& c) {
  const RecordFaults faults = record_faults(c);
  CHECK(faults.errors == validate(c).errors);
  CHECK(faults.unread == c.book.unread());
}

/// A book of one alliance, a unit, and a grave fault or two.
Book faulty_book(const std::string& severities, const std::string& waivers) {
  return Book::of("alliance: {name: A, founded: 2013-04-28, office: a" + severities +
                  "}\nunits:\n  - {id: a, name: A}\n  - {id: b, name: B, head: H}\n"
                  "shares:\n  - {id: s, date: 2017-03-01, unit: x, title: T, kind: experience}\n"
                  "waivers:\n  - {rule: head-missing, record: units/b, reason: R}\n" +
                  waivers);
}

int errors_of(const Book& book) { return record_faults({book, autumn, true}).errors; }

}  // namespace

TEST_CASE("the number of errors is that of validate, in the books of all rules") {
  int books = 0;
  for (const auto& rule :
       std::filesystem::directory_iterator(std::string(LIANXI_TESTS_DIR) + "/rules"))
    for (const char* kind : {"/bad", "/good"}) {
      const std::string folder = rule.path().string() + kind;
      if (!std::filesystem::exists(folder)) continue;
      CAPTURE(folder);
      const Book book = Book::read(read_folder(folder));
      const auto files = folder_source(folder);
      check_the_same({book, autumn, true, files.get()});
      check_the_same({book, autumn, false});
      ++books;
    }
  CHECK(books > 150);
}

TEST_CASE("severities and waivers decide what is an error") {
  // A share of an unknown unit is one; a member without a head is none, nor is an unused waiver.
  CHECK(errors_of(faulty_book("", "")) == 1);
  CHECK(errors_of(faulty_book(", severities: {head-missing: error}", "")) == 2);
  CHECK(errors_of(faulty_book(", severities: {unknown-reference: warning}", "")) == 0);
  CHECK(errors_of(faulty_book(", severities: {unknown-reference: off}", "")) == 0);
  CHECK(errors_of(faulty_book(", severities: {unused-waiver: error}", "")) == 2);
  CHECK(errors_of(
            faulty_book("", "  - {rule: unknown-reference, record: shares/s, reason: R}\n")) == 0);
  CHECK(errors_of(
            faulty_book("", "  - {rule: unknown-reference, record: shares/*, reason: R}\n")) == 0);
  CHECK(errors_of(faulty_book("",
                              "  - {rule: unknown-reference, record: shares/s, reason: R, "
                              "until: 2017-09-29}\n")) == 1);
}

TEST_CASE("a waiver that hides nothing names three records on which there is something") {
  std::string units;
  for (int i = 0; i < 9; ++i) units += fmt::format("  - {{id: u{}, name: U}}\n", i);
  const Book book =
      Book::of("alliance: {name: A, founded: 2013-04-28, office: u0}\nunits:\n" + units +
               "waivers:\n  - {rule: head-missing, record: units/u0, reason: R}\n"
               "  - {rule: head-missing, record: units/x, reason: R}\n"
               "  - {rule: head-missing, record: units/*, reason: S}\n"
               "  - {rule: head-missing, record: meetings/*, reason: S}\n");
  const Verdict verdict = validate({book, autumn, true});
  CHECK(verdict.waived == 9);
  std::vector<std::string> hints;
  for (const Finding& finding : verdict.findings) {
    if (finding.rule == "unused-waiver") hints.push_back(finding.hint.en);
    if (finding.rule == "head-missing")
      CHECK(finding.waived == (finding.record == "units/u0" ? "R" : "S"));
  }
  const std::string others =
      "check the record's name, or delete the waiver; there are such findings on: units/u0, "
      "units/u1, units/u2";
  CHECK(hints == std::vector<std::string>{others, others});
}

TEST_CASE("what is written wrong in the same way many times is answered each time") {
  std::string records;
  for (int i = 0; i < 600; ++i)
    records += fmt::format(
        "  - {{id: s{}, date: 2017-03-01, unit: nroth, title: T, kind: experience}}\n", i);
  const Book book = Book::of(
      "alliance: {name: A, founded: 2013-04-28, office: north}\nunits:\n"
      "  - {id: north, name: N, head: H}\nshares:\n" +
      records);
  int answered = 0;
  for (const Finding& finding : validate({book, autumn, true}).findings)
    answered += finding.hint.en == "did you mean “north”?";
  CHECK(answered == 600);
}

}  // namespace record_faults_test
