// A bulletin of supervision: what went well, who is behind and with what, what is asked of whom.
#include <algorithm>

#include <lianxi/book/book.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/reminders.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/resolution_rows.hpp>
#include <lianxi/reports/words/papers.hpp>
#include <lianxi/reports/words/sentences.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi::bulletin_report {
namespace {

// ---- overall, what went well ------------------------------------------------------------

doc::Section overall(const ReportCase& c) {
  const Wording& wording = c.wording;
  const Tally& totals = c.current.totals;
  const auto with = [&](ResolutionStatus status) {
    return std::ranges::count(c.current.resolutions, status, &ResolutionCompliance::status);
  };
  const auto overdue = with(ResolutionStatus::overdue);
  const Message late =
      overdue > 0 ? say({"overdue {}", "逾期{}项"}, overdue) : say({"none overdue", "无逾期事项"});
  std::string text =
      wording(say({"As of {}: resolutions of this period {}, done {}, {}; completed {}.",
                   "截至{}，本期共形成决议{}项，已完成{}项，{}，办结率{}。"},
                  wording.date(c.as_of), c.current.resolutions.size(), totals.done, late,
                  wording.rate(c.current.completion_rate)));
  text += wording(say({" Reports owed on the meetings of this period {}: on time {}, late {}, "
                       "missing {}; on time {}.",
                       "本期会议应报落实报告{}份，按时{}份，迟报{}份，未报{}份，按时率{}。"},
                      totals.owed(), totals.on_time, totals.late, totals.missing,
                      wording.rate(c.current.on_time_rate)));
  return {wording(Bilingual{"Overall", "总体情况"}), {doc::Paragraph{text}}};
}

/// Whether a unit did all that was asked of it, and anything was.
bool did_well(const Tally& tally) {
  return tally.on_time > 0 && tally.late == 0 && tally.missing == 0 && tally.overdue == 0 &&
         tally.absent == 0 && tally.unrecorded == 0;
}

doc::Section what_went_well(const ReportCase& c, const Verdict& of_ledger) {
  const Wording& wording = c.wording;
  doc::Items items;
  std::vector<std::string> units;
  const auto wanting = sections::units_found_wanting(c, of_ledger);
  for (const UnitCompliance& unit : c.current.units)
    if (did_well(unit.tally) && !wanting.contains(unit.unit->id.value_or("")))
      units.push_back(wording.unit(*unit.unit));
  if (!units.empty())
    items.items.emplace_back(wording(
        say({"Came to every meeting or asked for leave, reported in time, nothing overdue: {}.",
             "按要求到会、按时报告、没有逾期事项的单位：{}。"},
            papers::listed(wording, units))));
  for (const ResolutionCompliance& r : c.ledger.resolutions)
    if (r.done_on && c.scope.contains(*r.done_on) && r.status == ResolutionStatus::done &&
        r.on_time.value_or(true))
      items.items.emplace_back(wording(
          say({"{} finished {} on {}.", "{0}于{2}完成{1}。"}, wording.named(r.lead),
              wording.quoted(r.resolution->text.value_or(dash)), wording.date(*r.done_on))));
  doc::Section section{wording(Bilingual{"What went well", "工作较好的方面"})};
  if (items.items.empty())
    section.blocks.push_back(doc::Paragraph{
        wording(Bilingual{"Nothing was finished, and no unit did all that was asked of it.",
                          "没有新完成的事项，也没有各项要求均做到的单位。"})});
  else
    section.blocks.push_back(std::move(items));
  return section;
}

// ---- reminders ---------------------------------------------------------------------------

std::string about_text(const ReportCase& c, const Reminder& reminder) {
  std::string text;
  for (const auto& form : reminder.about)
    text += (text.empty() ? "" : "\n") + record_in_words(c, *form);
  return text;
}

doc::Section reminded(const ReportCase& c) {
  const Wording& wording = c.wording;
  doc::Table table{
      {titled(wording, {"Date", "日期"}), titled(wording, {"Unit", "单位"}),
       titled(wording, {"Of", "催办事项"}), titled(wording, {"Level", "级别"}),
       titled(wording, {"Number", "文号"}), titled(wording, {"To answer by", "答复期限"})},
      {}};
  for (const Reminder* reminder : dated_within(c.book.reminders, c.scope))
    table.rows.push_back({wording.date(reminder->date), wording.named(reminder->unit.value_or("")),
                          about_text(c, *reminder),
                          wording.choice(reminder->level.value_or(ReminderLevel::notice)),
                          reminder->number.value_or(dash), wording.date(reminder->reply_by)});
  doc::Section section{wording(Bilingual{"Reminders", "催办情况"})};
  if (table.rows.empty())
    section.blocks.push_back(doc::Paragraph{
        wording(say({"No reminder was sent {}.", "{}没有发出催办。"}, c.this_period()))});
  else
    section.blocks.push_back(std::move(table));
  return section;
}

// ---- what is asked -----------------------------------------------------------------------

/// Each matter that is open, of whoever leads it, by the day on which it is due.
doc::Section asked(const ReportCase& c) {
  using namespace resolution_columns;
  auto rows = resolutions_of(c.ledger,
                             [](const ResolutionCompliance& r) { return !is_finished(r.status); });
  std::ranges::stable_sort(rows, {}, [](ResolutionRow r) {
    return std::pair(!r->due.has_value(), r->due.value_or(Date()));
  });
  const ResolutionColumn columns[] = {lead, matter, due, status, next_step};
  doc::Section section{c.wording(Bilingual{"What is asked of whom by when", "下一步要求"})};
  if (rows.empty()) {
    section.blocks.push_back(
        doc::Paragraph{c.wording(Bilingual{"No matter is open.", "没有未办结的事项。"})});
    return section;
  }
  doc::Table table = table_of(c, columns, rows);
  drop_empty_columns(table);
  const bool has_overdue = std::ranges::any_of(
      rows, [](ResolutionRow r) { return r->status == ResolutionStatus::overdue; });
  const Bilingual at_once = has_overdue
                                ? Bilingual{", what is overdue at once,", "，已逾期的抓紧办结"}
                                : Bilingual{"", ""};
  section.blocks = {doc::Paragraph{c.wording(say(
                        {"Each unit finishes what it leads by the day given{} and reports to {}.",
                         "请各牵头单位按下列时限办结{}，并将落实情况报送{}。"},
                        at_once, papers::office_name(c)))},
                    std::move(table)};
  return section;
}

Document build(const ReportCase& c) {
  const Verdict of_ledger = judge(c.ledger);
  const Message title = say({"{}: bulletin of supervision{}", "{2}督查通报"}, c.wording.alliance(),
                            c.comma_and_period(), c.alliance_and_period());
  auto enclosed = present({sections::reports_of_units(c)});
  for (doc::Section& section : sections::supervision_ledger(c))
    enclosed.push_back(std::move(section));
  doc::Section annex{c.wording(Bilingual{"Annex: reports and ledger", "附件：报告和台账"}),
                     {},
                     std::move(enclosed)};
  return {.language = c.wording.language(),
          .title = c.wording(title),
          .sections =
              present({overall(c), what_went_well(c, of_ledger), sections::findings(c, of_ledger),
                       reminded(c), asked(c), std::move(annex)})};
}

}  // namespace

}  // namespace lianxi::bulletin_report

namespace lianxi::reports {
extern constinit const ReportKind bulletin{
    .name = "bulletin",
    .title = {"bulletin of supervision", "督查通报"},
    .doc =
        {"What went well, who is behind and with what, reminders, what is asked of whom by when.",
         "工作较好的方面、滞后的单位和事项、催办情况、下一步要求，附报告情况和台账。"},
    .subject = Subject::none,
    .covers = Covers::any,
    .build = bulletin_report::build};
}  // namespace lianxi::reports
