// Numbers that are too large: days that would leave the calendar, years that are none, sums that
// do not fit.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <lianxi/base/error.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/figures/figure_paths.hpp>
#include <lianxi/figures/figures.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/rules/judge.hpp>

namespace number_ranges_test {

using namespace lianxi;

namespace {

Date day(int year, unsigned month, unsigned number) { return *Date::make(year, month, number); }

Book with_policy(const std::string& policy) {
  return Book::of(
      fmt::format("alliance: {{name: A, founded: 2017-01-01, office: a, policy: {{{}}}}}\n"
                  "units: [{{id: a, name: A, head: H}}]\n",
                  policy));
}

/// The findings of a rule: what each says and advises.
std::vector<std::string> found(const Book& book, std::string_view rule) {
  std::vector<std::string> all;
  for (const Finding& finding : validate({book, day(2017, 12, 31), false}).findings)
    if (finding.rule == rule)
      all.push_back(fmt::format("{}: {}; {}", finding.record, finding.message.en, finding.hint.en));
  return all;
}

Error::Cause cause_of(const auto& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.cause();
  }
  return Error::Cause::circumstances;
}

const std::string alliance =
    "alliance: {name: A, founded: 2017-01-01, office: a}\nunits: [{id: a, name: A, head: H}]\n";

}  // namespace

TEST_CASE("days that a policy gives are ten years at most") {
  for (const std::string field : {"notice_days", "minutes_days", "report_days_before",
                                  "publish_days", "topics_days", "suggestion_days", "warn_days"}) {
    CAPTURE(field);
    CHECK(found(with_policy(field + ": 3660"), "wrong-type").empty());
    for (const std::string number : {"3661", "1000000000", "3,660"})
      CHECK(found(with_policy(field + ": '" + number + "'"), "wrong-type") ==
            std::vector{"alliance: “" + number +
                        "” is not a number of days, 0 to 3660; write a number of days, 0 to 3660"});
  }
  const Book book = with_policy("notice_days: 3660, minutes_days: 3661");
  CHECK(*book.policy_on(day(2017, 1, 1)).notice_days == 3660);
  CHECK(*book.policy_on(day(2017, 1, 1)).minutes_days == 7);  // as though it were not given
}

TEST_CASE("years are those that days may have") {
  const auto refused = [](const std::string& records) {
    return found(Book::of(alliance + records), "wrong-type").size();
  };
  for (const auto& [year, count] :
       {std::pair{"1899", 1}, {"1900", 0}, {"2199", 0}, {"2200", 1}, {"999999999", 1}}) {
    CAPTURE(year);
    CHECK(refused(fmt::format("plans: [{{year: {}}}]\n", year)) == std::size_t(count));
    CHECK(refused(fmt::format("budgets: [{{id: b, year: {}, amount: 1}}]\n", year)) ==
          std::size_t(count));
    CHECK(refused(fmt::format("projects: [{{id: p, title: P, applicant: a, year: {}}}]\n", year)) ==
          std::size_t(count));
  }
  // What only counts is not bounded so.
  CHECK(refused("plans: [{year: 2017, tasks: [{id: t, title: T, lead: a, due: 2017-12-31, target: "
                "{metric: served, value: 1000000000}}]}]\n") == 0);
}

TEST_CASE("no day leaves the calendar, however many days are added") {
  CHECK(day(2017, 12, 31) + 1 == day(2018, 1, 1));
  CHECK(day(2017, 1, 1) - 1 == day(2016, 12, 31));
  CHECK(day(9999, 12, 30) + 1 == day(9999, 12, 31));
  CHECK(day(9999, 12, 31) + 1 == day(9999, 12, 31));
  CHECK(day(1, 1, 1) - 1 == day(1, 1, 1));
  constexpr int most = std::numeric_limits<int>::max();
  CHECK(day(2199, 12, 31) + most == day(9999, 12, 31));
  CHECK(day(1900, 1, 1) - most == day(1, 1, 1));
  CHECK(day(2199, 12, 31) - std::numeric_limits<int>::min() == day(9999, 12, 31));
  CHECK(day(1900, 1, 1) + std::numeric_limits<int>::min() == day(1, 1, 1));
}

TEST_CASE("a sum that does not fit is refused") {
  constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
  CHECK((Amount{largest - 1} + Amount{1}).hundredths == largest);
  CHECK((Amount{-largest} + Amount{largest}).hundredths == 0);
  CHECK((Amount{1 - largest} - Amount{1}).hundredths == -largest);
  CHECK(cause_of([] { (void)(Amount{largest} + Amount{1}); }) == Error::Cause::records);
  CHECK(cause_of([] { (void)(Amount{-largest} - Amount{1}); }) == Error::Cause::records);
  // 2^53 - 1 is the largest whole number that all programs read alike.
  constexpr std::int64_t most = 9'007'199'254'740'991;
  CHECK((Count{most - 1} + Count{1}).value == most);
  CHECK(cause_of([] { (void)(Count{most} + Count{1}); }) == Error::Cause::records);
}

TEST_CASE("parts of the largest sums are as exact as any") {
  constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
  CHECK(rate(7, 8) == 875);
  CHECK(rate(largest, largest) == 1000);
  CHECK(rate(largest / 2, largest) == 500);
  CHECK(rate(1, 2000) == 1);  // 0.05 %, halves up
  CHECK(rate(1, 2001) == 0);
}

TEST_CASE("a rule whose sums do not fit says so, and the others judge") {
  // 9,223 times the largest amount fit into 64 bits of hundredths, 9,224 do not.
  std::string text = alliance +
                     "projects:\n  - {id: p, title: P, applicant: a, year: 2017, applied: "
                     "{date: 2017-01-01, amount: 1}, approved: {date: 2017-01-02, amount: 2}, "
                     "expenses: [";
  for (int i = 0; i < 9223; ++i) text += "{date: 2017-02-01, item: I, amount: 10000000000000},";
  const Book fits = Book::of(text + "]}\n");
  const Book outgrows =
      Book::of(text + "{date: 2017-02-01, item: I, amount: 10000000000000}]}\nunit: []\n");
  const std::string more =
      "projects/p: 2.00 were approved, 1.00 more than the 1.00 applied for; "
      "correct one of the two amounts";
  CHECK(found(fits, "over-budget") ==
        std::vector{more, std::string("projects/p: expenses come to 92,230,000,000,000,000.00, "
                                      "92,229,999,999,999,998.00 more than the 2.00 approved; "
                                      "correct the amounts, or have more approved")});
  CHECK(
      found(outgrows, "over-budget") ==
      std::vector{std::string("alliance: a sum of what the records say comes to more than "
                              "92,233,720,368,547,758.07, which is more than can be counted; look "
                              "for counts and amounts that cannot be right: `lianxi list` shows "
                              "them"),
                  more});
  CHECK(found(outgrows, "unknown-collection").size() == 1);
  CHECK(cause_of([&] { (void)figures_of(outgrows, day(2017, 12, 31)); }) == Error::Cause::records);
  CHECK(find_figure(figures_of(fits, day(2017, 12, 31)), "projects.spent")->hundredths ==
        9'223'000'000'000'000'000);
}

}  // namespace number_ranges_test
