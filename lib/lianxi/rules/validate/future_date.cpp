#include <lianxi/records/donations.hpp>
#include <lianxi/records/events.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/grants.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::future_date_rule {
namespace {

/// Reports a day that lies in the future, of `record` or of something in it.
template <class T>
void check_day(const Located<Date>& day, const T& record, Date as_of, FindingSink& out) {
  if (!day || *day <= as_of) return;
  out.add(day.at(), name_of(record),
          say({"{} lies after the as-of day ({})", "{} 晚于截止日（{}）"}, iso(*day), iso(as_of)),
          say({"correct the day, or enter it once it has taken place",
               "请更正日期，或在发生之后再登记"}));
}

template <class T>
void check_all(const Records<T>& records, Date as_of, FindingSink& out) {
  for (const T& record : records) check_day(record.date, record, as_of, out);
}

void check(const ValidateCase& c, FindingSink& out) {
  if (!c.as_of_given) return;
  check_all(c.book.events, c.as_of, out);
  check_all(c.book.donations, c.as_of, out);
  check_all(c.book.grants, c.as_of, out);
  check_all(c.book.followups, c.as_of, out);
  for (const Project& project : c.book.projects)
    for (const Expense& expense : project.expenses) check_day(expense.date, project, c.as_of, out);
}

}  // namespace

}  // namespace lianxi::future_date_rule

namespace lianxi::rules {
extern constinit const ValidateRule future_date{
    {"future-date",
     Severity::warning,
     {"Something that is recorded as done is dated after the as-of day.",
      "已登记的事项日期晚于截止日。"},
     {"An event, donation, grant, report or expense is entered once it has taken place. A day "
      "still to come is mostly a mistyped year, and the record counts nowhere until then. Only "
      "judged where `--as-of` says which day it is.",
      "活动、捐赠、救助、落实报告和支出都是发生之后才登记的。日期还没到，多半是年份写错，而且到那"
      "天之前哪里都不计。只有写明 --as-of 时才检查。"},
     {R"(# --as-of 2017-09-30
grants:
  - id: g1
    date: 2071-02-10
    fund: care
    amount: 210
)",
      R"(# --as-of 2017-09-30
救助:
  - 编号: g1
    日期: 2071-02-10
    基金: 爱心基金
    金额: 210
)"},
     {R"(grants:
  - id: g1
    date: 2017-02-10
    fund: care
    amount: 210
)",
      R"(救助:
  - 编号: g1
    日期: 2017-02-10
    基金: 爱心基金
    金额: 210
)"}},
    future_date_rule::check};
}  // namespace lianxi::rules
