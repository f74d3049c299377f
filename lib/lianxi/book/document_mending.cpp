#include <array>
#include <optional>

#include <lianxi/book/document_mending.hpp>
#include <lianxi/book/mending_chain.hpp>

namespace lianxi {
namespace {

/// Finds out how wide tabs and wide spaces must be for the document to be read.
class WidthSearch {
 public:
  explicit WidthSearch(std::string_view bytes)
      : start_(read_step(std::string(bytes))), work_(most_work + most_by_byte * bytes.size()) {}

  MendedDocument run() {
    if (start_.faults.findings.empty()) return unchanged();
    auto usual = chain({});
    if (!usual.used(Edit::Filler::each_tab) && !usual.used(Edit::Filler::each_space))
      return usual.is_sound() ? mended(usual.result(), usual.gave_up()) : unchanged();
    // Ideographic spaces are two columns wide; another width must be the only one.
    constexpr std::array<Widths, 3> spaces = {{{2, 2, 1}, {2, 1, 1}, {2, 0, 0}}};
    if (auto found = with_tabs(spaces[0])) return mended(*found);
    const auto one = with_tabs(spaces[1]), none = with_tabs(spaces[2]);
    // Whether a width is the only one shows when all were tried.
    if (work_.is_too_much()) return unchanged();
    if (one.has_value() != none.has_value()) return mended(one ? *one : *none);
    return unchanged();
  }

 private:
  static constexpr std::size_t most_work = std::size_t(128) << 20, most_by_byte = 64;

  MendingChain chain(const Widths& widths) {
    MendingChain chain(start_, widths, work_);
    chain.run();
    gave_up_ |= chain.gave_up();
    return chain;
  }

  /// The document with tabs of the one width that can be read, if there is only one.
  std::optional<MendingStep> with_tabs(Widths widths) {
    std::optional<MendingStep> found;
    for (widths.tab = 1; widths.tab <= 8; ++widths.tab) {
      auto tried = chain(widths);
      if (work_.is_too_much()) return std::nullopt;
      if (!tried.is_sound()) continue;
      if (!tried.used(Edit::Filler::each_tab)) return tried.result();
      if (found) return std::nullopt;
      found = std::move(tried.result());
    }
    return found;
  }

  MendedDocument unchanged() const { return {start_.bytes, {}, start_.faults.is_read, gave_up_}; }
  static MendedDocument mended(const MendingStep& step, bool gave_up = false) {
    return {step.bytes, step.places, step.faults.is_read, gave_up};
  }

  const MendingStep start_;
  MendingWork work_;
  bool gave_up_ = false;
};

}  // namespace

MendedDocument mend_document(std::string_view bytes) { return WidthSearch(bytes).run(); }

}  // namespace lianxi
