// A document as a hand wrote it, line by line: for telling the cause of a fault. Made
// only once there is a fault.
#pragma once
#include <deque>
#include <optional>
#include <vector>

#include <lianxi/slips/mending_edits.hpp>
#include <lianxi/slips/slip.hpp>
#include <lianxi/yaml/document_reading.hpp>

namespace lianxi {

/// A line of a document and what it is part of.
struct WrittenLine {
  std::size_t start = 0;
  std::string_view text;  ///< Without its break.
  bool is_text = false;   ///< Of a `|` or `>` text, where no sign means anything.
  OpenFlow open = {};
};

class WrittenDocument {
 public:
  /// O(bytes).
  explicit WrittenDocument(const DocumentText&);

  /// The number of the line that holds that byte of the document.
  std::size_t line_number(std::size_t at) const;
  const WrittenLine& operator[](std::size_t number) const { return lines_[number]; }
  std::size_t size() const { return lines_.size(); }
  std::size_t offset_of(Place place) const {
    return std::size_t(place) - std::size_t(document_.start);
  }
  std::string_view bytes() const { return document_.bytes; }
  Place start() const { return document_.start; }

  /// The slips on a line; none where it is part of a block text. Good until another
  /// line is asked for; kept so long, since many faults may stand on one long line.
  const std::vector<Slip>& slips(std::size_t line, Doubts) const;
  /// The line with these edits made, cut to what is around them where it is long.
  std::string mended(std::size_t line, const std::vector<Edit>&, const Widths& = {}) const;

 private:
  DocumentText document_;
  std::vector<WrittenLine> lines_;
  mutable std::optional<std::size_t> walked_line_;
  mutable std::deque<std::pair<Doubts, std::vector<Slip>>> walked_;
};

/// The edits of all these slips.
std::vector<Edit> all_edits(const std::vector<Slip>&);

/// Says in the finding what the slips on a line are and how it is mended; what the
/// finding said so far comes after it. Certain edits go with it.
void blame(Finding&, const std::vector<Slip>&, const WrittenDocument&, const Widths& = {});

}  // namespace lianxi
