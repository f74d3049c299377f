#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>

#include <lianxi/base/free_memory.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/git/loose_objects.hpp>
#include <lianxi/git/repository_state.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {

namespace {

GitId id_of(const git_oid& oid) {
  GitId id;
  std::ranges::copy(oid.id, id.bytes.begin());
  return id;
}

git_oid oid_of(const GitId& id) {
  git_oid oid;
  std::ranges::copy(id.bytes, std::begin(oid.id));
  return oid;
}

std::string environment_of_git(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

bool is_same_folder(const fs::path& one, const fs::path& other) {
  std::error_code error;
  return fs::equivalent(one, other, error) && !error;
}

/// The nearest folder above that exists, or the path itself.
fs::path nearest_folder(fs::path path) {
  std::error_code error;
  path = fs::absolute(path, error).lexically_normal();
  while (!fs::is_directory(path, error) && path != path.parent_path()) path = path.parent_path();
  return path;
}

/// Version 1.5 says that there is none where nobody is trusted yet.
bool is_of_another_user(int result) {
  return result == GIT_EOWNER || said_by_libgit2().find("safe.directory") != std::string_view::npos;
}

Error cannot_open(int result, const fs::path& path) {
  if (!is_of_another_user(result))
    return Error(
        say({"the git repository of {} cannot be opened: {}", "无法打开 {} 的 git 仓库：{}"},
            path.native(), said_by_libgit2()));
  return Error(
      say({"the git repository of {} belongs to another user", "{} 的 git 仓库属于其他用户"},
          path.native()),
      say({"if you trust it: git config --global --add safe.directory {}",
           "如确认可信：git config --global --add safe.directory {}"},
          path.native()));
}

/// While git takes in what was pushed, its new objects lie apart, and it says where.
GitRepository with_objects_apart(GitRepository found) {
  const std::string folder = environment_of_git("GIT_DIR");
  if (environment_of_git("GIT_OBJECT_DIRECTORY").empty() || folder.empty() ||
      !is_same_folder(folder, git_repository_path(found.get())))
    return found;
  git_repository* opened = nullptr;
  if (git_repository_open_ext(&opened, nullptr, GIT_REPOSITORY_OPEN_FROM_ENV, nullptr) < 0)
    return found;
  return GitRepository(opened);
}

GitEntry::Kind kind_of(unsigned mode) {
  if (mode == GIT_FILEMODE_TREE) return GitEntry::Kind::folder;
  if (mode == GIT_FILEMODE_LINK) return GitEntry::Kind::link;
  if (mode == GIT_FILEMODE_COMMIT) return GitEntry::Kind::submodule;
  return GitEntry::Kind::file;
}

Error broken(int result, const GitId& id, std::string_view what) {
  // Where memory ran out, libgit2 may call missing what is there.
  constexpr std::size_t for_an_object = std::size_t(8) << 20U;
  require_memory(for_an_object);
  const Message hint =
      say({"`git fsck` tells more; fetch it again from where the repository came from",
           "`git fsck` 可查明详情；请从来源重新取得"});
  if (result == GIT_ENOTFOUND)
    return Error(say({"the git object {} of {} is missing", "缺少 {1} 的 git 对象 {0}"}, id.brief(),
                     printable(what)),
                 hint);
  return Error(say({"the git object {} of {} is damaged: {}", "{1} 的 git 对象 {0} 已损坏：{2}"},
                   id.brief(), printable(what), said_by_libgit2()),
               hint);
}

GitCommit commit_object(git_repository* repository, const GitId& id) {
  const git_oid oid = oid_of(id);
  git_commit* commit = nullptr;
  const int result = git_commit_lookup(&commit, repository, &oid);
  if (result < 0) throw broken(result, id, "the commit");
  return GitCommit(commit);
}

/// What a revision begins with, before `~3`, `^`, `@{…}` and the like.
std::string_view name_in(std::string_view revision) {
  return revision.substr(0, revision.find_first_of("~^@:"));
}

std::string_view without_kind(std::string_view reference) {
  for (const std::string_view kind : {"refs/heads/", "refs/tags/", "refs/remotes/"})
    if (reference.starts_with(kind)) return reference.substr(kind.size());
  return reference;
}

std::vector<std::string> names_of_references(git_repository* repository) {
  git_strarray all = {};
  std::vector<std::string> names;
  if (git_reference_list(&all, repository) < 0) return names;
  for (std::size_t i = 0; i < all.count; ++i) names.emplace_back(without_kind(all.strings[i]));
  git_strarray_dispose(&all);
  names.emplace_back("HEAD");
  return names;
}

GitObject object_of(git_repository* repository, const std::string& revision, int& result) {
  git_object *object = nullptr, *commit = nullptr;
  result = git_revparse_single(&object, repository, revision.c_str());
  if (result < 0) return {};
  const GitObject found(object);
  if (git_object_peel(&commit, object, GIT_OBJECT_COMMIT) < 0) result = GIT_EPEEL;
  return GitObject(result < 0 ? nullptr : commit);
}

Message hint_for(git_repository* repository, const std::string& revision) {
  const auto names = names_of_references(repository);
  const std::string_view name = name_in(revision);
  int result = 0;
  const bool is_known = !name.empty() && object_of(repository, std::string(name), result);
  if (is_known && git_repository_is_shallow(repository) == 1)
    return say({"the history here was cut off (a shallow clone): git fetch --unshallow",
                "此处的历史不完整（浅克隆）：请运行 git fetch --unshallow"});
  if (is_known)
    return say({"“{}” is there, but not what follows it", "有“{}”，但没有其后所写的版本"}, name);
  if (name == "HEAD") return say({"nothing was committed yet", "还没有任何提交"});
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string_view near = nearest(name, candidates);
  if (!near.empty())
    return say({"did you mean {}?", "是不是 {}？"},
               printable(std::string(near) + revision.substr(name.size())));
  return say({"write a branch, a tag, an id, or HEAD~1", "可写分支、标签、提交号，或 HEAD~1"});
}

Error unknown_revision(git_repository* repository, const std::string& revision, int result) {
  if (result == GIT_EAMBIGUOUS)
    return Error(say({"“{}” may mean several revisions", "“{}”可指多个版本"}, printable(revision)),
                 say({"write more of its digits", "请多写几位"}));
  if (result == GIT_EPEEL)
    return Error(
        say({"“{}” is no commit", "“{}”不是提交"}, printable(revision)),
        say({"write a branch, a tag, an id, or HEAD~1", "可写分支、标签、提交号，或 HEAD~1"}));
  return Error(say({"there is no revision “{}”", "没有版本“{}”"}, printable(revision)),
               hint_for(repository, revision));
}

std::string day_of(const git_time& time) {
  const auto seconds = time.time + std::int64_t(time.offset) * 60;
  const auto days = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400;
  const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(days))};
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()),
                     unsigned(day.day()));
}

/// The index that is to be committed. Another repository's is not meant: a hook may look at
/// several.
std::string named_index(git_repository* repository) {
  const std::string named = environment_of_git("GIT_INDEX_FILE");
  if (named.empty()) return {};
  std::error_code error;
  const fs::path folder = fs::absolute(named, error).parent_path();
  const bool of_another = fs::exists(folder / "HEAD", error) &&
                          !is_same_folder(folder, git_repository_path(repository));
  return of_another ? std::string() : named;
}

GitIndex index_of(git_repository* repository) {
  git_index* index = nullptr;
  const std::string named = named_index(repository);
  check_git(named.empty() ? git_repository_index(&index, repository)
                          : git_index_open(&index, named.c_str()),
            say({"what is staged cannot be read", "无法读取暂存区"}));
  GitIndex owned(index);
  check_git(git_index_read(index, 1), say({"what is staged cannot be read", "无法读取暂存区"}));
  return owned;
}

}  // namespace

std::string GitId::hex() const {
  std::string out;
  for (const unsigned char byte : bytes) out += fmt::format("{:02x}", byte);
  return out;
}

std::optional<Repository> Repository::find(const fs::path& path) {
  const fs::path start = nearest_folder(path);
  git_repository* opened = nullptr;
  const int result = git_repository_open_ext(&opened, start.c_str(), 0, nullptr);
  if (result == GIT_ENOTFOUND && !is_of_another_user(result)) return std::nullopt;
  if (result < 0) throw cannot_open(result, start);
  auto state = std::make_shared<State>();
  state->repository = with_objects_apart(GitRepository(opened));
  git_repository* const repository = state->repository.get();
  read_loose_objects(repository);
  const char* const tree = git_repository_workdir(repository);
  std::error_code error;
  state->top = fs::canonical(tree ? tree : git_repository_path(repository), error);
  return Repository(std::move(state));
}

bool Repository::is_bare() const { return git_repository_is_bare(state_->repository.get()) == 1; }

const fs::path& Repository::top() const { return state_->top; }

fs::path Repository::shared_folder() const {
  return git_repository_commondir(state_->repository.get());
}

GitId Repository::commit(std::string_view revision) const {
  int result = 0;
  const std::string written(revision);
  const GitObject found = object_of(state_->repository.get(), written, result);
  if (!found) throw unknown_revision(state_->repository.get(), written, result);
  return id_of(*git_object_id(found.get()));
}

std::optional<GitId> Repository::commit_if_any(std::string_view revision) const {
  int result = 0;
  const GitObject found = object_of(state_->repository.get(), std::string(revision), result);
  if (!found) return std::nullopt;
  return id_of(*git_object_id(found.get()));
}

GitCommitInfo Repository::describe(const GitId& id) const {
  const GitCommit commit = commit_object(state_->repository.get(), id);
  GitCommitInfo info{.id = id};
  for (unsigned i = 0; i < git_commit_parentcount(commit.get()); ++i)
    info.parents.push_back(id_of(*git_commit_parent_id(commit.get(), i)));
  if (const git_signature* author = git_commit_author(commit.get())) {
    info.author = author->name ? author->name : "";
    info.email = author->email ? author->email : "";
    info.day = day_of(author->when);
  }
  info.time = git_commit_time(commit.get());
  // The summary is made on asking, for which the commit is taken as changeable.
  const char* const summary = git_commit_summary(commit.get());
  info.summary = summary ? summary : "";
  return info;
}

std::optional<GitId> Repository::folder(const GitId& id, std::string_view path) const {
  const GitCommit commit = commit_object(state_->repository.get(), id);
  GitId folder = id_of(*git_commit_tree_id(commit.get()));
  while (!path.empty()) {
    const std::string_view name = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(name.size() + 1, path.size()));
    const auto all = entries(folder);
    const auto entry = std::ranges::find(all, name, &GitEntry::name);
    if (entry == all.end()) return std::nullopt;
    if (entry->kind == GitEntry::Kind::submodule)
      throw Error(say({"{} is a submodule at that revision: its records lie in another repository",
                       "{} 在该版本中是子模块，其中的记录在另一个仓库里"},
                      printable(name)));
    if (entry->kind != GitEntry::Kind::folder) return std::nullopt;
    folder = entry->id;
  }
  return folder;
}

std::vector<GitEntry> Repository::entries(const GitId& folder) const {
  const git_oid oid = oid_of(folder);
  git_tree* found = nullptr;
  const int result = git_tree_lookup(&found, state_->repository.get(), &oid);
  if (result < 0) throw broken(result, folder, "a folder");
  const GitTree tree(found);
  std::vector<GitEntry> all;
  for (std::size_t i = 0, n = git_tree_entrycount(found); i < n; ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(found, i);
    all.push_back({git_tree_entry_name(entry), kind_of(git_tree_entry_filemode(entry)),
                   id_of(*git_tree_entry_id(entry))});
  }
  return all;
}

std::vector<GitEntry> Repository::staged(std::string_view path) const {
  const GitIndex index = index_of(state_->repository.get());
  const std::string prefix = path.empty() ? "" : std::string(path) + "/";
  std::vector<GitEntry> all;
  for (std::size_t i = 0, n = git_index_entrycount(index.get()); i < n; ++i) {
    const git_index_entry& entry = *git_index_get_byindex(index.get(), i);
    const std::string_view name = entry.path;
    if (!name.starts_with(prefix) || (entry.flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0)
      continue;
    if (GIT_INDEX_ENTRY_STAGE(&entry) != 0)
      throw Error(say({"{} is not merged yet", "{} 尚未合并完"}, printable(name)),
                  say({"settle its conflicts, then git add it", "请先解决其中的冲突，再 git add"}));
    all.push_back({std::string(name.substr(prefix.size())), kind_of(entry.mode), id_of(entry.id)});
  }
  return all;
}

std::string Repository::bytes(const GitId& file, std::string_view path) const {
  const git_oid oid = oid_of(file);
  git_blob* found = nullptr;
  const int result = git_blob_lookup(&found, state_->repository.get(), &oid);
  if (result < 0) throw broken(result, file, path);
  const GitBlob blob(found);
  const auto* const content = static_cast<const char*>(git_blob_rawcontent(found));
  return {content, std::size_t(git_blob_rawsize(found))};
}

std::uint64_t Repository::size(const GitId& file, std::string_view path) const {
  git_odb* objects = nullptr;
  check_git(git_repository_odb(&objects, state_->repository.get()),
            say({"the git repository cannot be read", "无法读取 git 仓库"}));
  const GitOdb owned(objects);
  const git_oid oid = oid_of(file);
  std::size_t size = 0;
  git_object_t type = {};
  const int result = git_odb_read_header(&size, &type, objects, &oid);
  if (result < 0) throw broken(result, file, path);
  return size;
}

}  // namespace lianxi
