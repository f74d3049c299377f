#include <algorithm>
#include <deque>
#include <memory>
#include <unordered_map>

#include <lianxi/history/lone_file.hpp>
#include <lianxi/history/walk.hpp>

namespace lianxi {

/// Texts and values by number, each kept once.
struct Walk::Values {
  std::deque<std::string> names;
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  std::deque<RecordValue> values;
  std::unordered_multimap<std::size_t, std::uint32_t> by_text;

  std::uint32_t number_of(const std::string& name) {
    if (const auto at = numbers.find(name); at != numbers.end()) return at->second;
    names.push_back(name);
    numbers.emplace(names.back(), std::uint32_t(names.size() - 1));
    return std::uint32_t(names.size() - 1);
  }

  std::uint32_t number_of(RecordValue value) {
    const std::size_t key = std::hash<std::string>()(in_one_line(value));
    const auto [first, last] = by_text.equal_range(key);
    for (auto at = first; at != last; ++at)
      if (values[at->second] == value) return at->second;
    values.push_back(std::move(value));
    by_text.emplace(key, std::uint32_t(values.size() - 1));
    return std::uint32_t(values.size() - 1);
  }
};

/// A name and a value by their numbers.
struct Seen {
  std::uint32_t name, value;
  friend auto operator<=>(const Seen&, const Seen&) = default;
};

/// What a file holds of what is followed.
struct SeenFile {
  std::vector<Seen> all = {};     ///< In the order of the file.
  std::vector<Seen> sorted = {};  ///< To compare two files.
  bool is_incomplete = false;

  void sort() {
    sorted = all;
    std::ranges::sort(sorted);
  }
};

/// The files that hold something, by path.
using FilesHeld = std::map<std::string, const SeenFile*>;

/// The value of the first of that name, in the order of the book.
static std::optional<std::uint32_t> value_in(const FilesHeld& state, std::uint32_t name) {
  for (const auto& [path, file] : state) {
    const auto at = std::ranges::find(file->all, name, &Seen::name);
    if (at != file->all.end()) return at->value;
  }
  return std::nullopt;
}

/// Goes from the oldest commit to the latest, keeping what each holds until all that came from it
/// have been compared with it.
class Walk::Worker {
 public:
  Worker(Walk& walk, const BookHistory& history, const Watch& watch, const std::string& names)
      : walk_(walk),
        history_(history),
        watch_(watch),
        names_(names),
        states_(history.commits().size()),
        children_(history.commits().size()) {}

  void run(const std::vector<std::size_t>& starts) {
    select(starts);
    for (std::size_t i = history_.commits().size(); i-- > 0;)
      if (walk_.is_gone_through_[i]) go_to(i);
    for (const std::size_t start : starts) walk_.at_.emplace(start, all_in(states_[start]));
    std::ranges::reverse(walk_.changes_);
  }

 private:
  void select(const std::vector<std::size_t>& starts) {
    auto& selected = walk_.is_gone_through_;
    selected.resize(history_.commits().size());
    for (const std::size_t start : starts) selected[start] = true, ++children_[start];
    // A parent always has a greater number.
    for (std::size_t i = 0; i < selected.size(); ++i)
      if (selected[i])
        for (const std::size_t parent : history_.commits()[i].parents)
          selected[parent] = true, ++children_[parent];
  }

  void go_to(std::size_t number) {
    const BookCommit& commit = history_.commits()[number];
    std::vector<std::pair<std::string, const SeenFile*>> now;
    const FilesHeld none;
    const FilesHeld& first = commit.parents.empty() ? none : states_[commit.parents.front()];
    std::vector<std::uint32_t> touched;
    for (const FileChange& change : commit.files) {
      const auto at = first.find(change.path);
      const SeenFile* const before = at == first.end() ? nullptr : at->second;
      const SeenFile* const after = change.after ? seen(change, before) : nullptr;
      add_differing(before, after, touched);
      if (before || after) now.emplace_back(change.path, after);
    }
    const auto befores = values_before(commit, touched);
    states_[number] = state_after(commit, now);
    if (!commit.is_cut_off) report(number, touched, befores);
    for (const std::size_t parent : commit.parents)
      if (children_[parent] > 0 && --children_[parent] == 0) states_[parent].clear();
  }

  /// The names that are not the same in both files.
  static void add_differing(const SeenFile* before, const SeenFile* after,
                            std::vector<std::uint32_t>& touched) {
    static const std::vector<Seen> nothing;
    std::vector<Seen> differing;
    std::ranges::set_symmetric_difference(before ? before->sorted : nothing,
                                          after ? after->sorted : nothing,
                                          std::back_inserter(differing));
    for (const Seen& one : differing) touched.push_back(one.name);
  }

  using Values = std::vector<std::optional<std::uint32_t>>;

  /// Of each name its value in every parent.
  std::vector<Values> values_before(const BookCommit& commit, std::vector<std::uint32_t>& names) {
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::vector<Values> all;
    for (const std::uint32_t name : names) {
      Values values;
      for (const std::size_t parent : commit.parents)
        values.push_back(value_in(states_[parent], name));
      all.push_back(std::move(values));
    }
    return all;
  }

  FilesHeld state_after(const BookCommit& commit,
                        const std::vector<std::pair<std::string, const SeenFile*>>& changed) {
    FilesHeld state;
    if (!commit.parents.empty()) {
      const std::size_t parent = commit.parents.front();
      const bool is_last = children_[parent] == 1 && commit.parents.size() == 1;
      state = is_last ? std::move(states_[parent]) : states_[parent];
    }
    for (const auto& [path, file] : changed)
      if (file && !file->all.empty())
        state[path] = file;
      else
        state.erase(path);
    return state;
  }

  void report(std::size_t number, const std::vector<std::uint32_t>& names,
              const std::vector<Values>& befores) {
    const std::size_t first = walk_.changes_.size();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto after = value_in(states_[number], names[i]);
      const bool is_new = std::ranges::find(befores[i], after) == befores[i].end();
      const auto before = befores[i].empty() ? std::nullopt : befores[i].front();
      if (is_new && (before || after))
        walk_.changes_.push_back({number, walk_.values_->names[names[i]], value_of(before),
                                  value_of(after), lacking(number, befores[i])});
    }
    // All of it is turned around in the end.
    std::sort(walk_.changes_.begin() + std::ptrdiff_t(first), walk_.changes_.end(),
              [](const auto& a, const auto& b) { return a.name > b.name; });
  }

  std::vector<std::size_t> lacking(std::size_t number, const Values& values) const {
    std::vector<std::size_t> found;
    const auto& parents = history_.commits()[number].parents;
    for (std::size_t i = 0; parents.size() > 1 && i < parents.size(); ++i)
      if (!values[i]) found.push_back(parents[i]);
    return found;
  }

  const RecordValue* value_of(std::optional<std::uint32_t> number) const {
    return number ? &walk_.values_->values[*number] : nullptr;
  }

  Sightings all_in(const FilesHeld& state) const {
    Sightings all;
    for (const auto& [path, file] : state)
      for (const Seen& one : file->all)
        all.emplace(walk_.values_->names[one.name], value_of(one.value));
    return all;
  }

  /// What a file holds now. Of what could not be read in it, it is taken to hold what it did.
  const SeenFile* seen(const FileChange& change, const SeenFile* before) {
    const SeenFile& file = seen(change);
    if (!file.is_incomplete || !before) return &file;
    SeenFile whole{.all = file.all};
    for (const Seen& one : before->all)
      if (std::ranges::find(file.all, one.name, &Seen::name) == file.all.end())
        whole.all.push_back(one);
    whole.sort();
    mended_.push_back(std::move(whole));
    return &mended_.back();
  }

  const SeenFile& seen(const FileChange& change) {
    const auto [at, is_new] = files_.try_emplace(*change.after);
    SeenFile& file = at->second;
    if (!is_new) return file;
    std::string bytes = history_.repository().bytes(*change.after, change.path);
    if (!watch_.may_be_in(bytes)) return file;
    const Book book = read_alone(change.path, std::move(bytes), names_);
    for (Sighting& one : watch_.look(book))
      file.all.push_back(
          {walk_.values_->number_of(one.name), walk_.values_->number_of(std::move(one.value))});
    file.is_incomplete = watch_.is_incomplete(book);
    file.sort();
    return file;
  }

  Walk& walk_;
  const BookHistory& history_;
  const Watch& watch_;
  const std::string& names_;
  std::map<GitId, SeenFile> files_;
  std::deque<SeenFile> mended_;
  std::vector<FilesHeld> states_;
  std::vector<int> children_;  ///< That have not been compared with it yet.
};

Walk::Walk(const BookHistory& history, const Watch& watch, std::vector<std::size_t> starts,
           const std::string& names)
    : values_(std::make_unique<Values>()) {
  Worker(*this, history, watch, names).run(starts);
}

Walk::~Walk() = default;

bool Walk::has(std::size_t commit) const { return is_gone_through_[commit]; }

}  // namespace lianxi
