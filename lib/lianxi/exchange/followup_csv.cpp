#include <lianxi/base/source.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/exchange/csv.hpp>
#include <lianxi/exchange/followup_csv.hpp>
#include <lianxi/followup/status_words.hpp>
#include <lianxi/records/meetings.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Cells = std::vector<std::string>;

std::string day(const std::optional<Date>& date) { return date ? iso(*date) : std::string(); }

std::string days_after(Date as_of, const std::optional<Date>& due, bool is_overdue) {
  return due && is_overdue ? std::to_string(as_of - *due) : std::string();
}

void add_place(Cells& cells, const Sources& sources, Place at) {
  const auto position = sources.position(at);
  cells.push_back(csv::text(readable_path(sources[position.file].path)));
  cells.push_back(std::to_string(position.line));
}

template <class Status>
std::string status_in(Status status, Language language) {
  return std::string(language == Language::zh ? name_of(status).zh : word_of(status));
}

std::string report_line(const Compliance& c, const MeetingCompliance& m, const UnitReport& r,
                        Language language) {
  const bool is_missing = r.status == ReportStatus::missing;
  Cells cells{std::string(Bilingual{"report", "落实报告"}.in(language)),
              csv::text(*m.meeting->id),
              "",
              csv::text(id_of(*r.unit)),
              iso(m.deadline),
              status_in(r.status, language),
              day(r.first),
              days_after(c.as_of, m.deadline, is_missing),
              ""};
  add_place(cells, c.book.sources(), m.meeting->id.at());
  return csv::line(cells);
}

std::string resolution_line(const Compliance& c, const ResolutionCompliance& r, Language language) {
  Cells cells{std::string(Bilingual{"resolution", "决议"}.in(language)),
              csv::text(*r.meeting->id),
              csv::text(r.id()),
              csv::text(r.lead),
              day(r.due),
              status_in(r.status, language),
              day(r.done_on),
              days_after(c.as_of, r.due, r.status == ResolutionStatus::overdue),
              csv::text(r.resolution->text.value_or(""))};
  add_place(cells, c.book.sources(), r.resolution->id.at());
  return csv::line(cells);
}

}  // namespace

std::string followup_csv(const Compliance& c, Language language, const RowFilter& filter) {
  std::string out = csv::heading({{"kind", "种类"},
                                  {"meeting", "会议"},
                                  {"resolution", "决议"},
                                  {"unit", "单位"},
                                  {"due", "时限"},
                                  {"status", "状态"},
                                  {"date", "日期"},
                                  {"days_overdue", "逾期天数"},
                                  {"text", "内容"},
                                  {"file", "文件"},
                                  {"line", "行"}},
                                 language);
  for (const MeetingCompliance& m : c.meetings)
    for (const UnitReport& report : m.reports)
      if (filter.shows(*m.meeting) && filter.shows(*report.unit))
        out += report_line(c, m, report, language);
  for (const ResolutionCompliance& r : c.resolutions)
    if (filter.shows(r)) out += resolution_line(c, r, language);
  return out;
}

}  // namespace lianxi
