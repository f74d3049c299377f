#include <fmt/format.h>
#include <span>

#include <lianxi/followup/counted_event.hpp>
#include <lianxi/followup/tally_fields.hpp>
#include <lianxi/records/donations.hpp>
#include <lianxi/records/honors.hpp>
#include <lianxi/records/shares.hpp>
#include <lianxi/reports/sections/scores.hpp>
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi {

bool leads(const Book& book, const Unit& unit, const Event& event) {
  return event.lead && book.unit(*event.lead) == &unit;
}

bool joins(const Book& book, const Unit& unit, const Event& event) {
  return !leads(book, unit, event) &&
         std::ranges::any_of(partners_of(book, event), [&](const auto& partner) {
           return book.unit_named(*partner) == &unit;
         });
}

UnitScores::UnitScores(const ReportCase& c) {
  const auto in_scope = [&](const auto& record) { return is_within(record.date, c.scope); };
  for (const Event& event : c.book.events)
    if (const auto day = last_day(event); day && c.scope.contains(*day)) add_event(c.book, event);
  for (const Donation& donation : c.book.donations)
    if (UnitScore* score = in_scope(donation) ? of_named(c.book, donation.donor) : nullptr) {
      ++score->donations;
      score->money += donation.amount.value_or({});
    }
  for (const Share& share : c.book.shares)
    if (UnitScore* score = in_scope(share) ? of_named(c.book, share.unit) : nullptr)
      ++score->shares;
  for (const Honor& honor : c.book.honors)
    if (UnitScore* score = in_scope(honor) ? of_named(c.book, honor.unit) : nullptr)
      ++score->honors;
}

/// An event that names a unit twice counts once for it.
void UnitScores::add_event(const Book& book, const Event& event) {
  const Unit* lead = event.lead ? book.unit(*event.lead) : nullptr;
  if (lead) ++scores_[lead].led;
  std::vector<const Unit*> counted{lead};
  for (const auto& partner : partners_of(book, event)) {
    const Unit* unit = book.unit_named(*partner);
    if (!unit || std::ranges::find(counted, unit) != counted.end()) continue;
    counted.push_back(unit);
    ++scores_[unit].joined;
  }
}

UnitScore* UnitScores::of_named(const Book& book, const Text& id_or_name) {
  const Unit* unit = id_or_name ? book.unit_named(*id_or_name) : nullptr;
  return unit ? &scores_[unit] : nullptr;
}

UnitScore UnitScores::of(const Unit& unit) const {
  const auto at = scores_.find(&unit);
  return at == scores_.end() ? UnitScore{} : at->second;
}

// ---- tables -----------------------------------------------------------------------

namespace {

/// Figures of a tally that stand side by side, and the rate that they come to.
struct TallyColumns {
  std::span<const TallyField> fields;
  const TallyRate* rate = nullptr;
};

constexpr TallyColumns led_columns{resolution_tally, &tally_completion_rate};
constexpr TallyColumns report_columns{report_tally, &tally_on_time_rate};
constexpr TallyColumns attendance_columns{attendance_tally};

void add_titles(const Wording& wording, const TallyColumns& columns, doc::Table& table) {
  const auto add = [&](Bilingual title) {
    table.columns.push_back(titled(wording, title, Holds::figures));
  };
  for (const TallyField& field : columns.fields)
    if (field.in_tables) add(field.title);
  if (columns.rate) add(columns.rate->title);
}

void add_cells(const Wording& wording, const TallyColumns& columns, const Tally& tally,
               std::vector<std::string>& cells) {
  for (const TallyField& field : columns.fields)
    if (field.in_tables) cells.push_back(with_thousands(field.value(tally)));
  if (columns.rate) cells.push_back(wording.rate((tally.*columns.rate->value)()));
}

std::vector<std::string> subtotal(const Wording& wording, std::string name, const Tally& tally) {
  std::vector<std::string> cells{std::move(name)};
  add_cells(wording, led_columns, tally, cells);
  add_cells(wording, report_columns, tally, cells);
  return cells;
}

/// What all resolutions and reports come to, whoever leads them.
Tally tally_of(const Compliance& compliance) {
  Tally all = compliance.totals;
  const auto with = [&](ResolutionStatus status) {
    return int(std::ranges::count(compliance.resolutions, status, &ResolutionCompliance::status));
  };
  all.led = int(compliance.resolutions.size());
  all.done = with(ResolutionStatus::done);
  all.overdue = with(ResolutionStatus::overdue);
  all.dropped = int(
      std::ranges::count_if(compliance.resolutions, is_given_up, &ResolutionCompliance::status));
  return all;
}

/// What is led by nobody who is listed.
Tally led_by_others(const Tally& all, const Tally& units) {
  Tally rest;
  for (const auto member : {&Tally::led, &Tally::done, &Tally::overdue, &Tally::dropped})
    rest.*member = all.*member - units.*member;
  return rest;
}

}  // namespace

std::optional<doc::Section> subtotals(const ReportCase& c) {
  const Wording& wording = c.wording;
  doc::Table table{{{wording(Bilingual{"Unit", "单位"})}}, {}};
  add_titles(wording, led_columns, table);
  add_titles(wording, report_columns, table);
  for (const UnitCompliance& u : c.current.units)
    if (u.tally.led > 0 || u.tally.owed() > 0)
      add_row(table, subtotal(wording, wording.unit(*u.unit), u.tally));
  const Tally all = tally_of(c.current);
  if (const Tally rest = led_by_others(all, c.current.totals); rest.led > 0)
    add_row(table, subtotal(wording, wording(Bilingual{"No member", "无成员单位牵头"}), rest));
  if (table.rows.empty()) return std::nullopt;
  add_total(table, subtotal(wording, wording(Bilingual{"Total", "合计"}), all));
  return doc::Section{wording(Bilingual{"By unit", "分单位小计"}), {std::move(table)}};
}

// ---- scorecards -------------------------------------------------------------------

namespace {

/// How the units came to meetings and reported on them.
doc::Table attendance_and_reports(const ReportCase& c) {
  doc::Table table{{titled(c.wording, {"Unit", "单位"})}, {}};
  add_titles(c.wording, attendance_columns, table);
  add_titles(c.wording, report_columns, table);
  for (const auto& [unit, tally] : c.current.units) {
    std::vector<std::string> cells{c.wording.unit(*unit)};
    add_cells(c.wording, attendance_columns, tally, cells);
    add_cells(c.wording, report_columns, tally, cells);
    add_row(table, cells);
  }
  return table;
}

void add_score_titles(const Wording& wording, doc::Table& table) {
  const auto add = [&](Bilingual title, Holds holds = Holds::figures) {
    table.columns.push_back(titled(wording, title, holds));
  };
  add({"Activities led", "牵头活动"});
  add({"Activities joined", "参与活动"});
  add({"Donations", "捐赠"});
  add({"Money given", "捐款"}, Holds::money);
  add({"Shared", "经验信息"});
  add({"Honours", "荣誉"});
}

void add_cells(const UnitScore& score, std::vector<std::string>& cells) {
  for (const std::int64_t figure : {score.led, score.joined, score.donations})
    cells.push_back(with_thousands(figure));
  cells.push_back(to_text(score.money));
  for (const std::int64_t figure : {score.shares, score.honors})
    cells.push_back(with_thousands(figure));
}

/// What they led, and what they did besides.
doc::Table resolutions_and_activities(const ReportCase& c) {
  const UnitScores scores(c);
  doc::Table table{{titled(c.wording, {"Unit", "单位"})}, {}};
  add_titles(c.wording, led_columns, table);
  add_score_titles(c.wording, table);
  for (const auto& [unit, tally] : c.current.units) {
    std::vector<std::string> cells{c.wording.unit(*unit)};
    add_cells(c.wording, led_columns, tally, cells);
    add_cells(scores.of(*unit), cells);
    add_row(table, cells);
  }
  return table;
}

}  // namespace

std::optional<doc::Section> sections::scorecards(const ReportCase& c) {
  if (c.current.units.empty() || c.is_for_the_public()) return std::nullopt;
  return doc::Section{
      c.wording(Bilingual{"Scorecard of the units", "各单位履职情况"}),
      {},
      {{c.wording(Bilingual{"Attendance and reports", "到会和报告"}), {attendance_and_reports(c)}},
       {c.wording(Bilingual{"Resolutions and activities", "决议和活动"}),
        {resolutions_and_activities(c)}}}};
}

}  // namespace lianxi
