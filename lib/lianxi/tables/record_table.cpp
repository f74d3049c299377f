#include <set>

#include <lianxi/base/privacy.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/schema/value_text.hpp>
#include <lianxi/schema/walk.hpp>
#include <lianxi/tables/cells.hpp>
#include <lianxi/tables/computed_fields.hpp>
#include <lianxi/tables/facts.hpp>
#include <lianxi/tables/record_days.hpp>
#include <lianxi/tables/record_table.hpp>
#include <lianxi/tables/singular.hpp>

namespace lianxi {
namespace {

using Path = std::vector<const Field*>;

/// The value at the end of a path of mappings; null where one of them is not there.
const void* value_at(const void* part, const Path& path) {
  for (const Field* field : path) {
    if (!part) return nullptr;
    part = field->get(part);
  }
  return part;
}

TableCell cell_of(const ValueType& type, const void* value) {
  TableCell cell;
  cell.given = standing_of(type, value).given();
  if (!value) return cell;
  if (type.kind != ValueType::Kind::list) {
    if (standing_of(type, value)) cell.values.push_back(plain_text(type, value));
    return cell;
  }
  for (std::size_t i = 0, n = type.count(value); i < n; ++i)
    cell.values.push_back(plain_text(*type.element, type.item(value, i)));
  return cell;
}

/// `rule=level`, `e-mail=unit`, as such a mapping is no field of one type.
TableCell cell_of_mapping(const ValueType& type, const void* value) {
  TableCell cell;
  cell.given = standing_of(type, value).given();
  for (const MappingEntry& entry : mapping_entries(type, value))
    cell.values.push_back(std::string(entry.key) + "=" + plain_text(*entry.type, entry.value));
  return cell;
}

/// What a part of a collection is called where it is a key: its `id`, a plan its year.
const Field* naming_field(const RecordType& type) {
  for (const std::string_view name : {"id", "year"})
    if (const Field* field = find_field(type, name); field && field->en == name) return field;
  return nullptr;
}

/// An id as a reference to what it names.
const ValueType& key_type(std::string_view collection, const Field& field) {
  struct OfCollection {
    std::string_view name;
    const ValueType* type;
  };
  static constexpr OfCollection types[] = {
      {"units", &cells::a_ref<Target::unit>},
      {"meetings", &cells::a_ref<Target::meeting>},
      {"funds", &cells::a_ref<Target::fund>},
      {"series", &cells::a_ref<Target::series>},
      {"projects", &cells::a_ref<Target::project>},
      {"committees", &cells::a_ref<Target::committee>},
  };
  for (const OfCollection& one : types)
    if (one.name == collection) return *one.type;
  return *field.type;
}

/// Puts the columns together, level by level.
class ColumnMaker {
 public:
  explicit ColumnMaker(Table& table) : table_(table), levels_(table.kind->levels) {}

  void make() {
    const std::size_t last = levels_.size() - 1;
    for (std::size_t level = 0; level < last; ++level) add_key(level);
    const Field* id = find_field(*levels_[last].type, "id");
    if (last > 0 && !(id && id->en == "id" && id->required)) add_number(last);
    add_fields(*levels_[last].type, {}, "", "");
    if (last == 0) set_own_key();
    if (last > 0 && id && id->en == "id" && id->required)
      table_.key.push_back(std::size_t(table_.column("id") - table_.columns.data()));
    add_own_fields();
    add_computed();
  }

 private:
  void add_key(std::size_t level) {
    const RecordType& type = *levels_[level].type;
    if (&type == &Followup::type) {
      for (const std::string_view name : {"meeting", "unit", "date"})
        add_key(level, *find_field(type, name), std::string(name), {});
      return;
    }
    const Field* naming = naming_field(type);
    if (!naming) return;
    const bool is_id = naming->en == "id";
    add_key(level, *naming, is_id ? singular(type.en) : std::string(naming->en),
            is_id ? type.zh : naming->zh);
  }

  void add_key(std::size_t level, const Field& field, std::string name, std::string_view zh) {
    const std::string_view chinese = zh.empty() ? field.zh : zh;
    const auto& type = level == 0 ? key_type(levels_[0].type->en, field) : *field.type;
    table_.key.push_back(table_.columns.size());
    table_.columns.push_back({std::move(name), std::string(chinese), field.doc,
                              zh.empty() ? field.type : &type, false, ColumnOrigin::key,
                              [level, &field](const TableRow& row) {
                                return cell_of(*field.type, field.get(row.parts[level]));
                              }});
  }

  void add_number(std::size_t level) {
    table_.key.push_back(table_.columns.size());
    table_.columns.push_back(
        {"number",
         "序次",
         {"Its place among its like, from 1.", "在同类中的次序，从 1 起。"},
         &cells::a_number,
         false,
         ColumnOrigin::key,
         [level](const TableRow& row) { return cells::of(std::int64_t(row.numbers[level]) + 1); }});
  }

  void set_own_key() {
    const RecordType& type = *levels_[0].type;
    if (&type == &Followup::type) {
      for (const char* name : {"meeting", "unit", "date"}) add_to_key(name);
      return;
    }
    if (find_field(type, "id")) return add_to_key("id");
    if (type.en == "plans") add_to_key("year");
  }

  void add_to_key(std::string_view name) {
    table_.key.push_back(std::size_t(table_.column(name) - table_.columns.data()));
  }

  void add_fields(const RecordType& type, const Path& path, const std::string& en,
                  const std::string& zh) {
    for (const Field& field : type.fields) add_field(field, path, en, zh);
    for (const Field& field : fields_of_every_record()) add_field(field, path, en, zh);
  }

  void add_field(const Field& field, Path path, const std::string& en, const std::string& zh) {
    const ValueType& type = *field.type;
    path.push_back(&field);
    const std::string name = en + std::string(field.en), chinese = zh + std::string(field.zh);
    if (type.kind == ValueType::Kind::record)
      return add_fields(*type.record, path, name + ".", chinese + ".");
    if (type.element && type.element->record) return;  // a table of its own
    TableColumn column{name, chinese, field.doc, &type, type.kind == ValueType::Kind::list};
    if (column.is_list) column.type = type.element;
    column.counts_as = field.counts_as;
    const bool mapping = type.kind == ValueType::Kind::severities;
    if (mapping) column.type = &cells::a_text, column.is_list = true;
    column.cell = [path = std::move(path), mapping](const TableRow& row) {
      const void* value = value_at(&row.part(), path);
      if (mapping) return value ? cell_of_mapping(*path.back()->type, value) : TableCell{};
      return cell_of(*path.back()->type, value);
    };
    table_.columns.push_back(std::move(column));
  }

  /// A column for each name that people gave to a field of their own, in any row.
  void add_own_fields() { add_own_fields_of(*levels_.back().type, {}, "", ""); }

  void add_own_fields_of(const RecordType& type, const Path& path, const std::string& en,
                         const std::string& zh) {
    for (const TableRow& row : table_.rows)
      if (const auto* part = static_cast<const Part*>(value_at(&row.part(), path)))
        if (part->own()) add_own_fields(*part->own(), path, en, zh);
    for (const Field& field : type.fields) {
      if (field.type->kind != ValueType::Kind::record) continue;
      Path inner = path;
      inner.push_back(&field);
      add_own_fields_of(*field.type->record, inner, en + std::string(field.en) + ".",
                        zh + std::string(field.zh) + ".");
    }
  }

  void add_own_fields(const OwnFields& own, const Path& path, const std::string& en,
                      const std::string& zh) {
    for (const OwnField& field : own.fields) {
      if (!own_names_.insert(en + std::string(*field.name)).second) continue;
      std::string shown = masked(*field.name);
      while (table_.column(en + shown)) shown += '_';  // of several that are masked alike
      table_.columns.push_back({en + shown, zh + shown, own_field().doc, &cells::a_text, false,
                                ColumnOrigin::own,
                                [path, wanted = std::string(*field.name)](const TableRow& row) {
                                  return own_cell(value_at(&row.part(), path), wanted);
                                }});
    }
  }

  static TableCell own_cell(const void* part, const std::string& name) {
    const OwnFields* own = part ? static_cast<const Part*>(part)->own() : nullptr;
    if (!own) return {};
    for (const OwnField& field : own->fields)
      if (*field.name == name) return {true, {std::string(field.value)}};
    return {};
  }

  void add_computed() {
    for (const ComputedField& field : computed_fields()) {
      if (field.table != table_.kind->name) continue;
      table_.columns.push_back({std::string(field.en), std::string(field.zh), field.doc, field.type,
                                false, ColumnOrigin::computed,
                                [cell = field.cell, facts = table_.facts](const TableRow& row) {
                                  return cell(*facts, row);
                                }});
    }
  }

  Table& table_;
  const std::vector<TableLevel>& levels_;
  std::set<std::string> own_names_;  ///< As they are written.
};

/// Goes down the levels from a row of the one before.
void add_rows(Table& table, const TableRow& outer) {
  const auto& levels = table.kind->levels;
  if (outer.depth == levels.size()) {
    table.rows.push_back(outer);
    return;
  }
  const Path& path = levels[outer.depth].path;
  const void* list = value_at(&outer.part(), path);
  if (!list) return;
  const ValueType& type = *path.back()->type;
  for (std::size_t i = 0, n = type.count(list); i < n; ++i) {
    TableRow row = outer;
    row.parts[row.depth] = static_cast<const Part*>(type.item(list, i));
    row.numbers[row.depth] = std::uint32_t(i);
    ++row.depth;
    add_rows(table, row);
  }
}

std::string name_of_row(const TableKind& kind, const Book& book, const TableRow& row) {
  const auto& levels = kind.levels;
  std::string name = name_of_record(book, *kind.collection, row.numbers[0]);
  for (std::size_t level = 1; level < row.depth; ++level) {
    for (const Field* field : levels[level].path) name += "/" + std::string(field->en);
    const RecordType& type = *levels[level].type;
    const std::string id = type.identify ? type.identify(row.parts[level]) : std::string();
    name += "/" + (id.empty() || id == "?" ? std::to_string(row.numbers[level] + 1) : id);
  }
  return name;
}

}  // namespace

void make_record_table(Table& table) {
  const TableKind& kind = *table.kind;
  const Book& book = table.book();
  for (std::size_t i = 0, n = kind.collection->size(book); i < n; ++i) {
    TableRow row;
    row.parts[0] = &kind.collection->at(book, i);
    row.numbers[0] = std::uint32_t(i);
    row.depth = 1;
    add_rows(table, row);
  }
  ColumnMaker(table).make();
  table.record = [&kind, facts = table.facts](const TableRow& row) {
    return name_of_row(kind, facts->book(), row);
  };
  table.place = [](const TableRow& row) { return row.part().at; };
  table.has_days = has_days(kind);
  table.days = [&kind, as_of = table.facts->as_of()](const TableRow& row) {
    return days_of(kind, row, as_of);
  };
}

}  // namespace lianxi
