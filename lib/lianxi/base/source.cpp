#include <algorithm>
#include <cstring>

#include <lianxi/base/source.hpp>

namespace lianxi {

bool Sources::add(std::string path, std::string bytes) {
  constexpr std::uint64_t end_of_places = 0x7FFF'FFFF;
  if (next_ + bytes.size() + 1 > end_of_places) return false;
  const auto start = Place(std::uint32_t(next_));
  next_ += bytes.size() + 1;  // one more, so that the end of a file is a place of that file
  files_.push_back({std::move(path), std::move(bytes), start});
  lines_.emplace_back();
  return true;
}

std::uint32_t Sources::file_of(Place place) const {
  const auto after = std::ranges::upper_bound(files_, place, {}, &Source::start);
  return after == files_.begin() ? 0 : std::uint32_t(after - files_.begin() - 1);
}

const std::vector<std::uint32_t>& Sources::lines(std::uint32_t file) const {
  auto& starts = lines_[file];
  if (!starts.empty()) return starts;
  starts.push_back(0);
  const std::string_view bytes = files_[file].bytes;
  for (auto at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1))
    starts.push_back(std::uint32_t(at + 1));
  return starts;
}

static std::size_t code_points(std::string_view bytes) {
  return std::size_t(std::ranges::count_if(bytes, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

/// A byte order mark at the start of a file stands in no column.
static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Position Sources::position(Place place) const {
  if (files_.empty()) return {};
  const auto file = file_of(place);
  const Source& source = files_[file];
  const auto offset = std::min(std::uint32_t(place) - std::uint32_t(source.start),
                               std::uint32_t(source.bytes.size()));
  const auto& starts = lines(file);
  const auto line = std::uint32_t(std::ranges::upper_bound(starts, offset) - starts.begin());
  std::string_view before(source.bytes);
  before = before.substr(starts[line - 1], offset - starts[line - 1]);
  if (line == 1 && before.starts_with(byte_order_mark)) before.remove_prefix(3);
  return {file, line, std::uint32_t(code_points(before)) + 1};
}

std::string_view Sources::line_at(Place place) const {
  const auto at = position(place);
  std::string_view rest(files_[at.file].bytes);
  rest.remove_prefix(lines(at.file)[at.line - 1]);
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  if (at.line == 1 && rest.starts_with(byte_order_mark)) rest.remove_prefix(3);
  return rest;
}

std::string_view Sources::rest(Place place) const {
  const Source& source = files_[file_of(place)];
  return std::string_view(source.bytes).substr(std::uint32_t(place) - std::uint32_t(source.start));
}

}  // namespace lianxi
