#include <algorithm>

#include <lianxi/book/book.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/tables/facts.hpp>
#include <lianxi/tables/record_table.hpp>
#include <lianxi/tables/table.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

std::string name_for_id(const Table& table, Target target, const std::string& id) {
  const Book& book = table.book();
  const bool may_be_unit = target == Target::unit || target == Target::unit_or_committee;
  if (const Unit* unit = may_be_unit ? book.unit(id) : nullptr) {
    const auto name = book.short_name_on(*unit, table.facts->as_of());
    if (!name.empty()) return std::string(name);
  }
  const bool may_be_committee = target == Target::committee || target == Target::unit_or_committee;
  const Committee* committee = may_be_committee ? book.committee(id) : nullptr;
  return committee && committee->name ? std::string(*committee->name) : id;
}

std::string shown_value(const Table& table, const TableColumn& column, const std::string& value,
                        Language language, bool with_names) {
  const ValueType& type = *column.type;
  if (with_names && type.kind == ValueType::Kind::ref)
    return name_for_id(table, type.target, value);
  if (with_names && type.kind == ValueType::Kind::unit_or_name)
    return name_for_id(table, Target::unit, value);
  if (!type.rewrite) return value;
  const bool chinese = language == Language::zh;
  return type.rewrite(value, chinese ? Writing::chinese : Writing::english).value_or(value);
}

bool overlap(const Period& a, const Period& b) {
  return (!a.to || !b.from || *b.from <= *a.to) && (!b.to || !a.from || *a.from <= *b.to);
}

}  // namespace

const Book& Table::book() const { return facts->book(); }

const TableColumn* Table::column(std::string_view name) const {
  for (const TableColumn& one : columns)
    if (one.name == name) return &one;
  for (const TableColumn& one : columns)
    if (one.zh == name) return &one;
  return nullptr;
}

Table make_table(const TableKind& kind, const std::shared_ptr<BookFacts>& facts) {
  Table table;
  table.kind = &kind;
  table.facts = facts;
  if (kind.make)
    kind.make(table);
  else
    make_record_table(table);
  return table;
}

void narrow_to_period(Table& table, const Period& period) {
  if (!table.has_days || (!period.from && !period.to)) return;
  std::erase_if(table.rows, [&](const TableRow& row) {
    const auto days = table.days(row);
    return !days || !overlap(*days, period);
  });
}

std::string shown(const Table& table, const TableColumn& column, const TableRow& row,
                  Language language, bool with_names) {
  if (column.words) return column.words(row, language);
  std::string text;
  const TableCell cell = column.cell(row);
  for (const std::string& value : cell.values) {
    if (&value != &cell.values.front()) text += language == Language::zh ? "、" : "; ";
    text += shown_value(table, column, value, language, with_names);
  }
  return text;
}

}  // namespace lianxi
