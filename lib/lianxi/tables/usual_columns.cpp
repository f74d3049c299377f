#include <lianxi/tables/table.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

struct Usual {
  std::string_view table;
  std::vector<std::string_view> columns;
};

/// What people want to see first. Tables that are not named here show their first columns.
const std::vector<Usual>& usual() {
  static const std::vector<Usual> tables = {
      {"alliance", {"name", "founded", "office"}},
      {"units", {"id", "short_name", "name", "category", "member"}},
      {"committees", {"id", "name", "lead", "members"}},
      {"meetings", {"id", "date", "kind", "title", "present_units", "deadline"}},
      {"topics", {"meeting", "id", "title", "by", "outcome"}},
      {"suggestions", {"meeting", "number", "by", "outcome", "handler", "text"}},
      {"resolutions",
       {"meeting", "id", "status", "light", "effective_due", "present_lead", "text"}},
      {"followups", {"meeting", "unit", "date", "by"}},
      {"items", {"meeting", "resolution", "unit", "date", "status", "result"}},
      {"plans", {"year", "adopted", "meeting", "theme"}},
      {"tasks", {"year", "id", "status", "due", "lead", "achieved", "title"}},
      {"series", {"id", "lead", "title"}},
      {"events", {"id", "date", "kind", "lead", "served", "volunteers", "title"}},
      {"funds", {"id", "name", "steward", "balance"}},
      {"donations", {"id", "date", "donor", "amount", "fund", "recipient"}},
      {"grants", {"id", "date", "fund", "amount", "beneficiaries", "purpose"}},
      {"budgets", {"id", "year", "committee", "unit", "amount"}},
      {"projects", {"id", "year", "applicant", "approved.amount", "accepted.grade", "title"}},
      {"requests", {"id", "date", "by", "to", "closed", "text"}},
      {"shares", {"id", "date", "unit", "kind", "title"}},
      {"honors", {"id", "date", "unit", "level", "title"}},
      {"reminders", {"date", "unit", "level", "about", "reply_by"}},
      {"summaries", {"period", "report", "unit", "overview"}},
      {"waivers", {"rule", "record", "reason", "until"}},
      {"claims", {"id", "date", "figure", "period", "value"}},
      {"attendance", {"meeting", "unit", "presence", "person", "post", "time", "reason"}},
      {"reports", {"meeting", "unit", "status", "deadline", "date"}},
      {"findings", {"since", "severity", "rule", "unit", "record", "message"}},
  };
  return tables;
}

}  // namespace

std::vector<const TableColumn*> usual_columns(const Table& table) {
  std::vector<const TableColumn*> columns;
  for (const Usual& one : usual())
    if (one.table == table.kind->name)
      for (const auto name : one.columns)
        if (const TableColumn* column = table.column(name)) columns.push_back(column);
  if (!columns.empty()) return columns;
  constexpr std::size_t most = 7;
  for (const TableColumn& column : table.columns)
    if (columns.size() < most) columns.push_back(&column);
  return columns;
}

}  // namespace lianxi
