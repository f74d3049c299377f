#include <cstring>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include <lianxi/base/left_behind.hpp>
#include <lianxi/base/made_things.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/system_calls.hpp>
#include <lianxi/base/whole_file.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {

static std::string bytes_now(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

MadeThings::MadeThings() { remove_left_behind(place_for_what_is_temporary()); }

MadeThings::~MadeThings() {
  for (auto made = made_.rbegin(); made != made_.rend(); ++made) try {
      take_back(*made);
    } catch (const std::exception&) {  // what cannot be taken back stays, and the rest goes
    }
}

void MadeThings::take_back(const Made& made) {
  const char* const path = made.path.c_str();
  switch (made.kind) {
    case Kind::file:
      carried_on([&] { return unlink(path); });
      return;
    case Kind::folder:
      carried_on([&] { return rmdir(path); });  // only where it is empty again
      return;
    case Kind::folder_with_all:
      fs::remove_all(made.path);
      return;
    case Kind::changed_file:
      if (bytes_now(made.path) != made.before) write_whole(made.path, made.before, true);
      return;
  }
}

void MadeThings::answer_for_missing_folders(const fs::path& path) {
  std::error_code error;
  std::vector<fs::path> missing;
  for (fs::path at = path; !at.empty() && !fs::exists(fs::symlink_status(at, error));
       at = at.parent_path())
    missing.push_back(at);
  for (auto at = missing.rbegin(); at != missing.rend(); ++at) made_.push_back({*at, Kind::folder});
}

void MadeThings::make_folder(const fs::path& path) {
  answer_for_missing_folders(path);
  if (const int fault = make_folders(path))
    throw Error(say({"cannot make the folder {}: {}; nothing was changed",
                     "无法建立文件夹 {}：{}；未作任何改动"},
                    path.native(), std::strerror(fault)));
}

void MadeThings::make_file(const fs::path& path, std::string_view bytes) {
  if (path.has_parent_path()) make_folder(path.parent_path());
  write_whole(path, bytes, false);
  made_.push_back({path, Kind::file});
}

void MadeThings::answer_for_change(const fs::path& path) {
  answer_for_missing_folders(path.parent_path());
  std::error_code error;
  if (fs::exists(fs::symlink_status(path, error)))
    made_.push_back({path, Kind::changed_file, bytes_now(path)});
  else
    made_.push_back({path, Kind::file});
}

void MadeThings::answer_for(const fs::path& path) {
  made_.push_back({path, Kind::folder_with_all});
}

}  // namespace lianxi
