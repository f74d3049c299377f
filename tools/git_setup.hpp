// What `hook install` and `init --git` set up, and what is said of it.
#pragma once
#include <filesystem>

#include <lianxi/base/made_things.hpp>
#include <lianxi/git/merge_driver.hpp>
#include <lianxi/git/pre_commit_hook.hpp>
#include <lianxi/git/repository.hpp>

#include "command.hpp"

namespace lianxi::tool {

/// The repository that hooks for a book in that folder belong to; nothing where there is none.
/// Throws Error where it is a bare one, in which nothing is committed.
std::optional<Repository> repository_for_hooks(const std::filesystem::path& folder);

/// What was set up in a repository.
struct GitSetup {
  HookPlace hook;
  MergeSetup merging;
  std::string folder;  ///< The book's, from the top.
};

/// Sets up hook and merge driver for the book in a folder, with all links followed, and answers for
/// what is made and changed by that. Throws Error.
GitSetup set_up_git(const Repository&, const std::filesystem::path& folder, MadeThings&);

/// Tells what became of them, in `--quiet` only of what is left to do. Returns the exit status: 1
/// where the hook does not run.
int tell_of_git(const Session&, const GitSetup&);

}  // namespace lianxi::tool
