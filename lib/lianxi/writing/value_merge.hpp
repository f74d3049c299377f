// Three versions of values joined: what a merged file has to hold.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <lianxi/writing/merge_alignment.hpp>
#include <lianxi/writing/merge_conflict.hpp>
#include <lianxi/writing/merge_side.hpp>

namespace lianxi {

/// Joins values, one side's wherever only that changed them. Of a conflict it takes one side.
class ValueMerge {
 public:
  enum class Prefer : std::uint8_t { ours, theirs };

  /// `whole_records`: a record that both changed is a conflict as a whole.
  explicit ValueMerge(Prefer prefer, bool whole_records = false)
      : prefer_(prefer), whole_records_(whole_records) {}

  /// All values of a file, by collection.
  std::map<std::string, Piece> files(const MergeSide& base, const MergeSide& ours,
                                     const MergeSide& theirs);
  /// One value; null is none. `record` and `field` name it in conflicts, `type` is that of the
  /// record it is a field of.
  std::optional<Piece> value(const std::string& record, const std::string& field, const Piece* base,
                             const Piece* ours, const Piece* theirs);

  const std::vector<MergeConflict>& conflicts() const { return conflicts_; }

 private:
  std::optional<Piece> conflict(const std::string& record, const std::string& field,
                                const Piece* base, const Piece* ours, const Piece* theirs);
  std::optional<Piece> list(const std::string& record, const std::string& field, const Piece* base,
                            const Piece* ours, const Piece* theirs);
  Piece mapping(const std::string& record, const std::string& field, const Piece* base,
                const Piece& ours, const Piece& theirs);

  Prefer prefer_;
  bool whole_records_;
  std::vector<MergeConflict> conflicts_;
};

/// The values of one side by collection: lists of records put together over all documents.
std::map<std::string, Piece> values_of(const MergeSide&);

/// Whether two files hold the same records; in what order they stand is no difference.
bool same_records(const std::map<std::string, Piece>&, const std::map<std::string, Piece>&);

}  // namespace lianxi
