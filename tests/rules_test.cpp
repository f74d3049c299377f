// Every rule has a book that breaks it and one that keeps it, tests/rules/<rule>/bad and
// good, and a page in both languages. `expected` lists what the bad one gives:
//
//   as-of: 2017-09-30
//   period: 2017-Q3            (where not all)
//   book.yaml:14:5 meetings/2017-q3
//
// Who committed what first, where a book's folder says so, is in its `authors`: a line for each
// record, `followups/2017-q3/north/2017-11-02 li@example.org`.
#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <lianxi/base/period.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/book/book_source.hpp>
#include <lianxi/exchange/findings_text.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/history/authorship.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/schema/spelling.hpp>

namespace lianxi::rules {
extern const ValidateRule file_unreadable;
}  // namespace lianxi::rules

namespace rules_test {

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

std::optional<Authorship> read_authors(const std::filesystem::path& folder) {
  std::ifstream in(folder / "authors");
  if (!in) return std::nullopt;
  Authorship authorship;
  for (std::string name, email; in >> name >> email;)
    authorship.first[name] = {"clerk", email, "2017-11-02", "1a2b3c4d5e"};
  return authorship;
}

Findings findings_in(const Book& book, const std::filesystem::path& folder,
                     const Expected& expected, bool followup) {
  const Date as_of = expected.as_of.value_or(*Date::make(2017, 9, 30));
  const auto files = folder_source(folder);
  const auto authorship = read_authors(folder);
  if (!followup)
    return validate({book, as_of, expected.as_of.has_value(), files.get(),
                     authorship ? &*authorship : nullptr})
        .findings;
  return judge(compliance_of(book, as_of, expected.period)).findings;
}

/// The findings of one rule as `expected` writes them.
std::string found(const std::string& folder, std::string_view rule, const Expected& expected,
                  bool followup) {
  const Book book = Book::read(read_folder(folder));
  std::string out;
  for (const Finding& finding : findings_in(book, folder, expected, followup)) {
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

TEST_CASE("every rule of validate finds what its bad book has and nothing in its good one") {
  for (const auto* rule : validate_rules())
    if (rule != &rules::file_unreadable) check_rule(*rule, false);
}

TEST_CASE("a file that cannot be read is found at its start, and costs no second finding") {
  check_page(rules::file_unreadable);
  std::vector<InputFile> files;
  files.push_back(
      {"book.yaml", "联盟: {名称: 站区党建联盟, 成立日期: 2017-01-10, 办公室: 综合办}\n"});
  files.push_back({"单位.yaml", "", say({"no permission to read it", "没有读取权限"})});
  const Book book = Book::read(std::move(files));
  const auto verdict = validate({book, *Date::make(2017, 9, 30), false});
  REQUIRE(verdict.findings.size() == 1);
  const Finding& finding = verdict.findings[0];
  CHECK(finding.rule == "file-unreadable");
  CHECK(finding.record.empty());
  const auto at = book.sources().position(finding.at);
  CHECK(fmt::format("{}:{}:{}", book.sources()[at.file].path, at.line, at.column) ==
        "单位.yaml:1:1");
}

TEST_CASE("a book of no files, or without an alliance, lacks just that") {
  const Authorship nobody;
  for (const Book& book : {Book::read({}), Book::of("shares: []\n")}) {
    const auto verdict = validate({book, *Date::make(2017, 9, 30), false, nullptr, &nobody});
    REQUIRE(verdict.findings.size() == 1);
    CHECK(verdict.findings[0].rule == "no-alliance");
    CHECK((verdict.findings[0].at == Place::none) == book.sources().empty());
  }
}

TEST_CASE(
    "a fund may be overdrawn by the largest amount there is, and not be asked by how much more") {
  // 9223 times the largest grant, and what is left up to 2^63 - 1 hundredths.
  for (const auto& [last, record] :
       {std::pair("3720368547758.07", "grants/last"), std::pair("3720368547758.08", "alliance")}) {
    std::string records =
        "alliance: {name: A, founded: 2017-01-10, office: a}\nunits: [{id: a, name: A, head: H}]\n"
        "funds: [{id: f, name: F, steward: a}]\ngrants:\n";
    for (int i = 0; i < 9223; ++i)
      records +=
          fmt::format("- {{id: g{}, date: 2017-03-01, fund: f, amount: 10000000000000}}\n", i);
    records += fmt::format("- {{id: last, date: 2017-03-01, fund: f, amount: {}}}\n", last);
    const Book book = Book::of(records);
    std::string found;
    for (const Finding& one : validate({book, *Date::make(2017, 9, 30), false}).findings)
      if (one.rule == "fund-overdrawn") found += one.record;
    CHECK(found == record);
  }
}

TEST_CASE("no day lies in the future where nobody says which is today") {
  const Book book = Book::of(
      "alliance: {name: A, founded: 2017-01-10, office: a}\nunits: [{id: a, name: A, head: H}]\n"
      "events: [{id: e, title: T, kind: aid, date: 2017-10-01, lead: a}]\n");
  const Date day = *Date::make(2017, 9, 30);
  CHECK(validate({book, day, true}).findings.size() == 1);
  CHECK(validate({book, day, false}).findings.empty());
}

TEST_CASE("of the hundred and first wrong claim nobody is told what it is made of") {
  std::string records =
      "alliance: {name: A, founded: 2017-01-10, office: a}\nunits: [{id: a, name: A, head: H}]\n"
      "shares: [{id: s, date: 2017-03-01, unit: a, title: T, kind: information}]\nclaims:\n";
  for (int i = 0; i < 102; ++i)
    records += fmt::format(
        "- {{id: c{}, figure: shares, value: {}, date: 2017-09-30, source: S}}\n", i, i);
  const Book book = Book::of(records);
  std::vector<std::size_t> shown;
  for (const Finding& one : validate({book, *Date::make(2017, 9, 30), false}).findings)
    shown.push_back(one.related.size());
  // All but c1 are wrong.
  REQUIRE(shown.size() == 101);
  CHECK(std::ranges::count(shown, 1) == 100);
  CHECK(shown.back() == 0);
}

TEST_CASE("evidence is named as seen from the file that names it, even where it lies in the book") {
  const std::string folder = std::string(LIANXI_TESTS_DIR) + "/rules/evidence-missing/good";
  const Book book =
      Book::of(fmt::format("alliance: {{name: A, founded: 2017-01-10, office: a}}\nunits: [{{id: "
                           "a, name: A, head: H}}]\n"
                           "meetings: [{{id: m, kind: regular, date: 2017-03-01, evidence: "
                           "[sign-in.txt, {}/sign-in.txt]}}]\n",
                           folder));
  const auto files = folder_source(folder);
  const auto verdict = validate({book, *Date::make(2017, 9, 30), false, files.get()});
  REQUIRE(verdict.findings.size() == 1);
  CHECK(verdict.findings[0].message.en.ends_with("leaves the book"));
}

TEST_CASE("evidence is not looked for where the book is not in a folder") {
  const Book book =
      Book::read(read_folder(std::string(LIANXI_TESTS_DIR) + "/rules/evidence-missing/bad"));
  for (const Finding& finding : validate({book, *Date::make(2017, 9, 30), false}).findings)
    CHECK(finding.rule != "evidence-missing");
}

TEST_CASE("the sample book has no errors and no warnings") {
  const std::filesystem::path folder = std::string(LIANXI_SAMPLES_DIR) + "/nanjing-south";
  const Book book = Book::read(read_folder(folder));
  const auto files = folder_source(folder);
  const auto verdict = validate({book, *Date::make(2017, 9, 30), false, files.get()});
  CHECK(verdict.errors == 0);
  CHECK(verdict.warnings == 0);
}

TEST_CASE("a claim that does not hold names the figure, the difference and the largest records") {
  const Book book =
      Book::read(read_folder(std::string(LIANXI_TESTS_DIR) + "/rules/claim-mismatch/bad"));
  const auto findings = validate({book, *Date::make(2017, 9, 30), false}).findings;
  const auto first = std::ranges::find(findings, "claims/c1", &Finding::record);
  REQUIRE(first != findings.end());
  CHECK(first->message.en ==
        "claimed 1,298, but events.total.served comes to 1,299+ (difference +1)");
  CHECK(first->message.zh == "公布 1,298，而台账中“events.total.served”为 1,299余（相差 +1）");
  REQUIRE(first->related.size() == 2);
  CHECK(first->related[0].message.en == "events/e1: 1,000");
  CHECK(first->related[1].message.en == "events/e2: 299");
  const auto misspelt = std::ranges::find(findings, "claims/c7", &Finding::record);
  REQUIRE(misspelt != findings.end());
  CHECK(misspelt->hint.en == "did you mean “events.total.served”?");
}

TEST_CASE("a claim is not held against records that could not be read") {
  const Book book = Book::of(
      "联盟: {名称: 站区党建联盟, 成立日期: 2017-01-10, 办公室: 综合办}\n"
      "单位: [{编号: 综合办, 名称: 站综合管理办公室, 负责人: 主任}]\n"
      "活动:\n  - {编号: e1, 标题: 宣传, 类型: 宣传, 日期: 2017-05-10, 牵头单位: 综合办, 服务人次: "
      "许多}\n"
      "公布数据:\n  - {编号: c1, 指标: events.total.served, 数值: 500, 公布日期: 2017-09-30, 出处: "
      "总结}\n");
  const auto verdict = validate({book, *Date::make(2017, 9, 30), false});
  CHECK(verdict.errors == 1);
  CHECK(std::ranges::find(verdict.findings, RuleName("claim-mismatch"), &Finding::rule) ==
        verdict.findings.end());
}

TEST_CASE("personal numbers are found where they stand alone") {
  const auto kind_in = [](std::string_view text) {
    const auto found = find_personal_number(text);
    return found ? int(found->kind) : -1;
  };
  CHECK(kind_in("11010519491231002X") == int(PersonalNumber::Kind::identity));
  CHECK(kind_in("证号11010519491231002x，") == int(PersonalNumber::Kind::identity));
  CHECK(kind_in("11010519491231002X5") == -1);
  CHECK(kind_in("110105194912310021") == -1);  // wrong check digit
  CHECK(kind_in("202005101234567890") == -1);  // an order number
  CHECK(kind_in("2017-09-20 20170920") == -1);
  CHECK(kind_in("13812345678") == int(PersonalNumber::Kind::phone));
  CHECK(kind_in("12812345678") == -1);
  CHECK(kind_in("013812345678") == -1);
  CHECK(kind_in("4111111111111111") == int(PersonalNumber::Kind::card));
  CHECK(kind_in("4111111111111112") == -1);
  CHECK(kind_in("") == -1);
}

TEST_CASE("personal numbers are masked, and nothing moves") {
  CHECK(masked("请拨 13812345678 转 8001") == "请拨 138******78 转 8001");
  CHECK(masked("11010519491231002X 13812345678") == "110*************2X 138******78");
  CHECK(masked("１３８１２３４５６７８") == "１３８＊＊＊＊＊＊７８");
  CHECK(masked("2017-09-20") == "2017-09-20");
}

TEST_CASE("no personal number is printed in full, neither in a message nor in the quoted line") {
  const Book book = Book::of(
      "分享:\n  - 11010519491231002X\n经验信息:\n  - {编号: s1, 内容: 拨13812345678或 "
      "4111111111111111}\n");
  const auto verdict = validate({book, *Date::make(2017, 9, 30), false});
  std::string text;
  for (const Finding& finding : verdict.findings) text += to_text(book, finding, {});
  CHECK(text.find("138******78") != text.npos);
  for (const auto* number : {"11010519491231002X", "13812345678", "4111111111111111"})
    CHECK(text.find(number) == text.npos);
}

}  // namespace rules_test
