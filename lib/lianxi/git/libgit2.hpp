// libgit2, loaded when a command first asks something of git. It draws in twenty libraries (TLS,
// SSH, Kerberos): five milliseconds of start-up, which those who never ask do not pay.
#pragma once
#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <memory>
#include <string_view>

#include <lianxi/base/error.hpp>

namespace lianxi {

/// The functions of libgit2 that are used, under their names without `git_`.
struct Libgit2 {
// NOLINTNEXTLINE(bugprone-macro-parentheses): a name cannot stand in them
#define GIT_FUNCTION(name) decltype(&::git_##name) name;
#include <lianxi/git/libgit2.def>
#undef GIT_FUNCTION
};

/// Loads the library where that was not done yet. Throws Error where it is not installed.
const Libgit2& libgit2();

/// What a call of libgit2 has given, freed in the end.
template <class T, auto free>
struct FreeOfLibgit2 {
  void operator()(T* owned) const { (libgit2().*free)(owned); }
};
template <class T, auto free>
using GitOwned = std::unique_ptr<T, FreeOfLibgit2<T, free>>;

using GitRepository = GitOwned<git_repository, &Libgit2::repository_free>;
using GitObject = GitOwned<git_object, &Libgit2::object_free>;
using GitTree = GitOwned<git_tree, &Libgit2::tree_free>;
using GitCommit = GitOwned<git_commit, &Libgit2::commit_free>;
using GitIndex = GitOwned<git_index, &Libgit2::index_free>;
using GitBlob = GitOwned<git_blob, &Libgit2::blob_free>;
using GitOdb = GitOwned<git_odb, &Libgit2::odb_free>;
using GitConfig = GitOwned<git_config, &Libgit2::config_free>;

/// What libgit2 says of what went wrong last, in English.
std::string_view said_by_libgit2();

/// Throws Error with what libgit2 says where a call failed.
void check_git(int result, const Message& what);

}  // namespace lianxi
