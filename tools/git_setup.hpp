// What `hook install` and `init --git` set up, and what is said of it.
#pragma once
#include <filesystem>

#include <lianxi/git/repository.hpp>

#include "command.hpp"

namespace lianxi::tool {

/// The repository that hooks for a book in that folder belong to; nothing where there is none.
/// Throws Error where it is a bare one, in which nothing is committed.
std::optional<Repository> repository_for_hooks(const std::filesystem::path& folder);

/// Sets up hook and merge driver for the book in a folder, with all links followed, and tells what
/// became of them, in `--quiet` only of what is left to do. Returns the exit status: 1 where the
/// hook does not run.
int set_up_git(const Session&, const Repository&, const std::filesystem::path& folder);

}  // namespace lianxi::tool
