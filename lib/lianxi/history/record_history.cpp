#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include <lianxi/history/lone_file.hpp>
#include <lianxi/history/record_history.hpp>
#include <lianxi/history/record_watch.hpp>
#include <lianxi/history/renamed_record.hpp>
#include <lianxi/records/followups.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Event = RecordEvent::Kind;

/// What lies between two values of one record, field by field.
std::vector<FieldInHistory> fields_between(const std::string& name, const RecordType& type,
                                           const RecordValue* before, const RecordValue* after) {
  const RecordValue nothing{.kind = RecordValue::Kind::mapping};
  const std::vector<NamedValue> old{{name, &type, "", before ? *before : nothing}},
      now{{name, &type, "", after ? *after : nothing}};
  std::vector<FieldInHistory> fields;
  for (const Difference& one : differences(old, now)) {
    FieldInHistory field{
        one.record, one.record == name ? &type : english_name(one.record).type, one.field, {}, {}};
    if (one.before) field.before = *one.before;
    if (one.after) field.after = *one.after;
    fields.push_back(std::move(field));
  }
  return fields;
}

/// A new record's fields as they are, its lists of parts whole.
std::vector<FieldInHistory> fields_of_new(const std::string& name, const RecordType& type,
                                          const RecordValue& value) {
  std::vector<FieldInHistory> fields;
  for (std::size_t i = 0; i < value.names.size(); ++i)
    fields.push_back({name, &type, value.names[i], {}, value.items[i]});
  return fields;
}

Event kind_of(bool is_report, bool was, bool is) {
  if (!is_report) return !was ? Event::added : is ? Event::changed : Event::removed;
  return !was ? Event::reported : is ? Event::report_changed : Event::report_withdrawn;
}

RecordEvent event_of(const std::string& record, const std::string& name, const RecordValue* before,
                     const RecordValue* after) {
  const bool is_report = name != record;
  RecordEvent event{kind_of(is_report, before, after), name};
  const RecordType* const type = is_report ? &FollowupItem::type : english_name(record).type;
  if (after)
    event.fields =
        before ? fields_between(name, *type, before, after) : fields_of_new(name, *type, *after);
  return event;
}

/// What is known of a report but for the name of what it reports on.
RecordValue without_resolution(RecordValue item) {
  put_entry(item, FollowupItem::type, "resolution", nullptr);
  return item;
}

/// Puts the history of one record together, from one name that it had to the next.
class Following {
 public:
  explicit Following(const HistoryOf& asked)
      : asked_(asked), record_(english_name(asked.record).text) {}

  RecordHistory run() {
    std::string name = record_;
    std::vector<std::size_t> starts;
    if (asked_.history) starts.push_back(0);
    auto walk = walk_through(name, starts);
    if (asked_.files_now) add_what_is_not_committed(name, walk, starts);
    while (walk) {
      auto next = rename_in(*walk, name);
      add(*walk, name, next);
      if (!next.walk) break;
      name = next.name;
      walk = std::move(next.walk);
    }
    return whole();
  }

 private:
  /// The commit in which the record got its name, and the way on under the name before.
  struct Renaming {
    std::size_t commit = 0;
    std::string name = {};
    std::unique_ptr<Walk> walk = nullptr;
    std::vector<bool> came_before = {};  ///< Whether a commit came before that one.
  };

  std::unique_ptr<Walk> walk_through(const std::string& name, std::vector<std::size_t> starts) {
    if (starts.empty()) return nullptr;
    return std::make_unique<Walk>(*asked_.history, RecordWatch(name), std::move(starts),
                                  asked_.names);
  }

  Renaming rename_in(const Walk& walk, const std::string& name) {
    const auto& commits = asked_.history->commits();
    for (const HistoryChange& change : walk.changes()) {
      const BookCommit& commit = commits[change.commit];
      if (change.name != name || change.before || commit.parents.empty()) continue;
      const auto before = name_before(name, files_of(*asked_.history, commit), asked_.names);
      if (!before) continue;
      return {change.commit, *before, walk_through(*before, starts_under(name, walk, commit)),
              ancestors_of(change.commit)};
    }
    return {};
  }

  /// Where the name before was in use last: before it was changed, and in branches that did not
  /// know of that and were merged later.
  static std::vector<std::size_t> starts_under(const std::string& name, const Walk& walk,
                                               const BookCommit& renaming) {
    std::vector<std::size_t> starts = renaming.parents;
    for (const HistoryChange& change : walk.changes())
      if (change.name == name && change.before)
        starts.insert(starts.end(), change.lacking.begin(), change.lacking.end());
    std::ranges::sort(starts);
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
  }

  std::vector<bool> ancestors_of(std::size_t commit) const {
    const auto& commits = asked_.history->commits();
    std::vector<bool> found(commits.size());
    found[commit] = true;
    for (std::size_t i = commit; i < commits.size(); ++i)
      if (found[i])
        for (const std::size_t parent : commits[i].parents) found[parent] = true;
    found[commit] = false;
    return found;
  }

  void add(const Walk& walk, const std::string& name, const Renaming& next) {
    for (const HistoryChange& change : walk.changes()) {
      if (next.walk && next.came_before[change.commit]) continue;
      if (next.walk && was_there_under_other_name(change, name, next)) continue;
      const bool is_renaming = next.walk && change.commit == next.commit && change.name == name;
      // Where the name before went, the record did not.
      if (renamed_in_.contains(change.commit) && !change.after) continue;
      if (is_renaming) renamed_in_.insert(change.commit);
      events_[change.commit].push_back(
          is_renaming ? renaming_of(name, next.name)
                      : event_of(name, change.name, change.before, change.after));
    }
    if (!next.walk) is_cut_off_ = is_older(walk, name);
  }

  static RecordEvent renaming_of(const std::string& name, const std::string& before) {
    return {Event::renamed, name, before};
  }

  /// Whether a parent of the commit had the same under the name before: the record, or a report on
  /// it. The commit in which the record got its name changes that one.
  bool was_there_under_other_name(const HistoryChange& change, const std::string& name,
                                  const Renaming& next) const {
    const bool is_record = change.name == name;
    if (!change.after || (is_record && change.commit == next.commit)) return false;
    const RecordType& type = is_record ? *english_name(name).type : FollowupItem::type;
    const auto anonymous = [&](const RecordValue& value) {
      return is_record ? without_identity(type, value) : without_resolution(value);
    };
    const RecordValue wanted = anonymous(*change.after);
    for (const std::size_t parent : asked_.history->commits()[change.commit].parents)
      if (const Sightings* const before = next.walk->at(parent))
        for (const auto& [other, value] : *before)
          if ((other == next.name) == is_record && anonymous(*value) == wanted) return true;
    return false;
  }

  const RecordValue* find(const Sightings& all, const std::string& name) const {
    const auto at = all.find(name);
    return at == all.end() ? nullptr : at->second;
  }

  void add_what_is_not_committed(std::string& name, std::unique_ptr<Walk>& walk,
                                 const std::vector<std::size_t>& starts) {
    const RecordWatch watch(name);
    std::map<std::string, RecordValue> now;
    bool is_complete = true;
    for (const InputFile& file : *asked_.files_now) {
      if (file.fault) is_complete = false;
      if (file.is_ignored || file.fault || !watch.may_be_in(file.bytes)) continue;
      const Book book = read_alone(file.path, file.bytes, asked_.names);
      if (watch.is_incomplete(book)) is_complete = false;
      for (Sighting& one : watch.look(book)) now.emplace(one.name, std::move(one.value));
    }
    compare_with_now(walk ? *walk->at(0) : Sightings(), now, name, is_complete);
    if (walk) follow_uncommitted_name(name, walk, starts);
  }

  void compare_with_now(const Sightings& before, const std::map<std::string, RecordValue>& now,
                        const std::string& name, bool is_complete) {
    for (const auto& [one, value] : now) {
      const RecordValue* const was = find(before, one);
      if (!was || *was != value) uncommitted_.push_back(event_of(name, one, was, &value));
    }
    if (!is_complete) return;
    for (const auto& [one, value] : before)
      if (!now.contains(one)) uncommitted_.push_back(event_of(name, one, value, nullptr));
  }

  /// Where the record got its name in the work tree, what is committed is under the one before.
  void follow_uncommitted_name(std::string& name, std::unique_ptr<Walk>& walk,
                               const std::vector<std::size_t>& starts) {
    const auto added = std::ranges::find_if(uncommitted_, [&](const RecordEvent& event) {
      return event.kind == Event::added && event.record == name;
    });
    if (added == uncommitted_.end()) return;
    const auto before = name_before(
        name, files_since(*asked_.history, asked_.history->commits().front(), *asked_.files_now),
        asked_.names);
    if (!before) return;
    *added = renaming_of(name, *before);
    // Reports that only name it anew are no new ones.
    std::erase_if(uncommitted_,
                  [](const RecordEvent& event) { return event.kind == Event::reported; });
    name = *before;
    walk = walk_through(name, starts);
  }

  /// Whether the record came from commits that are not there: it did not come in one that is.
  bool is_older(const Walk& walk, const std::string& name) const {
    const auto& commits = asked_.history->commits();
    const HistoryChange* first = nullptr;
    for (const HistoryChange& change : walk.changes())
      if (change.name == name) first = &change;
    if (first && !first->before) return false;
    for (std::size_t i = 0; i < commits.size(); ++i)
      if (walk.has(i) && commits[i].is_cut_off) return true;
    return false;
  }

  RecordHistory whole() {
    RecordHistory history{record_};
    if (!uncommitted_.empty()) history.commits.push_back({std::nullopt, std::move(uncommitted_)});
    for (auto& [number, events] : events_) {
      // The record first, then what was reported on it.
      std::stable_partition(events.begin(), events.end(),
                            [](const RecordEvent& event) { return event.kind < Event::reported; });
      history.commits.push_back({asked_.history->commits()[number].info, std::move(events)});
    }
    history.is_cut_off = is_cut_off_;
    return history;
  }

  const HistoryOf& asked_;
  std::string record_;
  std::vector<RecordEvent> uncommitted_;
  std::map<std::size_t, std::vector<RecordEvent>> events_;  ///< By the commit's number.
  std::set<std::size_t> renamed_in_;
  bool is_cut_off_ = false;
};

}  // namespace

std::string full_name_of(std::string_view written) {
  EnglishName name = english_name(written);
  const bool goes_on = name.text.find('/') != name.text.npos;
  return goes_on ? std::move(name.text) : std::string();
}

RecordHistory history_of(const HistoryOf& asked) { return Following(asked).run(); }

}  // namespace lianxi
