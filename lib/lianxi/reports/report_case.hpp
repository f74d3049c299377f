// What a report is of, worked out once, and what its sections and tables share.
#pragma once
#include <optional>
#include <vector>

#include <lianxi/documents/document.hpp>
#include <lianxi/figures/figures.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/reports/report.hpp>
#include <lianxi/reports/words/wording.hpp>

namespace lianxi {

/// A request with everything that several sections need, worked out once.
struct ReportCase {
  explicit ReportCase(const ReportRequest&);

  const Book& book;
  Date as_of;
  Period period;
  Scope scope;  ///< The period up to the as-of day.
  std::string_view subject;
  Audience audience;
  const Summary* summary = nullptr;  ///< What the office wrote of it, or null.
  Wording wording;
  Compliance current;  ///< Of the period's meetings.
  /// Of all meetings held by the period's end: what is still open matters, whenever it
  /// was resolved.
  Compliance ledger;
  Figures figures;

  /// Whether reasons for leave, contacts, heads and purposes of single grants are left out.
  bool is_for_the_public() const { return audience == Audience::the_public; }
  /// This quarter, this year, or else this period.
  std::string this_period() const;
  std::string next_period() const;
  /// Whether the period ends after the as-of day.
  bool is_unfinished() const { return period.to && scope.to < *period.to; }
  /// Whether it begins after the as-of day.
  bool is_ahead() const { return scope.from && *scope.from > scope.to; }
  /// The days that the report is of; where they are all ahead, those of the period.
  std::string days() const;
  /// The alliance's name and the period's, the latter left out where the report is of all
  /// time: how a title begins in Chinese.
  std::string alliance_and_period() const;
  /// `, 2017-Q3`: how a title ends in English; "" where the report is of all time.
  std::string comma_and_period() const;
  /// The period of the same length after this one, where it is a whole span.
  std::optional<Period> following() const;
};

/// What the office wrote for this very report, or null.
const Summary* summary_for(const ReportKind&, const ReportRequest&);

/// Whether the date is known and lies in the scope.
inline bool is_within(const Located<Date>& day, const Scope& scope) {
  return day && scope.contains(*day);
}
/// One after the other.
std::vector<doc::Section> joined(std::vector<doc::Section>, std::vector<doc::Section>,
                                 std::vector<doc::Section>);
/// Those of the sections that have something to say.
std::vector<doc::Section> present(std::vector<std::optional<doc::Section>>);

/// A column of figures.
inline doc::Column figures_column(std::string_view title) { return {title, doc::Align::right}; }
inline doc::Prose number(std::int64_t value) { return with_thousands(value); }

}  // namespace lianxi
