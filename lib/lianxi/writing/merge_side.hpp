// One of the three versions of a file that are to be joined: its values, each with the place where
// it is written.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/schema/field.hpp>
#include <lianxi/writing/document_layout.hpp>
#include <lianxi/writing/draft.hpp>
#include <lianxi/writing/record_value.hpp>

namespace lianxi {

/// A value as it is compared, and as it is written. Whatever YAML holds is kept, also what no
/// table knows: a text that its type cannot read, an own field, an unknown key.
struct Piece {
  enum class Kind : std::uint8_t { scalar, list, mapping };

  Kind kind = Kind::scalar;
  std::string text = {};                ///< Of a scalar: `2017年9月20日` is `2017-09-20`.
  std::vector<std::string> names = {};  ///< Of a mapping's entries: English, sorted.
  std::vector<Piece> items = {};        ///< Of a list, or of a mapping in the order of `names`.
  const LayoutNode* node = nullptr;     ///< Where it, or one side of it, is written.
  const std::string* bytes = nullptr;   ///< Of the version that it is written in.
  const RecordType* type = nullptr;     ///< Of a mapping that a table knows.
  bool is_joined = false;               ///< Of parts of both sides, so that it is not written yet.

  const Piece* entry(std::string_view name) const;
};

/// Whether two values are the same, however they are written; null is none at all.
bool same(const Piece*, const Piece*);
bool same(const Piece&, const Piece&);

/// For messages and differences.
RecordValue record_value(const Piece&);
/// For writing it anew: with the words that it is written in.
DraftValue draft_value(const Piece&);
/// A value between brackets, with all that is written so already as it is written.
std::string flow_text(const Piece&, Language);

/// A comment where it stands.
struct PlacedComment {
  std::size_t at = 0;
  std::string text = {};  ///< From its `#` on.
};

/// A collection as it stands in a document.
struct CollectionPiece {
  std::string name;                   ///< English; an unknown key as it is written.
  std::size_t document = 0;           ///< Of the side's documents.
  const LayoutNode* entry = nullptr;  ///< Key and value.
  const RecordType* type = nullptr;   ///< Null where no table knows it.
  std::optional<Piece> value = {};    ///< Nothing where none is given.
};

/// A version of a file. Line breaks are `\n`, the last line has one, and there is no byte order
/// mark; what it had is remembered.
class MergeSide {
 public:
  explicit MergeSide(std::string_view bytes);
  MergeSide(const MergeSide&) = delete;
  MergeSide& operator=(const MergeSide&) = delete;

  const std::string& bytes() const { return bytes_; }
  /// Whether all of it could be read, no key is there twice, and no conflict was left in it.
  bool is_read() const { return is_read_; }
  bool has_carriage_returns() const { return has_carriage_returns_; }
  bool has_mark() const { return has_mark_; }
  /// Whether its last line ended.
  bool is_ended() const { return is_ended_; }

  const std::vector<DocumentLayout>& documents() const { return documents_; }
  const std::vector<CollectionPiece>& collections() const { return collections_; }
  /// The comments in those bytes.
  std::vector<std::string> comments(std::size_t begin, std::size_t end) const;

 private:
  void find_comments();

  std::string bytes_;
  bool is_read_ = true, has_carriage_returns_ = false, has_mark_ = false, is_ended_ = true;
  std::vector<DocumentLayout> documents_;
  std::vector<CollectionPiece> collections_;
  std::vector<PlacedComment> comments_;
};

/// What begins, parts and ends a conflict that is left in a file.
inline constexpr std::string_view ours_marker = "<<<<<<< ours\n", parting_marker = "=======\n",
                                  theirs_marker = ">>>>>>> theirs\n";

}  // namespace lianxi
