// Writes the pages of the manual that follow from what the library declares into a folder that is
// laid out like this one, which they are kept in: generate-manual man
// The example records are those of examples/book.yaml there.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include <lianxi/base/whole_file.hpp>
#include <lianxi/exchange/manual.hpp>

using namespace lianxi;

static std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: generate-manual FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  try {
    for (const auto& [language, name] : {std::pair{Language::en, ""}, {Language::zh, "zh_CN"}}) {
      const auto pages = folder / name;
      const auto examples = text_of(pages / "examples" / "book.yaml");
      write_whole(pages / "lianxi-records.5", records_manual(language, examples), true);
      write_whole(pages / "lianxi-rules.7", rules_manual(language), true);
    }
  } catch (const std::exception& e) {
    std::cerr << "generate-manual: " << e.what() << "\n";
    return 1;
  }
  return 0;
}
