// Tables over records: each column says once what it is called and what stands in it.
#pragma once
#include <algorithm>

#include <lianxi/reports/report_case.hpp>

namespace lianxi {

/// What a column holds decides on which side it stands; money names its currency.
enum class Holds : std::uint8_t { text, figures, money };

/// A column of a table whose rows are of one type.
template <class Row>
struct ColumnOf {
  Bilingual title;
  doc::Prose (*cell)(const ReportCase&, const Row&);
  Holds holds = Holds::text;
  bool for_the_public = true;  ///< Else the column is left out there.
};

inline doc::Column titled(const Wording& wording, Bilingual title, Holds holds = Holds::text) {
  if (holds == Holds::text) return {wording(title)};
  if (holds == Holds::figures) return figures_column(wording(title));
  return figures_column(wording(say({"{} ({})", "{}（{}）"}, title, wording.currency())));
}

/// The table of these columns, a row for each record.
template <class Columns, class Rows>
doc::Table table_of(const ReportCase& c, const Columns& columns, const Rows& rows) {
  const auto shown = [&](const auto& column) {
    return column.for_the_public || !c.is_for_the_public();
  };
  doc::Table table;
  for (const auto& column : columns)
    if (shown(column)) table.columns.push_back(titled(c.wording, column.title, column.holds));
  for (const auto& row : rows) {
    auto& cells = table.rows.emplace_back();
    for (const auto& column : columns)
      if (shown(column)) cells.push_back(column.cell(c, row));
  }
  return table;
}

/// Takes away the columns of text that say nothing in any row, but for the first.
inline void drop_empty_columns(doc::Table& table) {
  for (std::size_t column = table.columns.size(); column-- > 1;) {
    const bool empty = std::ranges::all_of(table.rows, [&](const auto& row) {
      const std::string text = row[column].plain();
      return text.empty() || text == dash;
    });
    if (!empty || table.rows.empty() || table.columns[column].align == doc::Align::right) continue;
    table.columns.erase(table.columns.begin() + std::ptrdiff_t(column));
    for (auto& row : table.rows) row.erase(row.begin() + std::ptrdiff_t(column));
  }
}

inline void add_row(doc::Table& table, const std::vector<std::string>& cells) {
  table.rows.emplace_back(cells.begin(), cells.end());
}

/// A row in bold.
inline void add_total(doc::Table& table, const std::vector<std::string>& cells) {
  auto& row = table.rows.emplace_back();
  for (const std::string& cell : cells) row.push_back(doc::Prose::strong(cell));
}

/// A label and its value.
struct Fact {
  Bilingual label;
  doc::Prose value;
};

/// One fact a line; those with nothing to say are left out.
inline doc::Paragraph facts(const Wording& wording, const std::vector<Fact>& facts) {
  doc::Prose text;
  for (const auto& [label, value] : facts) {
    if (value.empty()) continue;
    if (!text.empty()) text += "\n";
    text += wording(say({"{}: ", "{}："}, label));
    text += value;
  }
  return {text};
}

/// The records dated within the scope by date; of the same day as they stand in the book.
template <class T>
std::vector<const T*> dated_within(const Records<T>& records, const Scope& scope) {
  std::vector<const T*> found;
  for (const T& record : records)
    if (is_within(record.date, scope)) found.push_back(&record);
  std::ranges::stable_sort(found, {}, [](const T* record) { return *record->date; });
  return found;
}

}  // namespace lianxi
