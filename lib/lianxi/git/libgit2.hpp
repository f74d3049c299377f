// libgit2, loaded when a command first asks something of git. It draws in twenty libraries (TLS,
// SSH, Kerberos): five milliseconds of start-up, which those who never ask do not pay.
#pragma once
#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <memory>
#include <string_view>

#include <lianxi/base/error.hpp>
#include <lianxi/base/on_demand.hpp>

namespace lianxi {

inline constinit const LibraryOnDemand git_library(found::libgit2,
                                                   {"git cannot be read", "无法读取 git"},
                                                   "git_libgit2_init");

FUNCTION_ON_DEMAND(git_library, git_error_last)
FUNCTION_ON_DEMAND(git_library, git_repository_open_ext)
FUNCTION_ON_DEMAND(git_library, git_repository_free)
FUNCTION_ON_DEMAND(git_library, git_repository_is_bare)
FUNCTION_ON_DEMAND(git_library, git_repository_is_shallow)
FUNCTION_ON_DEMAND(git_library, git_repository_path)
FUNCTION_ON_DEMAND(git_library, git_repository_commondir)
FUNCTION_ON_DEMAND(git_library, git_repository_workdir)
FUNCTION_ON_DEMAND(git_library, git_repository_index)
FUNCTION_ON_DEMAND(git_library, git_repository_odb)
FUNCTION_ON_DEMAND(git_library, git_repository_config)
FUNCTION_ON_DEMAND(git_library, git_index_open)
FUNCTION_ON_DEMAND(git_library, git_index_free)
FUNCTION_ON_DEMAND(git_library, git_index_entrycount)
FUNCTION_ON_DEMAND(git_library, git_index_get_byindex)
FUNCTION_ON_DEMAND(git_library, git_index_read)
FUNCTION_ON_DEMAND(git_library, git_revparse_single)
FUNCTION_ON_DEMAND(git_library, git_object_peel)
FUNCTION_ON_DEMAND(git_library, git_object_id)
FUNCTION_ON_DEMAND(git_library, git_object_free)
FUNCTION_ON_DEMAND(git_library, git_odb_free)
FUNCTION_ON_DEMAND(git_library, git_odb_read_header)
FUNCTION_ON_DEMAND(git_library, git_blob_lookup)
FUNCTION_ON_DEMAND(git_library, git_blob_free)
FUNCTION_ON_DEMAND(git_library, git_blob_rawcontent)
FUNCTION_ON_DEMAND(git_library, git_blob_rawsize)
FUNCTION_ON_DEMAND(git_library, git_tree_lookup)
FUNCTION_ON_DEMAND(git_library, git_tree_free)
FUNCTION_ON_DEMAND(git_library, git_tree_entrycount)
FUNCTION_ON_DEMAND(git_library, git_tree_entry_byindex)
FUNCTION_ON_DEMAND(git_library, git_tree_entry_id)
FUNCTION_ON_DEMAND(git_library, git_tree_entry_name)
FUNCTION_ON_DEMAND(git_library, git_tree_entry_filemode)
FUNCTION_ON_DEMAND(git_library, git_commit_lookup)
FUNCTION_ON_DEMAND(git_library, git_commit_free)
FUNCTION_ON_DEMAND(git_library, git_commit_tree_id)
FUNCTION_ON_DEMAND(git_library, git_commit_parentcount)
FUNCTION_ON_DEMAND(git_library, git_commit_parent_id)
FUNCTION_ON_DEMAND(git_library, git_commit_author)
FUNCTION_ON_DEMAND(git_library, git_commit_time)
FUNCTION_ON_DEMAND(git_library, git_commit_time_offset)
FUNCTION_ON_DEMAND(git_library, git_commit_summary)
FUNCTION_ON_DEMAND(git_library, git_reference_list)
FUNCTION_ON_DEMAND(git_library, git_strarray_dispose)
FUNCTION_ON_DEMAND(git_library, git_config_free)
FUNCTION_ON_DEMAND(git_library, git_config_snapshot)
FUNCTION_ON_DEMAND(git_library, git_config_open_ondisk)
FUNCTION_ON_DEMAND(git_library, git_config_get_path)
FUNCTION_ON_DEMAND(git_library, git_config_get_string_buf)
FUNCTION_ON_DEMAND(git_library, git_config_set_string)
FUNCTION_ON_DEMAND(git_library, git_attr_get)
FUNCTION_ON_DEMAND(git_library, git_attr_value)
FUNCTION_ON_DEMAND(git_library, git_buf_dispose)
FUNCTION_ON_DEMAND(git_library, git_oid_fromstr)
FUNCTION_ON_DEMAND(git_library, git_oid_tostr)
FUNCTION_ON_DEMAND(git_library, git_merge_file)
FUNCTION_ON_DEMAND(git_library, git_merge_file_result_free)
FUNCTION_ON_DEMAND(git_library, git_odb_init_backend)
FUNCTION_ON_DEMAND(git_library, git_odb_add_backend)
FUNCTION_ON_DEMAND(git_library, git_odb_backend_data_alloc)
FUNCTION_ON_DEMAND(git_library, git_error_set_oom)
FUNCTION_ON_DEMAND(git_library, git_error_set_str)

/// What a call of libgit2 has given, freed in the end.
template <class T, const auto& free>
struct FreeOfLibgit2 {
  void operator()(T* owned) const { free(owned); }
};
template <class T, const auto& free>
using GitOwned = std::unique_ptr<T, FreeOfLibgit2<T, free>>;

using GitRepository = GitOwned<git_repository, git_repository_free>;
using GitObject = GitOwned<git_object, git_object_free>;
using GitTree = GitOwned<git_tree, git_tree_free>;
using GitCommit = GitOwned<git_commit, git_commit_free>;
using GitIndex = GitOwned<git_index, git_index_free>;
using GitBlob = GitOwned<git_blob, git_blob_free>;
using GitOdb = GitOwned<git_odb, git_odb_free>;
using GitConfig = GitOwned<git_config, git_config_free>;

/// What libgit2 says of what went wrong last, in English.
std::string_view said_by_libgit2();

/// Throws Error with what libgit2 says where a call failed.
void check_git(int result, const Message& what);

}  // namespace lianxi
