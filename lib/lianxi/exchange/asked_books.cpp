#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

#include <lianxi/base/error.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/asked_books.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

std::string all_of(std::istream& in, const std::string& name) {
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.bad()) return text;
  throw Error(
      say({"cannot read {}: {}", "无法读取 {}：{}"}, printable(name), std::strerror(errno)));
}

std::string text_of_list(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    throw Error(say({"cannot read {}: {}", "无法读取 {}：{}"}, printable(file.native()),
                    std::strerror(errno)));
  return all_of(in, file.native());
}

/// The books that one argument names.
std::vector<std::string> books_of(const std::string& argument) {
  if (argument == "-") return books_listed(all_of(std::cin, "-"), {});
  std::error_code error;
  const auto status = fs::status(argument, error);
  if (error || !fs::exists(status) || fs::is_directory(status)) return {argument};
  return books_listed(text_of_list(argument), fs::path(argument).parent_path());
}

/// One name for a folder, by whatever path it was reached.
std::string real_path(const std::string& path) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) return path;
  if (!real.has_filename()) real = real.parent_path();
  return real.native();
}

}  // namespace

std::vector<std::string> books_listed(std::string_view text, const fs::path& folder) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  std::vector<std::string> books;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (!line.empty() && !line.starts_with('#')) books.push_back((folder / line).native());
  }
  return books;
}

AskedBooks asked_books(std::span<const std::string> arguments) {
  AskedBooks asked;
  std::set<std::string> known;
  for (const std::string& argument : arguments)
    for (std::string& path : books_of(argument)) {
      const bool is_new = known.insert(real_path(path)).second;
      (is_new ? asked.paths : asked.repeated).push_back(std::move(path));
    }
  return asked;
}

}  // namespace lianxi
