#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <unordered_map>
#include <vector>

#include <lianxi/base/percent.hpp>
#include <lianxi/base/places.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/followup_text.hpp>
#include <lianxi/exchange/severity_colors.hpp>
#include <lianxi/exchange/text_table.hpp>
#include <lianxi/followup/status_words.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/rules/concerned.hpp>
#include <lianxi/rules/waiving.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// What is missing stands out, where the language has capitals.
Bilingual in_matrix(ReportStatus status) {
  return status == ReportStatus::missing ? Bilingual{"MISSING", name_of(status).zh}
                                         : name_of(status);
}

std::string rate_text(const std::optional<std::int64_t>& tenths) {
  return tenths ? percent(*tenths) : "-";
}

/// Writes the text form of one compliance.
class FollowupWriter {
 public:
  FollowupWriter(const Compliance& c, const Verdict& verdict, const TextStyle& style,
                 const RowFilter& filter, const TextOutput& out)
      : c_(c), verdict_(verdict), style_(style), filter_(filter), gathered_(out) {}

  void write() {
    add_heading();
    add_findings();
    out_ += fmt::format("\n{}\n", say_in({"Sums", "总体情况"}));
    add_cadence();
    add_reports();
    add_resolutions();
    add_matrix();
    gathered_.hand_on();
  }

 private:
  std::string_view say_in(Bilingual both) const { return both.in(style_.language); }

  void add(const Message& line) { out_ += line.in(style_.language) + "\n"; }

  void add_heading() {
    add(say({"{}: follow-up as of {}", "{}：截至 {} 的落实情况"}, printable(c_.book.name()),
            iso(c_.as_of)));
    if (c_.scope.from)
      add(say({"From {} to {}", "统计期间 {} 至 {}"}, iso(*c_.scope.from), iso(c_.scope.to)));
  }

  void add_cadence() {
    const Cadence& cadence = c_.cadence;
    if (cadence.elapsed() == 0) return;
    std::vector<std::string> names;
    for (const auto& span : cadence.missed) names.push_back(span.name());
    const Message missed = names.empty() ? Message{}
                                         : say({"; missed: {}", "；未开：{}"},
                                               Message{fmt::format("{}", fmt::join(names, ", ")),
                                                       fmt::format("{}", fmt::join(names, "、"))});
    add(say({"  Meetings: {} of {} intervals held{}", "  例会：应开 {1} 期，已开 {0} 期{2}"},
            cadence.held, cadence.elapsed(), missed));
  }

  void add_reports() {
    const Tally& t = c_.totals;
    add(say({"  Reports: {} on time, {} late, {} missing, {} pending, {} exempt; on-time rate {}",
             "  落实报告：按时 {}，迟报 {}，未报 {}，待报 {}，免报 {}；按时率 {}"},
            t.on_time, t.late, t.missing, t.pending, t.exempt, rate_text(c_.on_time_rate)));
  }

  void add_resolutions() {
    const auto with = [&](ResolutionStatus status) {
      return std::ranges::count(c_.resolutions, status, &ResolutionCompliance::status);
    };
    const auto all = std::ptrdiff_t(c_.resolutions.size());
    const auto done = with(ResolutionStatus::done), overdue = with(ResolutionStatus::overdue),
               dropped = std::ranges::count_if(c_.resolutions, is_given_up,
                                               &ResolutionCompliance::status);
    add(say({"  Resolutions: {}; {} done, {} overdue, {} open, {} dropped; completion rate {}",
             "  决议：共 {} 项，完成 {}，逾期 {}，在办 {}，终止 {}；办结率 {}"},
            all, done, overdue, all - done - overdue - dropped, dropped,
            rate_text(c_.completion_rate)));
  }

  void add_findings() {
    if (verdict_.findings.size() == std::size_t(verdict_.waived))
      out_ += fmt::format("\n{}\n", say_in({"Nothing needs doing.", "没有需要处理的事项。"}));
    add_findings_of(Nature::open, {"What needs doing", "需要处理"});
    add_findings_of(Nature::fact, {"What is history, to be judged", "已成事实，供讲评"});
    if (const std::string more = folded(verdict_, style_); !more.empty()) out_ += "\n" + more;
    out_ += sums_by_rule(verdict_, style_.language);
  }

  void add_findings_of(Nature nature, Bilingual title) {
    std::unordered_map<std::string_view, std::vector<const Finding*>> by_unit;
    for (const Finding& finding : verdict_.findings)
      if (is_shown(finding, style_) && finding.arisen.nature == nature)
        by_unit[finding.arisen.unit].push_back(&finding);
    if (by_unit.empty()) return;
    out_ += fmt::format("\n{}\n", say_in(title));
    for (const Unit* unit : c_.book.units_in_order())
      if (unit->id) add_group(by_unit, *unit->id, c_.book.name_on(*unit, c_.as_of));
    // What is led by nobody known belongs to the conference too.
    std::vector<const Finding*> rest = std::move(by_unit[""]);
    by_unit.erase("");
    std::map<std::string_view, std::vector<const Finding*>> others(by_unit.begin(), by_unit.end());
    for (const auto& [unit, findings] : others)
      rest.insert(rest.end(), findings.begin(), findings.end());
    add_findings_of(say_in({"The conference", "联席会议"}), rest);
  }

  void add_group(std::unordered_map<std::string_view, std::vector<const Finding*>>& by_unit,
                 std::string_view id, std::string_view name) {
    const auto at = by_unit.find(id);
    if (at == by_unit.end()) return;
    add_findings_of(name, at->second);
    by_unit.erase(at);
  }

  void add_findings_of(std::string_view title, std::vector<const Finding*> findings) {
    if (findings.empty()) return;
    std::ranges::stable_sort(findings, std::greater{},
                             [](const Finding* f) { return f->severity; });
    out_ += fmt::format("\n  {}\n", printable(title));
    for (const Finding* finding : findings) {
      out_ += fmt::format("    {} {} [{}]\n      {} ({})\n", colored(*finding),
                          printable(finding->message.in(style_.language)), finding->rule,
                          file_line_and_column({c_.book.sources(), style_.folder}, finding->at),
                          printable(finding->record));
      if (is_about_waiver(*finding))
        out_ += fmt::format("      {}\n", printable(finding->hint.in(style_.language)));
      if (!finding->waived.empty())
        out_ +=
            fmt::format("      {}: {}\n", say_in({"waived", "已豁免"}), printable(finding->waived));
      gathered_.hand_on_if_large();
    }
  }

  std::string colored(const Finding& finding) const {
    const auto word = say_in(severity_name(finding.severity));
    const std::string label = fmt::format("{}:", word);
    return style_.color ? in_color(label, color_of(finding.severity)) : label;
  }

  void add_matrix() {
    std::vector<std::vector<std::string>> rows{{""}};
    std::vector<std::unordered_map<const Unit*, ReportStatus>> columns;
    for (const auto& meeting : c_.meetings) {
      if (meeting.reports.empty() || !filter_.shows(*meeting.meeting)) continue;
      rows[0].emplace_back(*meeting.meeting->id);
      auto& column = columns.emplace_back();
      for (const UnitReport& report : meeting.reports) column.emplace(report.unit, report.status);
    }
    if (columns.empty()) return;
    for (const UnitCompliance& unit : c_.units) {
      if (!filter_.shows(*unit.unit)) continue;
      std::vector<std::string> row{
          std::string(unit.unit->short_name.value_or(unit.unit->name.value_or(*unit.unit->id)))};
      for (const auto& column : columns) {
        const auto at = column.find(unit.unit);
        row.emplace_back(at == column.end() ? "·" : say_in(in_matrix(at->second)));
      }
      rows.push_back(std::move(row));
    }
    out_ += fmt::format("\n{}\n{}", say_in({"Reports", "落实报告"}), aligned(rows, 2));
  }

  const Compliance& c_;
  const Verdict& verdict_;
  const TextStyle& style_;
  const RowFilter& filter_;
  GatheredText gathered_;
  std::string& out_ = gathered_.text();
};

}  // namespace

void followup_text(const Compliance& c, const Verdict& verdict, const TextStyle& style,
                   const RowFilter& filter, const TextOutput& out) {
  // It is handed on in whole lines, and no number goes over the end of one.
  FollowupWriter(c, verdict, style, filter, [&](std::string_view lines) {
    out(masked_lines(lines));
  }).write();
}

}  // namespace lianxi
