// Folders of cases that are thought out by hand.
#pragma once
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace lianxi {

/// The files `*.cases` of a folder of tests, by name.
inline std::vector<std::filesystem::path> case_files(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(LIANXI_TESTS_DIR) + "/" + folder))
    if (entry.path().extension() == ".cases") paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

}  // namespace lianxi
