// What is shown of follow-up where only a meeting or a unit is asked for.
#pragma once
#include <string_view>

#include <lianxi/followup/compliance.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// Which rows and findings are shown; totals are always those of the whole scope.
struct RowFilter {
  std::string_view meeting = {}, unit = {};  ///< Ids; empty: all.

  bool shows(const Meeting&) const;
  bool shows(const Unit&) const;
  /// By its meeting and by the unit that leads it.
  bool shows(const ResolutionCompliance&) const;
};

/// Leaves those findings that name the meeting or a part of it, and that are for the
/// unit (see Arisen), and counts again.
void narrow(Verdict&, const RowFilter&);

}  // namespace lianxi
