// A large file is read in pieces by several threads: nobody may see that.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>
#include <vector>

#include <lianxi/base/parallel.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/records/donations.hpp>
#include <lianxi/records/events.hpp>

using namespace lianxi;

namespace {

constexpr int many = 12'000;

std::string donation(int number, std::string_view indent = "  ") {
  return fmt::format(
      "{0}- id: d{1}\n{0}  date: 2017-05-{2:02}\n{0}  donor: 捐赠人 {1}\n{0}  fund: care\n"
      "{0}  amount: {1}.50\n{0}  receipt: R{1}\n",
      indent, number, 1 + number % 28);
}

std::string donations(int count = many, std::string_view indent = "  ") {
  std::string text = "donations:\n";
  for (int i = 0; i < count; ++i) text += donation(i, indent);
  return text;
}

Book read(const std::string& text, unsigned jobs) {
  std::vector<InputFile> files;
  files.push_back({"book.yaml", text});
  return Book::read(std::move(files), jobs);
}

/// All that a reader of the book can tell, written down.
std::string told(const Book& book) {
  std::string out;
  for (const Donation& donation : book.donations)
    out += fmt::format("{} {} {} {}\n", *donation.id, std::uint32_t(donation.at),
                       donation.donor.value_or("—"), donation.note().value_or("—"));
  for (const Event& event : book.events) out += fmt::format("{}\n", *event.id);
  for (const Finding& finding : book.findings())
    out += fmt::format("{} {} {} {} {}\n", std::uint32_t(finding.at), finding.rule, finding.record,
                       finding.message.en, finding.hint.zh);
  return out + fmt::format("{}", book.with_digits().size());
}

/// Reads it both ways; the number of donations.
std::size_t read_both_ways(const std::string& text) {
  REQUIRE(text.size() > std::size_t(1) << 20);
  const Book whole = read(text, 1), in_pieces = read(text, 4);
  CHECK(told(whole) == told(in_pieces));
  return in_pieces.donations.size();
}

}  // namespace

TEST_CASE("a large list of records") {
  CHECK(read_both_ways(donations()) == many);
  CHECK(read_both_ways(donations(many, "")) == many);
  CHECK(read_both_ways("# 说明\n---\n" + donations() + "\n# 完\n") == many);
  CHECK(read_both_ways(donations() + "events:\n- id: e1\n- id: e2\n") == many);
}

TEST_CASE("what stands between the records of a large list") {
  std::string text = "donations:\n";
  for (int i = 0; i < many; ++i) {
    text += donation(i);
    if (i % 7 == 0) text += "    note: |\n      - 第一行\n\n      - 第二行\n\n";
    if (i % 7 == 1) text += "    note: 接着\n      - 还有\n  # - id: 注释\n";
    if (i % 7 == 2) text += "    ? note\n    : 少见的写法\n";  // which yaml-cpp reads
    if (i % 7 == 3) text += "    note:\n";
  }
  CHECK(read_both_ways(text) == many);
}

TEST_CASE("a text that looks like records, wherever a large list is cut") {
  std::string inside = "    note: \"begins\n";
  for (int i = 0; i < many; ++i) inside += donation(i);
  CHECK(read_both_ways("donations:\n" + donation(1) + inside + "      ends\"\n" + donation(2)) ==
        2);
  // The quote is never closed: nothing of the document counts.
  CHECK(read_both_ways("donations:\n" + donation(1) + inside) == 0);
}

TEST_CASE("faults in a large file are found once, and where they are") {
  CHECK(read_both_ways(donations() + donation(7) + "donations:\n" + donation(8)) == many + 2);
  CHECK(read_both_ways(donations() + "捐赠:\n" + donation(8)) == many + 1);
  CHECK(read_both_ways(donations() + "donatoins:\n" + donation(8)) == many);
  CHECK(read_both_ways(donations() + "  - id: [\n" + donation(8)) == 0);
  CHECK(read_both_ways(donations() + "   - id: one column off\n") == 0);
  CHECK(read_both_ways(donations() + "  - id: x\n    volunteer: 3\n") == many + 1);
  CHECK(read_both_ways(donations() + "waivers:\n  - rule: x\n  - rule: y\n") == many);
  CHECK(read_both_ways("alliance:\n  - name: a list\n" + donations()) == many);
}

TEST_CASE("pieces of work are all done, by however many threads") {
  for (const unsigned jobs : {0U, 1U, 2U, 8U, 300U}) {
    std::vector<int> done(1000);
    in_parallel(jobs, done.size(), [&](std::size_t piece, unsigned thread) {
      CHECK(thread < std::max(1U, jobs));
      ++done[piece];
    });
    CHECK(done == std::vector<int>(1000, 1));
  }
  in_parallel(4, 0, [](std::size_t, unsigned) { FAIL("there is nothing to do"); });
}

TEST_CASE("what a piece of work throws arrives") {
  for (const unsigned jobs : {1U, 4U}) {
    const auto work = [](std::size_t piece, unsigned) {
      if (piece == 37) throw std::bad_alloc();
    };
    CHECK_THROWS_AS(in_parallel(jobs, 1000, work), std::bad_alloc);
  }
}
