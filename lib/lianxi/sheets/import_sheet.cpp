#include <algorithm>
#include <unordered_map>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/sheets/columns.hpp>
#include <lianxi/sheets/import_sheet.hpp>
#include <lianxi/sheets/next_ids.hpp>
#include <lianxi/sheets/record_keys.hpp>
#include <lianxi/sheets/row_reader.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// The field of the records' ids, or null.
const Field* id_field(const RecordType& type) {
  const auto found = std::ranges::find(type.fields, "id", &Field::en);
  return found == type.fields.end() ? nullptr : &*found;
}

/// Reads all rows of a sheet and holds them against each other and against the book.
class SheetImport {
 public:
  SheetImport(const Book& book, const Collection& collection, Imported& result,
              const Columns& columns)
      : book_(book),
        type_(collection.type),
        id_(id_field(*type_)),
        known_(book, collection),
        result_(result),
        columns_(columns),
        rows_(book, *collection.type, columns, result.faults) {}

  void read(const GridRow& row) {
    const std::size_t before = result_.faults.size();
    auto draft = rows_.read(row);
    if (!draft) return;
    rows_.require(*draft, row);
    name_after_itself(*draft);
    const std::string key = KnownRecords::key_of(*draft);
    if (!key.empty() && repeats_row(key, row)) return;
    // A row with a fault differs from any record by that alone.
    if (result_.faults.size() > before || is_known(*draft, key, row)) return;
    result_.drafts.push_back(std::move(*draft));
  }

  void give_ids() {
    if (!id_) return;
    NextIds ids(type_->en, known_.ids());
    for (const auto& [key, row] : row_of_key_) ids.take(key);
    for (Draft& draft : result_.drafts) {
      if (value_in(draft, "id")) continue;
      named_.push_back(ids.next(draft));
      draft.fields.insert(draft.fields.begin(), {.field = id_, .value = {.text = named_.back()}});
    }
    if (named_.size() == 1)
      result_.notes.push_back(
          say({"a row without an id gets {}", "一行没有编号，定为 {}"}, printable(named_[0])));
    if (named_.size() > 1)
      result_.notes.push_back(
          say({"{} rows without an id get {} to {}", "{} 行没有编号，依次定为 {} 至 {}"},
              named_.size(), printable(named_.front()), printable(named_.back())));
  }

 private:
  const Column* id_column() const { return id_ ? columns_.of({id_}) : nullptr; }

  /// What people call by a name has that for its id, unless the sheet gives another: so a unit that
  /// the book has is known again.
  void name_after_itself(Draft& draft) {
    if (!id_ || value_in(draft, "id")) return;
    std::string id = id_by_name(draft);
    if (id.empty()) return;
    draft.fields.insert(draft.fields.begin(), {.field = id_, .value = {.text = id}});
    named_.push_back(std::move(id));
  }

  std::string id_by_name(const Draft& draft) const {
    const DraftValue* name = value_in(draft, "name");
    if (!name) return {};
    if (type_->en == "units")
      if (const Unit* unit = book_.unit_by_any_name(name->text)) return std::string(id_of(*unit));
    return name_as_id(draft);
  }

  bool repeats_row(const std::string& key, const GridRow& row) {
    const auto [first, is_new] = row_of_key_.emplace(key, row.number);
    if (is_new) return false;
    rows_.fault(row, id_column(),
                {say({"“{}” stands in row {} already", "“{}”已在第 {} 行出现"}, printable(key),
                     first->second),
                 {}});
    return true;
  }

  bool is_known(const Draft& draft, const std::string& key, const GridRow& row) {
    const Part* record = key.empty() ? known_.equal_to(draft) : known_.of_key(key);
    if (!record) return is_taken_elsewhere(key, row);
    const auto others = key.empty() ? std::vector<Differing>{} : differing(book_, draft, record);
    if (others.empty())
      ++result_.passed_over;
    else
      refuse(key, others, row);
    return true;
  }

  /// Units and committees share their ids.
  bool is_taken_elsewhere(const std::string& key, const GridRow& row) {
    if (!known_.is_taken_elsewhere(key)) return false;
    rows_.fault(row, id_column(),
                {say({"the id “{}” is taken by another record", "编号“{}”已被其他记录占用"},
                     printable(key)),
                 {}});
    return true;
  }

  void refuse(const std::string& key, const std::vector<Differing>& others, const GridRow& row) {
    const Differing& first = others.front();
    const Column* column = columns_.of({first.field});
    const Bilingual name{first.field->en, first.field->zh};
    Message message =
        first.there.empty()
            ? say({"“{}” is in the book already, without “{}”", "账本中已有“{}”，但没有“{}”"},
                  printable(key), name)
            : say({"“{}” is in the book already, with “{}” {}", "账本中已有“{}”，其“{}”为 {}"},
                  printable(key), name, printable(first.there));
    rows_.fault(row, column,
                {std::move(message),
                 say({"change a record with lianxi set", "修改已有记录请用 lianxi set"})});
  }

  const Book& book_;
  const RecordType* type_;
  const Field* id_;
  KnownRecords known_;
  Imported& result_;
  const Columns& columns_;
  RowReader rows_;
  std::unordered_map<std::string, std::size_t> row_of_key_;
  std::vector<std::string> named_;
};

}  // namespace

Imported import_sheet(const Book& book, const Collection& collection, const Grid& grid,
                      const ImportOptions& options) {
  Imported result;
  const Columns columns =
      columns_of(grid, *collection.type, {}, options, result.faults, result.notes);
  SheetImport import(book, collection, result, columns);
  for (const GridRow* row : rows_below(grid, columns)) import.read(*row);
  if (columns.all.empty()) result.notes.push_back(say({"the sheet is empty", "表是空的"}));
  import.give_ids();
  std::ranges::stable_sort(result.faults, {}, [](const SheetFault& fault) {
    return std::pair(fault.row, fault.column);
  });
  return result;
}

}  // namespace lianxi
