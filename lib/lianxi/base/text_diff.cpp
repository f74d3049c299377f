#include <algorithm>
#include <dtl/dtl.hpp>
#include <fmt/format.h>
#include <functional>
#include <iterator>
#include <vector>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/text_diff.hpp>
#include <lianxi/base/words.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t context = 3;
/// Beyond that many lines a search for the shortest way is not worth its time.
constexpr std::size_t most_compared = 20'000;

struct Step {
  char mark;  ///< ' ' for a line of both, '-' for one of the first, '+' for one of the second.
  std::string_view line;
};

void add(std::vector<Step>& steps, char mark, const Lines& lines) {
  for (const auto line : lines) steps.push_back({mark, line});
}

/// From texts that differ in their first and last lines.
void add_changes(std::vector<Step>& steps, const Lines& before, const Lines& after) {
  if (before.size() > most_compared || after.size() > most_compared) {
    add(steps, '-', before);
    add(steps, '+', after);
    return;
  }
  dtl::Diff<std::string_view> diff(before, after, true);
  diff.compose();
  for (const auto& [line, info] : diff.getSes().getSequence())
    steps.push_back(
        {info.type == dtl::SES_DELETE ? '-' : (info.type == dtl::SES_ADD ? '+' : ' '), line});
}

std::vector<Step> steps_between(const Lines& before, const Lines& after) {
  const auto first = std::ranges::mismatch(before, after);
  const auto last = std::mismatch(before.rbegin(), std::make_reverse_iterator(first.in1),
                                  after.rbegin(), std::make_reverse_iterator(first.in2));
  std::vector<Step> steps;
  add(steps, ' ', Lines(before.begin(), first.in1));
  add_changes(steps, Lines(first.in1, last.first.base()), Lines(first.in2, last.second.base()));
  add(steps, ' ', Lines(last.first.base(), before.end()));
  return steps;
}

/// A stretch of steps: changes no further apart than their contexts.
struct Hunk {
  std::size_t begin = 0, end = 0;
};

std::vector<Hunk> hunks_of(const std::vector<Step>& steps) {
  std::vector<Hunk> hunks;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].mark == ' ') continue;
    const Hunk around{i - std::min(i, context), std::min(i + 1 + context, steps.size())};
    if (hunks.empty() || hunks.back().end < around.begin)
      hunks.push_back(around);
    else
      hunks.back().end = around.end;
  }
  return hunks;
}

/// Where a hunk lies in one of the texts, as its head says it.
struct Extent {
  std::size_t before = 0, lines = 0;

  std::string head() const {
    const std::size_t first = lines > 0 ? before + 1 : before;
    return lines == 1 ? fmt::format("{}", first) : fmt::format("{},{}", first, lines);
  }
};

/// How many lines of the text that `other` does not mark are among the steps.
std::size_t count(const std::vector<Step>& steps, std::size_t begin, std::size_t end, char other) {
  return std::size_t(std::count_if(steps.begin() + std::ptrdiff_t(begin),
                                   steps.begin() + std::ptrdiff_t(end),
                                   [other](const Step& step) { return step.mark != other; }));
}

bool is_part_of(std::string_view text, std::string_view line) {
  const std::less_equal<const char*> not_after;
  return not_after(text.data(), line.data()) &&
         not_after(line.data() + line.size(), text.data() + text.size());
}

/// A line of one of the texts, which it is a view into.
std::string shown(const Step& step, std::string_view before, std::string_view after) {
  const bool whole = step.line.ends_with('\n');
  const auto line = whole ? step.line.substr(0, step.line.size() - 1) : step.line;
  const auto text = is_part_of(before, step.line) ? before : after;
  return fmt::format("{}{}\n{}", step.mark, printable(masked_part(text, line)),
                     whole ? "" : "\\ No newline at end of file\n");
}

}  // namespace

std::string name_in_diff(std::string_view side, std::string_view path) {
  if (printable(path) == path && path.find_first_of("\"\\") == path.npos)
    return std::string(side) + std::string(path);
  std::string out = '"' + std::string(side);
  for (const char byte : path) {
    const bool is_plain = byte > ' ' && byte < 0x7F && byte != '#';
    if (byte == '"' || byte == '\\')
      out += {'\\', byte};
    else if (is_plain || byte == ' ')
      out += byte;
    else
      out += fmt::format("\\{:03o}", static_cast<unsigned char>(byte));
  }
  return out + '"';
}

std::vector<std::string_view> lines_with_breaks(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

TextDiff compare_lines(std::string_view before, std::string_view after, std::size_t most_lines) {
  TextDiff diff;
  const auto steps = steps_between(lines_with_breaks(before), lines_with_breaks(after));
  std::size_t room = most_lines, at = 0;
  Extent old, fresh;
  for (const Hunk& hunk : hunks_of(steps)) {
    const std::size_t size = hunk.end - hunk.begin;
    if (diff.left_out > 0 || (size > room && !diff.hunks.empty())) {
      ++diff.left_out;
      continue;
    }
    old = {old.before + old.lines + count(steps, at, hunk.begin, '+'),
           count(steps, hunk.begin, hunk.end, '+')};
    fresh = {fresh.before + fresh.lines + count(steps, at, hunk.begin, '-'),
             count(steps, hunk.begin, hunk.end, '-')};
    at = hunk.end;
    diff.hunks += fmt::format("@@ -{} +{} @@\n", old.head(), fresh.head());
    const std::size_t last = hunk.begin + std::min(size, room);
    for (std::size_t i = hunk.begin; i < last; ++i) diff.hunks += shown(steps[i], before, after);
    if (last < hunk.end) diff.hunks += "…\n";
    room -= std::min(size, room);
  }
  return diff;
}

}  // namespace lianxi
