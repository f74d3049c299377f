// All papers of a period: which there are, what their files are called, and a list of them.
#pragma once
#include <span>
#include <string>
#include <vector>

#include <lianxi/reports/report_mark.hpp>

namespace lianxi LIANXI_EXPORT {

/// One paper that can be made.
struct Paper {
  const ReportKind* kind;
  std::string subject;  ///< As in ReportRequest.
  Period period;
  std::string name;  ///< Of its file, without ending; each has one of its own.
};

/// Every paper of the request's period, in the order of the kinds: of each kind those that have
/// something to tell by the as-of day. Audience, language and subject of the request are not asked.
std::vector<Paper> papers_of(const ReportRequest&);

/// One for each unit that the kind has something to tell of, such as a reminder for each that owes
/// anything; all in the order of the units.
std::vector<Paper> papers_for_each_unit(const ReportKind&, const ReportRequest&);

/// What the request and the paper together ask for. The paper must outlive it.
ReportRequest request_for(const Paper&, const ReportRequest&);

/// The list of the papers, with its mark: each by its title, with its files.
Document paper_list(const ReportRequest&, std::span<const Paper>,
                    std::span<const std::string_view> endings);

}  // namespace lianxi
