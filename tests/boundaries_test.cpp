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
// A line `% followups/m1/a/2017-03-10 li@example.org` says who committed a report or closure first.
//
// After the day, and a period where not all, comes what is asked:
//
//   RULE, says RULE, hints RULE    of each finding its record (with day, nature and unit where it
//   is
//                                  of follow-up), its message, its hint
//   related RULE                   what its findings show besides, and in which line
//   followup RULE                  what follow-up says of waivers
//   report MEETING UNIT, deadline MEETING, sent MEETING UNIT
//   status MEETING/RESOLUTION, life MEETING/RESOLUTION, was MEETING/RESOLUTION DAY
//   task YEAR/TASK, tally UNIT, tally all, cadence, intervals, due, due UNIT
//   matters                        of what is due its title, what it is a part of or about, its
//   line members, words KIND            units and since when, names that a kind of record has meant
//   WORD, near WORD          which records a word means, or nearly ties RECORD, rules RECORD what
//   refers to it and to what it does, what is found on it PATH                           a figure
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
#include <lianxi/followup/intervals.hpp>
#include <lianxi/followup/meant.hpp>
#include <lianxi/followup/membership.hpp>
#include <lianxi/followup/plan_tasks.hpp>
#include <lianxi/followup/record_meaning.hpp>
#include <lianxi/followup/references.hpp>
#include <lianxi/followup/resolution_life.hpp>
#include <lianxi/followup/tally_fields.hpp>
#include <lianxi/history/authorship.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/rules/due_items.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/rules/record_view.hpp>
#include <lianxi/schema/spelling.hpp>

#include "case_files.hpp"

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
  const Authorship* authorship = nullptr;
  bool of_followup = false;  ///< Asked so expressly.

  std::string answer() const {
    if (words[0] == "says") return findings(words.at(1), &Question::message_of);
    if (words[0] == "hints") return findings(words.at(1), &Question::hint_of);
    if (words[0] == "related") return findings(words.at(1), &Question::related_of);
    if (words[0] == "report") return report(words.at(1), words.at(2));
    if (words[0] == "deadline") return deadline(words.at(1));
    if (words[0] == "status") return status(words.at(1));
    if (words[0] == "tally") return tally(words.at(1));
    if (words[0] == "cadence") return cadence();
    if (words[0] == "intervals") return intervals();
    if (words[0] == "due") return due(words.size() > 1 ? words[1] : "");
    if (words[0] == "matters") return matters();
    if (words[0] == "life") return life(words.at(1));
    if (words[0] == "task") return task(words.at(1));
    if (words[0] == "meant") return names_of(records_meant(book, words.at(1), as_of));
    if (words[0] == "near") return names_of(nearest_records(book, words.at(1), as_of));
    if (words[0] == "ties") return ties(words.at(1));
    if (words[0] == "rules") return rules_on(words.at(1));
    if (words[0] == "sent") return sent(words.at(1), words.at(2));
    if (words[0] == "was") return was(words.at(1), words.at(2));
    if (words[0] == "members") return members();
    if (words[0] == "words") return words_of(words.at(1));
    if (words[0] == "followup")
      return Question{book, as_of, period, {words.begin() + 1, words.end()}, nullptr, true}
          .answer();
    if (find_rule(words[0])) return findings(words[0], &Question::record_of);
    return figure();
  }

 private:
  Compliance compliance() const { return compliance_of(book, as_of, period); }

  using Telling = std::string (Question::*)(const Finding&) const;

  std::string findings(std::string_view rule, Telling tell) const {
    const bool followup =
        of_followup ||
        std::ranges::any_of(followup_rules(), [&](const auto* one) { return one->name == rule; });
    const Verdict verdict =
        followup ? judge(compliance()) : validate({book, as_of, true, nullptr, authorship});
    if (followup && tell == &Question::record_of) tell = &Question::arisen_of;
    std::vector<std::string> all;
    for (const Finding& one : verdict.findings)
      if (one.rule == rule) all.push_back((this->*tell)(one));
    return joined(all);
  }

  std::string record_of(const Finding& one) const { return one.record + waived(one); }
  std::string arisen_of(const Finding& one) const {
    return one.record + arisen(one.arisen) + waived(one);
  }
  std::string message_of(const Finding& one) const { return one.message.en; }
  std::string hint_of(const Finding& one) const { return one.hint.en; }
  std::string related_of(const Finding& one) const {
    std::vector<std::string> all;
    for (const Related& related : one.related)
      all.push_back(
          fmt::format("{} {}", related.message.en, book.sources().position(related.at).line));
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

  /// What its status was on an earlier day, as far as was known then of what is known now.
  std::string was(std::string_view id, std::string_view day) const {
    for (const ResolutionCompliance& r : compliance().resolutions)
      if (r.id() == id) return std::string(word_of(r.course.status_on(read_date(day).value())));
    return "-";
  }

  std::string members() const {
    std::vector<std::string> told;
    for (const Membership& one : memberships_in(book))
      told.push_back(fmt::format("{} {}..{}", one.unit, one.since ? iso(*one.since) : "",
                                 one.until ? iso(*one.until) : ""));
    return joined(told);
  }

  std::string tally(std::string_view unit) const {
    const Compliance all = compliance();
    if (unit == "all")
      return fmt::format("{}; of all: on time {}, done {}", tally(all.totals),
                         all.on_time_rate ? percent(*all.on_time_rate) : "-",
                         all.completion_rate ? percent(*all.completion_rate) : "-");
    for (const UnitCompliance& one : all.units)
      if (one.unit->id.value_or("?") == unit) return tally(one.tally);
    return "no member";
  }

  static std::string tally(const Tally& tally) {
    std::vector<std::string> told;
    for_each_tally_field([&](const TallyField& field) {
      if (field.counted && tally.*field.counted != 0)
        told.push_back(fmt::format("{} {}", field.key, tally.*field.counted));
    });
    if (const auto rate = tally.on_time_rate()) told.push_back("on time " + percent(*rate));
    if (const auto rate = tally.completion_rate()) told.push_back("done " + percent(*rate));
    return joined(told);
  }

  std::string cadence() const {
    const Compliance all = compliance();
    std::vector<std::string> missed;
    for (const SpanOfTime& one : all.cadence.missed) missed.push_back(one.name());
    return fmt::format("held {} of {}, missed {}", all.cadence.held, all.cadence.elapsed(),
                       joined(missed));
  }

  std::string intervals() const {
    std::vector<std::string> told;
    for (const SpanOfTime& one : intervals_until(book, as_of)) told.push_back(one.name());
    return joined(told);
  }

  std::string due(std::string_view unit) const {
    std::vector<std::string> told;
    for (const DueItem& item : due_items(compliance_of(book, as_of), period, unit).items)
      told.push_back(fmt::format("{} {} {}{}{}", iso(item.day), word_of(item.kind), item.record,
                                 item.units.empty() ? "" : " ", fmt::join(item.units, " ")));
    return joined(told);
  }

  std::string matters() const {
    std::vector<std::string> told;
    for (const DueItem& item : due_items(compliance_of(book, as_of), period, "").items)
      told.push_back(fmt::format("{} {} ({}) {}", item.record, item.title, item.whole,
                                 book.sources().position(item.at).line));
    return joined(told);
  }

  std::string life(std::string_view id) const {
    std::vector<std::string> told;
    const auto found = book.resolution(id);
    for (const LifeEvent& one : life_of(book, *found.meeting, *found.part, as_of))
      told.push_back(
          fmt::format("{} {}{}{}{}{}{}{}", iso(one.day), life_kind_words[std::size_t(one.kind)].en,
                      one.unit.empty() ? "" : " ", one.unit, one.state.en.empty() ? "" : " ",
                      one.state.en, one.due ? " due " + iso(*one.due) : "",
                      one.text.empty() ? "" : fmt::format(" ({})", one.text)));
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

  std::string words_of(std::string_view kind) const {
    const Naming naming = kind == "unit"        ? Naming::unit
                          : kind == "fund"      ? Naming::fund
                          : kind == "committee" ? Naming::committee
                                                : Naming::meeting;
    const auto all = words_for(book, naming, as_of);
    return joined({all.begin(), all.end()});
  }

  std::string ties(const std::string& record) const {
    std::vector<std::string> told;
    for (const Reference& one : references_to(book, record))
      told.push_back(fmt::format("{} {}{}", one.from, one.field->en,
                                 one.title.empty() ? "" : fmt::format(" ({})", one.title)));
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
void check(const Book& book, const Authorship* authorship, std::string_view line) {
  const auto colon = line.find(": ");
  REQUIRE(colon != line.npos);
  std::istringstream in{std::string(line.substr(0, colon))};
  std::string word;
  in >> word;
  Question question{book, read_date(word).value(), {}, {}, authorship};
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
  Authorship authorship;
  const auto ask = [&] {
    if (title.empty()) return;
    CAPTURE(title);
    const Book book = Book::of(common + "---\n" + text);
    if (!title.ends_with("(unreadable)")) check_readable(book);
    CHECK_FALSE(questions.empty());
    for (const std::string& one : questions)
      check(book, authorship.first.empty() ? nullptr : &authorship, one);
  };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("= ")) {
      ask();
      title = line.substr(2);
      text.clear();
      questions.clear();
      authorship.first.clear();
    } else if (line.starts_with("% ")) {
      const auto space = line.rfind(' ');
      authorship.first[line.substr(2, space - 2)] = {"clerk", line.substr(space + 1), "2017-11-02",
                                                     "1a2b3c4d5e"};
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
  const auto paths = case_files("boundaries");
  CHECK(paths.size() >= 5);
  for (const auto& path : paths) {
    CAPTURE(path);
    check_cases(path);
  }
}

}  // namespace boundaries_test
