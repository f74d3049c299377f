// A document's pieces mended each for itself, so that many slips cost no more than their bytes.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/book/mending_chain.hpp>
#include <lianxi/slips/mending_edits.hpp>

namespace lianxi {

/// Where each line of a text begins.
class LineStarts {
 public:
  explicit LineStarts(std::string_view text);

  std::size_t line_of(std::size_t at) const;
  std::size_t operator[](std::size_t line) const { return starts_[line]; }
  std::size_t size() const { return starts_.size(); }

 private:
  std::vector<std::size_t> starts_;
};

/// A piece is an item of a list, up to the next item of any list, below the lines that it
/// lies in: read with these alone it means what it means in the document. That is only likely,
/// so what came of the pieces is put together and held against the document read as a whole.
class MendedPieces {
 public:
  /// Cuts the document and mends its pieces. O(bytes), but for a piece that is nearly all of it.
  MendedPieces(const MendingStep& document, const Widths&);

  /// Whether anything was mended in them.
  bool empty() const { return chosen_.empty(); }
  /// Whether the widths turned out to be wrong in a piece.
  bool refutes_widths() const { return refutes_widths_; }
  const std::set<Edit::Filler>& used() const { return used_; }

  /// The document with those pieces mended that prove right, read as a whole; as it was, where
  /// none does. Nothing that speaks against one piece stops the others.
  MendingStep proved(MendingWork&);
  /// Whether the piece in which the line lies could be read alone, so that what can be mended
  /// there was mended.
  bool was_read_alone(std::size_t line) const;

 private:
  struct Piece {
    std::size_t first, end;           ///< Its lines.
    std::vector<std::size_t> around;  ///< The lines that it lies in, the outermost first.
    bool is_read = false;
  };
  /// What is found in a mended piece, as it is found in the whole document.
  struct Found {
    std::string_view rule;
    std::size_t line, at;  ///< Which byte of the line.
    // NOLINTNEXTLINE(modernize-use-nullptr): it takes the comparison with 0 for a null pointer
    auto operator<=>(const Found&) const = default;
  };
  struct Mended {
    std::size_t number = 0;                                        ///< Of the piece.
    std::vector<std::pair<std::size_t, std::string>> lines = {};   ///< Those that changed.
    std::vector<std::pair<std::size_t, MendedPlace>> places = {};  ///< `at` counts in the line.
    std::set<Found> left = {};
  };
  using Numbers = std::vector<std::size_t>;  ///< Of `mended_`.

  void cut(const Widths&);
  void mend(std::size_t number, const Widths&);
  void note(std::size_t number, MendingStep&);
  std::string text_of(const Piece&) const;
  std::vector<std::size_t> lines_of(const Piece&) const;
  std::string_view original(std::size_t line) const;

  bool prove(const Numbers& more, MendingWork&);
  MendingStep with(const Numbers&) const;
  Numbers blamed(const MendingStep& whole, const Numbers&) const;
  bool gets_further(const MendingStep& whole) const;
  bool is_no_worse_elsewhere(const MendingStep& whole, const Numbers&) const;
  std::size_t piece_of(std::size_t line) const;

  const MendingStep& document_;
  const LineStarts starts_;
  std::vector<Piece> pieces_;
  std::vector<std::string> now_;  ///< The lines as they are mended so far; "" where they are not.
  std::vector<Mended> mended_;
  Numbers chosen_;
  std::optional<MendingStep> proved_;
  std::set<Edit::Filler> used_;
  bool refutes_widths_ = false;
};

}  // namespace lianxi
