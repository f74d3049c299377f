#include <algorithm>
#include <numeric>
#include <optional>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/followup/meant.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/schema/value_text.hpp>
#include <lianxi/schema/walk.hpp>
#include <lianxi/tables/conditions.hpp>
#include <lianxi/tables/facts.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Kind = ValueType::Kind;
using Operator = Condition::Operator;

[[noreturn]] void refuse_condition(Message message, Message hint = {}) {
  throw Error(std::move(message), std::move(hint), Error::Cause::usage);
}

Message nearest_as_hint(std::string_view word, const std::vector<std::string_view>& names) {
  const auto near = nearest(word, names);
  return near.empty() ? Message{} : say({"did you mean {}?", "是不是 {}？"}, near);
}

// ---- comparing -------------------------------------------------------------------------

/// Hundredths of a number as plain text has it: 220, 220+, ~5500, 4000.00, -12.50.
std::int64_t hundredths_of(std::string_view text) {
  std::int64_t number = 0;
  int places = -1;
  for (const char c : text) {
    if (c == '.') places = 0;
    if (c < '0' || c > '9' || places == 2) continue;
    number = number * 10 + (c - '0');
    if (places >= 0) ++places;
  }
  for (int i = std::max(places, 0); i < 2; ++i) number *= 10;
  return text.starts_with('-') ? -number : number;
}

int compare_fractions(std::string_view a, std::string_view b) {
  const auto parts = [](std::string_view text) {
    const auto slash = std::min(text.find('/'), text.size());
    return std::pair{hundredths_of(text.substr(0, slash)),
                     slash < text.size() ? hundredths_of(text.substr(slash + 1)) : 100};
  };
  const auto [over_a, under_a] = parts(a);
  const auto [over_b, under_b] = parts(b);
  const auto left = over_a * under_b, right = over_b * under_a;
  return left < right ? -1 : left > right ? 1 : 0;
}

bool is_numeric(Kind kind) {
  return kind == Kind::integer || kind == Kind::count || kind == Kind::amount ||
         kind == Kind::quantity;
}

std::size_t word_number(const ValueType& type, std::string_view word) {
  for (std::size_t i = 0; i < type.words.size(); ++i)
    if (type.words[i].en == word) return i;
  return type.words.size();
}

template <class T>
int sign_of_order(const T& a, const T& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

// ---- reading ---------------------------------------------------------------------------

struct Split {
  std::string field, value;
  Operator how = Operator::equal;
};

/// At the first sign of comparison; nothing where there is none.
std::optional<Split> split_at_operator(const std::string& written) {
  struct Sign {
    std::string_view sign;
    Operator how;
  };
  static constexpr Sign signs[] = {{"!=", Operator::unequal},  {"<=", Operator::at_most},
                                   {">=", Operator::at_least}, {"=", Operator::equal},
                                   {"<", Operator::less},      {">", Operator::more},
                                   {"~", Operator::contains}};
  const auto at = written.find_first_of("!=<>~");
  if (at == written.npos || at == 0) return std::nullopt;
  const std::string_view rest = std::string_view(written).substr(at);
  for (const Sign& one : signs)
    if (rest.starts_with(one.sign))
      return Split{std::string(trimmed(written.substr(0, at))),
                   std::string(trimmed(rest.substr(one.sign.size()))), one.how};
  return std::nullopt;
}

bool names_units(const ValueType& type) {
  return type.kind == Kind::unit_or_name ||
         (type.kind == Kind::ref &&
          (type.target == Target::unit || type.target == Target::unit_or_committee));
}

bool occurs(const Table& table, const TableColumn& column, std::string_view value) {
  return std::ranges::any_of(table.rows, [&](const TableRow& row) {
    const TableCell cell = column.cell(row);
    return std::ranges::find(cell.values, value) != cell.values.end();
  });
}

/// The unit's id by any of its names; what is no unit stays as it is where a record says so.
std::string unit_value(const Table& table, const TableColumn& column, const std::string& written) {
  if (const Unit* unit = table.book().unit_by_any_name(written)) return std::string(id_of(*unit));
  std::string buffer;
  const std::string mapped(mapped_id(written, buffer));
  std::string value = column.type->kind == Kind::ref ? mapped : written;
  const bool is_committee = table.book().committee(mapped) != nullptr;
  if (is_committee || column.type->kind == Kind::unit_or_name || occurs(table, column, value))
    return value;
  refuse_condition(
      say({"there is no unit “{}”", "没有“{}”这个单位"}, printable(written)),
      nearest_as_hint(mapped, words_for(table.book(), Naming::unit, table.facts->as_of())));
}

Message words_to_choose(const ValueType& type) {
  std::string en, zh;
  for (const Word& word : type.words) {
    en += (en.empty() ? "" : ", ") + std::string(word.en);
    zh += (zh.empty() ? "" : "、") + std::string(word.zh);
  }
  return en.empty() ? Message{} : say({"one of: {}", "可写：{}"}, Message{en, zh});
}

std::string typed_value(const Table& table, const TableColumn& column, const Split& split) {
  if (names_units(*column.type)) return unit_value(table, column, split.value);
  if (const auto value = plain_text_of(*column.type, split.value)) return *value;
  refuse_condition(say({"{}: “{}” is no value of this field", "{}：“{}”不是该项可有的值"},
                       Bilingual{column.name, column.zh}, printable(split.value)),
                   words_to_choose(*column.type));
}

void refuse_order_where_there_is_none(const TableColumn& column, const Split& split) {
  const bool by_order = split.how == Operator::less || split.how == Operator::at_most ||
                        split.how == Operator::more || split.how == Operator::at_least;
  const Kind kind = column.type->kind;
  const bool has_order = is_numeric(kind) || kind == Kind::date || kind == Kind::time ||
                         kind == Kind::fraction || kind == Kind::id || kind == Kind::text;
  if (by_order && !has_order)
    refuse_condition(say({"{} has no order: write = or != or ~", "{}没有大小之分：请用 =、!= 或 ~"},
                         Bilingual{column.name, column.zh}));
  if (split.value.empty() && split.how != Operator::equal && split.how != Operator::unequal)
    refuse_condition(say({"{}: there is nothing to compare with", "{}：没有写与什么比较"},
                         Bilingual{column.name, column.zh}));
}

// ---- holding ---------------------------------------------------------------------------

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  return text;
}

bool contains(const Condition& condition, const Table& table, const TableRow& row,
              const TableCell& cell) {
  const std::string wanted = lower(condition.written);
  const auto has = [&](const std::string& text) { return lower(text).find(wanted) != text.npos; };
  if (std::ranges::any_of(cell.values, has)) return true;
  if (condition.column->type->kind == Kind::text && !condition.column->words) return false;
  const bool of_units = names_units(*condition.column->type);
  for (const std::string& value : cell.values)
    if (const Unit* unit = of_units ? table.book().unit_named(value) : nullptr)
      if (has(std::string(table.book().name_on(*unit, table.facts->as_of())))) return true;
  return has(shown(table, *condition.column, row, Language::en, true)) ||
         has(shown(table, *condition.column, row, Language::zh, true));
}

/// A name may be written in another way than the id that is meant.
std::string comparable(const Condition& condition, const Table& table, const std::string& value) {
  if (condition.column->type->kind != Kind::unit_or_name) return value;
  const Unit* unit = table.book().unit_named(value);
  return unit ? std::string(id_of(*unit)) : value;
}

bool is_so(Operator how, int order) {
  switch (how) {
    case Operator::less:
      return order < 0;
    case Operator::at_most:
      return order <= 0;
    case Operator::more:
      return order > 0;
    case Operator::at_least:
      return order >= 0;
    default:
      return order == 0;
  }
}

/// Whether the value of a part, or of one inside it, is a reference to the unit.
class NamesUnit {
 public:
  NamesUnit(const Book& book, std::string_view unit) : book_(book), unit_(unit) {}

  bool operator()(const TableKind& kind, const TableRow& row) const {
    bool found = false;
    const auto look = [&](const PartChain&, const Field&, const ValueType& type,
                          const void* value) {
      if (!found && names_units(type)) found = is_it(type, *static_cast<const Text*>(value));
    };
    walk_record(*kind.levels[row.depth - 1].type, &row.part(), look);
    return found;
  }

 private:
  bool is_it(const ValueType& type, const Text& text) const {
    if (!text) return false;
    if (*text == unit_) return true;
    if (type.kind == Kind::ref) return is_led_by_unit(type, *text);
    const Unit* unit = book_.unit_named(*text);
    return unit && id_of(*unit) == unit_;
  }

  /// What a committee answers for is a matter of the unit that leads it.
  bool is_led_by_unit(const ValueType& type, std::string_view id) const {
    if (type.target != Target::unit_or_committee || book_.unit(id)) return false;
    const Committee* committee = book_.committee(id);
    return committee && committee->lead.value_or("") == unit_;
  }

  const Book& book_;
  std::string_view unit_;
};

bool names_unit_in_columns(const Table& table, const TableRow& row, std::string_view unit) {
  return std::ranges::any_of(table.columns, [&](const TableColumn& column) {
    const bool of_this_row = column.origin == ColumnOrigin::key ||
                             column.origin == ColumnOrigin::computed || !table.kind->collection;
    if (!of_this_row || !names_units(*column.type)) return false;
    return column.cell(row).value() == unit;
  });
}

}  // namespace

int compare_values(const ValueType& type, std::string_view a, std::string_view b) {
  if (is_numeric(type.kind)) return sign_of_order(hundredths_of(a), hundredths_of(b));
  if (type.kind == Kind::fraction) return compare_fractions(a, b);
  if (type.kind == Kind::choice || type.kind == Kind::boolean)
    return sign_of_order(word_number(type, a), word_number(type, b));
  return sign_of_order(a, b);
}

const TableColumn& column_named(const Table& table, const std::string& name) {
  if (const TableColumn* column = table.column(name)) return *column;
  std::vector<std::string_view> names;
  for (const TableColumn& column : table.columns) {
    names.push_back(column.name);
    names.push_back(column.zh);
  }
  const Message near = nearest_as_hint(name, names);
  refuse_condition(say({"{} have no field “{}”", "{}没有“{}”这一项"},
                       Bilingual{table.kind->name, table.kind->zh}, printable(name)),
                   near.empty() ? say({"see --fields help", "见 --fields help"}) : near);
}

Condition read_condition(const Table& table, const std::string& written) {
  const auto split = split_at_operator(written);
  if (!split)
    refuse_condition(say({"“{}” is no condition", "“{}”不是条件"}, printable(written)),
                     say({"write FIELD=VALUE, or with != < <= > >= or ~ (contains)",
                          "请写成 项=值，也可用 !=、<、<=、>、>= 或 ~（包含）"}));
  const TableColumn& column = column_named(table, split->field);
  refuse_order_where_there_is_none(column, *split);
  Condition condition{&column, split->how, {}, split->value};
  if (!split->value.empty() && split->how != Operator::contains)
    condition.value = typed_value(table, column, *split);
  return condition;
}

/// The cell as it counts.
static TableCell counted_cell(const Condition& condition, const TableRow& row) {
  TableCell cell = condition.column->cell(row);
  if (cell.given || cell.has_value() || condition.value.empty()) return cell;
  if (const auto value = condition.column->counts_as; !value.empty())
    cell.values.emplace_back(value);
  return cell;
}

bool holds(const Condition& condition, const Table& table, const TableRow& row) {
  const TableCell cell = counted_cell(condition, row);
  if (condition.how == Operator::contains) return contains(condition, table, row, cell);
  const bool unequal = condition.how == Operator::unequal;
  if (condition.value.empty())
    return unequal ? cell.given || cell.has_value() : !cell.given && !cell.has_value();
  const bool any = std::ranges::any_of(cell.values, [&](const std::string& value) {
    const std::string own = comparable(condition, table, value);
    return is_so(condition.how, compare_values(*condition.column->type, own, condition.value));
  });
  return unequal ? !any : any;
}

void narrow(Table& table, const std::vector<Condition>& conditions) {
  std::erase_if(table.rows, [&](const TableRow& row) {
    return !std::ranges::all_of(conditions,
                                [&](const Condition& one) { return holds(one, table, row); });
  });
}

void narrow_to_unit(Table& table, std::string_view unit) {
  const NamesUnit names(table.book(), unit);
  const TableColumn* id = table.kind->name == "units" ? table.column("id") : nullptr;
  std::erase_if(table.rows, [&](const TableRow& row) {
    if (id) return id->cell(row).value() != unit;
    if (table.kind->collection && names(*table.kind, row)) return false;
    return !names_unit_in_columns(table, row, unit);
  });
}

void sort_rows(Table& table, const std::string& written) {
  const bool falling = written.starts_with('-');
  const TableColumn& column = column_named(table, falling ? written.substr(1) : written);
  std::vector<std::string> values;
  for (const TableRow& row : table.rows) values.emplace_back(column.cell(row).value());
  std::vector<std::size_t> order(table.rows.size());
  std::iota(order.begin(), order.end(), std::size_t(0));
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    if (values[a].empty() || values[b].empty()) return !values[a].empty() && values[b].empty();
    const int compared = compare_values(*column.type, values[a], values[b]);
    return falling ? compared > 0 : compared < 0;
  });
  std::vector<TableRow> sorted;
  sorted.reserve(order.size());
  for (const std::size_t at : order) sorted.push_back(table.rows[at]);
  table.rows = std::move(sorted);
}

}  // namespace lianxi
