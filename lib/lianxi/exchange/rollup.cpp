#include <lianxi/exchange/rollup.hpp>
#include <lianxi/figures/figure_sections.hpp>
#include <lianxi/followup/counted_event.hpp>
#include <lianxi/records/donations.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/rules/open_errors.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

template <class Records, class Condition>
bool any_of(const Records& records, Condition condition) {
  for (const auto& record : records)
    if (condition(record)) return true;
  return false;
}

/// Works out the key figures of a book. Sums of what is counted or paid are the figures' own; here
/// it is only asked whether anybody recorded one.
class RollupMaker {
 public:
  RollupMaker(const Book& book, const Compliance& compliance)
      : book_(book), compliance_(compliance), figures_(figures_of(compliance)) {}

  RollupFigures make() {
    add_conference();
    add_resolutions();
    add_reports();
    add_events();
    add_money();
    out_.open_errors = open_errors_of(compliance_);
    return out_;
  }

 private:
  void add_conference() {
    out_.members = figures_.units.members;
    out_.meetings = figures_.meetings.held;
    out_.intervals = compliance_.cadence.elapsed();
    out_.missed = std::int64_t(compliance_.cadence.missed.size());
    out_.attendance = figures_.meetings.attendance;
  }

  void add_resolutions() {
    out_.resolutions = std::int64_t(compliance_.resolutions.size());
    for (const auto& resolution : compliance_.resolutions) {
      out_.done += resolution.status == ResolutionStatus::done;
      out_.overdue += resolution.status == ResolutionStatus::overdue;
      out_.dropped += is_given_up(resolution.status);
    }
    out_.completion = {out_.done, out_.resolutions - out_.dropped};
  }

  void add_reports() {
    for (const auto& meeting : compliance_.meetings)
      for (const UnitReport& report : meeting.reports) {
        out_.on_time += report.status == ReportStatus::on_time;
        out_.late += report.status == ReportStatus::late;
        out_.missing += report.status == ReportStatus::missing;
        out_.pending += report.status == ReportStatus::pending;
      }
    out_.reporting = {out_.on_time, out_.on_time + out_.late + out_.missing};
  }

  void add_events() {
    out_.events = figures_.events.total.records;
    const bool any = any_of(book_.events, [&](const Event& event) {
      const auto day = last_day(event);
      return event.served && day && compliance_.scope.contains(*day);
    });
    if (any) out_.served = figures_.events.total.served;
  }

  bool is_in_scope(const Located<Date>& day) const { return is_in(compliance_.scope, day); }

  void add_money() {
    const bool any_donation = any_of(
        book_.donations, [&](const Donation& one) { return one.amount && is_in_scope(one.date); });
    if (any_donation) out_.donations = figures_.donations.money;
    const bool any_expense = any_of(book_.projects, [&](const Project& project) {
      return any_of(project.expenses, [&](const Expense& expense) {
        return expense.amount && is_in_scope(expense.date);
      });
    });
    if (any_expense) out_.spent = figures_.projects.spent;
    add_funds();
  }

  /// Of a fund that is there it is known what it holds, moved or not.
  void add_funds() {
    for (const FundFigures& fund : figures_.funds) {
      out_.opening = out_.opening.value_or(Amount()) + fund.opening;
      out_.received = out_.received.value_or(Amount()) + fund.received;
      out_.granted = out_.granted.value_or(Amount()) + fund.granted;
      out_.closing = out_.closing.value_or(Amount()) + fund.closing;
    }
  }

  const Book& book_;
  const Compliance& compliance_;
  Figures figures_;
  RollupFigures out_;
};

}  // namespace

RollupFigures rollup_figures_of(const Book& book, Date as_of, const Period& period) {
  const Compliance compliance = compliance_of(book, as_of, period);
  return RollupMaker(book, compliance).make();
}

}  // namespace lianxi
