// The bytes of a book, file by file, and the places in them.
#pragma once
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/file_bytes.hpp>
#include <lianxi/base/located.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Where a place is, as people count: lines and columns from 1, columns in code
/// points, so that they agree with what an editor shows.
struct Position {
  std::uint32_t file = 0;
  std::uint32_t line = 1, column = 1;
};

/// One file of a book. Paths are relative to the book, with `/`.
struct Source {
  std::string path;
  std::string_view bytes;
  Place start = Place::none;  ///< The place of its first byte.
};

/// A part of a line around a place, and how many of its bytes stand before the place.
struct Excerpt {
  std::string_view text;
  std::size_t before = 0;
};

/// All files of a book in order. Bytes stay where they are, since texts are
/// views into them.
class Sources {
 public:
  /// The largest file that is read, in bytes.
  static constexpr std::size_t largest_file = std::size_t(256) << 20;

  /// Adds a file; false where the book would outgrow what a Place can say (2 GiB).
  bool add(std::string path, const FileBytes& bytes);

  const std::deque<Source>& files() const { return files_; }
  bool empty() const { return files_.empty(); }
  const Source& operator[](std::size_t file) const { return files_[file]; }

  /// Turns a place into file, line and column. O(log files) to find the file and
  /// O(log lines) for the line, after one pass over a file when it is first asked for;
  /// a long line costs no more than a short one.
  Position position(Place) const;
  /// The number of the file a place lies in.
  std::uint32_t file_of(Place) const;
  /// The bytes of the line a place lies in, without its line break: all of a line of usual
  /// length, of a very long one what stands nearest. Neither a character nor a run of digits
  /// (which may have to be masked) is cut.
  Excerpt line_around(Place) const;
  /// The bytes of the file from a place on.
  std::string_view rest(Place) const;

 private:
  /// Where the lines of a file start, and how many code points stand before every block of
  /// its bytes.
  struct Ruler {
    std::vector<std::uint32_t> lines, blocks;
  };
  const Ruler& ruler(std::uint32_t file) const;
  std::uint32_t code_points_before(std::uint32_t file, std::uint32_t offset) const;

  std::deque<Source> files_;
  std::vector<std::shared_ptr<const void>> owners_;  ///< Of the bytes.
  std::uint64_t next_ = 1;
  /// Made when first asked for: a book without findings never pays. Several may ask at once.
  mutable std::vector<Ruler> rulers_;
  mutable std::mutex making_ruler_;
};

}  // namespace lianxi
