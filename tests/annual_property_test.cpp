// Random books: the figures of an annual report are those of plain sums over the records,
// and a year is the sum of its quarters.
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <random>

#include <lianxi/figures/figures.hpp>

#include "report_texts.hpp"

using namespace lianxi;
using namespace lianxi::test;

namespace {

// ---- a book that knows what is in it ----------------------------------------------

/// A count as it is written: 220, 220余, 约5500.
struct Written {
  std::int64_t value = 0;
  int qualifier = 0;  ///< 0 exact, 1 at least, 2 about.

  std::string yaml() const {
    if (qualifier == 1) return fmt::format("{}余", value);
    return qualifier == 2 ? fmt::format("约{}", value) : std::to_string(value);
  }
  void add(const Written& other) {
    value += other.value;
    qualifier = std::max(qualifier, other.qualifier);
  }
};

/// What a record adds to a figure, and on which day.
struct Piece {
  Date date;
  Written part;
};

/// An amount in cents, or a rate's part and whole.
struct Sum {
  Date date;
  std::int64_t part = 0, whole = 0;
};

/// A suggestion: made at a meeting, settled on a day or not at all.
struct Settling {
  Date made;
  std::optional<Date> settled;
};

struct RandomBook {
  std::map<std::string, std::string> files;
  std::map<std::string, std::vector<Piece>> counts;
  std::map<std::string, std::vector<Sum>> amounts;
  std::vector<Sum> attendance;
  std::vector<Settling> suggestions;
  int members = 0;
};

constexpr int first_year = 2014;
const Date founded = *Date::make(first_year, 5, 20);

/// Writes a book and keeps beside it what its records add up to.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  RandomBook write() {
    book_.members = number(1, 6);
    file("alliance.yaml") = "alliance: {name: x, founded: 2014-05-20, office: u0}\n";
    std::string& units = file("units.yaml") = "units:\n";
    for (int i = 0; i < book_.members; ++i)
      units += fmt::format("  - {{id: u{}, name: u{}}}\n", i, i);
    file("funds.yaml") = "funds: [{id: f, name: f, steward: u0}]\n";
    list("events", 60, [&](int id) { event(id); });
    list("donations", 30, [&](int id) { donation(id); });
    list("grants", 30, [&](int id) { grant(id); });
    list("projects", 20, [&](int id) { project(id); });
    list("requests", 20, [&](int id) { request(id); });
    list("shares", 20, [&](int id) {
      plain("Experience and information shared", id, ", unit: u0, title: t, kind: resource");
    });
    list("honors", 20,
         [&](int id) { plain("Honours", id, ", unit: u0, title: t, level: city, kind: model"); });
    list("meetings", 25, [&](int id) { meeting(id); });
    return std::move(book_);
  }

 private:
  int number(int from, int to) { return from + int(random_() % std::uint32_t(to - from + 1)); }
  bool one_in(int n) { return number(1, n) == 1; }
  Date date() { return founded + number(0, 4 * 365); }
  Written count() { return {number(0, 3) * number(0, 2000), number(0, 2)}; }
  std::int64_t cents() { return number(0, 500'000); }
  static std::string money(std::int64_t cents) {
    return fmt::format("{}.{:02}", cents / 100, cents % 100);
  }

  std::string& file(const std::string& name) { return book_.files[name]; }

  template <class Record>
  void list(const std::string& collection, int at_most, Record record) {
    const int records = number(0, at_most);
    text_ = &(file(collection + ".yaml") = records > 0 ? collection + ":\n" : "");
    for (int id = 0; id < records; ++id) record(id);
  }
  void line(const std::string& record) { *text_ += "  - {" + record + "}\n"; }
  void tally(const std::string& figure, Date date, Written part = {1, 0}) {
    book_.counts[figure].push_back({date, part});
  }

  /// A count that a record may or may not give.
  std::string may_give(const std::string& field, const std::string& figure, Date date) {
    if (one_in(2)) return "";
    const Written part = count();
    tally(figure, date, part);
    return fmt::format(", {}: {}", field, part.yaml());
  }

  void event(int id) {
    const Date first = date(), last = one_in(3) ? first + number(0, 120) : first;
    std::string text = fmt::format("id: e{}, title: t, kind: {}, lead: u0, date: {}", id,
                                   one_in(2) ? "volunteer" : "lecture", iso(first));
    if (last != first) text += ", until: " + iso(last);
    tally("Activities", last);
    const std::size_t before = book_.counts["Sessions"].size();
    text += may_give("sessions", "Sessions", last);
    if (book_.counts["Sessions"].size() == before) tally("Sessions", last);
    text += may_give("served", "People served", last);
    text += may_give("volunteers", "Volunteers", last);
    text += may_give("trained", "People trained", last);
    text += may_give("certified", "People certified", last);
    if (one_in(2)) {
      const auto hours = cents();
      book_.amounts["Volunteer hours"].push_back({last, hours});
      text += ", hours: " + money(hours);
    }
    line(text);
  }

  void donation(int id) {
    const Date day = date();
    std::string text = fmt::format("id: d{}, date: {}", id, iso(day));
    if (one_in(2)) {
      const auto amount = cents();
      book_.amounts["Money donated"].push_back({day, amount});
      text += ", fund: f, amount: " + money(amount);
    }
    if (one_in(3)) {
      const auto value = cents();
      book_.amounts["Goods donated, by value"].push_back({day, value});
      text +=
          ", recipient: u0, goods: [{item: g, quantity: 1, uom: n, value: " + money(value) + "}]";
    }
    line(text);
  }

  void grant(int id) {
    const Date day = date();
    const auto amount = cents();
    book_.amounts["Paid out of funds"].push_back({day, amount});
    line(fmt::format("id: g{}, date: {}, fund: f, amount: {}", id, iso(day), money(amount)) +
         may_give("beneficiaries", "People helped by funds", day));
  }

  /// A stage with an amount, dated when it happened to be.
  std::string stage(const std::string& name, const std::string& figure) {
    if (one_in(3)) return "";
    const Date day = date();
    const auto amount = cents();
    book_.amounts[figure].push_back({day, amount});
    return fmt::format(", {}: {{date: {}, amount: {}}}", name, iso(day), money(amount));
  }

  void project(int id) {
    std::string text = fmt::format("id: p{}, title: t, applicant: u0, year: 2015", id);
    text += stage("approved", "Approved for projects");
    text += stage("reimbursed", "Reimbursed to projects");
    std::string expenses;
    for (int n = number(0, 4); n > 0; --n) {
      const Date day = date();
      const auto amount = cents();
      book_.amounts["Spent on projects"].push_back({day, amount});
      expenses += fmt::format("{}{{date: {}, item: i, amount: {}}}", expenses.empty() ? "" : ", ",
                              iso(day), money(amount));
    }
    line(expenses.empty() ? text : text + ", expenses: [" + expenses + "]");
  }

  void request(int id) {
    const Date day = date();
    tally("Requests for help", day);
    line(fmt::format("id: q{}, date: {}, by: u0, to: [u0], text: t", id, iso(day)));
  }

  void plain(const std::string& figure, int id, const std::string& rest) {
    const Date day = date();
    tally(figure, day);
    line(fmt::format("id: r{}, date: {}{}", id, iso(day), rest));
  }

  void meeting(int id) {
    const Date day = date();
    const bool cancelled = one_in(5);
    std::string text =
        fmt::format("id: m{}, kind: {}, date: {}", id, one_in(3) ? "special" : "regular", iso(day));
    if (cancelled) text += ", cancelled: rain";
    if (!cancelled) tally("Meetings held", day);
    if (one_in(2)) text += sign_in(day, cancelled);
    text += suggested(day, cancelled);
    if (const int n = number(0, 3); n > 0) {
      if (!cancelled) tally("Resolutions made", day, {n, 0});
      text += ", resolutions: [";
      for (int i = 0; i < n; ++i)
        text += fmt::format("{}{{id: r{}, text: t, lead: u0, due: 2030-01-01}}", i ? ", " : "", i);
      text += "]";
    }
    line(text);
  }

  std::string sign_in(Date day, bool cancelled) {
    const int present = number(1, book_.members);
    std::string text = ", attendance: {present: [";
    for (int i = 0; i < present; ++i) text += fmt::format("{}u{}", i ? ", " : "", i);
    if (!cancelled) book_.attendance.push_back({day, present, book_.members});
    return text + "]}";
  }

  std::string suggested(Date day, bool cancelled) {
    std::string text;
    for (int n = number(0, 3); n > 0; --n) {
      std::optional<Date> settled;
      if (one_in(2)) settled = day + number(0, 300);
      text += text.empty() ? ", suggestions: [" : ", ";
      text += settled ? fmt::format("{{text: t, outcome: settled, settled: {}}}", iso(*settled))
                      : "{text: t, outcome: adopted}";
      if (!cancelled) book_.suggestions.push_back({day, settled});
      if (!cancelled) tally("Suggestions collected", day);
    }
    return text.empty() ? "" : text + "]";
  }

  std::mt19937 random_;
  RandomBook book_;
  std::string* text_ = nullptr;
};

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

/// A cell of a time that has not come, or before there was an alliance, says nothing.
bool says_nothing(const Range& range, Date as_of) {
  return range.from > as_of || range.to < founded;
}

void check_figures(const RandomBook& random, const Book& book, int year, Date as_of) {
  const Period period = *read_period(std::to_string(year), as_of);
  const auto rows = shown(reports::annual.build({book, as_of, period, Language::en}));
  const auto ranges = ranges_of(year, as_of);
  for (std::size_t column = 0; column < ranges.size(); ++column) {
    CAPTURE(column);
    for (const auto& [figure, value] : expected(random, ranges[column])) {
      CAPTURE(figure);
      const auto row = rows.find(figure);
      // Only what is nowhere more than nothing may be left out.
      if (row == rows.end())
        CHECK((value == "0" || value == "0.00" || value == "about 0" || value == "0+"));
      else
        CHECK(row->second[column] == (says_nothing(ranges[column], as_of) ? "—" : value));
    }
  }
}

}  // namespace

TEST_CASE("an annual report's figures are the sums over the records of its quarters and year") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const RandomBook random = Writer(seed).write();
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
    const RandomBook random = Writer(seed).write();
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
    const RandomBook random = Writer(seed).write();
    const Book one = Book::read(input(random, false), 1);
    const Book other = Book::read(input(random, true), 5);
    for (const ReportKind* kind : all_reports()) {
      CAPTURE(kind->name);
      CAPTURE(seed);
      const Date today = *Date::make(2016, 8, 17);
      const auto subjects = subjects_of(*kind, one);
      if (kind->subject != Subject::none && subjects.empty()) continue;
      const std::string_view subject = subjects.empty() ? "" : subjects.front();
      const Period period = default_period(*kind, today);
      for (const Language language : {Language::zh, Language::en})
        CHECK(to_markdown(kind->build({one, today, period, language, subject})) ==
              to_markdown(kind->build({other, today, period, language, subject})));
    }
  }
}
