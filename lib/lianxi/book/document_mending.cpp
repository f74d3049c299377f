#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include <lianxi/base/source.hpp>
#include <lianxi/book/document_mending.hpp>
#include <lianxi/book/file_reader.hpp>
#include <lianxi/schema/field.hpp>
#include <lianxi/slips/mending_edits.hpp>

namespace lianxi {
namespace {

constexpr Place start_of_document = Place(1);

std::size_t offset_of(Place place) { return std::size_t(place) - std::size_t(start_of_document); }

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

/// How many bytes may be read to mend a document: where each of very many slips stops
/// reading, trying one after the other would take hours.
constexpr std::size_t most_work = std::size_t(128) << 20;

/// A document at one step of its mending.
struct Step {
  std::string bytes;
  DocumentFaults faults = {};
  std::vector<MendedPlace> places = {};
};

Step read(std::string bytes) {
  Step step{std::move(bytes)};
  step.faults = faults_of({"", step.bytes, start_of_document});
  return step;
}

/// Where places of a text come to lie after edits.
class Shift {
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

/// Mends one fault after the other, since one may hide the next, with one idea of how wide
/// the signs of an indentation are.
class Chain {
 public:
  Chain(const Step& start, const Widths& widths, std::size_t& work)
      : step_(start), widths_(widths), hidden_(!start.faults.is_read), work_(work) {}

  void run() {
    for (int i = 0; i < most_steps && work_ < most_work; ++i)
      if (!mend(offers()) && !mend_one_of(offers())) break;
    if (last_read_ && !is_sound()) {
      step_ = std::move(*last_read_);
      hidden_ = false;
    }
  }

  Step& result() { return step_; }
  /// Whether edits with such a filler were tried.
  bool used(Edit::Filler filler) const { return used_.contains(filler); }
  /// Whether all of the document was read in the end and nothing that was mended gave
  /// something that the format does not know.
  bool is_sound() const {
    if (leaves_indentation()) return false;
    if (!hidden_) return true;  // each step was held against the one before
    return step_.faults.is_read && std::ranges::none_of(step_.faults.findings, [&](auto& f) {
             return is_structural(f) && is_on_mended_line(f.at);
           });
  }

 private:
  /// Whether an indentation could not be mended with these widths.
  bool leaves_indentation() const {
    return std::ranges::any_of(step_.faults.findings, [](const Finding& finding) {
      return std::ranges::any_of(
          finding.edits, [](const Edit& edit) { return edit.filler != Edit::Filler::none; });
    });
  }

  using Offers = std::vector<const Finding*>;
  static constexpr int most_steps = 2000;

  /// The findings that can be mended, in order, none within another's bytes.
  Offers offers() const {
    Offers found;
    for (const Finding& finding : step_.faults.findings)
      if (!finding.edits.empty() && !refused_.contains(key_of(finding)) && !is_word(finding))
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

  static std::pair<std::string_view, Place> key_of(const Finding& finding) {
    return {finding.rule, finding.edits.front().at};
  }

  bool is_word(const Finding& finding) const {
    const Edit& edit = finding.edits.front();
    return is_known_word(std::string_view(step_.bytes).substr(offset_of(edit.at), edit.size));
  }

  bool mend_one_of(const Offers& offers) {
    if (offers.empty()) return false;
    for (const Finding* finding : offers) {
      if (work_ >= most_work) return false;
      if (offers.size() > 1 && mend({finding})) return true;
      refused_.insert(key_of(*finding));
    }
    return false;
  }

  /// Mends these faults where nothing speaks against it.
  bool mend(const Offers& offers) {
    if (offers.empty()) return false;
    std::vector<Edit> edits;
    for (const Finding* f : offers) edits.insert(edits.end(), f->edits.begin(), f->edits.end());
    for (const Edit& edit : edits) used_.insert(edit.filler);
    Step next{step_.bytes};
    apply_edits(next.bytes, start_of_document, edits, widths_);
    // Reading what has faults in it takes several trials.
    work_ += (step_.faults.is_read ? 1 : 5) * next.bytes.size();
    next = read(std::move(next.bytes));
    const Shift shift(edits, widths_);
    if (!is_better(next, offers, shift)) return false;
    note_places(next, offers, shift);
    if (step_.faults.is_read && !next.faults.is_read) {
      last_read_ = std::move(step_);
      hidden_ = true;
    }
    step_ = std::move(next);
    refused_.clear();
    return true;
  }

  void note_places(Step& next, const Offers& offers, const Shift& shift) const {
    for (const MendedPlace& place : step_.places)
      next.places.push_back({offset_of(shift(start_of_document + place.at)), place.what});
    for (const Finding* f : offers)
      next.places.push_back({offset_of(shift(f->edits.front().at)), f->message});
  }

  using Faults = std::multiset<std::pair<std::string_view, Place>>;

  bool is_better(const Step& next, const Offers& offers, const Shift& shift) const {
    // What could not be read hid its other faults: only the end shows whether it is sound.
    if (!step_.faults.is_read) return next.faults.is_read || has_moved(next, *offers[0], shift);
    // Lines that YAML took for one text may show their own faults now.
    if (!next.faults.is_read) return !last_read_ && is_mendable(next);
    Faults mended, before;
    const std::set<const Finding*> offered(offers.begin(), offers.end());
    for (const Finding& f : step_.faults.findings)
      (offered.contains(&f) ? mended : before).emplace(f.rule, shift(f.at));
    return std::ranges::all_of(next.faults.findings, [&](const Finding& f) {
      const auto same = before.find({f.rule, f.at});
      if (same == before.end()) return !f.edits.empty() && !mended.contains({f.rule, f.at});
      before.erase(same);
      return true;
    });
  }

  static bool is_mendable(const Step& step) {
    return std::ranges::all_of(step.faults.findings,
                               [](const Finding& f) { return !f.edits.empty(); });
  }

  static bool has_moved(const Step& next, const Finding& mended, const Shift& shift) {
    const auto same = [&](const Finding& f) {
      return f.rule == mended.rule && f.at == shift(mended.at);
    };
    return std::ranges::none_of(next.faults.findings, same);
  }

  /// Faults in how a document is built, rather than in a value.
  bool is_structural(const Finding& finding) const {
    static constexpr std::array<RuleName, 6> rules = {
        rule_names::unknown_field,   rule_names::unknown_collection, rule_names::duplicate_key,
        rule_names::duplicate_field, rule_names::yaml_subset,        rule_names::yaml_syntax};
    if (std::ranges::find(rules, finding.rule) != rules.end()) return true;
    return finding.rule == rule_names::wrong_type && begins_mapping_or_list(offset_of(finding.at));
  }

  bool begins_mapping_or_list(std::size_t at) const {
    auto line = std::string_view(step_.bytes).substr(at);
    line = line.substr(0, line.find('\n'));
    if (line.starts_with('{') || line.starts_with('[')) return true;
    const auto colon = line.find(": ");
    return colon != line.npos && line.find_first_of(",[]{}\"'") > colon;
  }

  bool is_on_mended_line(Place place) const {
    const std::string_view bytes = step_.bytes;
    const auto line_start = [&](std::size_t at) {
      return at == 0 ? 0 : bytes.rfind('\n', at - 1) + 1;
    };
    return std::ranges::any_of(step_.places, [&](const MendedPlace& mended) {
      return line_start(mended.at) == line_start(offset_of(place));
    });
  }

  Step step_;
  const Widths widths_;
  bool hidden_;  ///< Some faults of the document did not show when others were mended.
  std::optional<Step> last_read_;  ///< Before such a step.
  std::set<std::pair<std::string_view, Place>> refused_;
  std::set<Edit::Filler> used_;
  std::size_t& work_;
};

/// Finds out how wide tabs and wide spaces must be for the document to be read.
class WidthSearch {
 public:
  explicit WidthSearch(std::string_view bytes) : start_(read(std::string(bytes))) {}

  MendedDocument run() {
    if (start_.faults.findings.empty()) return unchanged();
    auto usual = chain({});
    if (!usual.used(Edit::Filler::each_tab) && !usual.used(Edit::Filler::each_space))
      return usual.is_sound() ? mended(usual.result()) : unchanged();
    // Ideographic spaces are two columns wide; another width must be the only one.
    constexpr std::array<Widths, 3> spaces = {{{2, 2, 1}, {2, 1, 1}, {2, 0, 0}}};
    if (auto found = with_tabs(spaces[0])) return mended(*found);
    const auto one = with_tabs(spaces[1]), none = with_tabs(spaces[2]);
    // Whether a width is the only one shows when all were tried.
    if (work_ >= most_work) return unchanged();
    if (one.has_value() != none.has_value()) return mended(one ? *one : *none);
    return unchanged();
  }

 private:
  Chain chain(const Widths& widths) {
    Chain chain(start_, widths, work_);
    chain.run();
    return chain;
  }

  /// The document with tabs of the one width that can be read, if there is only one.
  std::optional<Step> with_tabs(Widths widths) {
    std::optional<Step> found;
    for (widths.tab = 1; widths.tab <= 8; ++widths.tab) {
      auto tried = chain(widths);
      if (work_ >= most_work) return std::nullopt;
      if (!tried.is_sound()) continue;
      if (!tried.used(Edit::Filler::each_tab)) return tried.result();
      if (found) return std::nullopt;
      found = std::move(tried.result());
    }
    return found;
  }

  MendedDocument unchanged() const { return {start_.bytes, {}, start_.faults.is_read}; }
  static MendedDocument mended(Step& step) {
    return {std::move(step.bytes), std::move(step.places), step.faults.is_read};
  }
  static MendedDocument mended(const Step& step) {
    return {step.bytes, step.places, step.faults.is_read};
  }

  const Step start_;
  std::size_t work_ = 0;
};

}  // namespace

MendedDocument mend_document(std::string_view bytes) { return WidthSearch(bytes).run(); }

}  // namespace lianxi
