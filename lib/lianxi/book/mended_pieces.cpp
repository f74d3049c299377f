#include <algorithm>
#include <map>

#include <lianxi/base/text_diff.hpp>
#include <lianxi/book/mended_pieces.hpp>
#include <lianxi/slips/written_document.hpp>

namespace lianxi {

LineStarts::LineStarts(std::string_view text) : starts_{0} {
  for (auto at = text.find('\n'); at < text.size() && at + 1 < text.size();
       at = text.find('\n', at + 1))
    starts_.push_back(at + 1);
}

std::size_t LineStarts::line_of(std::size_t at) const {
  return std::size_t(std::ranges::upper_bound(starts_, at) - starts_.begin()) - 1;
}

namespace {

/// Whether a line begins an item of a list, be it with the hyphen of another keyboard.
bool is_item(std::string_view text) {
  const auto begins = [&](std::string_view sign) { return text.starts_with(sign); };
  return text == "-" || begins("- ") || begins("－") || begins("—") || begins("–");
}

/// A line without its indentation, and in which column it begins with these widths.
struct Indented {
  std::size_t column = 0;
  std::string_view text;

  Indented(std::string_view line, const Widths& widths) : text(line) {
    while (take(" ", 1) || take("\t", widths.tab) || take("\u3000", widths.wide) ||
           take("\u00A0", widths.narrow)) {
    }
  }

 private:
  bool take(std::string_view sign, std::size_t width) {
    if (!text.starts_with(sign)) return false;
    text.remove_prefix(sign.size());
    column += width;
    return true;
  }
};

/// The lines that what follows lies in, by their indentation.
class Surroundings {
 public:
  /// Goes to a line and leaves those that it does not lie in.
  void enter(std::size_t column, bool is_item) {
    // A list may stand in the column of its key.
    const auto is_outside = [&](const Open& open) {
      return open.column < column || (is_item && open.column == column && !open.is_item);
    };
    while (!open_.empty() && !is_outside(open_.back())) open_.pop_back();
  }
  void add(std::size_t column, bool is_item, std::size_t line) {
    open_.push_back({column, is_item, line});
  }
  std::vector<std::size_t> lines() const {
    std::vector<std::size_t> all;
    for (const Open& open : open_) all.push_back(open.line);
    return all;
  }

 private:
  struct Open {
    std::size_t column;
    bool is_item;
    std::size_t line;
  };
  std::vector<Open> open_;
};

bool is_inside_value(const WrittenLine& line) {
  return line.is_text || !line.open.brackets.empty() || line.open.quote != '\0';
}

}  // namespace

MendedPieces::MendedPieces(const MendingStep& document, const Widths& widths)
    : document_(document), starts_(document.bytes), now_(starts_.size()) {
  cut(widths);
  // One piece would be the document once more.
  for (std::size_t number = 0; pieces_.size() > 1 && number < pieces_.size(); ++number) {
    mend(number, widths);
    if (refutes_widths_) return;
  }
  Numbers all(mended_.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  chosen_ = std::move(all);
}

void MendedPieces::cut(const Widths& widths) {
  const WrittenDocument written({document_.bytes, start_of_document});
  Surroundings surroundings;
  pieces_.push_back({.first = 0, .end = 0, .around = {}});
  for (std::size_t number = 0; number < written.size(); ++number) {
    const WrittenLine& line = written[number];
    const auto [column, text] = Indented(line.text, widths);
    if (text.empty() || text.starts_with('#') || is_inside_value(line)) continue;
    const bool begins = is_item(text);
    surroundings.enter(column, begins);
    if (begins && number > pieces_.back().first) {
      pieces_.back().end = number;
      pieces_.push_back({.first = number, .end = 0, .around = surroundings.lines()});
    }
    surroundings.add(column, begins, number);
  }
  pieces_.back().end = starts_.size();
}

std::string_view MendedPieces::original(std::size_t line) const {
  const std::string_view bytes = document_.bytes;
  const auto end = line + 1 < starts_.size() ? starts_[line + 1] : bytes.size();
  return bytes.substr(starts_[line], end - starts_[line]);
}

std::vector<std::size_t> MendedPieces::lines_of(const Piece& piece) const {
  auto lines = piece.around;
  for (std::size_t line = piece.first; line < piece.end; ++line) lines.push_back(line);
  return lines;
}

std::string MendedPieces::text_of(const Piece& piece) const {
  std::string text;
  for (const std::size_t line : lines_of(piece))
    text += now_[line].empty() ? original(line) : std::string_view(now_[line]);
  return text;
}

void MendedPieces::mend(std::size_t number, const Widths& widths) {
  constexpr std::size_t most_for_any = std::size_t(4) << 20, most_by_byte = 64;
  MendingStep start = read_step(text_of(pieces_[number]));
  pieces_[number].is_read = start.faults.is_read;
  if (start.faults.findings.empty()) return;
  MendingWork work(most_for_any + most_by_byte * start.bytes.size());
  MendingChain chain(std::move(start), widths, work, MendingChain::Scope::piece);
  chain.run();
  for (const auto filler : {Edit::Filler::each_tab, Edit::Filler::each_space})
    if (chain.used(filler)) {
      used_.insert(filler);
      refutes_widths_ |= !chain.is_sound();
    }
  pieces_[number].is_read = chain.is_sound() && !chain.gave_up();
  if (chain.is_sound() && !chain.result().places.empty()) note(number, chain.result());
}

/// Notes what became of a piece's lines, and of those around it, which are mended with it.
void MendedPieces::note(std::size_t number, MendingStep& result) {
  const auto numbers = lines_of(pieces_[number]);
  const auto lines = lines_with_breaks(result.bytes);
  if (lines.size() != numbers.size()) return;
  const LineStarts starts(result.bytes);
  Mended mended{.number = number};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string& now = now_[numbers[i]];
    if (lines[i] == (now.empty() ? original(numbers[i]) : std::string_view(now))) continue;
    now = lines[i];
    mended.lines.emplace_back(numbers[i], now);
  }
  for (MendedPlace& place : result.places) {
    const auto line = starts.line_of(place.at);
    mended.places.push_back({numbers[line], {place.at - starts[line], std::move(place.what)}});
  }
  for (const Finding& finding : result.faults.findings) {
    const auto at = offset_in_document(finding.at), line = starts.line_of(at);
    mended.left.insert({finding.rule, numbers[line], at - starts[line]});
  }
  mended_.push_back(std::move(mended));
}

std::size_t MendedPieces::piece_of(std::size_t line) const {
  const auto after = std::ranges::upper_bound(pieces_, line, {}, &Piece::first);
  return std::size_t(after - pieces_.begin()) - 1;
}

bool MendedPieces::was_read_alone(std::size_t line) const {
  return pieces_.size() > 1 && pieces_[piece_of(line)].is_read;
}

/// The document with these pieces mended.
MendingStep MendedPieces::with(const Numbers& numbers) const {
  std::vector<std::string_view> lines(starts_.size());
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i] = original(i);
  for (const std::size_t i : numbers)
    for (const auto& [line, text] : mended_[i].lines) lines[line] = text;
  std::string bytes;
  std::vector<std::size_t> starts;
  for (const auto line : lines) {
    starts.push_back(bytes.size());
    bytes += line;
  }
  const auto place_in = [&](std::size_t line, std::size_t at) {
    return starts[line] + std::min(at, lines[line].size() - 1);
  };
  MendingStep step = read_step(std::move(bytes));
  for (const MendedPlace& place : document_.places) {
    const auto line = starts_.line_of(place.at);
    step.places.push_back({place_in(line, place.at - starts_[line]), place.what});
  }
  for (const std::size_t i : numbers)
    for (const auto& [line, place] : mended_[i].places)
      step.places.push_back({place_in(line, place.at), place.what});
  return step;
}

MendingStep MendedPieces::proved(MendingWork& work) {
  const auto all = std::exchange(chosen_, {});
  prove(all, work);
  return proved_ ? std::move(*proved_) : with({});
}

/// Takes these pieces with those that proved right before, if all of them do; else all but those
/// that something speaks against, or each half by itself.
bool MendedPieces::prove(const Numbers& more, MendingWork& work) {
  if (more.empty() || work.is_too_much()) return false;
  Numbers tried = chosen_;
  tried.insert(tried.end(), more.begin(), more.end());
  std::ranges::sort(tried);
  MendingStep whole = with(tried);
  work.done += whole.bytes.size();
  const Numbers bad = blamed(whole, more);
  const bool is_fine = whole.faults.is_read ? bad.empty() && is_no_worse_elsewhere(whole, tried)
                                            : !document_.faults.is_read && gets_further(whole);
  if (is_fine) {
    chosen_ = std::move(tried);
    proved_ = std::move(whole);
    return true;
  }
  Numbers good;
  std::ranges::set_difference(more, bad, std::back_inserter(good));
  if (!bad.empty() && prove(good, work)) return true;
  if (good.size() < 2) return false;
  const auto half = good.begin() + std::ptrdiff_t(good.size() / 2);
  const bool first = prove(Numbers(good.begin(), half), work);
  return prove(Numbers(half, good.end()), work) || first;
}

/// Those of the pieces in which something is found that was not found when they were read alone.
MendedPieces::Numbers MendedPieces::blamed(const MendingStep& whole, const Numbers& among) const {
  std::map<std::size_t, std::size_t> by_piece;
  for (const std::size_t i : among) by_piece.emplace(mended_[i].number, i);
  const LineStarts starts(whole.bytes);
  std::set<std::size_t> bad;
  for (const Finding& finding : whole.faults.findings) {
    const auto at = offset_in_document(finding.at), line = starts.line_of(at);
    const auto piece = by_piece.find(piece_of(line));
    if (piece == by_piece.end()) continue;
    if (!mended_[piece->second].left.contains({finding.rule, line, at - starts[line]}))
      bad.insert(piece->second);
  }
  return {bad.begin(), bad.end()};
}

/// Whether nothing is found outside the pieces that was not found there before, as far as the
/// document could be read then.
bool MendedPieces::is_no_worse_elsewhere(const MendingStep& whole, const Numbers& numbers) const {
  if (!document_.faults.is_read) return true;
  std::set<std::size_t> mended;
  for (const std::size_t i : numbers) mended.insert(mended_[i].number);
  std::multiset<std::pair<std::string_view, std::size_t>> before;
  for (const Finding& f : document_.faults.findings)
    before.emplace(f.rule, starts_.line_of(offset_in_document(f.at)));
  const LineStarts starts(whole.bytes);
  return std::ranges::all_of(whole.faults.findings, [&](const Finding& f) {
    const auto line = starts.line_of(offset_in_document(f.at));
    if (mended.contains(piece_of(line))) return true;
    const auto same = before.find({f.rule, line});
    if (same == before.end()) return false;
    before.erase(same);
    return true;
  });
}

/// Whether reading does not stop where it stopped before.
bool MendedPieces::gets_further(const MendingStep& whole) const {
  const LineStarts starts(whole.bytes);
  const auto stop = [](const MendingStep& step, const LineStarts& lines) {
    return lines.line_of(offset_in_document(step.faults.findings.front().at));
  };
  return stop(whole, starts) > stop(document_, starts_);
}

}  // namespace lianxi
