#include <algorithm>
#include <array>
#include <set>

#include <lianxi/base/source.hpp>
#include <lianxi/book/mended_pieces.hpp>
#include <lianxi/book/mending_chain.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi {
namespace {

void note_names(const RecordType& type, std::set<std::string_view>& names);

void note_names(const ValueType& type, std::set<std::string_view>& names) {
  for (const Word& word : type.words) names.insert({word.en, word.zh});
  if (type.element) note_names(*type.element, names);
  if (type.record) note_names(*type.record, names);
}

void note_names(const RecordType& type, std::set<std::string_view>& names) {
  if (!names.insert(type.en).second && names.contains(type.zh)) return;
  names.insert(type.zh);
  for (const Field& field : type.fields) {
    names.insert({field.en, field.zh});
    note_names(*field.type, names);
  }
}

/// Whether the format knows the word, be it elsewhere: then it is no misspelling of
/// another, and what was meant is not certain.
bool is_known_word(std::string_view word) {
  static const auto names = [] {
    std::set<std::string_view> all;
    for (const Collection& collection : all_collections()) note_names(*collection.type, all);
    return all;
  }();
  return names.contains(word);
}

bool is_mendable(const MendingStep& step) {
  return std::ranges::all_of(step.faults.findings,
                             [](const Finding& f) { return !f.edits.empty(); });
}

}  // namespace

MendingStep read_step(std::string bytes) {
  MendingStep step{std::move(bytes)};
  step.faults = faults_of({"", step.bytes, start_of_document});
  // A warning speaks neither for a step nor against it.
  std::erase_if(step.faults.findings,
                [](const Finding& f) { return f.rule == rule_names::comment_in_value; });
  return step;
}

/// Where places of a text come to lie after edits.
class MendingChain::Shift {
 public:
  Shift(const std::vector<Edit>& edits, const Widths& widths) {
    std::ptrdiff_t growth = 0;
    for (const Edit& edit : edits) {
      growth += std::ptrdiff_t(replacement_for(edit, widths).size()) - std::ptrdiff_t(edit.size);
      steps_.push_back({edit.at, growth});
    }
  }

  Place operator()(Place place) const {
    const auto after = std::ranges::lower_bound(steps_, place, {}, &At::place);
    const auto growth = after == steps_.begin() ? 0 : std::prev(after)->growth;
    return Place(std::uint32_t(std::ptrdiff_t(place) + growth));
  }

 private:
  struct At {
    Place place;
    std::ptrdiff_t growth;  ///< Of all edits up to the one at the place.
  };
  std::vector<At> steps_;
};

/// Whether reading does not stop at what was mended.
static bool has_moved(const MendingStep& next, const Finding& mended, const auto& shift) {
  const auto same = [&](const Finding& f) {
    return f.rule == mended.rule && f.at == shift(mended.at);
  };
  return std::ranges::none_of(next.faults.findings, same);
}

MendingChain::MendingChain(MendingStep start, const Widths& widths, MendingWork& work, Scope scope)
    : step_(std::move(start)),
      widths_(widths),
      work_(work),
      may_cut_(scope == Scope::document),
      hidden_(!step_.faults.is_read) {}

void MendingChain::run() {
  constexpr int most_steps = 2000;
  while (mend_next()) {
    gave_up_ = work_.is_too_much() || steps_ >= most_steps;
    if (gave_up_) break;
  }
  if (last_read_ && !is_sound()) {
    step_ = std::move(*last_read_);
    hidden_ = false;
  }
}

bool MendingChain::mend_next() {
  // A few slips are soon mended one after the other, and say more in the whole document.
  constexpr int few = 4;
  if (offers().empty()) return false;
  if (!step_.faults.is_read && steps_ >= few && mend_pieces()) return true;
  if (refuted_) return false;
  return mend(offers()) || mend_pieces() || (!refuted_ && mend_one_of(offers()));
}

bool MendingChain::is_sound() const {
  if (refuted_ || leaves_indentation()) return false;
  if (!hidden_) return true;  // each step was held against the one before
  if (!step_.faults.is_read) return false;
  const LineStarts lines(step_.bytes);
  std::set<std::size_t> mended;
  for (const MendedPlace& place : step_.places) mended.insert(lines.line_of(place.at));
  return std::ranges::none_of(step_.faults.findings, [&](const Finding& f) {
    return mended.contains(lines.line_of(offset_in_document(f.at))) &&
           is_structural(f, step_.bytes);
  });
}

/// Whether an indentation could not be mended with these widths.
bool MendingChain::leaves_indentation() const {
  return std::ranges::any_of(step_.faults.findings, [](const Finding& finding) {
    return std::ranges::any_of(finding.edits,
                               [](const Edit& edit) { return edit.filler != Edit::Filler::none; });
  });
}

/// The findings that can be mended, in order, none within another's bytes.
MendingChain::Offers MendingChain::offers() const {
  Offers found;
  const LineStarts lines(left_.empty() ? "" : step_.bytes);
  for (const Finding& finding : step_.faults.findings)
    if (!finding.edits.empty() && !is_left(finding, lines) && !is_word(finding))
      found.push_back(&finding);
  std::ranges::sort(found, {}, [](const Finding* f) { return f->edits.front().at; });
  Place end = Place::none;
  std::erase_if(found, [&](const Finding* f) {
    if (f->edits.front().at < end) return true;
    end = f->edits.back().at + f->edits.back().size;
    return false;
  });
  return found;
}

/// Whether it was tried to mend this in vain.
bool MendingChain::is_left(const Finding& finding, const LineStarts& lines) const {
  if (refused_.contains({finding.rule, finding.edits.front().at})) return true;
  return !left_.empty() &&
         left_.contains({finding.rule, lines.line_of(offset_in_document(finding.at))});
}

bool MendingChain::is_word(const Finding& finding) const {
  const Edit& edit = finding.edits.front();
  return is_known_word(
      std::string_view(step_.bytes).substr(offset_in_document(edit.at), edit.size));
}

bool MendingChain::mend_one_of(const Offers& offers) {
  if (offers.empty()) return false;
  for (const Finding* finding : offers) {
    if (work_.is_too_much()) return true;  // run() says so
    if (offers.size() > 1 && mend({finding})) return true;
    refused_.insert({finding->rule, finding->edits.front().at});
  }
  return false;
}

/// Mends these faults where nothing speaks against it.
bool MendingChain::mend(const Offers& offers) {
  if (offers.empty()) return false;
  std::vector<Edit> edits;
  for (const Finding* f : offers) edits.insert(edits.end(), f->edits.begin(), f->edits.end());
  for (const Edit& edit : edits) used_.insert(edit.filler);
  std::string bytes = step_.bytes;
  apply_edits(bytes, start_of_document, edits, widths_);
  // Reading what has faults in it takes several trials.
  work_.done += (step_.faults.is_read ? 1 : 5) * bytes.size();
  MendingStep next = read_step(std::move(bytes));
  const Shift shift(edits, widths_);
  if (!is_better(next, offers, shift)) return false;
  note_places(next, offers, shift);
  go_to(std::move(next));
  return true;
}

void MendingChain::go_to(MendingStep next) {
  if (step_.faults.is_read && !next.faults.is_read) {
    last_read_ = std::move(step_);
    hidden_ = true;
  }
  step_ = std::move(next);
  refused_.clear();
  ++steps_;
}

/// Mends what shows in the pieces of the document, once; false where nothing does.
bool MendingChain::mend_pieces() {
  if (!std::exchange(may_cut_, false)) return false;
  MendedPieces pieces(step_, widths_);
  used_.insert(pieces.used().begin(), pieces.used().end());
  refuted_ = pieces.refutes_widths();
  if (refuted_ || pieces.empty()) return false;
  MendingStep next = pieces.proved(work_);
  const bool is_mended = next.places.size() > step_.places.size();
  if (is_mended) go_to(std::move(next));
  leave_what_pieces_leave(pieces);
  return is_mended;
}

/// What was not mended in a piece of its own need not be tried again in the whole document.
void MendingChain::leave_what_pieces_leave(const MendedPieces& pieces) {
  if (!step_.faults.is_read) return;
  const LineStarts lines(step_.bytes);
  for (const Finding& finding : step_.faults.findings) {
    const auto line = lines.line_of(offset_in_document(finding.at));
    if (pieces.was_read_alone(line)) left_.emplace(finding.rule, line);
  }
}

void MendingChain::note_places(MendingStep& next, const Offers& offers, const Shift& shift) const {
  for (const MendedPlace& place : step_.places)
    next.places.push_back({offset_in_document(shift(start_of_document + place.at)), place.what});
  for (const Finding* f : offers)
    next.places.push_back({offset_in_document(shift(f->edits.front().at)), f->message});
}

bool MendingChain::is_better(const MendingStep& next, const Offers& offers,
                             const Shift& shift) const {
  using Faults = std::multiset<std::pair<std::string_view, Place>>;
  // What could not be read hid its other faults: only the end shows whether it is sound.
  if (!step_.faults.is_read) return next.faults.is_read || has_moved(next, *offers[0], shift);
  // Lines that YAML took for one text may show their own faults now.
  if (!next.faults.is_read) return !last_read_ && is_mendable(next);
  Faults mended, before;
  const std::set<const Finding*> offered(offers.begin(), offers.end());
  for (const Finding& f : step_.faults.findings)
    (offered.contains(&f) ? mended : before).emplace(f.rule, shift(f.at));
  // A value that was part of a text may be at fault on its own where the text became a mapping.
  const LineStarts lines(next.bytes);
  std::set<std::size_t> mended_lines;
  for (const Finding* finding : offers)
    for (const Edit& edit : finding->edits)
      mended_lines.insert(lines.line_of(offset_in_document(shift(edit.at))));
  const auto was_hidden = [&](const Finding& f) {
    return mended_lines.contains(lines.line_of(offset_in_document(f.at))) &&
           !is_structural(f, next.bytes);
  };
  return std::ranges::all_of(next.faults.findings, [&](const Finding& f) {
    const auto same = before.find({f.rule, f.at});
    if (same == before.end())
      return !mended.contains({f.rule, f.at}) && (!f.edits.empty() || was_hidden(f));
    before.erase(same);
    return true;
  });
}

/// Faults in how a document is built, rather than in a value.
bool MendingChain::is_structural(const Finding& finding, std::string_view bytes) {
  static constexpr std::array<RuleName, 6> rules = {
      rule_names::unknown_field,   rule_names::unknown_collection, rule_names::duplicate_key,
      rule_names::duplicate_field, rule_names::yaml_subset,        rule_names::yaml_syntax};
  if (std::ranges::find(rules, finding.rule) != rules.end()) return true;
  return finding.rule == rule_names::wrong_type &&
         begins_mapping_or_list(bytes.substr(offset_in_document(finding.at)));
}

bool MendingChain::begins_mapping_or_list(std::string_view line) {
  line = line.substr(0, line.find('\n'));
  if (line.starts_with('{') || line.starts_with('[')) return true;
  const auto colon = line.find(": ");
  return colon != std::string_view::npos && line.find_first_of(",[]{}\"'") > colon;
}

}  // namespace lianxi
