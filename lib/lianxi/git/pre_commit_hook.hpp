// The hook by which git, before it commits, asks for the records to be checked.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <lianxi/export.hpp>
#include <lianxi/git/repository.hpp>

namespace lianxi LIANXI_EXPORT {

/// The command that checks what is staged of a book, as a shell reads it. The book's folder is
/// called from the top of the work tree, where git runs its hooks; "" is the top itself.
std::string hook_command(std::string_view folder);

/// The line by which another hook runs it too.
std::string hook_line(std::string_view folder);

/// Whom the folder of a hook serves: one repository, or as `core.hooksPath` can say, several.
enum class HookServes : std::uint8_t { one_repository, several };

/// A hook that lets a commit pass only where what is staged of the book has no errors. It passes
/// what has nothing of a book, such as a branch for something else, and refuses where there is no
/// lianxi on its PATH. One that serves several repositories does so only where the setting
/// `lianxi.hook` is true.
std::string pre_commit_hook(std::string_view folder, HookServes = HookServes::one_repository);

/// Where git looks for the hook: in `core.hooksPath`, else in the folder that all work trees of the
/// repository share.
std::filesystem::path pre_commit_path(const Repository&);

/// What became of a hook that was to be installed.
enum class HookState : std::uint8_t {
  installed,      ///< It is there now.
  there_already,  ///< It was, or another hook has the line.
  not_run,        ///< Likewise, but git does not run it: it may not be executed.
  in_the_way,     ///< There is another hook, which was left alone.
};

struct HookPlace {
  std::filesystem::path path;
  HookServes serves = HookServes::one_repository;
  HookState state = HookState::installed;
};

/// Puts the hook for a book in its place. Throws Error where there is none, or it cannot be
/// written.
HookPlace install_hook(const Repository&, std::string_view folder);

}  // namespace lianxi
