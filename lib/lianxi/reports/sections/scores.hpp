// What units did for the conference, to be compared in a table or told of one.
#pragma once
#include <unordered_map>

#include <lianxi/reports/tables/table.hpp>

namespace lianxi {

/// What a unit did in the period besides what its tally says.
struct UnitScore {
  std::int64_t led = 0, joined = 0;  ///< Events: as the lead, or else as a partner.
  std::int64_t donations = 0, shares = 0, honors = 0;
  Amount money;
};

/// The scores of all units. One pass over the events, donations, shares and honors.
class UnitScores {
 public:
  explicit UnitScores(const ReportCase&);
  UnitScore of(const Unit&) const;

 private:
  void add_event(const Book&, const Event&);
  UnitScore* of_named(const Book&, const Text& id_or_name);

  std::unordered_map<const Unit*, UnitScore> scores_;
};

/// Resolutions and reports by unit, with what no unit listed leads, so that they add up.
std::optional<doc::Section> subtotals(const ReportCase&);

/// Whether the unit leads the event.
bool leads(const Book&, const Unit&, const Event&);
/// Whether it takes part without leading it.
bool joins(const Book&, const Unit&, const Event&);

}  // namespace lianxi
