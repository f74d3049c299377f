#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/book_difference.hpp>
#include <lianxi/exchange/difference_titles.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Change = RecordDifference::Change;

/// Says of what differs where it stands, and what it is called.
class Describer {
 public:
  explicit Describer(const BookDifference& all) : from_(all.from.book), to_(all.to.book) {}

  RecordDifference describe(const Difference& one) {
    RecordDifference out{.change = change_of(one), .record = one.record};
    const bool gone = out.change == Change::removed;
    const Book& book = gone ? from_.book : to_.book;
    const FoundPart found = (gone ? from_ : to_).find(one.record);
    out.collection = found.collection;
    out.type = found.type;
    out.may_be_unread = out.change != Change::changed && found.collection &&
                        (gone ? to_ : from_).book.is_incomplete(*found.collection);
    if (!found.part) return out;
    out.title = title_of_part(book, *found.type, *found.part);
    const Position at = book.sources().position(found.part->at);
    out.file = book.sources()[at.file].path;
    out.line = at.line;
    return out;
  }

 private:
  static Change change_of(const Difference& one) {
    if (!one.field.empty()) return Change::changed;
    return one.after ? Change::added : Change::removed;
  }

  struct Side {
    explicit Side(const Book& of) : book(of), parts(of) {}
    FoundPart find(std::string_view name) { return parts.find(name); }

    const Book& book;
    PartFinder parts;
  };
  Side from_, to_;
};

const ValueType* type_of_field(const RecordType* type, std::string_view name) {
  const Field* field = type ? find_field(*type, name) : nullptr;
  return field ? field->type : nullptr;
}

bool is_mapping(const RecordValue* value) {
  return value && value->kind == RecordValue::Kind::mapping;
}

void add_entries(std::vector<FieldDifference>& out, const std::string& prefix,
                 const RecordType* type, const RecordValue* before, const RecordValue* after);

/// A mapping as its fields, all else as it is.
void add_field(std::vector<FieldDifference>& out, const FieldDifference& one) {
  const bool mappings = (is_mapping(one.before) || !one.before) &&  //
                        (is_mapping(one.after) || !one.after);
  if (mappings)
    return add_entries(out, one.name + ".", one.type ? one.type->record : nullptr, one.before,
                       one.after);
  out.push_back(one);
}

void add_entries(std::vector<FieldDifference>& out, const std::string& prefix,
                 const RecordType* type, const RecordValue* before, const RecordValue* after) {
  const auto add = [&](const std::string& name, const RecordValue* old, const RecordValue* now) {
    if (!old || !now || *old != *now)
      add_field(out, {prefix + name, type_of_field(type, name), old, now});
  };
  for (std::size_t i = 0; before && i < before->names.size(); ++i)
    add(before->names[i], &before->items[i], after ? after->entry(before->names[i]) : nullptr);
  for (std::size_t i = 0; after && i < after->names.size(); ++i)
    if (!before || !before->entry(after->names[i])) add(after->names[i], nullptr, &after->items[i]);
}

/// The type of the value of `minutes.issued`.
const ValueType* type_at(const RecordType* type, std::string_view path) {
  const ValueType* value = nullptr;
  while (!path.empty()) {
    const auto dot = std::min(path.find('.'), path.size());
    value = type_of_field(type, path.substr(0, dot));
    type = value ? value->record : nullptr;
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return value;
}

void add_difference(RecordDifference& record, const Difference& one) {
  if (one.field.empty())
    add_entries(record.fields, {}, record.type, one.before, one.after);
  else
    add_field(record.fields, {one.field, type_at(record.type, one.field), one.before, one.after});
}

std::size_t rank_of_collection(const RecordType* type) {
  const auto all = all_collections();
  return std::size_t(std::ranges::find(all, type, &Collection::type) - all.begin());
}

std::vector<RecordDifference> grouped(const BookDifference& all) {
  Describer describer(all);
  std::vector<RecordDifference> out;
  for (const Difference& one : differences(all.before, all.after)) {
    if (out.empty() || one.field.empty() || out.back().change != Change::changed ||
        out.back().record != one.record)
      out.push_back(describer.describe(one));
    add_difference(out.back(), one);
  }
  std::ranges::stable_sort(
      out, {}, [](const RecordDifference& one) { return rank_of_collection(one.collection); });
  return out;
}

std::size_t files_that_differ(const Sources& before, const Sources& after) {
  std::unordered_map<std::string_view, std::string_view> old;
  for (const Source& file : before.files()) old.emplace(file.path, file.bytes);
  std::size_t count = 0;
  for (const Source& file : after.files()) {
    const auto at = old.find(file.path);
    if (at == old.end() || at->second != file.bytes) ++count;
    if (at != old.end()) old.erase(at);
  }
  return count + old.size();
}

}  // namespace

std::size_t BookDifference::count(RecordDifference::Change change) const {
  return std::size_t(std::ranges::count(records, change, &RecordDifference::change));
}

BookDifference compare_books(ComparedBook from, ComparedBook to) {
  BookDifference all{std::move(from), std::move(to)};
  all.before = named_values(all.from.book);
  all.after = named_values(all.to.book);
  all.records = grouped(all);
  all.files = files_that_differ(all.from.book.sources(), all.to.book.sources());
  return all;
}

std::size_t records_in(const std::vector<Difference>& differences) {
  std::set<std::string_view> names;
  for (const Difference& one : differences) names.insert(one.record);
  return names.size();
}

Message words_for(const ComparedBook& side) {
  constexpr std::size_t brief = 10;
  if (side.from == ComparedBook::From::staged) return say({"the index", "暂存区"});
  if (side.from == ComparedBook::From::work_tree) return say({"the work tree", "工作区"});
  const auto name = printable(side.name);
  if (side.commit.starts_with(side.name)) return {name, name};
  return say({"{} ({})", "{}（{}）"}, name, side.commit.substr(0, brief));
}

Message doubt_of(const RecordDifference& record) {
  if (!record.may_be_unread) return {};
  return record.change == Change::removed
             ? say({"perhaps only unreadable now", "可能只是现在无法读取"})
             : say({"perhaps only unreadable before", "可能只是原来无法读取"});
}

static Bilingual plural_of(std::size_t number) {
  return number == 1 ? Bilingual{"", ""} : Bilingual{"s", ""};
}

static Message nothing_differs(std::size_t files) {
  if (files == 0) return say({"nothing differs", "没有差异"});
  return say({"no record differs; {} file{} do{}", "记录没有差异；{} 个文件{}的写法不同{}"}, files,
             plural_of(files), files == 1 ? Bilingual{"es", ""} : Bilingual{"", ""});
}

Message sum_of(const BookDifference& all) {
  Message out;
  const auto add = [&](const Message& more) {
    if (!out.empty()) out = say({"{}, {}", "{}，{}"}, out, more);
    if (out.empty()) out = more;
  };
  const auto add_count = [&](Change change, Bilingual word) {
    const std::size_t count = all.count(change);
    if (count == 0) return;
    if (out.empty())
      add(say({"{} record{} {}", "{2} {0} 条记录{1}"}, count, plural_of(count), word));
    else
      add(say({"{} {}", "{1} {0} 条"}, count, word));
  };
  add_count(Change::changed, {"changed", "修改"});
  add_count(Change::added, {"added", "新增"});
  add_count(Change::removed, {"removed", "删除"});
  return out.empty() ? nothing_differs(all.files) : out;
}

Message incomplete(const BookDifference& all) {
  const int unread = all.unread();
  if (unread == 0) return {};
  return say({"the comparison may be incomplete: {} record{} could not be read",
              "比较可能不完整：有 {} 处记录无法读取{}"},
             unread, plural_of(std::size_t(unread)));
}

}  // namespace lianxi
