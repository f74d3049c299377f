#include <fstream>
#include <iterator>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/program.hpp>
#include <lianxi/base/whole_file.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/git/repository_state.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {

namespace {

GitConfig config_of(git_repository* repository) {
  git_config* config = nullptr;
  check_git(git_repository_config(&config, repository),
            say({"git's settings cannot be read", "无法读取 git 的设置"}));
  return GitConfig(config);
}

GitConfig settings_of(git_repository* repository) {
  const GitConfig config = config_of(repository);
  git_config* snapshot = nullptr;
  check_git(git_config_snapshot(&snapshot, config.get()),
            say({"git's settings cannot be read", "无法读取 git 的设置"}));
  return GitConfig(snapshot);
}

}  // namespace

std::optional<std::string> Repository::setting(const std::string& name) const {
  const GitConfig settings = settings_of(state_->repository.get());
  git_buf value = {};
  if (git_config_get_string_buf(&value, settings.get(), name.c_str()) < 0) return std::nullopt;
  std::string text(value.ptr, value.size);
  git_buf_dispose(&value);
  return text;
}

std::optional<fs::path> Repository::path_setting(const std::string& name) const {
  const GitConfig settings = settings_of(state_->repository.get());
  git_buf value = {};
  if (git_config_get_path(&value, settings.get(), name.c_str()) < 0) return std::nullopt;
  fs::path path(std::string(value.ptr, value.size));
  git_buf_dispose(&value);
  return path;
}

std::optional<std::string> Repository::attribute(const std::string& path,
                                                 const std::string& name) const {
  const char* value = nullptr;
  check_git(git_attr_get(&value, state_->repository.get(), GIT_ATTR_CHECK_FILE_THEN_INDEX,
                         path.c_str(), name.c_str()),
            say({"git's attributes of {} cannot be read", "无法读取 {} 的 git 属性"}, path));
  switch (git_attr_value(value)) {
    case GIT_ATTR_VALUE_UNSPECIFIED:
      return std::nullopt;
    case GIT_ATTR_VALUE_TRUE:
      return "true";
    case GIT_ATTR_VALUE_FALSE:
      return "false";
    case GIT_ATTR_VALUE_STRING:
      return value;
  }
  return std::nullopt;
}

namespace {

/// The settings of a file, read from it alone.
GitConfig settings_in(const fs::path& file) {
  git_config* config = nullptr;
  check_git(git_config_open_ondisk(&config, file.c_str()),
            say({"git's settings cannot be read", "无法读取 git 的设置"}));
  return GitConfig(config);
}

std::string bytes_of_settings(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

void Repository::set(const std::vector<GitSetting>& settings) const {
  const fs::path file = shared_folder() / "config", lock = file.native() + ".lock";
  const std::string before = bytes_of_settings(file);
  // libgit2 writes each by itself, and leaves its lock lying about where it is killed: it does so
  // to a copy.
  const PrivateFolder own;
  const fs::path copy = own.path() / "config";
  write_whole(copy, before, false);
  const GitConfig config = settings_in(copy);
  for (const auto& [name, value] : settings)
    check_git(git_config_set_string(config.get(), name.c_str(), value.c_str()),
              say({"git's setting {} cannot be written", "无法写入 git 的设置 {}"}, name));
  std::error_code error;
  if (fs::exists(lock, error) || bytes_of_settings(file) != before)
    throw Error(say({"git is changing its settings at this moment", "git 此刻正在改动设置"}),
                say({"try again; where no git is at work, remove {}",
                     "请重试；如没有 git 在运行，请删除 {}"},
                    printable(lock.native())));
  write_whole(file, bytes_of_settings(copy), true);
}

}  // namespace lianxi
