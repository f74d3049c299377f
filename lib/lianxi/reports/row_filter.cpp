#include <lianxi/book/unit_ids.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/reports/row_filter.hpp>
#include <lianxi/rules/concerned.hpp>
#include <lianxi/rules/waiving.hpp>

namespace lianxi LIANXI_EXPORT {

bool RowFilter::shows(const Meeting& m) const { return meeting.empty() || *m.id == meeting; }

bool RowFilter::shows(const Unit& u) const { return unit.empty() || id_of(u) == unit; }

bool RowFilter::shows(const ResolutionCompliance& r) const {
  return shows(*r.meeting) && (unit.empty() || r.lead == unit);
}

void narrow(Verdict& verdict, const RowFilter& filter) {
  std::erase_if(verdict.findings, [&](const Finding& finding) {
    if (is_about_waiver(finding)) return false;
    const bool shown = (filter.meeting.empty() || meeting_concerned(finding) == filter.meeting) &&
                       (filter.unit.empty() || finding.arisen.unit == filter.unit);
    return !shown;
  });
  verdict.count();
}

}  // namespace lianxi
