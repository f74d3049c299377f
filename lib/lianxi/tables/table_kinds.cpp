#include <lianxi/base/words.hpp>
#include <lianxi/book/record_sets.hpp>
#include <lianxi/tables/made_tables.hpp>
#include <lianxi/tables/singular.hpp>
#include <lianxi/tables/table.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Collects the tables of the collections, each with those of its parts behind it.
class KindCollector {
 public:
  std::vector<TableKind> collect() {
    for (const Collection& collection : all_collections()) {
      TableKind kind{std::string(collection.type->en), std::string(collection.type->zh),
                     collection.type->doc, &collection};
      kind.levels.push_back({collection.type, {}});
      add(std::move(kind), no_parent);
    }
    for (const TableKind& made : made_tables()) add(TableKind(made), no_parent);
    for (std::size_t i = 0; i < kinds_.size(); ++i)
      if (parents_[i] != no_parent) kinds_[i].parent = kinds_.data() + parents_[i];
    return std::move(kinds_);
  }

 private:
  static constexpr std::size_t no_parent = std::size_t(-1);

  void add(TableKind kind, std::size_t parent) {
    const std::size_t number = kinds_.size();
    kinds_.push_back(std::move(kind));
    parents_.push_back(parent);
    if (!kinds_[number].levels.empty() && kinds_[number].levels.size() < TableRow::most)
      add_parts(number, *kinds_[number].levels.back().type, {});
  }

  void add_parts(std::size_t parent, const RecordType& type, std::vector<const Field*> path) {
    for (const Field& field : type.fields) {
      path.push_back(&field);
      const ValueType& value = *field.type;
      if (value.kind == ValueType::Kind::record)
        add_parts(parent, *value.record, path);
      else if (value.element && value.element->record)
        add_list(parent, field, path);
      path.pop_back();
    }
  }

  void add_list(std::size_t parent, const Field& field, const std::vector<const Field*>& path) {
    const RecordType& type = *field.type->element->record;
    TableKind kind{std::string(field.en), std::string(field.zh), type.doc,
                   kinds_[parent].collection, kinds_[parent].levels};
    // The second of a name is called by its parent as well, in that language alone.
    if (is_taken(&TableKind::name, kind.name)) kind.name = kinds_[parent].name + "_" + kind.name;
    if (is_taken(&TableKind::zh, kind.zh)) kind.zh = kinds_[parent].zh + kind.zh;
    kind.levels.push_back({&type, path});
    add(std::move(kind), parent);
  }

  bool is_taken(std::string TableKind::*name, const std::string& wanted) const {
    for (const TableKind& kind : kinds_)
      if (kind.*name == wanted) return true;
    for (const Collection& collection : all_collections())
      if (wanted == (name == &TableKind::name ? collection.type->en : collection.type->zh))
        return true;
    return false;
  }

  std::vector<TableKind> kinds_;
  std::vector<std::size_t> parents_;
};

}  // namespace

std::string singular(std::string_view plural) {
  if (plural == "series" || !plural.ends_with('s')) return std::string(plural);
  if (plural.ends_with("ies")) return std::string(plural.substr(0, plural.size() - 3)) + "y";
  return std::string(plural.substr(0, plural.size() - 1));
}

const std::vector<TableKind>& all_tables() {
  static const std::vector<TableKind> kinds = KindCollector().collect();
  return kinds;
}

const TableKind* table_named(std::string_view name) {
  for (const TableKind& kind : all_tables())
    if (kind.name == name || kind.zh == name) return &kind;
  for (const TableKind& kind : all_tables())
    if (singular(kind.name) == name) return &kind;
  return nullptr;
}

std::vector<std::string_view> table_names() {
  std::vector<std::string_view> names;
  for (const TableKind& kind : all_tables()) {
    names.push_back(kind.name);
    names.push_back(kind.zh);
  }
  return names;
}

}  // namespace lianxi
