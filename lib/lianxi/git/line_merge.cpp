#include <lianxi/base/phrase.hpp>
#include <lianxi/git/libgit2.hpp>
#include <lianxi/git/line_merge.hpp>

namespace lianxi {

static git_merge_file_input input_of(std::string_view bytes) {
  git_merge_file_input input{};
  input.version = GIT_MERGE_FILE_INPUT_VERSION;
  input.ptr = bytes.data();
  input.size = bytes.size();
  return input;
}

LineMerge merge_lines(std::string_view base, std::string_view ours, std::string_view theirs) {
  const git_merge_file_input before = input_of(base), mine = input_of(ours),
                             yours = input_of(theirs);
  git_merge_file_options options{};
  options.version = GIT_MERGE_FILE_OPTIONS_VERSION;
  options.our_label = "ours";
  options.their_label = "theirs";
  git_merge_file_result result = {};
  check_git(git_merge_file(&result, &before, &mine, &yours, &options),
            say({"the lines cannot be joined", "无法按行合并"}));
  LineMerge out{std::string(result.ptr, result.len), !result.automergeable};
  git_merge_file_result_free(&result);
  return out;
}

}  // namespace lianxi
