// The promise of writing: an edit changes just what was asked for, or nothing at all.
#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <map>

#include <lianxi/base/places.hpp>
#include <lianxi/schema/value_text.hpp>
#include <lianxi/writing/changes.hpp>

#include "random_layout.hpp"

namespace lianxi::writing_test {
namespace {

using test::LooseValue;
using test::RandomLayout;

/// Every record and part of a book.
std::vector<RecordPath> all_parts(const Book& book) {
  std::vector<RecordPath> all;
  const auto add = [&](const auto& self, const RecordPath& path) -> void {
    all.push_back(path);
    for (const Field& field : path.type->fields) {
      const RecordType* inner =
          field.type->element ? field.type->element->record : field.type->record;
      const void* value = field.get(path.part);
      if (!inner || !value) continue;
      const std::size_t count = field.type->element ? field.type->count(value) : 1;
      for (std::size_t i = 0; i < count; ++i) {
        RecordPath below = path;
        below.steps.push_back({&field, i});
        below.type = inner;
        below.part =
            static_cast<const Part*>(field.type->element ? field.type->item(value, i) : value);
        self(self, below);
      }
    }
  };
  for (const Collection& collection : all_collections())
    for (std::size_t i = 0; i < collection.size(book); ++i) add(add, path_to(book, collection, i));
  return all;
}

DraftValue as_draft(const ValueType& type, const LooseValue& value);

Draft as_draft(const RecordType& type, const LooseValue& value) {
  Draft draft{.type = &type};
  for (std::size_t i = 0; i < value.keys.size(); ++i) {
    const Field* field = find_field(type, value.keys[i]);
    if (field)
      draft.fields.push_back({.field = field, .value = as_draft(*field->type, value.items[i])});
    else
      draft.fields.push_back({.own_name = value.keys[i], .value = {.text = value.items[i].text}});
  }
  return draft;
}

DraftValue as_draft(const ValueType& type, const LooseValue& value) {
  if (value.kind == LooseValue::Kind::scalar) return {.text = value.text};
  if (value.kind == LooseValue::Kind::map)
    return {.kind = DraftValue::Kind::mapping, .mapping = {as_draft(*type.record, value)}};
  DraftValue list{.kind = DraftValue::Kind::list};
  for (const LooseValue& item : value.items) list.items.push_back(as_draft(*type.element, item));
  return list;
}

/// One random edit, and what is to differ afterwards: records of these names and no others.
struct Attempt {
  std::string what;
  std::string target;
  bool is_identifying = false;  ///< The record may be known by another name afterwards.
};

class Trial {
 public:
  explicit Trial(unsigned seed)
      : layout_(seed), files_(layout_.book()), book_(Book::read(files_)) {}

  const std::vector<InputFile>& files() const { return files_; }
  const Book& book() const { return book_; }

  /// Does one edit; the change, or nothing where it was refused.
  std::optional<ProvedChange> run(Attempt& attempt) {
    Editing editing(files_, book_);
    try {
      plan(editing, attempt);
      return editing.prove();
    } catch (const Error& error) {
      attempt.what += ": " + error.message().en;
      return std::nullopt;
    }
  }

 private:
  void plan(Editing& editing, Attempt& attempt) {
    const auto parts = all_parts(book_);
    if (parts.empty() || layout_.one_in(8)) return insert(editing, attempt);
    const RecordPath& path = layout_.pick(parts);
    attempt.target = name_of(book_, path);
    if (layout_.one_in(12) && path.collection->type->en != "alliance" &&
        (path.steps.empty() || path.steps.back().field->type->element)) {
      attempt.what = "remove";
      return editing.remove(path);
    }
    field(editing, path, attempt);
  }

  void insert(Editing& editing, Attempt& attempt) {
    const auto collections = all_collections();
    const Collection& collection =
        collections[std::size_t(1 + layout_.below(int(collections.size()) - 1))];
    attempt = {"insert", std::string(collection.type->en)};
    Insertion insertion{.collection = &collection};
    for (int i = 0, n = 1 + layout_.below(2); i < n; ++i)
      insertion.drafts.push_back(as_draft(*collection.type, layout_.record(*collection.type, 0)));
    insertion.file = layout_.one_in(6) ? "new.yaml" : layout_.pick(files_).path;
    editing.insert(insertion);
  }

  void field(Editing& editing, const RecordPath& path, Attempt& attempt) {
    std::vector<const Field*> fields;
    for (const Field& one : path.type->fields)
      if (one.type->kind != ValueType::Kind::severities &&
          one.type->kind != ValueType::Kind::record)
        fields.push_back(&one);
    const Field& field = *layout_.pick(fields);
    FieldChange change{.target = path, .fields = {&field}};
    const bool list = field.type->kind == ValueType::Kind::list;
    if (layout_.one_in(15)) change.fields.clear(), change.own_name = "x-own";
    if (layout_.one_in(5)) {
      change.kind = FieldChange::Kind::clear;
    } else if (list && layout_.one_in(3) && !take(change, path, field)) {
      change.kind = FieldChange::Kind::clear;
    } else if (list && change.kind == FieldChange::Kind::set && !change.fields.empty()) {
      change.kind = layout_.one_in(3) ? FieldChange::Kind::set : FieldChange::Kind::add;
      const LooseValue value = layout_.value(*field.type, 1);
      change.value = as_draft(*field.type, value);
    } else if (change.kind == FieldChange::Kind::set) {
      change.value.text = change.fields.empty() ? layout_.text() : layout_.scalar(*field.type);
    }
    for (const std::string_view name :
         {"id", "year", "meeting", "unit", "date", "period", "report"})
      attempt.is_identifying |= field.en == name;
    attempt.what = fmt::format("{} {}", int(change.kind), change.fields.empty() ? "own" : field.en);
    editing.change(change);
  }

  bool take(FieldChange& change, const RecordPath& path, const Field& field) {
    const void* list = field.get(path.part);
    const std::size_t count = list ? field.type->count(list) : 0;
    if (count == 0 || field.type->element->record || change.fields.empty()) return false;
    change.kind = FieldChange::Kind::take;
    change.value.text = plain_text(*field.type->element,
                                   field.type->item(list, std::size_t(layout_.below(int(count)))));
    return true;
  }

  RandomLayout layout_;
  std::vector<InputFile> files_;
  Book book_;
};

/// Rules that no well-formed value may break, whatever is written into a field.
bool is_of_reading(std::string_view rule) {
  for (const std::string_view one :
       {"yaml-syntax", "yaml-subset", "duplicate-key", "duplicate-field", "wrong-type",
        "unknown-field", "unknown-collection", "file-encoding", "merge-conflict",
        "comment-in-value"})
    if (rule == one) return true;
  return false;
}

std::multimap<std::string, int> reading_faults(const Book& book) {
  std::multimap<std::string, int> faults;
  for (const Finding& finding : book.findings())
    if (is_of_reading(finding.rule))
      faults.emplace(std::string(finding.rule) + finding.message.en, 0);
  return faults;
}

/// The comments of a file, in order: `#` after white space, outside of what is quoted is more than
/// a test need know, so only whole lines count.
std::vector<std::string> comment_lines(std::string_view bytes) {
  std::vector<std::string> lines;
  while (!bytes.empty()) {
    auto line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto first = line.find_first_not_of(' ');
    if (first != line.npos && line.substr(first).starts_with("# 备注："))
      lines.emplace_back(line.substr(first));
  }
  return lines;
}

bool is_subset(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  auto at = all.begin();
  for (const std::string& line : some) {
    at = std::find(at, all.end(), line);
    if (at == all.end()) return false;
    ++at;
  }
  return true;
}

/// Bytes of `before` that are not in `after`: what stands between the longest common beginning and
/// end.
std::string_view replaced_bytes(std::string_view before, std::string_view after) {
  std::size_t head = 0;
  while (head < std::min(before.size(), after.size()) && before[head] == after[head]) ++head;
  std::size_t tail = 0;
  while (tail < std::min(before.size(), after.size()) - head &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  return before.substr(head, before.size() - head - tail);
}

/// Whether a difference is of what was edited, or of something that was known by it.
bool concerns(const Difference& one, const Attempt& attempt) {
  std::string field = one.field;
  std::ranges::replace(field, '.', '/');
  const std::string where = one.record + "/" + field;
  if ((where + "/").starts_with(attempt.target + "/")) return true;
  if (attempt.what != "remove" && !attempt.is_identifying) return false;
  // Under another name it is another record; parts without an id move up when one goes.
  const auto parent = attempt.target.substr(0, attempt.target.find('/'));
  return one.record.starts_with(parent);
}

TEST_CASE("random edits of random books change just what was asked for, or nothing") {
  const char* wanted = std::getenv("LIANXI_EDITS");
  const int count = wanted ? std::atoi(wanted) : 20000;
  const char* first = std::getenv("LIANXI_SEED");
  int done = 0, refused = 0, unchanged = 0;
  std::map<std::string, int> refusals;
  for (unsigned seed = first ? unsigned(std::atoi(first)) : 1; done < count; ++seed) {
    Trial trial(seed);
    const auto old_values = named_values(trial.book());
    const auto old_faults = reading_faults(trial.book());
    for (int i = 0; i < 20 && done < count; ++i, ++done) {
      Attempt attempt;
      const auto change = trial.run(attempt);
      if (!change) {
        ++refused;
        ++refusals[attempt.what];
        if (wanted) MESSAGE(seed << " " << i << " " << attempt.target << " " << attempt.what);
        continue;
      }
      INFO("seed " << seed << " edit " << i << ": " << attempt.what << " of " << attempt.target);
      if (change->files.empty()) ++unchanged;
      REQUIRE(change->files.size() <= 1);
      CHECK(reading_faults(change->book).size() <= old_faults.size());
      for (const ChangedFile& file : change->files) {
        const std::string before = file.before.value_or("");
        if (attempt.what != "remove" && attempt.what.front() != '1' &&
            attempt.what.front() != '3' && attempt.what.front() != '0')
          CHECK(replaced_bytes(before, file.after).size() <= 12);
        if (attempt.what.front() == '2' || attempt.what == "insert")
          CHECK(is_subset(comment_lines(before), comment_lines(file.after)));
        const bool crlf = before.find("\r\n") != before.npos;
        if (crlf)
          CHECK(std::count(file.after.begin(), file.after.end(), '\n') ==
                std::count(file.after.begin(), file.after.end(), '\r'));
      }
      const auto new_values = named_values(change->book);
      const auto found = differences(old_values, new_values);
      for (const Difference& one : found)
        CHECK_MESSAGE(concerns(one, attempt), one.record << " " << one.field);
    }
  }
  MESSAGE(done << " edits: " << refused << " refused, " << unchanged << " changed nothing");
  CHECK(refused * 100 < done);
}

}  // namespace
}  // namespace lianxi::writing_test
