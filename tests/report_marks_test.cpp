// What files say that they are, and whether they are still as they were written.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <lianxi/base/sha256.hpp>
#include <lianxi/documents/file_mark.hpp>
#include <lianxi/records/summaries.hpp>
#include <lianxi/reports/report.hpp>
#include <lianxi/reports/report_mark.hpp>

#include "report_texts.hpp"

namespace report_marks_test {

using namespace lianxi;
using test::day;

TEST_CASE("a summary may be for each report there is, by any of its names") {
  std::vector<std::string> known, named;
  for (const ReportName& one : report_names)
    known.push_back(fmt::format("{} {} {}", one.name, one.en, one.zh));
  for (const ReportKind* kind : all_reports())
    named.push_back(fmt::format("{} {} {}", kind->name, kind->title.en, kind->title.zh));
  CHECK(known == named);
}

TEST_CASE("SHA-256 as FIPS 180-4 has it") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a file says what it is, and whether it was changed since") {
  const std::string file = with_mark("# title\n", "report plan 2017 as-of 2017-09-30");
  const auto marked = read_mark(file);
  REQUIRE(marked);
  CHECK(marked->mark == "report plan 2017 as-of 2017-09-30");
  CHECK(marked->text == "# title\n");
  CHECK(marked->is_intact);
  // What editors and git do to line ends changes nothing.
  std::string windows;
  for (const char c : file) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  REQUIRE(read_mark(windows + "\r\n\r\n"));
  CHECK(read_mark(windows + "\r\n\r\n")->is_intact);
  std::string changed = file;
  changed[3] = 'T';
  REQUIRE(read_mark(changed));
  CHECK_FALSE(read_mark(changed)->is_intact);
}

TEST_CASE("what somebody wrote below the mark is a change by hand") {
  const auto marked = read_mark(with_mark("a\n", "report plan all") + "and more\n");
  REQUIRE(marked);
  CHECK(marked->mark == "report plan all");
  CHECK_FALSE(marked->is_intact);
}

TEST_CASE("a file without a mark says nothing") {
  for (const std::string_view text :
       {"", "# title\n", "<!-- lianxi report plan sha256 1 -->\n", "a\n<!-- lianxi report plan -->",
        "a\n<!-- lianxi report plan sha256 12 -->"})
    CHECK_FALSE(read_mark(text));
  // A mark in the middle is a text like others.
}

TEST_CASE("a report's mark is read as it was written") {
  const ReportMark marks[] = {
      {"minutes", "2017-q3", {}, day("2017-09-25"), Language::zh, Audience::members},
      {"quarterly", "", *read_period("2017-Q3", day("2018-01-01")), day("2017-09-30"), Language::en,
       Audience::the_public},
      {"fund", "爱心基金", {}, day("2017-09-30"), Language::zh, Audience::the_public, false},
      {"unit", "地铁派出所", *read_period("2017-01-05..2017-03-07", day("2018-01-01")),
       day("2017-09-30"), Language::zh, Audience::office},
      {"matter", "2017-q3/r1", {}, day("2017-09-30")},
      {"all", "", *read_period("2017", day("2018-01-01")), day("2017-09-30")}};
  for (const ReportMark& mark : marks) {
    const std::string text = to_text(mark);
    CAPTURE(text);
    const auto read = read_report_mark(text);
    REQUIRE(read);
    CHECK(to_text(*read) == text);
    CHECK(read->kind == mark.kind);
    CHECK(read->subject == mark.subject);
    CHECK(read->period == mark.period);
    CHECK(read->as_of == mark.as_of);
    CHECK(read->audience == mark.audience);
    CHECK(read->charts == mark.charts);
  }
  CHECK(to_text(marks[0]) == "report minutes 2017-q3 as-of 2017-09-25 lang zh audience members");
}

TEST_CASE("what is no mark of a report is not taken for one") {
  for (const std::string_view text :
       {"", "report", "report plan", "report nothing all as-of 2017-09-30",
        "report plan 2017 as-of yesterday lang zh", "report plan 2017 as-of 2017-09-30 lang fr",
        "report plan never as-of 2017-09-30", "report minutes m 2017 x as-of 2017-09-30",
        "report plan 2017 as-of 2017-09-30 colour red"})
    CHECK_FALSE(read_report_mark(text));
}

}  // namespace report_marks_test
