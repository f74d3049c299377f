// What is so on one day and otherwise on the next, and with one more or less of anything: small
// books and what is to be said of them, worked out by hand from lianxi-followup(7) and
// lianxi-rules(7). tests/boundaries/*.cases hold them:
//
//   what stands in all books of the file
//   = Why this is tested
//   a book
//   @ 2017-09-30 report-late: meetings/m1/units/b 2017-09-21 fact b
//   @ 2017-09-30 2017-Q2 report-late: -
//
// After the day, and a period where not all, comes what is asked: a rule (of a rule of follow-up
// each finding's record, day, nature and unit), `says RULE`, `hints RULE`, `related RULE` (what its
// findings show besides), `report MEETING UNIT`, `deadline MEETING`, `status MEETING/RESOLUTION`,
// `tally UNIT`, `cadence`, `life MEETING/RESOLUTION`, `due` or `due UNIT`, `task YEAR/TASK`, or a
// figure. `followup` before a rule on waivers asks what follow-up says of them. Of what is written
// for a record: `meant WORD`, `near WORD`, and `ties RECORD`, what refers to it and to what it
// does.
#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <sstream>

#include <lianxi/base/percent.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/figures/figure_paths.hpp>
#include <lianxi/figures/figures.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/plan_tasks.hpp>
#include <lianxi/followup/record_meaning.hpp>
#include <lianxi/followup/references.hpp>
#include <lianxi/followup/resolution_life.hpp>
#include <lianxi/followup/tally_fields.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/rules/due_items.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/rules/record_view.hpp>
#include <lianxi/schema/spelling.hpp>

namespace boundaries_test {

using namespace lianxi;

namespace {

constexpr const char* task_state_words[] = {"not begun", "in progress", "done", "dropped",
                                            "overdue"};

std::string joined(const std::vector<std::string>& all) {
  return all.empty() ? "-" : fmt::format("{}", fmt::join(all, "; "));
}

/// A question of a book, as of a day.
struct Question {
  const Book& book;
  Date as_of;
  Period period = {};
  std::vector<std::string> words = {};

  std::string answer() const {
    if (words[0] == "says") return findings(words.at(1), message_of);
    if (words[0] == "hints") return findings(words.at(1), hint_of);
    if (words[0] == "related") return findings(words.at(1), related_of);
    if (words[0] == "report") return report(words.at(1), words.at(2));
    if (words[0] == "deadline") return deadline(words.at(1));
    if (words[0] == "status") return status(words.at(1));
    if (words[0] == "tally") return tally(words.at(1));
    if (words[0] == "cadence") return cadence();
    if (words[0] == "due") return due(words.size() > 1 ? words[1] : "");
    if (words[0] == "life") return life(words.at(1));
    if (words[0] == "task") return task(words.at(1));
    if (words[0] == "meant") return names_of(records_meant(book, words.at(1), as_of));
    if (words[0] == "near") return names_of(nearest_records(book, words.at(1), as_of));
    if (words[0] == "ties") return ties(words.at(1));
    if (words[0] == "rules") return rules_on(words.at(1));
    if (words[0] == "sent") return sent(words.at(1), words.at(2));
    if (words[0] == "followup") return followup(words.at(1));
    if (find_rule(words[0])) return findings(words[0], record_of);
    return figure();
  }

 private:
  Compliance compliance() const { return compliance_of(book, as_of, period); }

  using Telling = std::string (*)(const Finding&);

  std::string findings(std::string_view rule, Telling tell) const {
    const bool followup =
        std::ranges::any_of(followup_rules(), [&](const auto* one) { return one->name == rule; });
    if (followup) return told(judge(compliance()), rule, tell == record_of ? arisen_of : tell);
    return told(validate({book, as_of, true}), rule, tell);
  }

  std::string followup(std::string_view rule) const {
    return told(judge(compliance()), rule, arisen_of);
  }

  static std::string told(const Verdict& verdict, std::string_view rule, Telling tell) {
    std::vector<std::string> all;
    for (const Finding& one : verdict.findings)
      if (one.rule == rule) all.push_back(tell(one));
    return joined(all);
  }

  static std::string record_of(const Finding& one) { return one.record + waived(one); }
  static std::string arisen_of(const Finding& one) {
    return one.record + arisen(one.arisen) + waived(one);
  }
  static std::string message_of(const Finding& one) { return one.message.en; }
  static std::string hint_of(const Finding& one) { return one.hint.en; }
  static std::string related_of(const Finding& one) {
    std::vector<std::string> all;
    for (const Related& related : one.related) all.push_back(related.message.en);
    return fmt::format("{}", fmt::join(all, ", "));
  }
  static const char* waived(const Finding& one) { return one.waived.empty() ? "" : " waived"; }

  static std::string arisen(const Arisen& arisen) {
    return fmt::format(" {} {}{}{}", iso(arisen.since),
                       arisen.nature == Nature::open ? "open" : "fact",
                       arisen.unit.empty() ? "" : " ", arisen.unit);
  }

  std::string report(std::string_view meeting, std::string_view unit) const {
    const Compliance all = compliance();
    for (const MeetingCompliance& m : all.meetings)
      for (const UnitReport& one : m.reports)
        if (*m.meeting->id == meeting && *one.unit->id == unit)
          return fmt::format("{}{}", word_of(one.status), one.first ? " " + iso(*one.first) : "");
    return "-";
  }

  std::string deadline(std::string_view meeting) const {
    for (const MeetingCompliance& m : compliance().meetings)
      if (*m.meeting->id == meeting)
        return fmt::format("{} {}", iso(m.deadline), m.provisional ? "provisional" : *m.next->id);
    return "-";
  }

  std::string status(std::string_view id) const {
    for (const ResolutionCompliance& r : compliance().resolutions) {
      if (r.id() != id) continue;
      std::string text = fmt::format("{} {}", word_of(r.status), r.lead);
      if (r.due) text += " due " + iso(*r.due);
      if (r.light != Light::none) text += fmt::format(" {}", word_of(r.light));
      if (r.days_overdue) text += fmt::format(" {} days", *r.days_overdue);
      if (r.done_on) text += " done " + iso(*r.done_on) + (*r.on_time ? " on time" : " late");
      if (r.reminded > 0) text += fmt::format(" reminded {}", r.reminded);
      return text;
    }
    return "-";
  }

  std::string tally(std::string_view unit) const {
    for (const UnitCompliance& one : compliance().units) {
      if (*one.unit->id != unit) continue;
      std::vector<std::string> told;
      for_each_tally_field([&](const TallyField& field) {
        if (field.counted && one.tally.*field.counted != 0)
          told.push_back(fmt::format("{} {}", field.key, one.tally.*field.counted));
      });
      if (const auto rate = one.tally.on_time_rate()) told.push_back("on time " + percent(*rate));
      if (const auto rate = one.tally.completion_rate()) told.push_back("done " + percent(*rate));
      return joined(told);
    }
    return "-";
  }

  std::string cadence() const {
    const Compliance all = compliance();
    std::vector<std::string> missed;
    for (const SpanOfTime& one : all.cadence.missed) missed.push_back(one.name());
    return fmt::format("held {}, missed {}", all.cadence.held, joined(missed));
  }

  std::string due(std::string_view unit) const {
    std::vector<std::string> told;
    for (const DueItem& item : due_items(compliance_of(book, as_of), period, unit).items)
      told.push_back(fmt::format("{} {} {}{}{}", iso(item.day), word_of(item.kind), item.record,
                                 item.units.empty() ? "" : " ", fmt::join(item.units, " ")));
    return joined(told);
  }

  std::string life(std::string_view id) const {
    std::vector<std::string> told;
    const auto found = book.resolution(id);
    for (const LifeEvent& one : life_of(book, *found.meeting, *found.part, as_of))
      told.push_back(
          fmt::format("{} {}{}{}{}{}{}", iso(one.day), life_kind_words[std::size_t(one.kind)].en,
                      one.unit.empty() ? "" : " ", one.unit, one.state.en.empty() ? "" : " ",
                      one.state.en, one.due ? " due " + iso(*one.due) : ""));
    return joined(told);
  }

  std::string task(std::string_view id) const {
    for (const Plan& plan : book.plans)
      for (const Task& one : plan.tasks)
        if (fmt::format("{}/{}", plan.year.value_or(0), one.id.value_or("?")) == id)
          return task(plan, one);
    return "-";
  }

  std::string task(const Plan& plan, const Task& task) const {
    const auto state = state_of(plan, task, as_of);
    const auto achieved = AchievedByTasks(book, as_of).of(plan, task);
    std::string text = state ? task_state_words[std::size_t(*state)] : "unknown";
    if (achieved) text += fmt::format(" {}", achieved->value);
    if (has_target(task)) text += fmt::format(" of {}", *task.target->value);
    return text;
  }

  static std::string names_of(const std::vector<MeantRecord>& records) {
    std::vector<std::string> names;
    for (const MeantRecord& one : records) names.push_back(one.name);
    return joined(names);
  }

  std::string ties(const std::string& record) const {
    std::vector<std::string> told;
    for (const Reference& one : references_to(book, record))
      told.push_back(fmt::format("{} {}", one.from, one.field->en));
    for (const MeantRecord& one : records_meant(book, record, as_of))
      for (const Reference& to : references_within(book, one.path))
        told.push_back(fmt::format("{} to {}", to.field->en, to.to));
    return joined(told);
  }

  std::string rules_on(const std::string& record) const {
    std::vector<std::string> told;
    for (const MeantRecord& one : records_meant(book, record, as_of)) {
      const RecordView view = view_of({book, as_of, true}, one);
      for (const Findings* findings : {&view.wrong, &view.open})
        for (const Finding& finding : *findings) told.emplace_back(finding.rule);
    }
    return joined(told);
  }

  std::string sent(std::string_view meeting, std::string_view unit) const {
    const bool is_sent = minutes_sent_to(book, *book.meeting(meeting), *book.unit(unit), as_of);
    return is_sent ? "yes" : "no";
  }

  std::string figure() const {
    const auto value = find_figure(figures_of(book, as_of, period), words[0]);
    return value ? to_text(*value, Language::en) : "-";
  }
};

/// `DAY [PERIOD] WHAT…: EXPECTED`, without the sign before it.
void check(const Book& book, std::string_view line) {
  const auto colon = line.find(": ");
  REQUIRE(colon != line.npos);
  std::istringstream in{std::string(line.substr(0, colon))};
  std::string word;
  in >> word;
  Question question{book, read_date(word).value()};
  while (in >> word) {
    const auto period = question.words.empty() && word.find_first_of("0123456789.") == 0
                            ? read_period(word, question.as_of)
                            : std::nullopt;
    if (period)
      question.period = *period;
    else
      question.words.push_back(word);
  }
  CAPTURE(line);
  CHECK(question.answer() == line.substr(colon + 2));
}

/// The first unexpected fault of the book, of those that keep values from being read.
void check_readable(const Book& book) {
  for (const Finding& finding : book.findings()) {
    const auto at = book.sources().position(finding.at);
    FAIL_CHECK(fmt::format("{}:{} {}", at.line, at.column, finding.message.en));
  }
}

void check_cases(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::string common, text, title;
  std::vector<std::string> questions;
  const auto ask = [&] {
    if (title.empty()) return;
    CAPTURE(title);
    const Book book = Book::of(common + "---\n" + text);
    if (!title.ends_with("(unreadable)")) check_readable(book);
    CHECK_FALSE(questions.empty());
    for (const std::string& one : questions) check(book, one);
  };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("= ")) {
      ask();
      title = line.substr(2);
      text.clear();
      questions.clear();
    } else if (line.starts_with("@ ")) {
      questions.push_back(line.substr(2));
    } else {
      (title.empty() ? common : text) += line + "\n";
    }
  }
  ask();
}

}  // namespace

TEST_CASE("what is said on a day, and of a number, is not said on the next, and of one more") {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(LIANXI_TESTS_DIR) + "/boundaries"))
    if (entry.path().extension() == ".cases") paths.push_back(entry.path());
  std::ranges::sort(paths);
  CHECK(paths.size() >= 5);
  for (const auto& path : paths) {
    CAPTURE(path);
    check_cases(path);
  }
}

}  // namespace boundaries_test
