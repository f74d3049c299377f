#include <algorithm>
#include <vector>

#include <lianxi/book/book.hpp>
#include <lianxi/history/authorship.hpp>
#include <lianxi/history/lone_file.hpp>
#include <lianxi/history/record_watch.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Follows all reports and closures, each with what it says but for what it is known by.
class ReportsAndClosures : public Watch {
 public:
  bool may_be_in(std::string_view bytes) const override {
    return collection_may_be_in(bytes, Followup::type) || bytes.find("closures") != bytes.npos ||
           bytes.find("销号") != bytes.npos;
  }

  std::vector<Sighting> look(const Book& file) const override {
    std::vector<Sighting> all;
    for (const Followup& report : file.followups)
      all.push_back({name_of(report), anonymous_report(report)});
    for (const Meeting& meeting : file.meetings)
      for (const Resolution& resolution : meeting.resolutions)
        for (const Closure& closure : resolution.closures)
          all.push_back(
              {name_of_closure(meeting, resolution, closure), described(resolution, closure)});
    return all;
  }

  bool is_incomplete(const Book& file) const override {
    return file.is_incomplete(Followup::type) || file.is_incomplete(Meeting::type);
  }

 private:
  static RecordValue anonymous_report(const Followup& report) {
    RecordValue value = value_of(Followup::type, &report);
    for (const auto* field : {"meeting", "unit", "date"})
      put_entry(value, Followup::type, field, nullptr);
    return value;
  }

  /// Closures look alike, so the text of what they close belongs to them.
  static RecordValue described(const Resolution& resolution, const Closure& closure) {
    return {.kind = RecordValue::Kind::list,
            .items = {{.text = std::string(resolution.text.value_or(""))},
                      value_of(Closure::type, &closure)}};
  }
};

/// Everything of a name but its day.
std::string_view without_day(std::string_view name) { return name.substr(0, name.rfind('/')); }

/// The day in a name, and of a report the unit before it.
std::string_view unit_and_day(std::string_view name) {
  return name.substr(without_day(name).rfind('/') + 1);
}

std::string_view unit_in(std::string_view name) { return without_day(unit_and_day(name)); }

bool says_the_same(const HistoryChange& before, const HistoryChange& after) {
  return *before.before == *after.after;
}

/// Whether what went may be what came under another name, from the surest sign to the least.
constexpr bool (*signs[])(const HistoryChange& before, const HistoryChange& after) = {
    [](const HistoryChange& before, const HistoryChange& after) {
      return says_the_same(before, after) && unit_and_day(before.name) == unit_and_day(after.name);
    },
    [](const HistoryChange& before, const HistoryChange& after) {
      return says_the_same(before, after) && unit_in(before.name) == unit_in(after.name);
    },
    [](const HistoryChange& before, const HistoryChange& after) {
      return without_day(before.name) == without_day(after.name);
    },
    says_the_same,
};

/// The one of those that went in a commit that came back in it under another name. Null where there
/// is none, or several.
const HistoryChange* same_before(const HistoryChange& came,
                                 const std::vector<const HistoryChange*>& went) {
  for (const auto& is_same : signs) {
    const auto fits = [&](const HistoryChange* one) { return is_same(*one, came); };
    const auto first = std::ranges::find_if(went, fits);
    if (first != went.end() && std::none_of(first + 1, went.end(), fits)) return *first;
  }
  return nullptr;
}

FirstCommit first_commit(const GitCommitInfo& commit) {
  return {commit.author, commit.email, commit.day, commit.id.brief()};
}

/// What one commit brought, the changes of which are given.
void add_first(const std::vector<const HistoryChange*>& changes, const GitCommitInfo& commit,
               Authorship& authorship) {
  std::vector<const HistoryChange*> went;
  for (const HistoryChange* change : changes)
    if (!change->after) went.push_back(change);
  for (const HistoryChange* change : changes) {
    if (change->before || authorship.first.contains(change->name)) continue;
    const HistoryChange* const before = same_before(*change, went);
    const FirstCommit* const known = before ? authorship.of(before->name) : nullptr;
    // One that was there before what the history has is nobody's either under its new name.
    if (before && !known) continue;
    authorship.first.emplace(change->name, known ? *known : first_commit(commit));
  }
}

}  // namespace

const FirstCommit* Authorship::of(std::string_view name) const {
  const auto at = first.find(name);
  return at == first.end() ? nullptr : &at->second;
}

std::string name_of_closure(const Meeting& meeting, const Resolution& resolution,
                            const Closure& closure) {
  return name_of(meeting, resolution) + "/closures/" + (closure.date ? iso(*closure.date) : "?");
}

Authorship authorship_of(const BookHistory& history, const Book& now) {
  const Walk walk(history, ReportsAndClosures(), {0}, names_in(now));
  Authorship authorship;
  const auto& all = walk.changes();
  // The oldest commit first.
  for (auto end = all.rbegin(); end != all.rend();) {
    const std::size_t commit = end->commit;
    std::vector<const HistoryChange*> changes;
    for (; end != all.rend() && end->commit == commit; ++end) changes.push_back(&*end);
    add_first(changes, history.commits()[commit].info, authorship);
  }
  return authorship;
}

}  // namespace lianxi
