#include <lianxi/book/unit_ids.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/reports/row_filter.hpp>
#include <lianxi/rules/concerned.hpp>

namespace lianxi {

bool RowFilter::shows(const Meeting& m) const { return meeting.empty() || *m.id == meeting; }

bool RowFilter::shows(const Unit& u) const { return unit.empty() || id_of(u) == unit; }

bool RowFilter::shows(const ResolutionCompliance& r) const {
  return shows(*r.meeting) && (unit.empty() || r.lead == unit);
}

void narrow(Verdict& verdict, const Compliance& compliance, const RowFilter& filter) {
  const Concerned concerned(compliance);
  std::erase_if(verdict.findings, [&](const Finding& finding) {
    const bool shown = (filter.meeting.empty() || Concerned::meeting(finding) == filter.meeting) &&
                       (filter.unit.empty() || concerned.unit(finding) == filter.unit);
    return !shown;
  });
  verdict.count();
}

}  // namespace lianxi
