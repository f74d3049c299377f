#include <algorithm>
#include <cstring>

#include <lianxi/base/source.hpp>
#include <lianxi/base/utf8.hpp>

namespace lianxi LIANXI_EXPORT {

bool Sources::add(std::string path, const FileBytes& bytes) {
  constexpr std::uint64_t end_of_places = 0x7FFF'FFFF;
  if (next_ + bytes.size() + 1 > end_of_places) return false;
  const auto start = Place(std::uint32_t(next_));
  next_ += bytes.size() + 1;  // one more, so that the end of a file is a place of that file
  files_.push_back({std::move(path), bytes, start});
  if (owners_.empty() || owners_.back() != bytes.owner()) owners_.push_back(bytes.owner());
  rulers_.emplace_back();
  return true;
}

std::uint32_t Sources::file_of(Place place) const {
  const auto after = std::ranges::upper_bound(files_, place, {}, &Source::start);
  return after == files_.begin() ? 0 : std::uint32_t(after - files_.begin() - 1);
}

static std::uint32_t code_points(std::string_view bytes) {
  return std::uint32_t(
      std::ranges::count_if(bytes, [](char byte) { return !is_continuation(byte); }));
}

constexpr std::uint32_t bytes_per_block = 1024;  // bytes

const Sources::Ruler& Sources::ruler(std::uint32_t file) const {
  const std::scoped_lock lock(making_ruler_);
  Ruler& ruler = rulers_[file];
  if (!ruler.lines.empty()) return ruler;
  ruler.lines.push_back(0);
  const std::string_view bytes = files_[file].bytes;
  for (auto at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1))
    ruler.lines.push_back(std::uint32_t(at + 1));
  std::uint32_t sum = 0;
  for (std::size_t at = 0; at <= bytes.size(); at += bytes_per_block) {
    ruler.blocks.push_back(sum);
    sum += code_points(bytes.substr(at, bytes_per_block));
  }
  return ruler;
}

std::uint32_t Sources::code_points_before(std::uint32_t file, std::uint32_t offset) const {
  const std::uint32_t block = offset / bytes_per_block;
  const std::string_view bytes = files_[file].bytes;
  return ruler(file).blocks[block] +
         code_points(bytes.substr(std::size_t(block) * bytes_per_block, offset % bytes_per_block));
}

Position Sources::position(Place place) const {
  if (files_.empty()) return {};
  const auto file = file_of(place);
  const Source& source = files_[file];
  const auto offset = std::min(std::uint32_t(place) - std::uint32_t(source.start),
                               std::uint32_t(source.bytes.size()));
  const auto& starts = ruler(file).lines;
  const auto line = std::uint32_t(std::ranges::upper_bound(starts, offset) - starts.begin());
  const auto start = starts[line - 1];
  const std::string_view bytes = source.bytes;
  // A byte order mark at the start of a file stands in no column.
  const bool marked = line == 1 && offset >= 3 && bytes.starts_with(byte_order_mark);
  const auto before = offset - start <= bytes_per_block
                          ? code_points(bytes.substr(start, offset - start))
                          : code_points_before(file, offset) - code_points_before(file, start);
  return {file, line, before + 1 - (marked ? 1 : 0)};
}

/// Whether a cut before that byte may go through a run of digits.
static bool is_inside(std::string_view line, std::size_t at) {
  if (at == 0 || at >= line.size()) return false;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const char before = line[at - 1], after = line[at];
  // Whatever is wide may be a digit of full width.
  const bool wide = !is_ascii(before) && !is_ascii(after);
  return wide || (is_digit(before) && is_digit(after)) ||
         (is_digit(before) && (after == 'X' || after == 'x'));
}

Excerpt Sources::line_around(Place place) const {
  constexpr std::size_t reach = 1024, farther = 256;
  const auto at = position(place);
  const Source& source = files_[at.file];
  const auto& starts = ruler(at.file).lines;
  const std::size_t start = starts[at.line - 1];
  std::string_view line = source.bytes;
  line = line.substr(start, at.line < starts.size() ? starts[at.line] - 1 - start : line.npos);
  std::size_t before =
      std::min(std::uint32_t(place) - std::uint32_t(source.start) - start, line.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (at.line == 1 && line.starts_with(byte_order_mark)) {
    line.remove_prefix(3);
    before -= std::min<std::size_t>(before, 3);
  }
  before = std::min(before, line.size());
  std::size_t from = before > reach ? before - reach : 0;
  std::size_t to = std::min(before + reach, line.size());
  for (std::size_t i = 0; i < farther && is_inside(line, from); ++i) --from;
  for (std::size_t i = 0; i < farther && is_inside(line, to); ++i) ++to;
  from = start_of_character(line, from);
  to = end_of_character(line, to);
  return {line.substr(from, to - from), before - from};
}

std::string_view Sources::rest(Place place) const {
  const Source& source = files_[file_of(place)];
  return source.bytes.substr(std::uint32_t(place) - std::uint32_t(source.start));
}

}  // namespace lianxi
