#include <fmt/format.h>
#include <fstream>
#include <iterator>

#include <lianxi/base/whole_file.hpp>
#include <lianxi/git/merge_driver.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Whether a line of a .gitattributes says how files are merged; `binary` does so too.
bool says_how_to_merge(std::string_view line) {
  if (line.empty() || line.front() == '#') return false;
  for (auto at = line.find_first_of(" \t"); at != line.npos; at = line.find_first_of(" \t", at)) {
    at = line.find_first_not_of(" \t-!", at);
    if (at == line.npos) return false;
    const std::string_view word = line.substr(at, line.find_first_of(" \t\r=", at) - at);
    if (word == "merge" || word == "binary") return true;
  }
  return false;
}

/// Where the first such line begins; the end where there is none.
std::size_t before_merging(std::string_view bytes) {
  std::size_t at = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  while (at < bytes.size()) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    if (says_how_to_merge(bytes.substr(at, end - at))) return at;
    at = std::min(end + 1, bytes.size());
  }
  return bytes.size();
}

/// A file of a book that has no name of its own, so that only patterns like `*.yaml` apply to it.
std::string any_file(std::string_view folder, std::string_view ending) {
  return fmt::format("{}{}lianxi-any-record.{}", folder, folder.empty() ? "" : "/", ending);
}

MergeSetting setting_of(const Repository& repository, std::string_view folder,
                        std::string_view ending) {
  MergeSetting setting{.pattern = fmt::format("*.{}", ending)};
  const auto driver = repository.attribute(any_file(folder, ending), "merge");
  if (!driver) return setting;
  const bool is_ours = *driver == "lianxi";
  setting.state = is_ours ? MergeSetting::State::there_already : MergeSetting::State::another;
  setting.driver = *driver;
  return setting;
}

std::string bytes_of_attributes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Sets the driver up, and returns what it runs where that is something else already.
std::string set_driver(const Repository& repository) {
  if (const auto there = repository.setting("merge.lianxi.driver"); there)
    return *there == merge_command ? std::string() : *there;
  repository.set({{"merge.lianxi.name", "lianxi: records are merged by record and field"},
                  {"merge.lianxi.driver", std::string(merge_command)}});
  return {};
}

}  // namespace

std::string with_attribute_lines(std::string_view bytes, const std::vector<std::string>& lines) {
  const auto at = before_merging(bytes);
  const std::string_view end = bytes.find("\r\n") == bytes.npos ? "\n" : "\r\n";
  std::string out(bytes.substr(0, at));
  if (!out.empty() && out != byte_order_mark && out.back() != '\n') out += end;
  for (const std::string& line : lines) out.append(line).append(end);
  return out.append(bytes.substr(at));
}

MergeSetup set_up_merging(const Repository& repository, std::string_view folder) {
  MergeSetup setup{.attributes = repository.top() / folder / ".gitattributes"};
  setup.command = set_driver(repository);
  std::vector<std::string> lines;
  for (const std::string_view ending : {"yaml", "yml"}) {
    setup.settings.push_back(setting_of(repository, folder, ending));
    if (setup.settings.back().state == MergeSetting::State::set)
      lines.push_back(setup.settings.back().pattern + " merge=lianxi");
  }
  if (!lines.empty())
    write_whole(setup.attributes,
                with_attribute_lines(bytes_of_attributes(setup.attributes), lines), true);
  return setup;
}

}  // namespace lianxi
