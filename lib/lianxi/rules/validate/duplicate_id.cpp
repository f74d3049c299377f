#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <lianxi/base/period.hpp>
#include <lianxi/base/unreadable.hpp>
#include <lianxi/records/budgets.hpp>
#include <lianxi/records/claims.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/donations.hpp>
#include <lianxi/records/events.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/grants.hpp>
#include <lianxi/records/honors.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/records/reminders.hpp>
#include <lianxi/records/requests.hpp>
#include <lianxi/records/series.hpp>
#include <lianxi/records/shares.hpp>
#include <lianxi/records/summaries.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/rules/validate/repeated.hpp>

namespace lianxi::duplicate_id_rule {
namespace {

void report(FindingSink& out, const Text& id, std::string name, const Text& first) {
  auto& finding =
      out.add(id.at(), std::move(name), say({"the id “{}” is taken", "编号“{}”已被使用"}, *id),
              say({"choose another id", "请换一个编号"}));
  finding.related.push_back({first.at(), say({"first used here", "第一次用在这里"})});
}

template <class T>
void check_records(const Records<T>& records, FindingSink& out) {
  for_each_repeated(
      records.size(), [&](std::size_t i) -> const Text& { return records[i].id; },
      [&](std::size_t i, const Text& first) {
        report(out, records[i].id, name_of(records[i]), first);
      });
}

/// Tasks are led by either, so they share one set of ids.
void check_units_and_committees(const Book& book, FindingSink& out) {
  const std::size_t units = book.units.size();
  for_each_repeated(
      units + book.committees.size(),
      [&](std::size_t i) -> const Text& {
        return i < units ? book.units[i].id : book.committees[i - units].id;
      },
      [&](std::size_t i, const Text& first) {
        if (i < units)
          report(out, book.units[i].id, name_of(book.units[i]), first);
        else
          report(out, book.committees[i - units].id, name_of(book.committees[i - units]), first);
      });
}

template <class T, class P>
void check_parts(const T& record, const List<P>& parts, FindingSink& out) {
  if (parts.size() < 2) return;
  for_each_repeated(
      parts.size(), [&](std::size_t i) -> const Text& { return parts[i].id; },
      [&](std::size_t i, const Text& first) {
        report(out, parts[i].id, name_of(record, parts[i]), first);
      });
}

void check_plans(const Book& book, FindingSink& out) {
  std::unordered_map<int, Place> first;
  for (const Plan& plan : book.plans) {
    check_parts(plan, plan.tasks, out);
    if (!plan.year) continue;
    const auto [earlier, is_new] = first.emplace(*plan.year, plan.year.at());
    if (is_new) continue;
    auto& finding = out.add(plan.year.at(), name_of(plan),
                            say({"there is a plan for {} already", "{}年度已有计划"}, *plan.year),
                            say({"put the tasks into one plan", "请把任务并入同一份计划"}));
    finding.related.push_back({earlier->second, say({"first used here", "第一次用在这里"})});
  }
}

/// The period, kind and unit that a summary is of; nothing where one of them cannot be read.
std::optional<std::tuple<std::string, std::string_view, std::string_view>> subject_of(
    const Summary& summary, Date as_of) {
  if (!summary.period || is_unreadable(summary.report) || is_unreadable(summary.unit))
    return std::nullopt;
  const auto period = read_period(*summary.period, as_of);
  const ReportName* report = report_named(summary.report.value_or("quarterly"));
  if (!period || !report) return std::nullopt;
  return std::tuple(to_text(*period), report->name, summary.unit.value_or(""));
}

/// Of two summaries of one period, kind and unit the report could only show one.
void check_summaries(const ValidateCase& c, FindingSink& out) {
  std::map<std::tuple<std::string, std::string_view, std::string_view>, Place> first;
  for (const Summary& summary : c.book.summaries) {
    const auto subject = subject_of(summary, c.as_of);
    if (!subject) continue;
    const auto [earlier, is_new] = first.emplace(*subject, summary.period.at());
    if (is_new) continue;
    auto& finding =
        out.add(summary.period.at(), name_of(summary),
                say({"there is a summary of {} for that report already", "{} 的该种报告已有小结"},
                    *summary.period),
                say({"put them into one, or correct the period", "请合为一份，或更正期间"}));
    finding.related.push_back({earlier->second, say({"the first stands here", "第一份在这里"})});
  }
}

void check(const ValidateCase& c, FindingSink& out) {
  const Book& book = c.book;
  check_units_and_committees(book, out);
  check_records(book.meetings, out);
  for (const Meeting& meeting : book.meetings) {
    check_parts(meeting, meeting.topics, out);
    check_parts(meeting, meeting.resolutions, out);
    check_parts(meeting, meeting.suggestions, out);
  }
  check_plans(book, out);
  check_records(book.series, out);
  check_records(book.events, out);
  check_records(book.funds, out);
  check_records(book.donations, out);
  check_records(book.grants, out);
  check_records(book.budgets, out);
  check_records(book.projects, out);
  check_records(book.requests, out);
  check_records(book.shares, out);
  check_records(book.honors, out);
  check_records(book.claims, out);
  check_records(book.reminders, out);
  check_summaries(c, out);
}

}  // namespace

}  // namespace lianxi::duplicate_id_rule

namespace lianxi::rules {
extern constinit const ValidateRule duplicate_id{
    {"duplicate-id",
     Severity::error,
     {"Two records of a collection have the same id.", "同一集合里有两条记录编号相同。"},
     {"Other records refer to an id; with two of them it is open which is meant. Units and "
      "committees share one set of ids, since tasks are led by either.",
      "其他记录靠编号引用，重复了就不知指的是哪一条。单位和专委会共用一套编号，因为任务可由其中任一"
      "方牵头。"},
     {R"(units:
  - id: north
    name: North Gate Office
  - id: north
    name: North Bus Station
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场管理处
  - 编号: 北广场
    名称: 北广场公交站
)"},
     {R"(units:
  - id: north
    name: North Gate Office
  - id: north-bus
    name: North Bus Station
)",
      R"(单位:
  - 编号: 北广场
    名称: 北广场管理处
  - 编号: 北广场公交
    名称: 北广场公交站
)"}},
    duplicate_id_rule::check};
}  // namespace lianxi::rules
