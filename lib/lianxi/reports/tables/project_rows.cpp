#include <fmt/format.h>

#include <lianxi/records/projects.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/project_rows.hpp>

namespace lianxi {

Amount spent(const Project& project, const Scope& scope) {
  Amount sum;
  for (const Expense& expense : project.expenses)
    if (is_within(expense.date, scope)) sum += expense.amount.value_or({});
  return sum;
}

bool is_under_way(const ReportCase& c, const Project& project) {
  const bool begun =
      is_reached(project.applied, c.scope.to) || is_reached(project.approved, c.scope.to);
  const bool wound_up = c.scope.from && is_reached(project.reimbursed, *c.scope.from - 1);
  return begun && !wound_up;
}

bool is_known(const ReportCase& c, const Project& project) {
  const bool says_when =
      (project.applied && project.applied->date) || (project.approved && project.approved->date);
  return !says_when || is_reached(project.applied, c.as_of) ||
         is_reached(project.approved, c.as_of);
}

std::string stage_text(const ReportCase& c, const Project& project) {
  if (is_reached(project.reimbursed, c.as_of)) return c.wording(Bilingual{"reimbursed", "已报销"});
  if (is_reached(project.accepted, c.as_of))
    return c.wording(
        say({"accepted: {}", "已验收（{}）"}, c.wording.choice(project.accepted->grade)));
  if (is_reached(project.approved, c.as_of)) return c.wording(Bilingual{"under way", "实施中"});
  return c.wording(Bilingual{"applied for", "申报中"});
}

// ---- cells ------------------------------------------------------------------------

namespace {

std::string or_dash(const std::optional<Amount>& amount) {
  return amount ? to_text(*amount) : std::string(dash);
}

template <class Stage>
std::string date_by(const ReportCase& c, const Nested<Stage>& stage) {
  return is_reached(stage, c.as_of) ? c.wording.date(stage->date) : std::string(dash);
}

std::string with_line(std::string text, std::string_view line) {
  return line.empty() ? text : text + "\n" + std::string(line);
}

std::string named_or_nothing(const ReportCase& c, const Text& unit) {
  return unit ? c.wording.named(*unit) : std::string();
}

std::string approved_text(const ReportCase& c, const Project& project) {
  if (!is_reached(project.approved, c.as_of)) return std::string(dash);
  return with_line(date_by(c, project.approved), named_or_nothing(c, project.approved->by));
}

std::string accepted_text(const ReportCase& c, const Project& project) {
  if (!is_reached(project.accepted, c.as_of)) return std::string(dash);
  const std::string text =
      with_line(date_by(c, project.accepted), c.wording.choice(project.accepted->grade));
  return with_line(text, named_or_nothing(c, project.accepted->by));
}

std::string inspections_text(const ReportCase& c, const Project& project) {
  std::string text;
  for (const Inspection& inspection : project.inspections) {
    if (!inspection.date || *inspection.date > c.as_of) continue;
    if (!text.empty()) text += "\n";
    text += c.wording.date(inspection.date);
    if (inspection.by) text += " " + c.wording.named(*inspection.by);
    if (inspection.finding) text += c.wording(say({": {}", "：{}"}, *inspection.finding));
  }
  return text.empty() ? std::string(dash) : text;
}

Scope until_now(const ReportCase& c) { return {std::nullopt, c.as_of}; }

namespace project_columns {
using Case = const ReportCase&;
using Row = const ProjectRow&;
constexpr ProjectColumn title{{"Project", "项目"},
                              [](Case, Row r) -> doc::Prose { return r->title.value_or(dash); }};
constexpr ProjectColumn applicant{{"Applicant", "申报单位"}, [](Case c, Row r) -> doc::Prose {
                                    return c.wording.named(r->applicant.value_or(""));
                                  }};
constexpr ProjectColumn committee{{"Committee", "专委会"}, [](Case c, Row r) -> doc::Prose {
                                    return c.wording.named(r->committee.value_or(""));
                                  }};
constexpr ProjectColumn applied{{"Applied", "申报"},
                                [](Case c, Row r) -> doc::Prose { return date_by(c, r->applied); }};
constexpr ProjectColumn approved{{"Approved", "批准"},
                                 [](Case c, Row r) -> doc::Prose { return approved_text(c, *r); }};
constexpr ProjectColumn inspections{
    {"Inspections", "检查"}, [](Case c, Row r) -> doc::Prose { return inspections_text(c, *r); }};
constexpr ProjectColumn accepted{{"Accepted", "验收"},
                                 [](Case c, Row r) -> doc::Prose { return accepted_text(c, *r); }};
constexpr ProjectColumn reimbursed{
    {"Reimbursed", "报销"}, [](Case c, Row r) -> doc::Prose { return date_by(c, r->reimbursed); }};
constexpr ProjectColumn stage{{"Stage", "阶段"},
                              [](Case c, Row r) -> doc::Prose { return stage_text(c, *r); }};

constexpr ProjectColumn approved_amount{
    {"Approved", "批准"},
    [](Case c, Row r) -> doc::Prose { return or_dash(amount_by(r->approved, c.as_of)); },
    Holds::figures};
constexpr ProjectColumn spent_so_far{
    {"Spent in all", "累计支出"},
    [](Case c, Row r) -> doc::Prose {
      return r->expenses.empty() ? std::string(dash) : to_text(spent(*r, until_now(c)));
    },
    Holds::figures};
constexpr ProjectColumn reimbursed_amount{
    {"Reimbursed", "报销"},
    [](Case c, Row r) -> doc::Prose { return or_dash(amount_by(r->reimbursed, c.as_of)); },
    Holds::figures};
constexpr ProjectColumn spent_in_period{{},
                                        [](Case c, Row r) -> doc::Prose {
                                          return r->expenses.empty() ? std::string(dash)
                                                                     : to_text(spent(*r, c.scope));
                                        },
                                        Holds::figures};
}  // namespace project_columns

/// What a project, or all of them together, got and used by the as-of day.
struct Money {
  std::optional<Amount> applied, approved, left, reimbursed;
  Amount spent = {};

  Money& operator+=(const Money& other) {
    for (const auto member : {&Money::applied, &Money::approved, &Money::left, &Money::reimbursed})
      this->*member = (this->*member).value_or(Amount{}) + (other.*member).value_or(Amount{});
    spent += other.spent;
    return *this;
  }
};

/// Spending without approval leaves nothing to compare it with.
Money money_of(const ReportCase& c, const Project& project) {
  Money money{.applied = amount_by(project.applied, c.as_of),
              .approved = amount_by(project.approved, c.as_of),
              .left = {},
              .reimbursed = amount_by(project.reimbursed, c.as_of),
              .spent = spent(project, until_now(c))};
  if (money.approved) money.left = *money.approved - money.spent;
  return money;
}

std::string share_text(const Wording& wording, Amount part, Amount whole) {
  if (whole.hundredths <= 0) return std::string(dash);
  return wording.rate(rate(part.hundredths, whole.hundredths));
}

std::vector<std::string> cells_of(const Wording& wording, const Money& money) {
  return {or_dash(money.applied),
          or_dash(money.approved),
          to_text(money.spent),
          or_dash(money.left),
          share_text(wording, money.spent, money.approved.value_or(Amount{})),
          or_dash(money.reimbursed)};
}

void add_money_titles(const Wording& wording, doc::Table& table) {
  for (const Bilingual name :
       {Bilingual{"Applied for", "申报"}, Bilingual{"Approved", "批准"},
        Bilingual{"Spent", "累计支出"}, Bilingual{"Left", "结余"},
        Bilingual{"Spent of approved", "执行率"}, Bilingual{"Reimbursed", "报销"}})
    table.columns.push_back(titled(wording, name, Holds::figures));
}

}  // namespace

// ---- sections ---------------------------------------------------------------------

doc::Section stages_of(const ReportCase& c, const ProjectRows& rows) {
  using namespace project_columns;
  const ProjectColumn columns[] = {title,       applicant, committee,  applied, approved,
                                   inspections, accepted,  reimbursed, stage};
  return {c.wording(Bilingual{"Stages of the projects", "项目进展"}), {table_of(c, columns, rows)}};
}

doc::Section money_of(const ReportCase& c, const ProjectRows& rows) {
  const Wording& wording = c.wording;
  doc::Table table{{titled(wording, project_columns::title.title)}, {}};
  add_money_titles(wording, table);
  Money all;
  for (const ProjectRow row : rows) {
    const Money money = money_of(c, *row);
    all += money;
    auto& cells = table.rows.emplace_back();
    cells.push_back(project_columns::title.cell(c, row));
    for (const std::string& cell : cells_of(wording, money)) cells.push_back(cell);
  }
  std::vector<std::string> total{wording(Bilingual{"Total", "合计"})};
  for (std::string& cell : cells_of(wording, all)) total.push_back(std::move(cell));
  add_total(table, std::move(total));
  return {wording(say({"Money against approval (amounts in {})", "资金执行情况（金额单位：{}）"},
                      wording.currency())),
          {std::move(table)}};
}

/// Money spent, item by item; not for the public.
std::optional<doc::Section> expenses_of(const ReportCase& c, const ProjectRows& rows) {
  if (c.is_for_the_public()) return std::nullopt;
  const Wording& wording = c.wording;
  doc::Table table{
      {titled(wording, {"Project", "项目"}), titled(wording, {"Date", "日期"}),
       titled(wording, {"Item", "事项"}), titled(wording, {"Amount", "金额"}, Holds::money),
       titled(wording, {"Voucher", "凭证号"})},
      {}};
  for (const ProjectRow row : rows)
    for (const Expense& expense : row->expenses)
      if (expense.date && *expense.date <= c.as_of)
        table.rows.push_back({row->title.value_or(dash), wording.date(expense.date),
                              expense.item.value_or(dash),
                              expense.amount ? to_text(*expense.amount) : std::string(dash),
                              expense.voucher.value_or(dash)});
  if (table.rows.empty()) return std::nullopt;
  drop_empty_columns(table);
  return doc::Section{wording(Bilingual{"Expenses", "支出明细"}), {std::move(table)}};
}

std::optional<doc::Section> sections::projects(const ReportCase& c) {
  const Wording& wording = c.wording;
  const auto rows =
      projects_of(c, [&](const Project& project) { return is_under_way(c, project); });
  if (rows.empty()) return std::nullopt;
  using namespace project_columns;
  const ProjectColumn columns[] = {
      title, applicant, stage, approved_amount, spent_in_period, spent_so_far, reimbursed_amount};
  doc::Table table = table_of(c, columns, rows);
  table.columns[4].title = wording(say({"Spent {}", "{}支出"}, c.this_period()));
  return doc::Section{
      wording(say({"Projects (amounts in {})", "党建项目（金额单位：{}）"}, wording.currency())),
      {std::move(table)}};
}

}  // namespace lianxi
