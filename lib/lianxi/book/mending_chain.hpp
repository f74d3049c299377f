// The mending of a document with one idea of how wide the signs of an indentation are.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <lianxi/book/document_mending.hpp>
#include <lianxi/book/file_reader.hpp>
#include <lianxi/slips/mending_edits.hpp>

namespace lianxi {

constexpr Place start_of_document = Place(1);

inline std::size_t offset_in_document(Place place) {
  return std::size_t(place) - std::size_t(start_of_document);
}

/// A document at one step of its mending.
struct MendingStep {
  std::string bytes;
  DocumentFaults faults = {};
  std::vector<MendedPlace> places = {};
};

/// The step that a document is at, as reading it shows.
MendingStep read_step(std::string bytes);

/// How many bytes may be read to mend a document: where each of very many slips stops reading
/// and none can be told from the rest, trying one after the other would take hours.
struct MendingWork {
  std::size_t done = 0, most;

  explicit MendingWork(std::size_t most_bytes) : most(most_bytes) {}
  bool is_too_much() const { return done >= most; }
};

class LineStarts;
class MendedPieces;

/// Mends one fault after the other, since one may hide the next; where there are many, first
/// those that show in a piece of the document alone.
class MendingChain {
 public:
  /// What is mended: a document, or a piece of one, which is not cut further.
  enum class Scope : std::uint8_t { document, piece };

  MendingChain(MendingStep start, const Widths&, MendingWork&, Scope = Scope::document);

  void run();

  MendingStep& result() { return step_; }
  /// Whether edits with such a filler were tried.
  bool used(Edit::Filler filler) const { return used_.contains(filler); }
  /// Whether all of the document was read in the end and nothing that was mended gave
  /// something that the format does not know.
  bool is_sound() const;
  /// Whether it ended for having taken too long, with faults left that were not tried.
  bool gave_up() const { return gave_up_; }

 private:
  using Offers = std::vector<const Finding*>;
  using Key = std::pair<std::string_view, Place>;
  class Shift;

  bool mend_next();
  bool mend(const Offers&);
  bool mend_one_of(const Offers&);
  bool mend_pieces();
  void leave_what_pieces_leave(const MendedPieces&);
  void go_to(MendingStep next);

  Offers offers() const;
  bool is_left(const Finding&, const LineStarts&) const;
  bool is_word(const Finding&) const;
  bool leaves_indentation() const;
  bool is_better(const MendingStep& next, const Offers&, const Shift&) const;
  void note_places(MendingStep& next, const Offers&, const Shift&) const;
  static bool is_structural(const Finding&, std::string_view bytes);
  static bool begins_mapping_or_list(std::string_view line);

  MendingStep step_;
  const Widths widths_;
  MendingWork& work_;
  bool may_cut_;
  bool hidden_;  ///< Some faults of the document did not show when others were mended.
  bool gave_up_ = false, refuted_ = false;
  int steps_ = 0;
  std::optional<MendingStep> last_read_;  ///< Before such a step.
  std::set<Key> refused_;
  /// Faults that were tried in a piece of their own, by rule and line.
  std::set<std::pair<std::string_view, std::size_t>> left_;
  std::set<Edit::Filler> used_;
};

}  // namespace lianxi
