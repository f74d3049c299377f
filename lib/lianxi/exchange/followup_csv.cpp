#include <lianxi/base/source.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/exchange/csv.hpp>
#include <lianxi/exchange/followup_csv.hpp>
#include <lianxi/records/meetings.hpp>

namespace lianxi {
namespace {

using Cells = std::vector<std::string>;

std::string day(const std::optional<Date>& date) { return date ? iso(*date) : std::string(); }

std::string days_after(Date as_of, const std::optional<Date>& due, bool is_overdue) {
  return due && is_overdue ? std::to_string(as_of - *due) : std::string();
}

void add_place(Cells& cells, const Sources& sources, Place at) {
  const auto position = sources.position(at);
  cells.push_back(csv::text(sources[position.file].path));
  cells.push_back(std::to_string(position.line));
}

std::string report_line(const Compliance& c, const MeetingCompliance& m, const UnitReport& r) {
  const bool is_missing = r.status == ReportStatus::missing;
  Cells cells{"report",
              csv::text(*m.meeting->id),
              "",
              csv::text(id_of(*r.unit)),
              iso(m.deadline),
              std::string(word_of(r.status)),
              day(r.first),
              days_after(c.as_of, m.deadline, is_missing),
              ""};
  add_place(cells, c.book.sources(), m.meeting->id.at());
  return csv::line(cells);
}

std::string resolution_line(const Compliance& c, const ResolutionCompliance& r) {
  Cells cells{"resolution",
              csv::text(*r.meeting->id),
              csv::text(r.id()),
              csv::text(r.lead),
              day(r.due),
              std::string(word_of(r.status)),
              day(r.done_on),
              days_after(c.as_of, r.due, r.status == ResolutionStatus::overdue),
              csv::text(r.resolution->text.value_or(""))};
  add_place(cells, c.book.sources(), r.resolution->id.at());
  return csv::line(cells);
}

}  // namespace

std::string followup_csv(const Compliance& c, const RowFilter& filter) {
  std::string out = csv::line({"kind", "meeting", "resolution", "unit", "due", "status", "date",
                               "days_overdue", "text", "file", "line"});
  for (const MeetingCompliance& m : c.meetings)
    for (const UnitReport& report : m.reports)
      if (filter.shows(*m.meeting) && filter.shows(*report.unit)) out += report_line(c, m, report);
  for (const ResolutionCompliance& r : c.resolutions)
    if (filter.shows(r)) out += resolution_line(c, r);
  return out;
}

}  // namespace lianxi
