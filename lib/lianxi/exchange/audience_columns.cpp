#include <algorithm>

#include <lianxi/exchange/audience_columns.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

struct ClosedColumn {
  std::string_view table, column;
};

/// What reports leave out for the public: persons, how they are reached, reasons for leave, what
/// single grants were for, and papers of the house.
constexpr ClosedColumn closed_to_the_public[] = {
    {"units", "head"},
    {"units", "liaison"},
    {"units", "contact"},
    {"former", "head"},
    {"meetings", "presiding"},
    {"meetings", "recorder"},
    {"meetings", "minutes.signed.by"},
    {"attendance", "person"},
    {"attendance", "post"},
    {"attendance", "time"},
    {"attendance", "reason"},
    {"resolutions", "light"},
    {"resolutions", "reminded"},
    {"followups", "by"},
    {"grants", "purpose"},
    {"grants", "voucher"},
    {"grants", "approved_by"},
    {"donations", "purpose"},
    {"donations", "receipt"},
    {"summaries", "signed.by"},
};

/// Tables that hold nothing else.
constexpr std::string_view tables_of_the_house[] = {"present",  "leave",     "stances", "expenses",
                                                    "findings", "reminders", "reports", "waivers"};

/// The verbatim record and notes are the office's alone.
bool is_of_the_office(const Table& table, const TableColumn& column) {
  const bool is_record = table.kind->name == "meetings" && column.name == "record";
  return is_record || column.name == "note" || column.name.ends_with(".note");
}

bool is_open(const Table& table, const TableColumn& column, Audience audience) {
  if (audience == Audience::office) return true;
  if (is_of_the_office(table, column)) return false;
  if (audience == Audience::members) return true;
  if (column.origin == ColumnOrigin::own) return false;  // nobody knows what they hold
  return std::ranges::none_of(closed_to_the_public, [&](const ClosedColumn& closed) {
    return closed.table == table.kind->name && closed.column == column.name;
  });
}

}  // namespace

bool is_open_to(Audience audience, const TableKind& kind) {
  return audience != Audience::the_public ||
         std::ranges::find(tables_of_the_house, kind.name) == std::end(tables_of_the_house);
}

void narrow_to_audience(Table& table, Audience audience) {
  std::vector<TableColumn> open;
  std::vector<std::size_t> key;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool is_key = std::ranges::find(table.key, i) != table.key.end();
    if (!is_key && !is_open(table, table.columns[i], audience)) continue;
    if (is_key) key.push_back(open.size());
    open.push_back(std::move(table.columns[i]));
  }
  table.columns = std::move(open);
  table.key = std::move(key);
}

}  // namespace lianxi
