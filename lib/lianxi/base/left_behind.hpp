// What is in the making lies beside what it is to be, hidden, until it takes its name. A run that
// was killed leaves it behind; the next that writes in the same folder takes it away.
#pragma once
#include <filesystem>
#include <string>

namespace lianxi {

/// A name for something in the making, which no other of this program has: `.lianxi-812-0.tmp`.
std::string name_in_the_making();

/// Where the system keeps what is temporary.
std::filesystem::path place_for_what_is_temporary();

/// How the names of temporary folders of this process begin: `lianxi-812-`.
std::string prefix_of_private_folders();

/// Says, as long as this process lives and the file or folder is open, that somebody is at work
/// on it. Where the file system has no locks, its age has to tell.
void say_in_the_making(int file);

/// Takes away what runs of this user that have ended left in a folder: files and folders of such
/// names whose process is gone and that nobody holds. What another machine or container is at work
/// on is held by its lock; where there are no locks only what is a day old goes.
void remove_left_behind(const std::filesystem::path& folder);

}  // namespace lianxi
