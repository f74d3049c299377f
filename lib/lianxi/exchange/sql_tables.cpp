#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include <lianxi/base/places.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/exchange/sql_tables.hpp>
#include <lianxi/exchange/table_cells.hpp>
#include <lianxi/tables/facts.hpp>
#include <lianxi/version.hpp>

namespace lianxi LIANXI_EXPORT {
namespace sql {
namespace {

using Kind = ValueType::Kind;

// ---- values ----------------------------------------------------------------------------

std::string_view without_qualifier(std::string_view text) {
  if (text.starts_with('~')) text.remove_prefix(1);
  if (text.ends_with('+')) text.remove_suffix(1);
  return text;
}

Value number(std::string_view text) {
  std::int64_t value = 0;
  for (const char c : without_qualifier(text))
    if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
  return text.starts_with('-') ? -value : value;
}

Value qualifier(std::string_view text) {
  if (text.starts_with('~')) return "about";
  return text.ends_with('+') ? "at_least" : "exact";
}

/// The values of a cell's value in as many columns as its type takes.
std::vector<Value> values_of(const ValueType& type, std::string_view text) {
  switch (type.kind) {
    case Kind::integer:
    case Kind::amount:  // 4000.00 without its point is 分
      return {number(text)};
    case Kind::count:
      return {number(text), qualifier(text)};
    case Kind::boolean:
      return {std::int64_t(text == "yes")};
    default:
      return {masked(text)};
  }
}

std::string sql_name(std::string name) {
  std::ranges::replace(name, '.', '_');
  return name;
}

/// Hours are kept in hundredths like money, but are none.
std::string amount_name(const std::string& name) {
  return name == "hours" ? "hours_hundredths" : name + "_fen";
}

std::vector<Column> columns_for(const ValueType& type, const std::string& name) {
  switch (type.kind) {
    case Kind::integer:
    case Kind::boolean:
      return {{name, true}};
    case Kind::amount:
      return {{amount_name(name), true}};
    case Kind::count:
      return {{name, true}, {name + "_qualifier"}};
    default:
      return {{name}};
  }
}

// ---- references ------------------------------------------------------------------------

struct TargetTable {
  std::string_view table, column;
};

/// Where a reference leads; no table where it may lead to several.
TargetTable target_table(const ValueType& type) {
  if (type.kind != Kind::ref) return {};
  switch (type.target) {
    case Target::unit:
      return {"units", "id"};
    case Target::committee:
      return {"committees", "id"};
    case Target::meeting:
      return {"meetings", "id"};
    case Target::fund:
      return {"funds", "id"};
    case Target::series:
      return {"series", "id"};
    case Target::project:
      return {"projects", "id"};
    case Target::resolution:
    case Target::resolution_of_meeting:
      return {"resolutions", "ref"};
    case Target::topic:
    case Target::topic_of_meeting:
      return {"topics", "ref"};
    case Target::task:
      return {"tasks", "ref"};
    default:
      return {};
  }
}

bool is_of_meeting(const ValueType& type) {
  return type.kind == Kind::ref &&
         (type.target == Target::resolution_of_meeting || type.target == Target::topic_of_meeting);
}

bool has_ref(std::string_view table) {
  return table == "resolutions" || table == "topics" || table == "tasks";
}

/// Names that differ in more than the case of their ASCII letters, as SQLite's have to.
class Names {
 public:
  std::string unique(const std::string& name) {
    std::string one = name;
    for (int i = 2; !taken_.insert(folded(one)).second; ++i) one = name + "_" + std::to_string(i);
    return one;
  }

 private:
  static std::string folded(std::string name) {
    for (char& c : name)
      if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return name;
  }

  std::set<std::string> taken_;
};

/// One table, and those of its lists and computed fields.
class TableMaker {
 public:
  TableMaker(const lianxi::Table& from, std::vector<Table>& out) : from_(from), out_(out) {}

  void make() {
    for (const char* name : {"record", "file", "line", "ref"}) names_.unique(name);
    add_main();
    for (const lianxi::TableColumn& column : from_.columns)
      if (column.is_list) add_list(column);
    add_computed();
  }

 private:
  std::vector<Value>& new_row(Table& table, const TableRow& row) const {
    const auto days = from_.has_days ? from_.days(row) : std::nullopt;
    table.days.push_back(days ? days->to : std::nullopt);
    return table.rows.emplace_back();
  }

  bool is_key(const lianxi::TableColumn& column) const {
    return std::ranges::any_of(from_.key,
                               [&](std::size_t i) { return &from_.columns[i] == &column; });
  }

  std::string name_for(const lianxi::TableColumn& column) {
    return names_.unique(sql_name(is_key(column) ? column.name : json::key_of(column)));
  }

  /// A reference within a meeting in full, so that it can be joined.
  std::vector<Value> full_values(const lianxi::TableColumn& column, const TableRow& row,
                                 std::string_view text) const {
    if (!is_of_meeting(*column.type) || text.find('/') != text.npos)
      return values_of(*column.type, text);
    return {masked(std::string(from_.columns[from_.key[0]].cell(row).value()) + "/" +
                   std::string(text))};
  }

  void add(const lianxi::TableColumn& column, const TableRow& row,
           std::vector<Value>& values) const {
    const TableCell cell = column.cell(row);
    if (!cell.has_value()) {
      values.resize(values.size() + columns_for(*column.type, "").size());
      return;
    }
    for (Value& value : full_values(column, row, cell.value())) values.push_back(std::move(value));
  }

  void add_reference(Table& table, const lianxi::TableColumn& column,
                     const std::string& name) const {
    const TargetTable target = target_table(*column.type);
    if (!target.table.empty())
      table.references.push_back({{name}, std::string(target.table), {std::string(target.column)}});
  }

  void add_main() {
    Table table{from_.kind->name};
    std::vector<const lianxi::TableColumn*> shown;
    for (const lianxi::TableColumn& column : from_.columns) {
      const bool names_itself = column.name == "record" && !from_.kind->collection;
      if (column.is_list || column.origin == ColumnOrigin::computed || names_itself) continue;
      shown.push_back(&column);
      const std::string name = name_for(column);
      for (Column& one : columns_for(*column.type, name)) table.columns.push_back(std::move(one));
      add_reference(table, column, name);
      if (is_key(column)) key_.push_back(name);
    }
    table.key = key_;
    if (const TableKind* parent = from_.kind->parent) add_parent(table, *parent);
    add_places(table, shown);
    out_.push_back(std::move(table));
  }

  /// A part refers to the part around it by that one's key.
  void add_parent(Table& table, const TableKind& parent) const {
    for (const Table& other : out_) {
      if (other.name != parent.name || other.key.empty()) continue;
      const auto size = std::ptrdiff_t(other.key.size());
      if (std::size_t(size) >= key_.size()) return;
      table.references.push_back({{key_.begin(), key_.begin() + size}, other.name, other.key});
    }
  }

  void add_places(Table& table, const std::vector<const lianxi::TableColumn*>& shown) const {
    const bool with_ref = has_ref(table.name);
    if (with_ref) {
      table.columns.push_back({"ref"});
      table.unique.push_back("ref");
    }
    for (const char* name : {"record", "file"}) table.columns.push_back({name});
    table.columns.push_back({"line", true});
    const Sources& sources = from_.book().sources();
    for (const TableRow& row : from_.rows) {
      auto& values = new_row(table, row);
      for (const lianxi::TableColumn* column : shown) add(*column, row, values);
      if (with_ref) values.push_back(ref_of(row));
      values.push_back(masked(from_.record(row)));
      values.push_back(readable_path(masked(path_of(sources, from_.place(row)))));
      values.push_back(std::int64_t(sources.position(from_.place(row)).line));
    }
  }

  Value ref_of(const TableRow& row) const {
    const TableCell outer = from_.columns[from_.key[0]].cell(row);
    const TableCell inner = from_.columns[from_.key[1]].cell(row);
    if (!outer.has_value() || !inner.has_value()) return {};
    return masked(std::string(outer.value()) + "/" + std::string(inner.value()));
  }

  /// A table that hangs on the main one by its key.
  Table hanging(const std::string& suffix) const {
    Table table{from_.kind->name + "_" + suffix};
    for (std::size_t i = 0; i < from_.key.size(); ++i)
      table.columns.push_back(
          {key_[i], columns_for(*from_.columns[from_.key[i]].type, "").front().is_number});
    table.key = key_;
    if (!key_.empty()) table.references.push_back({key_, from_.kind->name, key_});
    return table;
  }

  void add_key(const TableRow& row, std::vector<Value>& values) const {
    for (const std::size_t at : from_.key) add(from_.columns[at], row, values);
  }

  void add_list(const lianxi::TableColumn& column) {
    Table table = hanging(sql_name(column.name));
    const std::string position = "position";
    table.columns.push_back({position, true});
    table.key.push_back(position);
    for (Column& one : columns_for(*column.type, "value")) table.columns.push_back(std::move(one));
    add_reference(table, column, "value");
    for (const TableRow& row : from_.rows) {
      std::int64_t number = 0;
      for (const std::string& value : column.cell(row).values) {
        auto& values = new_row(table, row);
        add_key(row, values);
        values.emplace_back(++number);
        for (Value& one : full_values(column, row, value)) values.push_back(std::move(one));
      }
    }
    out_.push_back(std::move(table));
  }

  void add_computed() {
    Table table = hanging("computed");
    std::vector<const lianxi::TableColumn*> shown;
    for (const lianxi::TableColumn& column : from_.columns) {
      if (column.origin != ColumnOrigin::computed) continue;
      shown.push_back(&column);
      for (Column& one : columns_for(*column.type, column.name))
        table.columns.push_back(std::move(one));
      add_reference(table, column, column.name);
    }
    if (shown.empty()) return;
    for (const TableRow& row : from_.rows) {
      auto& values = new_row(table, row);
      add_key(row, values);
      for (const lianxi::TableColumn* column : shown) add(*column, row, values);
    }
    out_.push_back(std::move(table));
  }

  const lianxi::Table& from_;
  std::vector<Table>& out_;
  std::vector<std::string> key_;
  Names names_;
};

// ---- which keys and references the records keep ----------------------------------------

std::size_t number_of(const Table& table, const std::string& name) {
  return std::size_t(std::ranges::find(table.columns, name, &Column::name) - table.columns.begin());
}

/// The values of some columns of a row as one text; nothing where one of them is missing.
std::optional<std::string> tuple(const std::vector<std::size_t>& at,
                                 const std::vector<Value>& row) {
  std::string text;
  for (const std::size_t i : at) {
    if (std::holds_alternative<std::monostate>(row[i])) return std::nullopt;
    const auto* number = std::get_if<std::int64_t>(&row[i]);
    text += (number ? std::to_string(*number) : std::get<std::string>(row[i])) + '\0';
  }
  return text;
}

using Tuples = std::unordered_set<std::string>;

std::vector<std::size_t> numbers_of(const Table& table, const std::vector<std::string>& names) {
  std::vector<std::size_t> numbers;
  numbers.reserve(names.size());
  for (const std::string& name : names) numbers.push_back(number_of(table, name));
  return numbers;
}

/// All tuples, where every row has one and no two the same; else nothing.
std::optional<Tuples> unique_tuples(const Table& table, const std::vector<std::string>& names,
                                    bool all) {
  Tuples tuples;
  const auto at = numbers_of(table, names);
  for (const auto& row : table.rows) {
    const auto one = tuple(at, row);
    if (!one && all) return std::nullopt;
    if (one && !tuples.insert(*one).second) return std::nullopt;
  }
  return tuples;
}

/// Takes away what some record breaks.
class KeptPromises {
 public:
  explicit KeptPromises(std::vector<Table>& tables) : tables_(tables) {}

  void check() {
    for (Table& table : tables_) {
      if (!table.key.empty() && !learn(table, table.key, true)) table.key.clear();
      std::erase_if(table.unique,
                    [&](const std::string& name) { return !learn(table, {name}, false); });
    }
    for (Table& table : tables_)
      std::erase_if(table.references,
                    [&](const Reference& reference) { return !is_kept(table, reference); });
  }

 private:
  using Target = std::pair<std::string, std::vector<std::string>>;

  bool learn(const Table& table, const std::vector<std::string>& columns, bool all) {
    auto tuples = unique_tuples(table, columns, all);
    if (tuples) known_.emplace(Target{table.name, columns}, std::move(*tuples));
    return tuples.has_value();
  }

  bool is_kept(const Table& table, const Reference& reference) const {
    const auto known = known_.find({reference.table, reference.targets});
    if (known == known_.end()) return false;
    const auto at = numbers_of(table, reference.columns);
    return std::ranges::all_of(table.rows, [&](const std::vector<Value>& row) {
      const auto one = tuple(at, row);
      return !one || known->second.contains(*one);
    });
  }

  std::vector<Table>& tables_;
  std::map<Target, Tuples> known_;
};

Table about(const std::vector<lianxi::Table>& tables, const RecordFaults& faults) {
  Table table{"about", {{"name"}, {"value"}}, {"name"}};
  const auto add = [&](const char* name, std::string value) {
    table.rows.push_back({std::string(name), std::move(value)});
  };
  add("lianxi", std::string(version));
  add("record_errors", std::to_string(faults.errors));
  add("unread", std::to_string(faults.unread));
  if (tables.empty()) return table;
  add("book", masked(tables[0].book().name()));
  add("as_of", iso(tables[0].facts->as_of()));
  return table;
}

std::string quoted(const std::string& name) {
  std::string out = "\"";
  for (const char c : name) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

std::string quoted(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + quoted(name);
  return out;
}

}  // namespace

std::vector<Table> tables_of(const lianxi::Table& table) {
  std::vector<Table> made;
  TableMaker(table, made).make();
  return made;
}

std::vector<Table> tables_of(const std::vector<lianxi::Table>& tables, const RecordFaults& faults) {
  std::vector<Table> made{about(tables, faults)};
  for (const lianxi::Table& table : tables) TableMaker(table, made).make();
  KeptPromises(made).check();
  return made;
}

std::string create_statement(const Table& table) {
  std::vector<std::string> lines;
  for (const Column& column : table.columns)
    lines.push_back(quoted(column.name) + (column.is_number ? " INTEGER" : " TEXT"));
  if (!table.key.empty()) lines.push_back("PRIMARY KEY (" + quoted(table.key) + ")");
  for (const std::string& name : table.unique) lines.push_back("UNIQUE (" + quoted(name) + ")");
  for (const Reference& one : table.references)
    lines.push_back("FOREIGN KEY (" + quoted(one.columns) + ") REFERENCES " + quoted(one.table) +
                    " (" + quoted(one.targets) + ")");
  std::string out = "CREATE TABLE " + quoted(table.name) + " (\n";
  for (const std::string& line : lines)
    out += "  " + line + (&line == &lines.back() ? "\n" : ",\n");
  return out + ");\n";
}

std::string shown_statement(const Table& table) {
  Table shown = table;
  for (Column& column : shown.columns) column.name = printable(column.name);
  return create_statement(shown);
}

}  // namespace sql
}  // namespace lianxi
