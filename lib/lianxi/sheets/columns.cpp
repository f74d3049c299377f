#include <algorithm>
#include <array>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/schema/decoder.hpp>
#include <lianxi/schema/suggestions.hpp>
#include <lianxi/schema/walk.hpp>
#include <lianxi/sheets/columns.hpp>

namespace lianxi {
namespace {

using Kind = ValueType::Kind;

/// Columns that export and list work out: they come back with a table, and say nothing new.
constexpr std::string_view computed_columns[] = {
    "record",     "记录",         "file",       "文件",         "line",     "行号",
    "status",     "落实状态",     "完成状态",   "light",        "亮灯",     "member",
    "是成员",     "balance",      "余额",       "next",         "下次会议", "deadline",
    "报告截止日", "achieved",     "已达到",     "reminded",     "催办次数", "effective_due",
    "现行时限",   "present_lead", "现牵头单位", "days_overdue", "逾期天数", "present_units",
    "出席成员数",
};

/// Columns that forms and clerks add, of no interest to any record.
constexpr std::string_view form_columns[] = {
    "提交时间", "填写时间", "填报时间", "提交者", "提交人", "填写人",   "填报人",
    "序号",     "编号",     "用时",     "来源",   "来自IP", "答题时长", "微信昵称",
    "昵称",     "OpenID",   "头像",     "总分",   "NO.",    "no",       "#",
};

template <class Words>
bool is_one_of(std::string_view heading, const Words& words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return same_ignoring_case(heading, word); });
}

/// `Short name` is short_name.
bool is_name(std::string_view heading, std::string_view name) {
  std::string written(heading);
  std::ranges::replace(written, ' ', '_');
  return same_ignoring_case(written, name);
}

const Field* field_named(std::span<const Field> fields, std::string_view name) {
  for (const Field& field : fields)
    if (is_name(name, field.en) || name == field.zh) return &field;
  return nullptr;
}

/// The one field that has it as another word.
const Field* field_meant(std::span<const Field> fields, std::string_view word) {
  const Field* found = nullptr;
  for (const Field& field : fields) {
    const bool has = std::ranges::any_of(field.other_words, [&](std::string_view other) {
      return !other.empty() && is_name(word, other);
    });
    if (has && found) return nullptr;
    if (has) found = &field;
  }
  return found;
}

const Field* field_of(const RecordType& type, std::string_view name) {
  if (const Field* field = field_named(type.fields, name)) return field;
  if (const Field* field = field_named(fields_of_every_record(), name)) return field;
  return field_meant(type.fields, name);
}

/// `minutes.issued`, each step by either name or another word; empty where there is none.
FieldPath path_of(const RecordType& type, std::string_view name) {
  const auto dot = name.find('.');
  const Field* field = field_of(type, name.substr(0, dot));
  if (!field) return {};
  if (dot == name.npos) return {field};
  if (field->type->kind != Kind::record) return {};
  FieldPath rest = path_of(*field->type->record, name.substr(dot + 1));
  if (!rest.empty()) rest.insert(rest.begin(), field);
  return rest;
}

/// Whether one cell can hold the value: a scalar, or a list of what can be written as one.
bool fits_a_cell(const ValueType& type) {
  if (type.kind == Kind::list)
    return type.element->kind == Kind::record ? type.element->record->short_form != nullptr
                                              : fits_a_cell(*type.element);
  return type.kind != Kind::record && type.kind != Kind::severities;
}

void add_names(const RecordType& type, const std::string& before, bool english,
               std::vector<std::string>& names) {
  for (const Field& field : type.fields) {
    const auto name = before + std::string(english ? field.en : field.zh);
    if (fits_a_cell(*field.type))
      names.push_back(name);
    else if (field.type->kind == Kind::record)
      add_names(*field.type->record, name + ".", english, names);
  }
}

/// The name of a field that is nearest to a heading.
Message nearest_field(const RecordType& type, std::string_view heading) {
  for (const bool english : {true, false}) {
    std::vector<std::string> names;
    add_names(type, "", english, names);
    const std::vector<std::string_view> views(names.begin(), names.end());
    const auto near = nearest(heading, views);
    if (!near.empty()) return did_you_mean(near);
  }
  return {};
}

std::string printed(std::string_view text) { return printable(text); }

/// Whether a text is the letters of a column, and which.
std::optional<std::size_t> column_of_letters(std::string_view letters) {
  if (letters.empty() || letters.size() > 3) return std::nullopt;
  std::size_t column = 0;
  for (const char c : letters) {
    const bool lower = c >= 'a' && c <= 'z';
    if (!lower && !(c >= 'A' && c <= 'Z')) return std::nullopt;
    column = column * 26 + std::size_t(c - (lower ? 'a' : 'A') + 1);
  }
  return column - 1;
}

/// Reads one row of headings.
class HeadingReader {
 public:
  HeadingReader(const Grid& grid, const RecordType& type, std::span<const OtherHeadings> others,
                const ImportOptions& options, std::vector<SheetFault>& faults,
                std::vector<Message>& notes)
      : grid_(grid),
        type_(type),
        others_(others),
        options_(options),
        faults_(faults),
        notes_(notes) {}

  Columns read() {
    const auto row = std::ranges::find_if(
        grid_.rows, [&](const GridRow& one) { return one.number > options_.skip; });
    if (row == grid_.rows.end()) return {};
    columns_.row = row->number;
    take_headings(*row);
    for (const std::string& map : options_.maps) take_map(map);
    for (const std::string& column : options_.ignored) named_column(column, "--ignore").path = {};
    for (Column& column : columns_.all) settle(column);
    if (matched_ == 0)
      hint_at_headings();
    else
      for (const Column& column : columns_.all) refuse_unheaded(column);
    return std::move(columns_);
  }

 private:
  void take_headings(const GridRow& row) {
    std::size_t widest = 0;
    for (const GridRow& one : grid_.rows) widest = std::max(widest, one.cells.size());
    for (std::size_t at = 0; at < widest; ++at)
      columns_.all.push_back(
          {.at = at, .heading = at < row.cells.size() ? bare_heading(row.cells[at].text) : ""});
    settled_.resize(columns_.all.size());
  }

  /// The column that an option means, by its heading or its letters.
  Column& named_column(const std::string& written, std::string_view option) {
    const std::string heading = bare_heading(written);
    auto found = std::ranges::find(columns_.all, heading, &Column::heading);
    if (found == columns_.all.end()) {
      const auto at = column_of_letters(heading);
      if (!at || *at >= columns_.all.size()) throw unknown_column(written, option);
      found = columns_.all.begin() + std::ptrdiff_t(*at);
    }
    settled_[found->at] = true;
    return *found;
  }

  Error unknown_column(const std::string& written, std::string_view option) const {
    std::vector<std::string_view> headings;
    for (const Column& column : columns_.all) headings.push_back(column.heading);
    const auto near = nearest(written, headings);
    return Error(say({"{}: the sheet has no column “{}”", "{}：表中没有“{}”这一列"}, option,
                     printed(written)),
                 near.empty() ? say({"name it by its heading or its letters, such as C",
                                     "请写列标题，或列的字母，如 C"})
                              : did_you_mean(printed(near)),
                 Error::Cause::usage);
  }

  void take_map(const std::string& map) {
    const auto equals = map.find('=');
    if (equals == map.npos || equals == 0 || equals + 1 == map.size())
      throw Error(say({"--map {}: write FIELD=COLUMN", "--map {}：请写成 字段=列"}, printed(map)),
                  {}, Error::Cause::usage);
    const std::string field = map.substr(0, equals);
    const FieldPath path = path_of(type_, field);
    if (path.empty() && !is_own(field))
      throw Error(say({"--map: {} have no field “{}”", "--map：{}没有“{}”这个字段"},
                      Bilingual{type_.en, type_.zh}, printed(field)),
                  nearest_field(type_, field), Error::Cause::usage);
    Column& column = named_column(map.substr(equals + 1), "--map");
    if (path.empty())
      column.own_name = field;
    else
      assign(column, path);
  }

  static bool is_own(std::string_view heading) {
    return heading.starts_with("x-") || heading.starts_with("另-");
  }

  void settle(Column& column) {
    if (settled_[column.at] || column.heading.empty()) {
      if (column.is_used()) ++matched_;
      return;
    }
    if (is_own(column.heading)) {
      column.own_name = column.heading;
      return;
    }
    if (const FieldPath path = meant_by(column.heading); !path.empty()) {
      ++matched_;
      assign(column, path);
      return;
    }
    if (is_one_of(column.heading, computed_columns)) return pass_over(column);
    if (is_one_of(column.heading, form_columns)) return pass_over(column);
    refuse(column);
  }

  /// A field's own name first, then what this kind of sheet calls it.
  FieldPath meant_by(std::string_view heading) const {
    for (const OtherHeadings& other : others_) {
      std::string_view words = other.words;
      while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        if (same_ignoring_case(heading, words.substr(0, end)))
          return other.path.empty() ? FieldPath{} : path_of(type_, other.path);
        words.remove_prefix(std::min(end + 1, words.size()));
      }
    }
    return path_of(type_, heading);
  }

  void assign(Column& column, const FieldPath& path) {
    if (!fits_a_cell(*path.back()->type)) return refuse_mapping(column, path);
    const auto other = std::ranges::find(columns_.all, path, &Column::path);
    if (other != columns_.all.end()) {
      if (is_blank(column)) return pass_over(column);
      if (!is_blank(*other)) return refuse_both(*other, column, path);
      pass_over(*other);
      other->path = {};
    }
    column.path = path;
  }

  void refuse_both(const Column& other, const Column& column, const FieldPath& path) {
    fault(column,
          say({"columns {} and {} both give “{}”", "{} 列和 {} 列都是“{}”"},
              column_letters(other.at), column_letters(column.at), name_of(path)),
          say({"leave one out with --ignore", "请用 --ignore 略去其一"}));
  }

  /// What stands below no heading would be lost unseen.
  void refuse_unheaded(const Column& column) {
    if (!column.heading.empty() || settled_[column.at]) return;
    for (const GridRow& row : grid_.rows) {
      if (row.number <= columns_.row || column.at >= row.cells.size()) continue;
      const std::string& text = row.cells[column.at].text;
      if (trimmed(text).empty()) continue;
      faults_.push_back(
          {.row = row.number,
           .column = column.at + 1,
           .heading = "",
           .value = text,
           .message = say({"“{}” stands below no heading", "“{}”所在的列没有标题"}, printed(text)),
           .hint = say({"give the column a heading, or leave it out with --ignore {}",
                        "请给该列加标题，或用 --ignore {} 略去"},
                       column_letters(column.at))});
      return;
    }
  }

  /// Whether nothing stands below the heading: where a printed sheet asks for a name and a
  /// signature, nobody types the second.
  bool is_blank(const Column& column) const {
    return std::ranges::none_of(grid_.rows, [&](const GridRow& row) {
      return row.number > columns_.row && column.at < row.cells.size() &&
             !trimmed(row.cells[column.at].text).empty();
    });
  }

  void refuse_mapping(const Column& column, const FieldPath& path) {
    const bool is_list = path.back()->type->kind == Kind::list;
    const RecordType* parts =
        is_list ? path.back()->type->element->record : path.back()->type->record;
    if (!is_list && parts)
      return fault(column, say({"“{}” holds several fields", "“{}”包含多个字段"}, name_of(path)),
                   say({"name one of them: {}.{}", "请写明是哪一个：{}.{}"}, name_of(path),
                       Bilingual{parts->fields[0].en, parts->fields[0].zh}));
    fault(column,
          say({"“{}” is a list of mappings, which no cell can hold",
               "“{}”是多条明细，一个单元格放不下"},
              name_of(path)),
          say({"leave the column out with --ignore {}", "请用 --ignore {} 略去此列"},
              column_letters(column.at)));
  }

  void pass_over(const Column& column) {
    notes_.push_back(say({"column {} “{}” is passed over", "{} 列“{}”不导入"},
                         column_letters(column.at), printed(column.heading)));
  }

  void refuse(const Column& column) {
    unknown_.push_back(faults_.size());
    Message hint = nearest_field(type_, column.heading);
    if (hint.empty())
      hint = say({"say which field it is with --map FIELD={0}, or leave it out with --ignore {0}",
                  "请用 --map 字段={0} 说明是哪个字段，或用 --ignore {0} 略去"},
                 column_letters(column.at));
    fault(column,
          say({"“{}” is no field of {}", "“{}”不是{}的字段"}, printed(column.heading),
              Bilingual{type_.en, type_.zh}),
          std::move(hint));
  }

  void fault(const Column& column, Message message, Message hint) {
    faults_.push_back({.row = columns_.row,
                       .column = column.at + 1,
                       .heading = column.heading,
                       .message = std::move(message),
                       .hint = std::move(hint)});
  }

  /// Not one heading is a field: the headings stand further down, below a title. One fault for the
  /// row is better than one for each of its cells.
  void hint_at_headings() {
    if (unknown_.empty()) return;
    Message hint = hint_at_sheets();
    for (const GridRow& row : grid_.rows) {
      if (row.number <= columns_.row || row.number > columns_.row + 20) continue;
      const auto known = std::ranges::count_if(row.cells, [&](const Cell& cell) {
        return !cell.text.empty() && !meant_by(bare_heading(cell.text)).empty();
      });
      if (known < 2) continue;
      hint = say({"row {} looks like the headings: --skip {}", "第 {} 行像是标题行：--skip {}"},
                 row.number, row.number - 1);
      break;
    }
    const auto first = faults_.begin() + std::ptrdiff_t(unknown_.front());
    faults_.erase(first, faults_.end());
    faults_.push_back(
        {.row = columns_.row,
         .message = say({"no heading in this row is a field of {}", "这一行没有一个标题是{}的字段"},
                        Bilingual{type_.en, type_.zh}),
         .hint = std::move(hint)});
    columns_.row = 0;
  }

  Message hint_at_sheets() const {
    if (grid_.others.empty())
      return say({"name the columns with --map FIELD=COLUMN", "请用 --map 字段=列 说明各列"});
    std::string names;
    for (const std::string& name : grid_.others)
      names += (names.empty() ? "" : ", ") + printed(name);
    return say({"it may be another sheet, then --sheet NAME: {}; else name the columns with --map "
                "FIELD=COLUMN",
                "如在另一个工作表，请用 --sheet 指明：{}；否则请用 --map 字段=列 说明各列"},
               names);
  }

  const Grid& grid_;
  const RecordType& type_;
  std::span<const OtherHeadings> others_;
  const ImportOptions& options_;
  std::vector<SheetFault>& faults_;
  std::vector<Message>& notes_;
  Columns columns_;
  std::vector<bool> settled_;
  std::vector<std::size_t> unknown_;
  std::size_t matched_ = 0;
};

}  // namespace

Message name_of(const FieldPath& path) {
  Message name;
  for (const Field* field : path) {
    const std::string dot = name.en.empty() ? "" : ".";
    name.en += dot + std::string(field->en);
    name.zh += dot + std::string(field->zh);
  }
  return name;
}

std::string bare_heading(std::string_view written) {
  std::string heading(trimmed(written));
  std::erase_if(heading, [](char c) { return c == '\n' || c == '\r' || c == '*'; });
  constexpr std::array<std::string_view, 9> after = {
      "（必填）", "(必填)", "（选填）", "(选填)", "：", ":", "(required)", "＊", "（*）"};
  for (bool again = true; again;) {
    again = false;
    for (const auto suffix : after)
      if (heading.ends_with(suffix) && heading.size() > suffix.size())
        heading.erase(heading.size() - suffix.size()), again = true;
  }
  return std::string(trimmed(heading));
}

const Column* Columns::of(const FieldPath& path) const {
  const auto found = std::ranges::find(all, path, &Column::path);
  return found == all.end() ? nullptr : &*found;
}

Columns columns_of(const Grid& grid, const RecordType& type, std::span<const OtherHeadings> others,
                   const ImportOptions& options, std::vector<SheetFault>& faults,
                   std::vector<Message>& notes) {
  return HeadingReader(grid, type, others, options, faults, notes).read();
}

}  // namespace lianxi
