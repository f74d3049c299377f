#include <algorithm>

#include <lianxi/base/privacy.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/exchange/rollup_tables.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/intervals.hpp>
#include <lianxi/followup/membership.hpp>
#include <lianxi/records/donations.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/grants.hpp>
#include <lianxi/version.hpp>

namespace lianxi::sql {
namespace {

Value iso_or_null(const std::optional<Date>& day) { return day ? Value(iso(*day)) : Value(); }

void add_row(Table& table, const std::optional<Date>& day, std::vector<Value> values) {
  table.days.push_back(day);
  table.rows.push_back(std::move(values));
}

Table books_table(const BookFacts& facts, const RecordFaults& faults) {
  Table table{
      "books",
      {{"name"}, {"as_of"}, {"founded"}, {"lianxi"}, {"record_errors", true}, {"unread", true}}};
  const Book& book = facts.book();
  add_row(table, {},
          {masked(book.name()), iso(facts.as_of()), iso_or_null(book.founded()),
           std::string(version), std::int64_t(faults.errors), std::int64_t(faults.unread)});
  return table;
}

Table members_table(const Book& book) {
  Table table{"members", {{"unit"}, {"since"}, {"until"}}};
  for (const Membership& one : memberships_in(book))
    add_row(table, {}, {masked(one.unit), iso_or_null(one.since), iso_or_null(one.until)});
  return table;
}

Table intervals_table(BookFacts& facts) {
  Table table{"intervals", {{"interval"}, {"first"}, {"last"}, {"held", true}}};
  const auto& missed = facts.compliance().cadence.missed;
  for (const SpanOfTime& interval : intervals_until(facts.book(), facts.as_of())) {
    const bool held = std::ranges::find(missed, interval) == missed.end();
    add_row(table, interval.last(),
            {interval.name(), iso(interval.first()), iso(interval.last()), std::int64_t(held)});
  }
  return table;
}

/// What every fund began with, and each movement of one that the book has.
class Movements {
 public:
  explicit Movements(const Book& book) : book_(book) {}

  Table table() {
    for (const Fund& fund : book_.funds)
      if (fund.id) add({}, *fund.id, "opening", fund.opening ? *fund.opening : Amount());
    for (const Donation& donation : book_.donations)
      add_dated(donation.date, donation.fund, "received", donation.amount);
    for (const Grant& grant : book_.grants)
      add_dated(grant.date, grant.fund, "granted", grant.amount);
    return std::move(table_);
  }

 private:
  void add(const std::optional<Date>& day, std::string_view fund, const char* kind, Amount amount) {
    add_row(table_, day, {masked(fund), std::string(kind), amount.hundredths});
  }

  void add_dated(const Located<Date>& day, const Text& fund, const char* kind,
                 const Located<Amount>& amount) {
    if (day && fund && amount && book_.fund(*fund)) add(*day, *fund, kind, *amount);
  }

  const Book& book_;
  Table table_{"movements", {{"fund"}, {"kind"}, {"amount_fen", true}}};
};

}  // namespace

std::vector<Table> rollup_tables_of(BookFacts& facts, const RecordFaults& faults) {
  return {books_table(facts, faults), members_table(facts.book()), intervals_table(facts),
          Movements(facts.book()).table()};
}

}  // namespace lianxi::sql
