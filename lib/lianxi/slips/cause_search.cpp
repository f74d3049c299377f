#include <algorithm>
#include <set>
#include <string>

#include <lianxi/slips/cause_search.hpp>
#include <lianxi/slips/indentation.hpp>

namespace lianxi {
namespace {

/// What may be meant, the likelier first.
constexpr Doubts readings[] = {
    {},
    {.pairs = true},
    {.spaces = true},
    {.texts = true},
    {.pairs = true, .spaces = true, .texts = true},
};

/// Looks for the slip that stopped reading: the one after which it gets further.
class CauseSearch {
 public:
  CauseSearch(const WrittenDocument& document, const ReadingStop& stop)
      : document_(document), stop_(stop) {}

  Cause run() {
    auto slips = one_line();
    if (slips.empty()) slips = several_lines({});
    if (slips.empty()) slips = several_lines({.spaces = true});
    if (slips.empty()) slips = whole_item();
    if (slips.empty()) slips = indentation();
    return {std::move(slips), widths_};
  }

 private:
  std::vector<Slip> one_line() {
    for (const std::size_t line : lines())
      for (const Doubts& doubts : readings)
        if (auto slips = document_.slips(line, doubts); is_new(slips) && explains(slips, line))
          return slips;
    return {};
  }

  /// To YAML several lines without a colon are one text: only all of them together, and as
  /// few as it takes, can be told from it.
  std::vector<Slip> several_lines(const Doubts& doubts) {
    constexpr int most_tries = 40;
    const auto first = document_.line_number(stop_.last);
    const auto last = std::max(first, document_.line_number(stop_.stopped));
    std::vector<Slip> run;
    int tries = 0;
    for (std::size_t line = last + 1; line-- > first && tries < most_tries;) {
      auto slips = document_.slips(line, doubts);
      if (slips.empty()) continue;
      run.insert(run.begin(), slips.begin(), slips.end());
      ++tries;
      if (is_new(run) && explains(run, last)) return run;
    }
    return {};
  }

  /// A hyphen without a space, whose item was written below its first word: with the space the
  /// lines of the item move, too.
  std::vector<Slip> whole_item() {
    for (const std::size_t line : lines()) {
      auto slips = document_.slips(line, {.spaces = true});
      const auto hyphen = std::ranges::find(slips, Slip::Kind::no_space_after_hyphen, &Slip::kind);
      if (hyphen == slips.end()) continue;
      for (std::size_t next = line + 1; is_below(line, next); ++next)
        if (!is_blank(next))
          hyphen->edits.push_back({document_.start() + document_[next].start, 0, " "});
      if (is_new(slips) && explains(slips, line)) return slips;
    }
    return {};
  }

  bool is_blank(std::size_t line) const {
    return document_[line].text.find_first_not_of(" \r") == std::string_view::npos;
  }

  /// Whether a line stands further right than another, or holds nothing.
  bool is_below(std::size_t line, std::size_t next) const {
    if (next >= document_.size()) return false;
    return document_[next].text.find_first_not_of(' ') >
           document_[line].text.find_first_not_of(' ');
  }

  /// Of the lines that could stand in another column, the one with which reading gets
  /// furthest.
  std::vector<Slip> indentation() {
    std::vector<Slip> found;
    std::size_t furthest = 0;
    for (const std::size_t line : lines())
      for (const Slip& slip : shifts(document_, line)) {
        const auto end = reading_after(slip.edits, {}, line);
        if (end <= furthest) continue;
        furthest = end;
        found = {slip};
      }
    return found;
  }

  /// The line where reading stopped and those before it up to the last value, then those
  /// after that value: an open bracket or quote may lead far.
  std::vector<std::size_t> lines() const {
    constexpr std::size_t most = 8;
    const auto first = document_.line_number(stop_.last);
    const auto last = std::max(first, document_.line_number(stop_.stopped));
    std::vector<std::size_t> numbers;
    const auto nearest = last - std::min(last - first, most);
    for (std::size_t line = last + 1; line-- > nearest;) numbers.push_back(line);
    for (std::size_t line = first; line < std::min(first + most, nearest); ++line)
      numbers.push_back(line);
    return numbers;
  }

  bool is_new(const std::vector<Slip>& slips) {
    if (slips.empty()) return false;
    const auto edits = all_edits(slips);
    std::string key = std::to_string(std::size_t(edits.front().at));
    for (const Edit& edit : edits)
      key += "/" + std::to_string(std::size_t(edit.at)) + edit.replacement;
    return tried_.insert(std::move(key)).second;
  }

  bool explains(const std::vector<Slip>& slips, std::size_t line) {
    const auto edits = all_edits(slips);
    for (const Widths& widths : all_widths(edits))
      if (reading_after(edits, widths, line) > 0) {
        widths_ = widths;
        return true;
      }
    return false;
  }

  /// Where reading stops with these edits made, 0 where that is no further than without them.
  std::size_t reading_after(const std::vector<Edit>& edits, const Widths& widths,
                            std::size_t line) {
    constexpr std::size_t fewest = 3, most_bytes = std::size_t(4) << 20, beyond = 4096;
    const auto& written = document_[line];
    // What comes long after the place where reading stopped is another matter.
    const auto bytes = document_.bytes();
    const auto reach = std::max(stop_.stopped, written.start + written.text.size()) + beyond;
    const auto end = reach < bytes.size() ? bytes.rfind('\n', reach) : bytes.size();
    if (trials_ >= fewest && tried_bytes_ > most_bytes) return 0;
    ++trials_;
    tried_bytes_ += end;
    std::string mended(bytes.substr(0, end));
    const auto growth = apply_edits(mended, document_.start(), edits, widths);
    const auto stop = try_reading(mended);
    if (!stop || stop->cause == ReadingStop::Cause::depth) return std::string_view::npos;
    const auto before = std::max(written.start + written.text.size(), stop_.stopped);
    const auto now = std::ptrdiff_t(stop->stopped) - growth;
    return now > std::ptrdiff_t(before) ? std::size_t(now) : 0;
  }

  const WrittenDocument& document_;
  const ReadingStop& stop_;
  Widths widths_;
  std::set<std::string> tried_;
  std::size_t trials_ = 0, tried_bytes_ = 0;
};

}  // namespace

Cause find_cause(const WrittenDocument& document, const ReadingStop& stop) {
  return CauseSearch(document, stop).run();
}

}  // namespace lianxi
