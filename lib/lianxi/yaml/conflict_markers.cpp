#include <algorithm>

#include <lianxi/yaml/conflict_markers.hpp>

namespace lianxi {
namespace {

/// The sign of the marker that stands on the line, or nothing: seven of them, then the end
/// of the line or a space and a name.
char marker_sign(std::string_view line) {
  constexpr std::size_t size = 7;
  if (line.size() < size || std::string_view("<|=>").find(line[0]) == std::string_view::npos)
    return '\0';
  const bool whole = line.find_first_not_of(line[0]) >= size &&
                     (line.size() == size || line[size] == ' ' || line[size] == '\r');
  return whole && line[size - 1] == line[0] ? line[0] : '\0';
}

std::string_view line_at(std::string_view bytes, std::size_t at) {
  return bytes.substr(at, bytes.find('\n', at) - at);
}

/// The marker lines of a text, one after the other.
class Markers {
 public:
  Markers(std::string_view bytes, std::size_t from) : bytes_(bytes), next_(from) {}

  /// Goes to the next marker; returns its sign, or nothing at the end.
  char next() {
    while (next_ < bytes_.size()) {
      at_ = next_;
      const auto line = line_at(bytes_, at_);
      next_ = std::min(at_ + line.size() + 1, bytes_.size());
      if (const char sign = marker_sign(line)) return sign;
    }
    return '\0';
  }
  std::size_t at() const { return at_; }
  std::size_t line_after() const { return next_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0, next_;
};

}  // namespace

std::vector<Conflict> conflicts_in(std::string_view bytes) {
  std::vector<Conflict> conflicts;
  bool open = false;
  std::size_t behind_opening = 0;
  Markers markers(bytes, 0);
  while (const char sign = markers.next()) {
    const bool goes_on = open && behind_opening == markers.at();
    if ((sign == '<' && !goes_on) || !open) conflicts.push_back({markers.at()});
    open = sign != '>';
    if (sign == '<') behind_opening = markers.line_after();
    if (!open && conflicts.back().at != markers.at()) conflicts.back().end = markers.at();
  }
  return conflicts;
}

std::optional<std::size_t> end_of_conflict(std::string_view bytes, std::size_t at) {
  if (bytes[at] != '<' || marker_sign(line_at(bytes, at)) != '<') return std::nullopt;
  Markers markers(bytes, at);
  markers.next();
  while (const char sign = markers.next()) {
    if (sign == '<') return std::nullopt;
    if (sign == '>') return markers.line_after();
  }
  return std::nullopt;
}

}  // namespace lianxi
