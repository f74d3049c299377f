// A git repository: its revisions, what is staged, and the bytes of both. Nothing in it is changed,
// and nothing of its work tree is read. Works without a git program.
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/error.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// The name that git gives to a commit, a folder or the bytes of a file: the SHA-1 of it.
struct GitId {
  std::array<unsigned char, 20> bytes = {};

  friend bool operator==(const GitId&, const GitId&) = default;
  friend bool operator<(const GitId& one, const GitId& other) { return one.bytes < other.bytes; }
  /// 40 hexadecimal digits.
  std::string hex() const;
  /// As people write it: the first ten of them.
  std::string brief() const { return hex().substr(0, 10); }
};

/// What stands under a name in a folder of a revision.
struct GitEntry {
  enum class Kind : std::uint8_t { file, link, folder, submodule };

  std::string name;
  Kind kind = Kind::file;
  GitId id;
};

/// What a commit says of itself.
struct GitCommitInfo {
  GitId id = {};
  std::vector<GitId> parents = {};
  std::string author = {}, email = {};
  std::int64_t time = 0;     ///< When it was committed, in seconds from 1970.
  std::string day = {};      ///< Its author's day, there: `2017-09-20`.
  std::string summary = {};  ///< The first line of its message.
};

/// A setting of git.
struct GitSetting {
  std::string name, value;
};

/// A repository that is open for reading. Copies share it.
class Repository {
 public:
  /// The repository of the work tree that a path lies in, or the bare one that it lies in or is;
  /// nothing where there is none. The path itself need not exist (any more). Throws Error where
  /// there is one that cannot be opened: another user's, a damaged one.
  static std::optional<Repository> find(const std::filesystem::path&);

  bool is_bare() const;
  /// Where paths in it begin: the top of the work tree, of a bare one its folder.
  const std::filesystem::path& top() const;
  /// The folder that git keeps its things in, shared by all work trees of the repository.
  std::filesystem::path shared_folder() const;

  /// The commit that a revision means: a branch, a tag, digits of an id, `HEAD~3`,
  /// `main@{yesterday}`. Throws Error where it means none, with the nearest name as the hint.
  GitId commit(std::string_view revision) const;
  /// The same of what may not be there, such as HEAD before the first commit.
  std::optional<GitId> commit_if_any(std::string_view revision) const;
  GitCommitInfo describe(const GitId& commit) const;

  /// The folder of a commit at a path from the top ("" for all of it), or nothing where it has
  /// none there. Throws Error where the way leads into a submodule.
  std::optional<GitId> folder(const GitId& commit, std::string_view path) const;
  /// What is in a folder, in git's order.
  std::vector<GitEntry> entries(const GitId& folder) const;
  /// What is staged below a path from the top: names are paths from there. Honours
  /// GIT_INDEX_FILE, by which git tells a hook what will be committed.
  std::vector<GitEntry> staged(std::string_view path) const;

  /// The bytes of a file. Throws Error where they are missing or damaged; `path` says which.
  std::string bytes(const GitId& file, std::string_view path) const;
  /// How many they are.
  std::uint64_t size(const GitId& file, std::string_view path) const;

  /// The commits that one came from, itself first; no commit before one that came from it.
  std::vector<GitId> ancestry(const GitId& commit) const;

  /// A setting of git, by all of its files; nothing where it is not set.
  std::optional<std::string> setting(const std::string& name) const;
  /// A setting that is a path, with `~` put out.
  std::optional<std::filesystem::path> path_setting(const std::string& name) const;
  /// What .gitattributes and the like say of a file, called from the top: the attribute's value,
  /// `true` or `false` where it is only set or unset, nothing where nothing is said.
  std::optional<std::string> attribute(const std::string& path, const std::string& name) const;
  /// Writes settings of this repository, all of them or none. Throws Error.
  void set(const std::vector<GitSetting>& settings) const;

 private:
  struct State;
  explicit Repository(std::shared_ptr<State> state) : state_(std::move(state)) {}

  std::shared_ptr<State> state_;
};

}  // namespace lianxi
