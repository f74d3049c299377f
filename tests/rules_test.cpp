// Every rule has a book that breaks it and one that keeps it, tests/rules/<rule>/bad and
// good, and a page in both languages. `expected` lists what the bad one gives:
//
//   as-of: 2017-09-30
//   period: 2017-Q3            (where not all)
//   book.yaml:14:5 meetings/2017-q3
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include <lianxi/rules/judge.hpp>
#include <lianxi/schema/spelling.hpp>

using namespace lianxi;

namespace {

struct Expected {
  std::optional<Date> as_of;
  Period period;
  std::string findings;
};

Expected read_expected(const std::string& folder) {
  Expected expected;
  std::ifstream in(folder + "/expected");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("as-of: "))
      expected.as_of = read_date(line.substr(7));
    else if (line.starts_with("period: "))
      expected.period = read_period(line.substr(8), *expected.as_of).value();
    else if (!line.empty())
      expected.findings += line + "\n";
  }
  return expected;
}

Findings findings_in(const Book& book, const Expected& expected, bool followup) {
  const Date as_of = expected.as_of.value_or(*Date::make(2017, 9, 30));
  if (!followup) return validate({book, as_of, expected.as_of.has_value()}).findings;
  return judge(compliance_of(book, as_of, expected.period)).findings;
}

/// The findings of one rule as `expected` writes them.
std::string found(const std::string& folder, std::string_view rule, const Expected& expected,
                  bool followup) {
  const Book book = Book::read(read_folder(folder));
  std::string out;
  for (const Finding& finding : findings_in(book, expected, followup)) {
    if (finding.rule != rule) continue;
    const auto at = book.sources().position(finding.at);
    out += fmt::format("{}:{}:{} {}\n", book.sources()[at.file].path, at.line, at.column,
                       finding.record.empty() ? "-" : finding.record);
    CHECK_FALSE(finding.message.en.empty());
    CHECK_FALSE(finding.message.zh.empty());
  }
  return out;
}

void check_page(const RuleInfo& rule) {
  for (const Bilingual& text : {rule.holds, rule.why, rule.bad, rule.mended}) {
    CHECK_FALSE(text.en.empty());
    CHECK_FALSE(text.zh.empty());
  }
}

void check_rule(const RuleInfo& rule, bool followup) {
  CAPTURE(rule.name);
  check_page(rule);
  const std::string folder = std::string(LIANXI_TESTS_DIR) + "/rules/" + std::string(rule.name);
  const Expected expected = read_expected(folder);
  CHECK_FALSE(expected.findings.empty());
  CHECK(found(folder + "/bad", rule.name, expected, followup) == expected.findings);
  CHECK(found(folder + "/good", rule.name, expected, followup) == "");
}

}  // namespace

TEST_CASE("every rule of followup finds what its bad book has and nothing in its good one") {
  for (const auto* rule : followup_rules()) check_rule(*rule, true);
}
