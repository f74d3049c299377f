// The sections of the figures: which collections each is made from, and how.
#pragma once
#include <span>
#include <string_view>

#include <lianxi/figures/adder.hpp>
#include <lianxi/figures/figures.hpp>

namespace lianxi {

/// What the sections read, and where they put it.
struct Collecting {
  const Book& book;
  Date as_of;
  Scope scope;
  const Compliance* compliance;  ///< Of the same day and scope, or null: not at hand.
  Figures& figures;
  Adder& add;
};

/// A section goes once over its collections. Rows that its figures hold already are
/// used and not made again, so that it can run a second time over its own result.
struct FigureSection {
  std::string_view first, second;  ///< The first words of its paths.
  void (*collect)(const Collecting&);
  /// Whether the day on which one looks matters beyond where the scope ends.
  bool hangs_on_day = false;

  bool has(std::string_view path) const {
    const auto word = path.substr(0, path.find('.'));
    return !word.empty() && (word == first || word == second);
  }
};

std::span<const FigureSection> all_figure_sections();

void collect_units(const Collecting&);
void collect_meetings(const Collecting&);
void collect_events(const Collecting&);
void collect_donations_and_funds(const Collecting&);
void collect_projects(const Collecting&);
void collect_requests(const Collecting&);
void collect_shares_and_honors(const Collecting&);

/// Whether a day is given and lies in the scope.
inline bool is_in(const Scope& scope, const Located<Date>& day) {
  return day && scope.contains(*day);
}

/// Whether something has happened by the period's end.
inline bool is_by_end(const Scope& scope, const Located<Date>& day) {
  return day && *day <= scope.to;
}

}  // namespace lianxi
