// Writes the pages of the manual that follow from what the library declares into a folder that is
// laid out like this one, which they are kept in: generate-manual man
#include <filesystem>
#include <iostream>

#include <lianxi/base/whole_file.hpp>
#include <lianxi/exchange/manual.hpp>

using namespace lianxi;

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: generate-manual FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  try {
    for (const auto& [language, name] : {std::pair{Language::en, ""}, {Language::zh, "zh_CN"}}) {
      const auto pages = folder / name;
      create_directories(pages);
      write_whole(pages / "lianxi-records.5", records_manual(language), true);
      write_whole(pages / "lianxi-rules.7", rules_manual(language), true);
    }
  } catch (const std::exception& e) {
    std::cerr << "generate-manual: " << e.what() << "\n";
    return 1;
  }
  return 0;
}
