#include <lianxi/base/error.hpp>
#include <lianxi/git/line_merge.hpp>
#include <lianxi/writing/file_merge.hpp>
#include <lianxi/writing/text_merge.hpp>
#include <lianxi/writing/value_merge.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Values = std::map<std::string, Piece>;

/// What the joined file has to hold, whichever side conflicts are solved for.
struct Truth {
  Values for_ours, for_theirs;
  std::vector<MergeConflict> conflicts;
};

Truth truth_of(const MergeSide& base, const MergeSide& ours, const MergeSide& theirs,
               bool whole_records) {
  ValueMerge mine(ValueMerge::Prefer::ours, whole_records),
      yours(ValueMerge::Prefer::theirs, whole_records);
  Truth truth{mine.files(base, ours, theirs), yours.files(base, ours, theirs), {}};
  truth.conflicts = mine.conflicts();
  return truth;
}

bool holds(const std::string& bytes, const Values& values) {
  const MergeSide read(bytes);
  return read.is_read() && same_records(values_of(read), values);
}

bool is_proved(const std::string& marked, const Truth& truth) {
  const bool has_markers = marked.find(ours_marker) != marked.npos;
  if (has_markers == truth.conflicts.empty()) return false;
  return holds(solved(marked, false), truth.for_ours) &&
         (!has_markers || holds(solved(marked, true), truth.for_theirs));
}

std::string with_carriage_returns(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

/// With the line breaks, mark and last line that ours had.
std::string as_ours(std::string text, const MergeSide& ours, const MergeSide& theirs) {
  const bool is_ended = ours.is_ended() || theirs.is_ended() || text.ends_with(theirs_marker);
  if (!is_ended && text.ends_with('\n')) text.pop_back();
  if (ours.has_carriage_returns()) text = with_carriage_returns(text);
  // A marker has its line to itself.
  const bool has_mark = ours.has_mark() && !text.starts_with(ours_marker.substr(0, 7));
  return (has_mark ? "\xEF\xBB\xBF" : "") + text;
}

std::string_view first_unread(const MergeSide& base, const MergeSide& ours,
                              const MergeSide& theirs) {
  if (!ours.is_read()) return "ours";
  if (!theirs.is_read()) return "theirs";
  return base.is_read() ? "" : "base";
}

MergedFile by_lines(std::string_view base, std::string_view ours, std::string_view theirs,
                    std::string_view unread) {
  LineMerge merged = merge_lines(base, ours, theirs);
  return {MergedFile::How::unproved, std::move(merged.bytes), merged.has_conflicts, {}, unread};
}

std::string one_conflict(const MergeSide& ours, const MergeSide& theirs) {
  return std::string(ours_marker) + ours.bytes() + std::string(parting_marker) + theirs.bytes() +
         std::string(theirs_marker);
}

/// Where the lines of a file are such that they cannot be joined by field, git may still do it
/// right; without libgit2 it is not asked.
std::optional<std::string> proved_lines(const MergeSide& base, const MergeSide& ours,
                                        const MergeSide& theirs, const Truth& truth) {
  if (!truth.conflicts.empty()) return std::nullopt;
  try {
    LineMerge merged = merge_lines(base.bytes(), ours.bytes(), theirs.bytes());
    if (!is_proved(merged.bytes, truth)) return std::nullopt;
    return std::move(merged.bytes);
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

MergedFile merge_files(std::string_view base_bytes, std::string_view our_bytes,
                       std::string_view their_bytes) {
  using How = MergedFile::How;
  if (our_bytes == their_bytes || base_bytes == their_bytes)
    return {.bytes = std::string(our_bytes)};
  if (base_bytes == our_bytes) return {.bytes = std::string(their_bytes)};
  const MergeSide base(base_bytes), ours(our_bytes), theirs(their_bytes);
  const auto unread = first_unread(base, ours, theirs);
  if (!unread.empty()) return by_lines(base_bytes, our_bytes, their_bytes, unread);
  const Truth truth = truth_of(base, ours, theirs, false);
  const auto done = [&](How how, std::string text, std::vector<MergeConflict> conflicts) {
    const bool has_conflicts = text.find(ours_marker) != text.npos;
    return MergedFile{
        how, as_ours(std::move(text), ours, theirs), has_conflicts, std::move(conflicts), {}};
  };
  const auto text = merged_text(base, ours, theirs, false);
  if (text && is_proved(*text, truth)) return done(How::by_field, *text, truth.conflicts);
  if (const auto lines = proved_lines(base, ours, theirs, truth))
    return done(How::by_lines, *lines, {});
  const Truth coarse = truth_of(base, ours, theirs, true);
  const auto records = merged_text(base, ours, theirs, true);
  if (records && is_proved(*records, coarse))
    return done(How::by_record, *records, coarse.conflicts);
  return done(How::not_at_all, one_conflict(ours, theirs), truth.conflicts);
}

}  // namespace lianxi
