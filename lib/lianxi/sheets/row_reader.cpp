#include <algorithm>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/schema/walk.hpp>
#include <lianxi/sheets/record_keys.hpp>
#include <lianxi/sheets/row_reader.hpp>

namespace lianxi {
namespace {

const Cell& cell_of(const GridRow& row, const Column& column) {
  static const Cell no_cell;
  return column.at < row.cells.size() ? row.cells[column.at] : no_cell;
}

/// Where a field stands among those of its type, the common ones and own ones after all.
std::size_t rank_of(const RecordType& type, const DraftField& field) {
  const auto at =
      std::ranges::find(type.fields, field.field, [](const Field& one) { return &one; });
  const auto rank = std::size_t(at - type.fields.begin());
  return field.field ? rank : rank + 1;
}

void add_in_order(Draft& draft, DraftField field) {
  const auto rank = rank_of(*draft.type, field);
  const auto at = std::ranges::find_if(
      draft.fields, [&](const DraftField& other) { return rank_of(*draft.type, other) > rank; });
  draft.fields.insert(at, std::move(field));
}

/// The mapping of that field, made where there is none.
Draft& mapping_of(Draft& draft, const Field& field) {
  const auto is_it = [&](const DraftField& one) { return one.field == &field; };
  auto at = std::ranges::find_if(draft.fields, is_it);
  if (at == draft.fields.end()) {
    add_in_order(draft, {.field = &field,
                         .value = {.kind = DraftValue::Kind::mapping,
                                   .mapping = {Draft{.type = field.type->record}}}});
    at = std::ranges::find_if(draft.fields, is_it);
  }
  return at->value.mapping.front();
}

void put(Draft& draft, std::span<const Field* const> path, DraftValue value) {
  if (path.size() > 1)
    return put(mapping_of(draft, *path.front()), path.subspan(1), std::move(value));
  add_in_order(draft, {.field = path.front(), .value = std::move(value)});
}

/// Whether something is said of that cell already: it is not missing then.
bool has_fault(const std::vector<SheetFault>& faults, std::size_t row, std::size_t column) {
  for (auto at = faults.rbegin(); at != faults.rend() && at->row == row; ++at)
    if (at->column == column) return true;
  return false;
}

bool is_blank(const DraftValue& value) {
  return value.kind == DraftValue::Kind::list ? value.items.empty() : value.text.empty();
}

}  // namespace

void RowReader::fault(const GridRow& row, const Column* column, Refusal refusal) {
  faults_.push_back({.row = row.number,
                     .column = column ? column->at + 1 : 0,
                     .heading = column ? column->heading : "",
                     .value = column ? cell_of(row, *column).text : "",
                     .message = std::move(refusal.message),
                     .hint = std::move(refusal.hint)});
}

std::optional<Draft> RowReader::read(const GridRow& row) {
  const bool is_empty = std::ranges::none_of(columns_.all, [&](const Column& column) {
    const auto kind = cell_of(row, column).kind;
    return column.is_used() && kind != Cell::Kind::empty && kind != Cell::Kind::covered;
  });
  if (is_empty) return std::nullopt;
  Draft draft{.type = &type_};
  for (const Column& column : columns_.all)
    if (column.is_used()) read_cell(row, column, draft);
  return draft;
}

void RowReader::read_cell(const GridRow& row, const Column& column, Draft& draft) {
  const Cell& cell = cell_of(row, column);
  switch (cell.kind) {
    case Cell::Kind::empty:
      return;
    case Cell::Kind::formula:
      return fault(
          row, &column,
          {say({"it is a formula, which is never worked out", "这是公式，导入时不计算"}),
           say({"copy the column and paste it as values", "请复制该列，选择性粘贴为数值"})});
    case Cell::Kind::error:
      return fault(row, &column,
                   {say({"the spreadsheet shows an error here", "表格在此处显示错误值"}), {}});
    case Cell::Kind::cut:
      return fault(
          row, &column,
          {say({"of a number a spreadsheet keeps 15 digits: the rest of this one is lost",
                "表格只保留数字的前 15 位，此格后面的数字已丢失"}),
           say({"make the column text and type it again", "请将该列设为文本格式后重新输入"})});
    case Cell::Kind::covered:
      return fault(
          row, &column,
          {say({"it lies under a merged cell, so that it has no value of its own",
                "此格被合并单元格覆盖，没有自己的值"}),
           say({"take the merged cell apart and fill in each row", "请取消合并，逐行填写"})});
    case Cell::Kind::text:
    case Cell::Kind::number:
    case Cell::Kind::date:
      break;
  }
  if (column.path.empty()) {
    add_in_order(draft, {.own_name = column.own_name, .value = {.text = cell.text}});
    return;
  }
  std::vector<Refusal> refusals;
  DraftValue value = values_.read(*column.path.back()->type, cell.text, refusals);
  for (Refusal& refusal : refusals) fault(row, &column, std::move(refusal));
  // What is refused is given all the same: it is not missing.
  if (!refusals.empty() || !is_blank(value)) put(draft, column.path, std::move(value));
}

void RowReader::require(const Draft& draft, const GridRow& row) {
  FieldPath path;
  require_in(draft, type_, row, path);
}

void RowReader::require_in(const Draft& draft, const RecordType& type, const GridRow& row,
                           FieldPath& path) {
  for (const Field& field : type.fields) {
    const auto given = std::ranges::find(draft.fields, &field, &DraftField::field);
    const bool is_given = given != draft.fields.end();
    path.push_back(&field);
    if (is_given && field.type->kind == ValueType::Kind::record)
      require_in(given->value.mapping.front(), *field.type->record, row, path);
    else if (!is_given && field.required && field.type->kind != ValueType::Kind::id)
      report_missing(path, row);
    path.pop_back();
  }
}

void RowReader::report_missing(const FieldPath& path, const GridRow& row) {
  const Column* column = columns_.of(path);
  if (column && has_fault(faults_, row.number, column->at + 1)) return;
  const bool in_mapping = path.size() > 1;
  if (column || in_mapping)
    return fault(
        row, column,
        {say({"the required field “{}” is missing", "缺少必填的“{}”"}, name_of(path)), {}});
  if (std::ranges::find(missing_columns_, path) != missing_columns_.end()) return;
  missing_columns_.push_back(path);
  faults_.push_back(
      {.row = columns_.row,
       .message =
           say({"no column gives the required field “{}”", "没有一列是必填的“{}”"}, name_of(path)),
       .hint = say({"say which it is with --map {}=COLUMN", "请用 --map {}=列 说明是哪一列"},
                   name_of(path))});
}

std::vector<const GridRow*> rows_below(const Grid& grid, const Columns& columns) {
  std::vector<const GridRow*> rows;
  for (const GridRow& row : grid.rows)
    if (columns.row > 0 && row.number > columns.row) rows.push_back(&row);
  return rows;
}

}  // namespace lianxi
