// Books of random records that know what their records add up to.
#pragma once
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <random>

#include <lianxi/book/book.hpp>

namespace lianxi::test {

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
inline const Date founded = *Date::make(first_year, 5, 20);

/// Writes a book and keeps beside it what its records add up to.
class RandomWriter {
 public:
  explicit RandomWriter(unsigned seed) : random_(seed) {}

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

}  // namespace lianxi::test
