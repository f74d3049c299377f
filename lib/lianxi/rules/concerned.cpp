#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/series.hpp>
#include <lianxi/rules/concerned.hpp>

namespace lianxi {

Concerned::Concerned(const Compliance& c) {
  for (const ResolutionCompliance& r : c.resolutions)
    leads_.emplace(name_of(*r.meeting, *r.resolution), r.lead);
  for (const Plan& plan : c.book.plans)
    for (const Task& task : plan.tasks) leads_.emplace(name_of(plan, task), task.lead.value_or(""));
  for (const Series& series : c.book.series)
    leads_.emplace(name_of(series), series.lead.value_or(""));
  for (const Fund& fund : c.book.funds) leads_.emplace(name_of(fund), fund.steward.value_or(""));
}

std::string_view Concerned::unit(const Finding& finding) const {
  const std::string_view record = finding.record;
  constexpr std::string_view part = "/units/";
  if (const auto at = record.rfind(part); at != record.npos) return record.substr(at + part.size());
  // A month of a series is the series' matter.
  const auto lead = leads_.find(std::string(record.substr(0, record.find("/months/"))));
  return lead == leads_.end() ? std::string_view() : lead->second;
}

std::string_view Concerned::meeting(const Finding& finding) {
  std::string_view record = finding.record;
  constexpr std::string_view collection = "meetings/";
  if (!record.starts_with(collection)) return {};
  record.remove_prefix(collection.size());
  return record.substr(0, record.find('/'));
}

}  // namespace lianxi
