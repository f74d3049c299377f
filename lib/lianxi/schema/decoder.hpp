// Trees into typed records: what is common to all types of values.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <lianxi/base/arena.hpp>
#include <lianxi/base/finding.hpp>
#include <lianxi/schema/field.hpp>
#include <lianxi/yaml/node.hpp>

namespace lianxi {

struct DocumentText;
class WrittenDocument;

/// Where decoded values and findings go. Decoding goes on after a fault.
class Decoder {
 public:
  /// `document` is what is decoded, for telling the causes of faults.
  Decoder(Arena& keep, Findings& findings, const DocumentText& document)
      : keep_(keep), findings_(findings), document_(document) {}

  Arena& keep() { return keep_; }
  Finding& fault(RuleName rule, Place at, Message message, Message hint = {});

  /// Gives the newest finding a way out, where it has none.
  void hint_newest(Message hint) {
    if (findings_.back().hint.empty()) findings_.back().hint = std::move(hint);
  }
  /// Takes the newest finding back.
  void take_back() { findings_.pop_back(); }
  /// Whether a finding stands at that place.
  bool has_finding_at(Place) const;
  /// How many findings there are so far, for `name_since`.
  std::size_t findings() const { return findings_.size(); }
  /// Puts `segment` before the record names of the findings made since `start`: a
  /// record's id is only known once the record has been read.
  void name_since(std::size_t start, std::string_view segment);

  /// Notes that a text was read which may hold a personal number.
  void note_digits() { has_digits_ = true; }
  /// Whether that was noted since this was last asked.
  bool take_digits() { return std::exchange(has_digits_, false); }

  /// What is decoded.
  const DocumentText& document() const { return document_; }
  /// The document as it was written; made when first asked for, which a book without
  /// faults never does.
  const WrittenDocument& written();
  /// A decoder whose findings nobody sees.
  Decoder silent(Findings& unseen) const {
    Decoder decoder(keep_, unseen, document_);
    decoder.written_ = written_;
    return decoder;
  }

 private:
  Arena& keep_;
  Findings& findings_;
  const DocumentText& document_;
  bool has_digits_ = false;
  std::shared_ptr<const WrittenDocument> written_;
};

/// Whether the node holds anything: not null, not white space, not an empty list.
bool is_given(const Node&);

/// As `accept`, of a node that may have to be refused.
bool accept_or_report(const Node&, Node::Kind, Bilingual expected, Decoder&);

/// Whether the node is of that kind; reports it where it is not, and reports what
/// the format does not allow (anchors, tags …). `expected` says what belongs there.
inline bool accept(const Node& node, Node::Kind kind, const Bilingual& expected, Decoder& decoder) {
  if (node.kind == kind && node.oddity == Oddity::none) return true;
  return accept_or_report(node, kind, expected, decoder);
}

/// Reports what the format allows nowhere (anchors, tags, a key twice …) in a node that belongs
/// to nothing known and is not decoded.
void report_faults_within(const Node&, Decoder&);

/// A text as it is written, or nothing (reported).
Text decode_text(const Node&, Decoder&);

/// The text of a scalar without white space around it, or nothing (reported).
std::optional<std::string_view> accept_scalar(const Node&, Bilingual expected, Decoder&);

/// Reports a scalar that its type cannot read.
void report_unreadable(const Node&, Bilingual expected, Decoder&);

/// Whether two texts are the same but for the case of ASCII letters.
bool same_ignoring_case(std::string_view, std::string_view);
/// Whether the text is that word, in either language.
bool is_word(std::string_view text, const Word&);

/// The index of the word that the scalar is, in either language, or nothing (reported).
std::optional<std::size_t> decode_choice(const Node&, std::span<const Word>, Decoder&);

/// A mapped and checked id, or a reference of `least` to `most` ids joined by `/`.
Text decode_id(const Node&, Bilingual expected, std::size_t least, std::size_t most, Decoder&);

/// Reads every field of a mapping into `record`; reports keys that are unknown,
/// given twice or missing.
void decode_fields(const Node& map, const RecordType&, Part* record, Decoder&);

/// Says in the newest finding, which is of a text where a mapping belongs, what that mapping, or
/// the list with it, may be: a text is mostly the value of its first field.
void offer_mapping(const Node&, const RecordType&, bool in_list, Decoder&);

/// Reads a mapping, or a bare word where the type has a short form; false when the
/// node is neither (reported).
bool decode_part(const Node&, const RecordType&, Part* record, Decoder&);

/// The segment of a part's name, `resolutions/r1`, or "" for parts without an id.
std::string segment_of(const RecordType&, const void* record);

}  // namespace lianxi
