#include <algorithm>
#include <cstring>
#include <optional>
#include <strings.h>

#include <lianxi/base/foreign_encoding.hpp>
#include <lianxi/base/name_pattern.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/book_files.hpp>
#include <lianxi/book/part_fields.hpp>
#include <lianxi/records/alliance.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

bool ends_in_any_case(std::string_view name, std::string_view ending) {
  return name.size() >= ending.size() &&
         strncasecmp(name.data() + name.size() - ending.size(), ending.data(), ending.size()) == 0;
}

constexpr std::string_view alliance_keys[] = {"alliance", "联盟"};

/// Whether a line begins with the key and a colon, as people type it too.
bool has_line_of(std::string_view bytes, std::string_view key) {
  if (bytes.empty()) return false;  // which may be of no memory at all
  std::size_t at = 0;
  while (const void* found = memmem(bytes.data() + at, bytes.size() - at, key.data(), key.size())) {
    at = std::size_t(static_cast<const char*>(found) - bytes.data());
    const auto after = bytes.substr(at + key.size());
    if ((at == 0 || bytes[at - 1] == '\n' || bytes[at - 1] == '\r') &&
        (after.starts_with(':') || after.starts_with("：")))
      return true;
    at += key.size();
  }
  return false;
}

}  // namespace

bool has_yaml_name(std::string_view name) {
  return !name.starts_with('.') &&
         (ends_in_any_case(name, ".yaml") || ends_in_any_case(name, ".yml"));
}

bool seems_yaml(std::string_view name) {
  return !name.starts_with('.') &&
         (ends_in_any_case(name, ".yaml.txt") || ends_in_any_case(name, ".yml.txt"));
}

std::string_view name_in_folder(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool has_alliance_name(std::string_view name) {
  return std::ranges::any_of(alliance_keys, [&](auto key) { return name.starts_with(key); });
}

bool has_alliance_line(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(3);
  return std::ranges::any_of(alliance_keys, [&](auto key) { return has_line_of(bytes, key); });
}

std::string foreign_text(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto length = bytes[at] == '\0' ? 0 : utf8_length(bytes, at);
    if (length == 0) return in_utf8(bytes).value_or("");
    at += length;
  }
  return {};
}

Message too_large() { return say({"the file is over 256 MiB", "文件超过 256 MiB"}); }

/// Whether the path, or a folder that it lies in, is what the glob describes; `**` stands for
/// any number of folders, also for none.
static bool matches_segments(std::string_view path, std::string_view glob) {
  // As with the `*` of a name, only the newest `**` may have to take in a folder more.
  std::optional<std::string_view> after_any;
  std::string_view from_any;
  while (!glob.empty()) {
    std::string_view rest = glob;
    const std::string_view segment = take_segment(rest);
    if (segment == "**") {
      if (rest.empty()) return !path.empty();
      after_any = rest;
      from_any = path;
    } else if (path.empty() || !matches_name(take_segment(path), segment)) {
      if (!after_any || from_any.empty()) return false;
      take_segment(from_any);
      path = from_any;
      rest = *after_any;
    }
    glob = rest;
  }
  return true;
}

bool matches_glob(std::string_view path, std::string_view glob) {
  while (glob.ends_with('/')) glob.remove_suffix(1);
  if (glob.starts_with("./")) glob.remove_prefix(2);
  if (glob.empty()) return false;
  if (glob.starts_with('/')) return matches_segments(path, glob.substr(1));
  if (glob.find('/') != std::string_view::npos) return matches_segments(path, glob);
  return matches_segments(path, "**/" + std::string(glob));
}

/// Whether the field may be in it: a book that has all in one file need not be read twice.
static bool may_name_ignored(std::string_view bytes) {
  return std::ranges::any_of(std::initializer_list<std::string_view>{"ignore", "忽略", "\\"},
                             [&](auto word) { return bytes.find(word) != bytes.npos; });
}

void IgnoredPaths::add_from(const InputFile& file) {
  if (!is_at_top(file.path) || !has_alliance_line(file.bytes)) return;
  if (!may_name_ignored(file.bytes)) return;
  const Book book = Book::read({file});
  if (!book.alliance()) return;
  for (const Text& glob : book.alliance()->ignore) globs_.emplace_back(*glob);
}

bool IgnoredPaths::holds(std::string_view path) const {
  return std::ranges::any_of(globs_, [&](const auto& glob) { return matches_glob(path, glob); });
}

/// What matches a folder covers what is in it. `archive/**` matches all that is in one, but not
/// itself: then this is the glob of the folder, which counts from the top as the other does.
static std::string glob_of_folder(std::string_view glob) {
  for (const std::string_view all : {"/**", "/*"}) {
    if (!glob.ends_with(all)) continue;
    glob.remove_suffix(all.size());
    if (glob.starts_with("./")) glob.remove_prefix(2);
    return glob.starts_with('/') ? std::string(glob) : "/" + std::string(glob);
  }
  return std::string(glob);
}

bool IgnoredPaths::holds_all_in(std::string_view folder) const {
  return std::ranges::any_of(
      globs_, [&](const auto& glob) { return matches_glob(folder, glob_of_folder(glob)); });
}

}  // namespace lianxi
