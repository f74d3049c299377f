#include <algorithm>

#include <lianxi/base/utf8.hpp>
#include <lianxi/yaml/conflict_markers.hpp>
#include <lianxi/yaml/document_reading.hpp>

namespace lianxi {

static bool is_marker(std::string_view line, std::string_view marker) {
  if (!line.starts_with(marker)) return false;
  return line.size() == 3 || line[3] == ' ' || line[3] == '\t' || line[3] == '\r';
}

static bool is_blank_line(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r", is_marker(line, "---") ? 3 : 0);
  return first == std::string_view::npos || line[first] == '#' || line[0] == '%';
}

bool is_blank(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto line = bytes.substr(0, bytes.find('\n'));
    if (!is_blank_line(line)) return false;
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  }
  return true;
}

/// A byte order mark may stand before any document. yaml-cpp would not count it.
static std::size_t after_byte_order_mark(std::string_view all, std::size_t at) {
  return all.substr(at).starts_with(byte_order_mark) ? at + 3 : at;
}

std::vector<DocumentText> split_documents(const Source& source) {
  std::vector<DocumentText> documents;
  const std::string_view all = source.bytes;
  std::size_t start = after_byte_order_mark(all, 0), at = start;
  bool blank = true, begun = false;  // so far; by a marker
  const auto cut = [&](std::size_t end) {
    if (end > start) documents.push_back({all.substr(start, end - start), source.start + start});
    start = end;
    blank = true;
    begun = false;
  };
  while (at < all.size()) {
    auto end = all.find('\n', at);
    if (end == std::string_view::npos) end = all.size();
    // Once something has been said, only a marker or a conflict can end it.
    if (!blank && (all[at] != '-' && all[at] != '.' && all[at] != '<')) {
      at = std::min(end + 1, all.size());
      continue;
    }
    const auto line = all.substr(at, end - at);
    // What git could not merge is one document, whatever lines of either version would cut it.
    if (line.starts_with('<'))
      if (const auto after = end_of_conflict(all, at)) {
        at = *after;
        blank = false;
        continue;
      }
    auto next = std::min(end + 1, all.size());
    if (is_marker(line, "...")) {
      cut(at);
      start = next = after_byte_order_mark(all, next);
      at = next;
      continue;
    }
    if (is_marker(line, "---")) {
      if (!blank) cut(at);
      // yaml-cpp reads one document only: an empty one before it is left out.
      if (begun) start = at;
      begun = true;
    }
    blank = blank && is_blank_line(line);
    at = next;
  }
  cut(all.size());
  return documents;
}

}  // namespace lianxi
