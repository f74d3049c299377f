#include <lianxi/figures/figures.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/plan_tasks.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/tables/facts.hpp>

namespace lianxi LIANXI_EXPORT {

BookFacts::BookFacts(const Book& book, Date as_of) : book_(book), as_of_(as_of) {}
BookFacts::~BookFacts() = default;

const Compliance& BookFacts::compliance() {
  if (compliance_) return *compliance_;
  compliance_ = std::make_unique<Compliance>(compliance_of(book_, as_of_));
  for (const auto& meeting : compliance_->meetings) meetings_.emplace(meeting.meeting, &meeting);
  for (const auto& resolution : compliance_->resolutions)
    resolutions_.emplace(resolution.resolution, &resolution);
  return *compliance_;
}

const MeetingCompliance* BookFacts::of(const Meeting& meeting) {
  compliance();
  const auto at = meetings_.find(&meeting);
  return at == meetings_.end() ? nullptr : at->second;
}

const ResolutionCompliance* BookFacts::of(const Resolution& resolution) {
  compliance();
  const auto at = resolutions_.find(&resolution);
  return at == resolutions_.end() ? nullptr : at->second;
}

const Verdict& BookFacts::findings() {
  if (!findings_) findings_ = std::make_unique<Verdict>(judge(compliance()));
  return *findings_;
}

const FundFigures* BookFacts::fund(std::string_view id) {
  if (!figures_) figures_ = std::make_unique<Figures>(figures_of(compliance()));
  for (const FundFigures& fund : figures_->funds)
    if (fund.id == id) return &fund;
  return nullptr;
}

const AchievedByTasks& BookFacts::achieved() {
  if (!achieved_) achieved_ = std::make_unique<AchievedByTasks>(book_, as_of_);
  return *achieved_;
}

}  // namespace lianxi
