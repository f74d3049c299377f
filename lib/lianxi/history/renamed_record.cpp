#include <algorithm>
#include <map>
#include <set>

#include <lianxi/book/book_files.hpp>
#include <lianxi/book/book_source.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/history/lone_file.hpp>
#include <lianxi/history/record_watch.hpp>
#include <lianxi/history/renamed_record.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/writing/record_value.hpp>

namespace lianxi {

RecordValue without_identity(const RecordType& type, RecordValue value) {
  put_entry(value, type, "id", nullptr);
  if (&type == &Plan::type) put_entry(value, type, "year", nullptr);
  if (&type == &Followup::type)
    for (const auto* field : {"meeting", "unit"}) put_entry(value, type, field, nullptr);
  return value;
}

namespace {

/// Records of one kind, without what they are known by.
using Anonymous = std::map<std::string, RecordValue>;

/// Collects the records or parts that a way of collection and fields leads to.
class LikeRecords {
 public:
  LikeRecords(const RecordPath& like, Anonymous& found) : like_(like), found_(found) {}

  void collect(const Book& book) {
    const auto& collection = *like_.collection;
    for (std::size_t i = 0, n = collection.size(book); i < n; ++i)
      if (is_its_own(book, collection.at(book, i))) go(book, path_to(book, collection, i));
  }

 private:
  void go(const Book& book, const RecordPath& path) {
    if (path.steps.size() == like_.steps.size()) {
      found_.emplace(name_of(book, path),
                     without_identity(*path.type, value_of(*path.type, path.part)));
      return;
    }
    const Field& field = *like_.steps[path.steps.size()].field;
    const void* const value = field.get(path.part);
    if (!field.type->element) {
      if (value) go(book, below(path, field, 0, *field.type->record, value));
      return;
    }
    for (std::size_t i = 0, n = field.type->count(value); i < n; ++i)
      go(book, below(path, field, i, *field.type->element->record, field.type->item(value, i)));
  }

  static RecordPath below(RecordPath path, const Field& field, std::size_t index,
                          const RecordType& type, const void* part) {
    path.steps.push_back({&field, index});
    path.type = &type;
    path.part = static_cast<const Part*>(part);
    return path;
  }

  const RecordPath& like_;
  Anonymous& found_;
};

Anonymous all_like(const RecordPath& like, const std::vector<InputFile>& files,
                   const std::string& names) {
  Anonymous found;
  for (const InputFile& file : files)
    if (collection_may_be_in(file.bytes, *like.collection->type))
      LikeRecords(like, found).collect(read_alone(file.path, file.bytes, names));
  return found;
}

}  // namespace

ChangedFiles files_of(const BookHistory& history, const BookCommit& commit) {
  ChangedFiles files;
  for (const FileChange& change : commit.files) {
    if (change.before)
      files.before.push_back(
          {change.path, history.repository().bytes(*change.before, change.path)});
    if (change.after)
      files.after.push_back({change.path, history.repository().bytes(*change.after, change.path)});
  }
  return files;
}

ChangedFiles files_since(const BookHistory& history, const BookCommit& commit,
                         const std::vector<InputFile>& now) {
  ChangedFiles files{.after = now};
  for (const GitEntry& entry : entries_below(history.repository(), commit.info.id, commit.folder))
    if (entry.kind == GitEntry::Kind::file && has_yaml_name(name_in_folder(entry.name)))
      files.before.push_back({entry.name, history.repository().bytes(entry.id, entry.name)});
  return files;
}

std::optional<std::string> name_before(const std::string& name, const ChangedFiles& files,
                                       const std::string& names) {
  for (const InputFile& file : files.after) {
    if (!RecordWatch(name).may_be_in(file.bytes)) continue;
    const Book book = read_alone(file.path, file.bytes, names);
    const auto found = records_named(book, name);
    if (found.empty() || !is_its_own(book, *found.front().part)) continue;
    const RecordPath& path = found.front();
    const auto value = without_identity(*path.type, value_of(*path.type, path.part));
    const Anonymous before = all_like(path, files.before, names),
                    after = all_like(path, files.after, names);
    std::vector<std::string> same;
    for (const auto& [other, other_value] : before)
      if (!after.contains(other) && other_value == value) same.push_back(other);
    if (same.size() == 1) return same.front();
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace lianxi
