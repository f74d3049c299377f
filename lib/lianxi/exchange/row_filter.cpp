#include <lianxi/exchange/row_filter.hpp>
#include <lianxi/rules/concerned.hpp>

namespace lianxi {

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
