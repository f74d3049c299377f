// Goes over the bytes of a document, a line at a time: what the plain reader reads with.
#pragma once
#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <lianxi/base/utf8.hpp>

namespace lianxi {

/// A set of bytes, asked with one load.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) member_[static_cast<unsigned char>(byte)] = true;
  }
  constexpr bool operator()(char byte) const { return member_[static_cast<unsigned char>(byte)]; }

 private:
  std::array<bool, 256> member_{};
};

/// The first of these bytes from `at` on, `line_end` where there is none before it. Looks at
/// sixteen bytes at a time where the document, which ends at `end`, goes on so far.
template <char... special>
const char* find_any(const char* at, const char* line_end, [[maybe_unused]] const char* end) {
#ifdef __SSE2__
  for (; end - at >= 16; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    __m128i found = _mm_setzero_si128();
    ((found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(special)))), ...);
    if (const auto mask = unsigned(_mm_movemask_epi8(found)))
      return std::min(at + __builtin_ctz(mask), line_end);
    if (line_end - at <= 16) return line_end;
  }
#endif
  while (at < line_end && ((*at != special) && ...)) ++at;
  return std::min(at, line_end);
}

/// Where the reader stands. Functions that return bool return false to give the document up.
class PlainCursor {
 protected:
  explicit PlainCursor(std::string_view document)
      : begin_(document.data()), end_(begin_ + document.size()), next_line_(begin_) {}

  static constexpr std::ptrdiff_t past_the_end = -1;

  /// A moment to come back to.
  struct Moment {
    const char *line, *line_end, *at, *next_line;
  };
  Moment moment() const { return {line_, line_end_, at_, next_line_}; }
  void go_back(const Moment& moment) {
    line_ = moment.line;
    line_end_ = moment.line_end;
    at_ = moment.at;
    next_line_ = moment.next_line;
  }

  void take_line() {
    line_ = at_ = next_line_;
    const void* found = std::memchr(at_, '\n', std::size_t(end_ - at_));
    line_end_ = found ? static_cast<const char*>(found) : end_;
    next_line_ = found ? line_end_ + 1 : end_;
    if (found && line_end_ != at_ && line_end_[-1] == '\r') --line_end_;
  }

  /// Goes to the first byte of the next line that holds more than a comment.
  bool go_to_next_line() {
    while (next_line_ != end_) {
      take_line();
      skip_spaces();
      if (at_ == line_end_) continue;
      if (*at_ != '#') {
        column_ = at_ - line_;
        return true;
      }
      if (!is_rest_unbroken()) return false;
    }
    column_ = past_the_end;
    return true;
  }

  void skip_spaces() {
    while (at_ != line_end_ && *at_ == ' ') ++at_;
  }

  void skip_blanks() {
    while (at_ != line_end_ && (*at_ == ' ' || *at_ == '\t')) ++at_;
  }

  bool take(char byte) {
    if (at_ == line_end_ || *at_ != byte) return false;
    ++at_;
    return true;
  }

  /// For yaml-cpp a CR alone breaks a line too, even one in a comment.
  bool is_rest_unbroken() const {
    return at_ == line_end_ || !std::memchr(at_, '\r', std::size_t(line_end_ - at_));
  }

  bool is_blank_at(const char* place) const { return place == line_end_ || *place == ' '; }

  /// Whether nothing is left of the line but a comment.
  bool is_rest_empty() const {
    return at_ == line_end_ || (*at_ == '#' && (at_ == line_ || at_[-1] == ' '));
  }

  /// Leaves a line on which nothing more may stand.
  bool end_line() {
    skip_spaces();
    return is_rest_empty() && is_rest_unbroken() && go_to_next_line();
  }

  bool is_dash() const { return *at_ == '-' && is_blank_at(at_ + 1); }

  bool is_colon() const { return at_ != line_end_ && *at_ == ':' && is_blank_at(at_ + 1); }

  bool is_start_marker() const {
    if (column_ != 0 || line_end_ - at_ < 3 || std::memcmp(at_, "---", 3) != 0) return false;
    const std::string_view rest(at_ + 3, std::size_t(line_end_ - at_ - 3));
    return rest.find_first_not_of(' ') == std::string_view::npos;
  }

  const char* const begin_;
  const char* const end_;
  const char* line_ = nullptr;      ///< The line that is read,
  const char* line_end_ = nullptr;  ///< its end without the break,
  const char* at_ = nullptr;        ///< the next byte of it,
  const char* next_line_;           ///< and the line after it.
  std::ptrdiff_t column_ = past_the_end;
};

}  // namespace lianxi
