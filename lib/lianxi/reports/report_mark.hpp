// What a report was asked for, in words that stand in its file, so that it can be made again.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <lianxi/reports/report.hpp>

namespace lianxi LIANXI_EXPORT {

/// `report minutes 2017-q3 as-of 2017-09-25 lang zh audience members`.
struct ReportMark {
  std::string kind;     ///< A kind's name, or `all` for the index of a folder.
  std::string subject;  ///< "" where the kind has none.
  Period period;
  Date as_of;
  Language language = Language::en;
  Audience audience = Audience::members;
  bool charts = true;
};

/// The word of an audience on the command line.
std::string_view word_of(Audience);

std::string to_text(const ReportMark&);
/// Nothing where the text is no mark of a report.
std::optional<ReportMark> read_report_mark(std::string_view);

/// What this request of that kind says of itself.
ReportMark mark_of(const ReportKind&, const ReportRequest&);

}  // namespace lianxi
