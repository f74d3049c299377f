#include <algorithm>
#include <utility>

#include <lianxi/base/words.hpp>
#include <lianxi/book/record_title.hpp>
#include <lianxi/followup/meant.hpp>
#include <lianxi/followup/record_meaning.hpp>
#include <lianxi/schema/decoder.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Paths = std::vector<RecordPath>;

/// The kinds of records that people also call by names.
struct NamedKind {
  Naming naming;
  std::string_view collection;
};
constexpr NamedKind named_kinds[] = {{Naming::meeting, "meetings"},
                                     {Naming::unit, "units"},
                                     {Naming::fund, "funds"},
                                     {Naming::committee, "committees"}};

std::string joined(std::string_view head, std::string_view tail) {
  std::string out(head);
  if (!tail.empty()) out.append("/").append(tail);
  return out;
}

bool is_same(const RecordPath& a, const RecordPath& b) { return a.part == b.part; }

void add_new(Paths& all, const Paths& more) {
  for (const RecordPath& path : more)
    if (std::ranges::none_of(all, [&](const RecordPath& one) { return is_same(one, path); }))
      all.push_back(path);
}

RecordPath part_of(RecordPath path, const Field& field, std::size_t index) {
  path.steps.push_back({&field, index});
  path.part = static_cast<const Part*>(field.type->item(field.get(path.part), index));
  path.type = field.type->element->record;
  return path;
}

/// Calls `use(id, path)` for each part of a record that has an id.
template <class Use>
void for_each_part(const RecordPath& path, const Use& use) {
  for (const Field& field : path.type->fields) {
    const RecordType* parts = field.type->element ? field.type->element->record : nullptr;
    if (!parts || !parts->identify) continue;
    const void* list = field.get(path.part);
    for (std::size_t i = 0, n = field.type->count(list); i < n; ++i)
      use(parts->identify(field.type->item(list, i)), part_of(path, field, i));
  }
}

/// Looks one written name up, one way after the other.
class RecordSearch {
 public:
  RecordSearch(const Book& book, std::string_view written, Date as_of)
      : book_(book), as_of_(as_of) {
    std::string buffer;
    written_ = mapped_id(written, buffer);
    while (written_.ends_with('/')) written_.pop_back();
  }

  Paths find() const {
    if (written_.empty()) return {};
    Paths found = records_named(book_, written_);
    if (found.empty()) found = in_named_collection();
    if (found.empty()) found = by_id();
    if (found.empty()) found = by_beginning();
    if (found.empty()) found = by_part();
    return found;
  }

 private:
  /// `units/站综管办`, `meetings/last/r1`.
  Paths in_named_collection() const {
    const auto slash = written_.find('/');
    const Collection* collection = collection_named(written_.substr(0, slash));
    if (!collection || slash == written_.npos) return {};
    Paths found;
    const std::string_view rest = std::string_view(written_).substr(slash + 1);
    for_each_split(rest, [&](std::string_view head, std::string_view tail) {
      for (const RecordPath& path : called(head))
        if (path.collection == collection) add_new(found, below(path, tail));
      add_new(found, below_all(records_named(book_, joined(collection->type->en, head)), tail));
    });
    return found;
  }

  /// The whole of it is an id.
  Paths by_id() const { return with_id(written_); }

  /// It begins with an id or a name, and parts follow.
  Paths by_beginning() const {
    Paths found;
    for_each_split(written_, [&](std::string_view head, std::string_view tail) {
      if (found.empty()) found = below_all(with_id(head), tail);
      if (found.empty()) found = below_all(called(head), tail);
    });
    return found;
  }

  /// Each way to cut it into a beginning and the rest, the whole first.
  template <class Use>
  static void for_each_split(std::string_view text, const Use& use) {
    for (auto end = text.size(); end != text.npos && end > 0; end = text.rfind('/', end - 1))
      use(text.substr(0, end), end == text.size() ? std::string_view() : text.substr(end + 1));
  }

  /// It begins with the id of a part, whatever the record around it.
  Paths by_part() const {
    const auto slash = written_.find('/');
    const auto id = std::string_view(written_).substr(0, slash);
    const auto rest =
        slash == written_.npos ? std::string_view() : std::string_view(written_).substr(slash + 1);
    Paths found;
    for (const Collection& collection : all_collections().subspan(1))
      for (std::size_t i = 0, n = collection.size(book_); i < n; ++i)
        for_each_part(path_to(book_, collection, i),
                      [&](const std::string& part, const RecordPath& path) {
                        if (part == id) add_new(found, below(path, rest));
                      });
    return found;
  }

  Paths with_id(std::string_view id) const {
    Paths found;
    for (const Collection& collection : all_collections().subspan(1))
      add_new(found, records_named(book_, joined(collection.type->en, id)));
    return found;
  }

  /// Those that have it as one of their names.
  Paths called(std::string_view name) const {
    Paths found;
    for (const NamedKind& kind : named_kinds)
      for (const Meant& meant : meant_by(book_, kind.naming, name, as_of_))
        add_new(found, records_named(book_, joined(kind.collection, meant.id)));
    return found;
  }

  Paths below_all(const Paths& heads, std::string_view tail) const {
    Paths found;
    for (const RecordPath& head : heads) add_new(found, below(head, tail));
    return found;
  }

  /// What the rest of the name leads to from a record: words for parts may be left out.
  Paths below(const RecordPath& head, std::string_view tail) const {
    if (tail.empty()) return {head};
    const std::string name = name_of(book_, head);
    Paths found = records_named(book_, joined(name, tail));
    if (!found.empty()) return found;
    const auto slash = tail.find('/');
    const auto id = tail.substr(0, slash);
    const auto rest = slash == tail.npos ? std::string_view() : tail.substr(slash + 1);
    for_each_part(head, [&](const std::string& part, const RecordPath& path) {
      if (part == id) add_new(found, below(path, rest));
    });
    return found;
  }

  const Book& book_;
  Date as_of_;
  std::string written_;
};

MeantRecord meant_record(const Book& book, const RecordPath& path) {
  return {path, name_of(book, path), title_of(*path.type, *path.part)};
}

constexpr std::size_t most_near = 5;

/// The last word of a name.
std::string_view id_in(std::string_view name) { return name.substr(name.rfind('/') + 1); }

/// First those of which the id holds the word, then those of which the title does.
std::vector<MeantRecord> holding(const std::vector<MeantRecord>& all, std::string_view word) {
  std::vector<MeantRecord> near;
  const auto add_if = [&](const auto& holds) {
    for (const MeantRecord& one : all)
      if (near.size() < most_near && holds(one)) near.push_back(one);
  };
  const auto id_holds = [&](const MeantRecord& one) {
    return id_in(one.name).find(word) != std::string_view::npos;
  };
  add_if(id_holds);
  add_if([&](const MeantRecord& one) {
    return !id_holds(one) && one.title.find(word) != std::string_view::npos;
  });
  return near;
}

}  // namespace

std::vector<MeantRecord> records_meant(const Book& book, std::string_view written, Date as_of) {
  std::vector<MeantRecord> found;
  for (const RecordPath& path : RecordSearch(book, written, as_of).find())
    found.push_back(meant_record(book, path));
  return found;
}

std::vector<MeantRecord> all_records(const Book& book) {
  std::vector<MeantRecord> all;
  for (const Collection& collection : all_collections().subspan(1))
    for (std::size_t i = 0, n = collection.size(book); i < n; ++i) {
      const RecordPath record = path_to(book, collection, i);
      all.push_back(meant_record(book, record));
      for_each_part(record, [&](const std::string&, const RecordPath& path) {
        all.push_back(meant_record(book, path));
      });
    }
  return all;
}

std::vector<MeantRecord> nearest_records(const Book& book, std::string_view written, Date as_of) {
  std::string buffer;
  const std::string_view word = mapped_id(written, buffer);
  const auto all = all_records(book);
  std::vector<MeantRecord> near = holding(all, word);
  if (!near.empty() || word.empty()) return near;
  // What comes before the last slash may be right.
  const auto slash = word.rfind('/');
  const auto around = slash == word.npos ? std::vector<MeantRecord>{}
                                         : records_meant(book, word.substr(0, slash), as_of);
  const std::string within = around.size() == 1 ? around[0].name + "/" : std::string();
  std::vector<std::string_view> words;
  for (const MeantRecord& one : all)
    if (one.name.starts_with(within)) words.push_back(within.empty() ? one.name : id_in(one.name));
  if (within.empty())
    for (const MeantRecord& one : all) words.push_back(id_in(one.name));
  const auto best = nearest(within.empty() ? word : id_in(word), words);
  for (const MeantRecord& one : all)
    if (!best.empty() && one.name.starts_with(within) && near.size() < most_near &&
        (one.name == best || id_in(one.name) == best))
      near.push_back(one);
  return near;
}

}  // namespace lianxi
