#include <map>
#include <queue>

#include <lianxi/git/repository_state.hpp>

namespace lianxi LIANXI_EXPORT {

namespace {

/// Commits by time, the latest first, each after all that came from it.
class Ancestry {
 public:
  Ancestry(const Repository& repository, bool is_shallow)
      : repository_(repository), is_shallow_(is_shallow) {}

  std::vector<GitId> of(const GitId& start) {
    gather(start);
    std::priority_queue<std::pair<std::int64_t, GitId>> ready;
    ready.emplace(commits_.at(start).time, start);
    std::vector<GitId> all;
    while (!ready.empty()) {
      all.push_back(ready.top().second);
      ready.pop();
      for (const GitId& parent : commits_.at(all.back()).parents) {
        const auto at = commits_.find(parent);
        if (at != commits_.end() && --at->second.children == 0)
          ready.emplace(at->second.time, parent);
      }
    }
    return all;
  }

 private:
  struct Commit {
    std::vector<GitId> parents;
    std::int64_t time = 0;
    int children = 0;
  };

  void gather(const GitId& start) {
    std::vector<GitId> waiting{start};
    while (!waiting.empty()) {
      const GitId id = waiting.back();
      waiting.pop_back();
      if (commits_.contains(id)) continue;
      const auto info = described(id, id == start);
      if (!info) continue;
      commits_[id] = {info->parents, info->time};
      waiting.insert(waiting.end(), info->parents.begin(), info->parents.end());
    }
    for (const auto& [id, commit] : commits_)
      for (const GitId& parent : commit.parents)
        if (const auto at = commits_.find(parent); at != commits_.end()) ++at->second.children;
  }

  /// Where a history was cut off, the last commits name parents that are not there.
  std::optional<GitCommitInfo> described(const GitId& id, bool is_first) {
    try {
      return repository_.describe(id);
    } catch (const Error&) {
      if (!is_shallow_ || is_first) throw;
      return std::nullopt;
    }
  }

  const Repository& repository_;
  bool is_shallow_;
  std::map<GitId, Commit> commits_;
};

}  // namespace

std::vector<GitId> Repository::ancestry(const GitId& commit) const {
  return Ancestry(*this, git_repository_is_shallow(state_->repository.get()) == 1).of(commit);
}

}  // namespace lianxi
