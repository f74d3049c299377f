#include <algorithm>
#include <unordered_map>

#include <lianxi/base/places.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/reports/followup_document.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/rules/concerned.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Builds the sections of one compliance.
class Builder {
 public:
  Builder(const Compliance& c, const Verdict& verdict, Language language, const RowFilter& filter)
      : c_(c), verdict_(verdict), filter_(filter), wording_(c.book, language, c.scope.to) {}

  Document build() const {
    const Message title = say({"{}: follow-up as of {}", "{}决议落实情况（截至{}）"},
                              wording_.alliance(), wording_.date(c_.as_of));
    Document document{
        .language = wording_.language(), .title = wording_(title), .sections = {needs_doing()}};
    if (auto section = history()) document.sections.push_back(std::move(*section));
    document.sections.push_back(sums());
    if (auto section = reports()) document.sections.push_back(std::move(*section));
    if (auto section = resolutions()) document.sections.push_back(std::move(*section));
    document.provenance =
        sections::provenance(wording_, c_.book, wording_.days(c_.scope), c_.as_of);
    return document;
  }

 private:
  doc::Column column(Bilingual title, doc::Align align = doc::Align::left) const {
    return {wording_(title), align};
  }

  std::string place(Place at) const { return file_and_line(c_.book.sources(), at); }

  /// Worst first; of equally bad ones as they stand in the book.
  std::vector<const Finding*> findings(Nature nature) const {
    std::vector<const Finding*> found;
    for (const Finding& finding : verdict_.findings)
      if (finding.waived.empty() && finding.arisen.nature == nature) found.push_back(&finding);
    std::ranges::stable_sort(found, std::greater{}, [](const Finding* f) { return f->severity; });
    return found;
  }

  doc::Section needs_doing() const {
    doc::Section section{wording_(Bilingual{"What needs doing", "需要处理的事项"})};
    if (const auto open = findings(Nature::open); !open.empty())
      section.blocks.push_back(table_of(open));
    else
      section.blocks.push_back(
          doc::Paragraph{wording_(Bilingual{"Nothing needs doing.", "没有需要处理的事项。"})});
    return section;
  }

  std::optional<doc::Section> history() const {
    const auto facts = findings(Nature::fact);
    if (facts.empty()) return std::nullopt;
    return doc::Section{wording_(Bilingual{"What is history, to be judged", "已成事实，供讲评"}),
                        {table_of(facts)}};
  }

  doc::Table table_of(const std::vector<const Finding*>& findings) const {
    doc::Table table{{column({"By", "责任单位"}), column({"Severity", "级别"}),
                      column({"Matter", "事项"}), column({"Place", "出处"})},
                     {}};
    for (const Finding* finding : findings) {
      const auto unit = finding->arisen.unit;
      table.rows.push_back(
          {unit.empty() ? wording_(Bilingual{"the conference", "联席会议"}) : wording_.named(unit),
           wording_(severity_name(finding->severity)), wording_(finding->message),
           place(finding->at)});
    }
    return table;
  }

  doc::Section sums() const {
    const Tally& t = c_.totals;
    doc::Items items;
    if (c_.cadence.elapsed() > 0)
      items.items.push_back(
          wording_(say({"Meetings: {} of {} intervals held", "例会：应开{1}期，已开{0}期"},
                       c_.cadence.held, c_.cadence.elapsed())));
    items.items.push_back(wording_(
        say({"Reports: {} on time, {} late, {} missing, {} pending, {} exempt; on-time rate {}",
             "落实报告：按时{}份，迟报{}份，未报{}份，待报{}份，免报{}份；按时率{}"},
            t.on_time, t.late, t.missing, t.pending, t.exempt, wording_.rate(c_.on_time_rate))));
    const auto with = [&](ResolutionStatus status) {
      return std::ranges::count(c_.resolutions, status, &ResolutionCompliance::status);
    };
    items.items.push_back(wording_(
        say({"Resolutions: {}; {} done, {} overdue, {} dropped; completion rate {}",
             "决议：共{}项，完成{}项，逾期{}项，终止{}项；办结率{}"},
            c_.resolutions.size(), with(ResolutionStatus::done), with(ResolutionStatus::overdue),
            with(ResolutionStatus::dropped) + with(ResolutionStatus::replaced),
            wording_.rate(c_.completion_rate))));
    return {wording_(Bilingual{"Sums", "总体情况"}), {std::move(items)}};
  }

  std::optional<doc::Section> reports() const {
    doc::Table table{{column({"Unit", "单位"})}, {}};
    std::vector<std::unordered_map<const Unit*, ReportStatus>> statuses;
    for (const MeetingCompliance& m : c_.meetings) {
      if (m.reports.empty() || !filter_.shows(*m.meeting)) continue;
      table.columns.push_back({*m.meeting->id, doc::Align::center});
      auto& column = statuses.emplace_back();
      for (const UnitReport& report : m.reports) column.emplace(report.unit, report.status);
    }
    if (statuses.empty()) return std::nullopt;
    for (const UnitCompliance& unit : c_.units) {
      if (!filter_.shows(*unit.unit)) continue;
      auto& cells = table.rows.emplace_back();
      cells.emplace_back(wording_.unit(*unit.unit));
      for (const auto& column : statuses) {
        const auto at = column.find(unit.unit);
        cells.emplace_back(at == column.end() ? std::string(dash) : wording_(at->second));
      }
    }
    return doc::Section{wording_(Bilingual{"Reports", "各单位落实报告"}), {std::move(table)}};
  }

  std::optional<doc::Section> resolutions() const {
    doc::Table table{
        {column({"No.", "编号"}), column({"Matter", "事项"}), column({"Lead", "牵头单位"}),
         column({"Due", "完成时限"}), column({"Status", "状态"}), column({"Place", "出处"})},
        {}};
    for (const ResolutionCompliance& r : c_.resolutions)
      if (filter_.shows(r))
        table.rows.push_back({r.id(), r.resolution->text.value_or(dash), wording_.named(r.lead),
                              wording_.date(r.due), wording_(r.status),
                              place(r.resolution->id.at())});
    if (table.rows.empty()) return std::nullopt;
    return doc::Section{wording_(Bilingual{"Resolutions", "决议"}), {std::move(table)}};
  }

  const Compliance& c_;
  const Verdict& verdict_;
  const RowFilter& filter_;
  Wording wording_;
};

}  // namespace

Document followup_document(const Compliance& c, const Verdict& verdict, Language language,
                           const RowFilter& filter) {
  return Builder(c, verdict, language, filter).build();
}

}  // namespace lianxi
