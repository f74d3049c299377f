#include <doctest/doctest.h>
#include <string>
#include <vector>

#include <lianxi/book/book.hpp>
#include <lianxi/exchange/asked_books.hpp>
#include <lianxi/exchange/book_partition.hpp>
#include <lianxi/exchange/rollup_fields.hpp>
#include <lianxi/exchange/rollup_reading.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/rules/open_errors.hpp>

namespace rollup_test {

using namespace lianxi;

namespace {

Date day(int year, unsigned month, unsigned of_month) { return *Date::make(year, month, of_month); }

/// A book that is not on disk.
class BookInMemory : public BookSource {
 public:
  explicit BookInMemory(std::string text) : text_(std::move(text)) {}
  std::vector<InputFile> files(unsigned) const override {
    return {{.path = "book.yaml", .bytes = text_}};
  }
  Found find(const std::filesystem::path&) const override { return Found::missing; }

 private:
  std::string text_;
};

constexpr std::string_view faulty = R"(
units: [{id: a, name: A}, {id: b, name: B}]
meetings:
  - id: q1
    kind: regular
    date: 2017-03-10
    resolutions:
      - {id: r1, text: x, lead: a, due: 2017-04-01}
      - {id: r2, text: y, lead: b, due: 2017-04-01}
reminders: [{id: n1, date: 2017-05-01, unit: a, about: [meetings/q1/resolutions/r1], reply_by: 2017-05-10}]
waivers:
  - {rule: resolution-overdue, record: meetings/q1/resolutions/r2, reason: agreed}
  - {rule: resolution-overdue, record: meetings/q9, reason: never was}
)";

Book book_with(std::string_view severities) {
  return Book::of("alliance: {name: A, founded: 2016-01-01, office: a, severities: {" +
                  std::string(severities) + "}}\n" + std::string(faulty));
}

TEST_CASE("open errors are those that followup counts, however severe the rules are") {
  for (const char* severities :
       {"", "resolution-overdue: warning", "reminder-unanswered: error", "unused-waiver: error",
        "report-missing: off, minutes-missing: info", "fund-unpublished: error"}) {
    CAPTURE(severities);
    const Book book = book_with(severities);
    for (const Period& period :
         {Period{}, Period{{}, day(2017, 3, 31)}, Period{day(2017, 4, 1), day(2017, 6, 30)}}) {
      const Compliance compliance = compliance_of(book, day(2017, 9, 30), period);
      CHECK(open_errors_of(compliance) == judge(compliance).open_errors);
    }
  }
  CHECK(open_errors_of(compliance_of(book_with(""), day(2017, 9, 30))) > 0);
}

TEST_CASE("what nobody recorded adds nothing, and of nothing there is no sum") {
  RollupFigures sum, one;
  sum += one;
  CHECK(!sum.donations);
  CHECK(!sum.served);
  one.donations = Amount{5};
  one.served = Count{3, Qualifier::about};
  sum += one;
  sum += RollupFigures{};
  CHECK(sum.donations->hundredths == 5);
  CHECK(sum.served == Count{3, Qualifier::about});
}

TEST_CASE("rates of totals come from the summed numbers") {
  RollupFigures sum, one;
  one.attendance = {3, 4};
  sum += one;
  one.attendance = {1, 2};
  sum += one;
  CHECK(sum.attendance.tenths() == 667);
}

TEST_CASE("lines come in the order asked for, whatever the number of threads") {
  std::vector<std::string> paths(40);
  for (std::size_t i = 0; i < paths.size(); ++i) paths[i] = std::to_string(i);
  for (const unsigned jobs : {1U, 2U, 8U, 100U}) {
    const Rollup rollup =
        rollup_of(paths, {.as_of = day(2017, 9, 30),
                          .label = "all",
                          .jobs = jobs,
                          .source = [](const std::string& path) -> std::unique_ptr<BookSource> {
                            if (path == "7") throw Error({"gone", "没有"});
                            return std::make_unique<BookInMemory>("alliance: {name: N" + path +
                                                                  ", founded: 2016-01-01}\n");
                          }});
    REQUIRE(rollup.lines.size() == 39);
    CHECK(rollup.lines[8].book == "N9");
    CHECK(rollup.broken.at(0).path == "7");
    CHECK(rollup.totals.intervals == 39 * 6);  // from 2016-Q2 to 2017-Q3
  }
}

TEST_CASE("what the visitor throws ends the roll-up") {
  const std::vector<std::string> paths(20, "x");
  const RollupRequest request{
      .as_of = day(2017, 9, 30),
      .label = "all",
      .jobs = 4,
      .source =
          [](const std::string&) {
            return std::make_unique<BookInMemory>("alliance: {name: N, founded: 2016-01-01}\n");
          },
      .visit =
          [](const Book&, const RollupLine&) {
            throw Error({"full", "满"});
          }};
  CHECK_THROWS_AS(rollup_of(paths, request), Error);
}

TEST_CASE("a list of books has a path a line") {
  CHECK(books_listed("\xEF\xBB\xBF# all\r\n\n a b \r\n/c\nd#e", "list") ==
        std::vector<std::string>{"list/a b", "/c", "list/d#e"});
  CHECK(books_listed("", "list").empty());
}

TEST_CASE("a partition's key is safe as a file's name") {
  CHECK(partition_key("/books/nanjing-south") == "nanjing-south");
  CHECK(partition_key("/books/nanjing-south/") == "nanjing-south");
  CHECK(partition_key("/books/南京 南站=1/") == "南京-南站-1");
  CHECK(partition_key("/books/.hidden") == "-hidden");
  CHECK(partition_key("/books/a\xFF\nb\u202E") == "a--b-");
  CHECK(partition_key("/") == "-");
}

}  // namespace
}  // namespace rollup_test
