// Does nothing with YAML files but make yaml-cpp's tree of each; prints how many top-level keys:
// bench-loading FILE-OF-PATHS
#include <cstdio>
#include <fstream>
#include <string>
#include <yaml-cpp/yaml.h>

int main(int count, char** arguments) {
  std::ifstream paths(count == 2 ? arguments[1] : "");
  if (!paths) return 2;
  std::size_t keys = 0;
  for (std::string path; std::getline(paths, path);) keys += YAML::LoadFile(path).size();
  std::printf("%zu top-level keys\n", keys);
  return 0;
}
