// Random books: the figures of an annual report are those of plain sums over the records,
// and a year is the sum of its quarters.
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

#include <lianxi/book/folder.hpp>
#include <lianxi/figures/figures.hpp>
#include <lianxi/records/events.hpp>
#include <lianxi/records/grants.hpp>

#include "random_records.hpp"
#include "report_texts.hpp"

namespace lianxi::reports {
extern const ReportKind annual;
}  // namespace lianxi::reports

namespace annual_property_test {

using namespace lianxi;
using namespace lianxi::test;

namespace {

// ---- what a report must say of it -------------------------------------------------

/// Days from the first to the last, both included.
struct Range {
  Date from, to;
  bool holds(Date day) const { return from <= day && day <= to; }
};

std::string thousands(std::int64_t number) {
  std::string text = std::to_string(number);
  for (int at = int(text.size()) - 3; at > 0; at -= 3) text.insert(std::size_t(at), ",");
  return text;
}

std::string expected_count(const std::vector<Piece>& pieces, const Range& range) {
  Written sum;
  for (const Piece& piece : pieces)
    if (range.holds(piece.date)) sum.add(piece.part);
  if (sum.qualifier == 1) return thousands(sum.value) + "+";
  return (sum.qualifier == 2 ? "about " : "") + thousands(sum.value);
}

std::string expected_amount(const std::vector<Sum>& sums, const Range& range) {
  std::int64_t cents = 0;
  for (const Sum& sum : sums)
    if (range.holds(sum.date)) cents += sum.part;
  return fmt::format("{}.{:02}", thousands(cents / 100), cents % 100);
}

std::string expected_rate(const std::vector<Sum>& sums, const Range& range) {
  std::int64_t present = 0, members = 0;
  for (const Sum& sum : sums) {
    if (!range.holds(sum.date)) continue;
    present += sum.part;
    members += sum.whole;
  }
  if (members == 0) return "—";
  std::int64_t tenths = 1000 * present / members;
  if (2 * (1000 * present % members) >= members) ++tenths;
  return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

std::string expected_settled(const std::vector<Settling>& suggestions, const Range& range) {
  return thousands(std::ranges::count_if(suggestions, [&](const Settling& s) {
    return range.holds(s.made) && s.settled && *s.settled <= range.to;
  }));
}

std::map<std::string, std::string> expected(const RandomBook& book, const Range& range) {
  std::map<std::string, std::string> figures;
  for (const auto& [figure, pieces] : book.counts) figures[figure] = expected_count(pieces, range);
  for (const auto& [figure, sums] : book.amounts) figures[figure] = expected_amount(sums, range);
  figures["Attendance"] = expected_rate(book.attendance, range);
  figures["Suggestions settled"] = expected_settled(book.suggestions, range);
  return figures;
}

/// The columns that show figures: four quarters, the year, what it is compared with.
using Row = std::array<std::string, 6>;

std::map<std::string, Row> shown(const Document& document) {
  const auto& table = std::get<doc::Table>(document.sections.at(0).blocks.at(0));
  std::map<std::string, Row> rows;
  for (const auto& cells : table.rows) {
    Row row;
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = cells.at(i + 2).plain();
    rows[cells.at(0).plain()] = row;
  }
  return rows;
}

std::vector<InputFile> input(const RandomBook& book, bool backwards) {
  std::vector<InputFile> files;
  for (const auto& [path, bytes] : book.files) files.push_back({path, bytes});
  if (backwards) std::ranges::reverse(files);
  return files;
}

std::array<Range, 6> ranges_of(int year, Date as_of) {
  const auto until = [&](Date day) { return std::min(day, as_of); };
  const auto day_of = [](int y, unsigned month, unsigned day) {
    return *Date::make(y, month, day);
  };
  const bool goes_on = as_of < day_of(year, 12, 31);
  const Date same_day = day_of(year - 1, unsigned(as_of.month()), unsigned(as_of.day()));
  return {{{day_of(year, 1, 1), until(day_of(year, 3, 31))},
           {day_of(year, 4, 1), until(day_of(year, 6, 30))},
           {day_of(year, 7, 1), until(day_of(year, 9, 30))},
           {day_of(year, 10, 1), until(day_of(year, 12, 31))},
           {day_of(year, 1, 1), until(day_of(year, 12, 31))},
           {day_of(year - 1, 1, 1), goes_on ? same_day : day_of(year - 1, 12, 31)}}};
}

/// Hours stand without places where they are whole.
std::string as_shown(const std::string& figure, std::string value) {
  if (figure == "Volunteer hours" && value.ends_with(".00")) value.resize(value.size() - 3);
  return value;
}

/// A cell of a time that has not come, or before there was an alliance, says nothing.
bool says_nothing(const Range& range, Date as_of) {
  return range.from > as_of || range.to < founded;
}

/// Whether an activity says anything of the figure; all others are counted from the records.
bool is_said(const std::string& figure, const Event& event) {
  if (figure == "People served") return event.served.given();
  if (figure == "Volunteers") return event.volunteers.given();
  if (figure == "Volunteer hours") return event.hours.given();
  if (figure == "People trained") return event.trained.given();
  return figure != "People certified" || event.certified.given();
}

/// Whether there were activities, or grants, and none says anything of it: nobody recorded that.
bool is_left_open(const Book& book, const std::string& figure, const Range& range) {
  int all = 0, said = 0;
  for (const Event& event : book.events) {
    const auto last = event.until ? event.until : event.date;
    if (!last || *last < range.from || *last > range.to) continue;
    ++all;
    said += is_said(figure, event);
  }
  if (all > 0 && said == 0) return true;
  if (figure != "People helped by funds") return false;
  all = said = 0;
  for (const Grant& grant : book.grants) {
    if (!grant.date || *grant.date < range.from || *grant.date > range.to) continue;
    ++all;
    said += grant.beneficiaries.given();
  }
  return all > 0 && said == 0;
}

void check_figures(const RandomBook& random, const Book& book, int year, Date as_of) {
  const Period period = *read_period(std::to_string(year), as_of);
  const auto rows = shown(make_report(reports::annual, {book, as_of, period, Language::en}));
  const auto ranges = ranges_of(year, as_of);
  for (std::size_t column = 0; column < ranges.size(); ++column) {
    CAPTURE(column);
    for (const auto& [figure, value] : expected(random, ranges[column])) {
      CAPTURE(figure);
      const auto row = rows.find(figure);
      // Only what is nowhere more than nothing may be left out.
      if (row == rows.end())
        CHECK((value == "0" || value == "0.00" || value == "about 0" || value == "0+" ||
               value == "—" || value == "0.0%"));
      else
        CHECK(row->second[column] ==
              (says_nothing(ranges[column], as_of) || is_left_open(book, figure, ranges[column])
                   ? "—"
                   : as_shown(figure, value)));
    }
  }
}

}  // namespace

TEST_CASE("an annual report's figures are the sums over the records of its quarters and year") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const RandomBook random = RandomWriter(seed).write();
    const Book book = Book::read(input(random, false));
    for (const Finding& finding : book.findings()) FAIL(finding.message.en);
    for (const int year : {2014, 2015, 2016, 2017}) {
      CAPTURE(year);
      check_figures(random, book, year, *Date::make(2019, 1, 1));
      check_figures(random, book, year, *Date::make(year, 8, 17));
    }
  }
}

namespace {

Written operator+(Written a, const Written& b) {
  a.add(b);
  return a;
}

Written written(Count count) { return {count.value, int(count.qualifier)}; }

bool operator==(const Written& a, const Written& b) {
  return a.value == b.value && a.qualifier == b.qualifier;
}

/// The sum of a figure over several figures of a book.
template <class Value>
auto sum_of(const std::vector<Figures>& parts, Value value) {
  auto sum = value(parts[0]);
  for (std::size_t i = 1; i < parts.size(); ++i) sum = sum + value(parts[i]);
  return sum;
}

}  // namespace

TEST_CASE("a year's counts, with how exact they are, and its amounts are those of its quarters") {
  const Date today = *Date::make(2019, 1, 1);
  for (unsigned seed = 100; seed < 160; ++seed) {
    CAPTURE(seed);
    const RandomBook random = RandomWriter(seed).write();
    const Book book = Book::read(input(random, false));
    for (const int year : {2014, 2015, 2016, 2017}) {
      CAPTURE(year);
      const Figures whole = figures_of(book, today, *read_period(std::to_string(year), today));
      std::vector<Figures> quarters;
      for (const auto* quarter : {"-Q1", "-Q2", "-Q3", "-Q4"})
        quarters.push_back(
            figures_of(book, today, *read_period(std::to_string(year) + quarter, today)));
      for (const auto member :
           {&EventFigures::sessions, &EventFigures::served, &EventFigures::volunteers,
            &EventFigures::trained, &EventFigures::certified}) {
        const auto value = [&](const Figures& f) { return written(f.events.total.*member); };
        CHECK(sum_of(quarters, value) == value(whole));
      }
      const auto helped = [](const Figures& f) { return written(f.funds.at(0).beneficiaries); };
      CHECK(sum_of(quarters, helped) == helped(whole));
      const auto amounts = {+[](const Figures& f) { return f.donations.money; },
                            +[](const Figures& f) { return f.funds.at(0).granted; },
                            +[](const Figures& f) { return f.projects.approved; },
                            +[](const Figures& f) { return f.projects.spent; },
                            +[](const Figures& f) { return f.projects.reimbursed; }};
      for (const auto amount : amounts) CHECK(sum_of(quarters, amount) == amount(whole));
      const auto settled = [](const Figures& f) { return f.meetings.suggestions_settled; };
      CHECK(sum_of(quarters, settled) <= settled(whole));
    }
  }
}

TEST_CASE("neither the order of files nor the number of threads changes a report") {
  for (unsigned seed = 200; seed < 210; ++seed) {
    const RandomBook random = RandomWriter(seed).write();
    const Book one = Book::read(input(random, false), 1);
    const Book other = Book::read(input(random, true), 5);
    for (const ReportKind* kind : all_reports()) {
      CAPTURE(kind->name);
      CAPTURE(seed);
      const Date today = *Date::make(2016, 8, 17);
      const auto subjects = subjects_of(*kind, one);
      if (kind->subject != Subject::none && subjects.empty()) continue;
      const std::string subject = subjects.empty() ? std::string() : subjects.front();
      const Period period = default_period(*kind, today);
      for (const Language language : {Language::zh, Language::en})
        CHECK(to_markdown(make_report(*kind, {one, today, period, language, subject})) ==
              to_markdown(make_report(*kind, {other, today, period, language, subject})));
    }
  }
}

}  // namespace annual_property_test
