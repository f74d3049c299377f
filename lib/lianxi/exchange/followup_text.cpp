#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/followup_text.hpp>
#include <lianxi/exchange/text_table.hpp>

namespace lianxi {
namespace {

constexpr Bilingual status_words[] = {{"exempt", "免报"},
                                      {"on time", "按时"},
                                      {"late", "迟报"},
                                      {"MISSING", "未报"},
                                      {"pending", "待报"}};

constexpr Bilingual severity_words_shown[] = {
    {"off", "关闭"}, {"info", "提示"}, {"warning", "警告"}, {"error", "错误"}};

std::string percent(const std::optional<std::int64_t>& tenths) {
  return tenths ? fmt::format("{}.{}%", *tenths / 10, *tenths % 10) : "-";
}

/// Writes the text form of one compliance.
class Writer {
 public:
  Writer(const Compliance& c, const Verdict& verdict, const TextStyle& style)
      : c_(c), verdict_(verdict), style_(style), zh_(style.language == Language::zh) {
    for (const auto& resolution : c.resolutions)
      leads_.emplace("meetings/" + std::string(*resolution.meeting->id) + "/resolutions/" +
                         std::string(resolution.resolution->id.value_or("?")),
                     resolution.lead);
    for (const Plan& plan : c.book.plans)
      for (const Task& task : plan.tasks)
        leads_.emplace(name_of(plan, task), task.lead.value_or(""));
  }

  std::string write() {
    add_heading();
    add_findings();
    add_matrix();
    return std::move(out_);
  }

 private:
  std::string_view say_in(Bilingual both) const { return both.in(style_.language); }

  void add_heading() {
    out_ +=
        fmt::format(fmt::runtime(say_in({"{}: follow-up as of {}\n", "{}：截至 {} 的落实情况\n"})),
                    printable(c_.book.name()), iso(c_.as_of));
    if (c_.scope.from)
      out_ += fmt::format(fmt::runtime(say_in({"From {} to {}\n", "统计期间 {} 至 {}\n"})),
                          iso(*c_.scope.from), iso(c_.scope.to));
    add_cadence();
    const Tally& t = c_.totals;
    out_ += fmt::format(
        fmt::runtime(say_in(
            {"Reports: {} on time, {} late, {} missing, {} pending, {} exempt; on-time rate {}\n",
             "落实报告：按时 {}，迟报 {}，未报 {}，待报 {}，免报 {}；按时率 {}\n"})),
        t.on_time, t.late, t.missing, t.pending, t.exempt, percent(c_.on_time_rate));
    int done = 0, dropped = 0, overdue = 0;
    for (const auto& r : c_.resolutions) {
      done += r.status == ResolutionStatus::done;
      dropped += r.status == ResolutionStatus::dropped;
      overdue += r.status == ResolutionStatus::overdue;
    }
    const int all = int(c_.resolutions.size());
    out_ += fmt::format(
        fmt::runtime(say_in(
            {"Resolutions: {}; {} done, {} overdue, {} open, {} dropped; completion rate {}\n",
             "决议：共 {} 项，完成 {}，逾期 {}，在办 {}，终止 {}；办结率 {}\n"})),
        all, done, overdue, all - done - overdue - dropped, dropped, percent(c_.completion_rate));
  }

  void add_cadence() {
    const Cadence& cadence = c_.cadence;
    if (cadence.elapsed() == 0) return;
    std::vector<std::string> missed;
    for (const auto& span : cadence.missed) missed.push_back(span.name());
    out_ += fmt::format(fmt::runtime(say_in({"Meetings: {} of {} intervals held{}{}\n",
                                             "例会：应开 {1} 期，已开 {0} 期{2}{3}\n"})),
                        cadence.held, cadence.elapsed(),
                        missed.empty() ? "" : say_in({"; missed: ", "；未开："}),
                        fmt::format("{}", fmt::join(missed, zh_ ? "、" : ", ")));
  }

  /// The unit that a finding is for, or "" for the conference itself.
  std::string_view unit_of(const Finding& finding) const {
    constexpr std::string_view part = "/units/";
    if (const auto at = finding.record.rfind(part); at != std::string::npos)
      return std::string_view(finding.record).substr(at + part.size());
    const auto lead = leads_.find(finding.record);
    return lead == leads_.end() ? std::string_view() : lead->second;
  }

  void add_findings() {
    std::unordered_map<std::string_view, std::vector<const Finding*>> by_unit;
    for (const Finding& finding : verdict_.findings)
      if (finding.waived.empty()) by_unit[unit_of(finding)].push_back(&finding);
    if (by_unit.empty()) {
      out_ += fmt::format("\n{}\n", say_in({"Nothing needs doing.", "没有需要处理的事项。"}));
    } else {
      out_ += fmt::format("\n{}\n", say_in({"What needs doing", "需要处理"}));
    }
    for (const Unit* unit : c_.book.units_in_order())
      if (unit->id) add_group(by_unit, *unit->id, unit->name.value_or(*unit->id));
    for (const Committee& committee : c_.book.committees)
      if (committee.id) add_group(by_unit, *committee.id, committee.name.value_or(*committee.id));
    // What is led by nobody known belongs to the conference too.
    std::vector<const Finding*> rest = std::move(by_unit[""]);
    by_unit.erase("");
    std::map<std::string_view, std::vector<const Finding*>> others(by_unit.begin(), by_unit.end());
    for (const auto& [unit, findings] : others)
      rest.insert(rest.end(), findings.begin(), findings.end());
    add_findings_of(say_in({"The conference", "联席会议"}), rest);
    if (verdict_.waived > 0)
      out_ += fmt::format(fmt::runtime(say_in({"\n{} waived\n", "\n另有 {} 项已豁免\n"})),
                          verdict_.waived);
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
      const auto position = c_.book.sources().position(finding->at);
      out_ += fmt::format("    {} {} [{}]\n      {}:{}:{}\n", colored(*finding),
                          printable(finding->message.in(style_.language)), finding->rule,
                          printable(c_.book.sources()[position.file].path), position.line,
                          position.column);
    }
  }

  std::string colored(const Finding& finding) const {
    const auto word = say_in(severity_words_shown[std::size_t(finding.severity)]);
    if (!style_.color) return fmt::format("{}:", word);
    const auto code = finding.severity == Severity::error     ? 31
                      : finding.severity == Severity::warning ? 33
                                                              : 34;
    return fmt::format("\x1b[{}m{}:\x1b[0m", code, word);
  }

  void add_matrix() {
    std::vector<std::vector<std::string>> rows{{""}};
    std::vector<std::unordered_map<const Unit*, ReportStatus>> columns;
    for (const auto& meeting : c_.meetings) {
      if (meeting.reports.empty()) continue;
      rows[0].emplace_back(*meeting.meeting->id);
      auto& column = columns.emplace_back();
      for (const UnitReport& report : meeting.reports) column.emplace(report.unit, report.status);
    }
    if (columns.empty()) return;
    for (const UnitCompliance& unit : c_.units) {
      std::vector<std::string> row{
          std::string(unit.unit->short_name.value_or(unit.unit->name.value_or(*unit.unit->id)))};
      for (const auto& column : columns) {
        const auto at = column.find(unit.unit);
        row.emplace_back(at == column.end() ? "·" : say_in(status_words[std::size_t(at->second)]));
      }
      rows.push_back(std::move(row));
    }
    out_ += fmt::format("\n{}\n{}", say_in({"Reports", "落实报告"}), aligned(rows, 2));
  }

  const Compliance& c_;
  const Verdict& verdict_;
  const TextStyle& style_;
  bool zh_;
  std::unordered_map<std::string, std::string_view> leads_;
  std::string out_;
};

}  // namespace

std::string followup_text(const Compliance& c, const Verdict& verdict, const TextStyle& style) {
  return masked(Writer(c, verdict, style).write());
}

}  // namespace lianxi
