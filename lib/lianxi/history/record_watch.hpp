// One record or part, followed through the history of its book by its name.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/book/record_path.hpp>
#include <lianxi/history/walk.hpp>

namespace lianxi {

/// A record's name with its collection and parts in English, and the type of what it names; null
/// where it does not begin with a collection.
struct EnglishName {
  std::string text;
  const RecordType* type = nullptr;
};
EnglishName english_name(std::string_view written);

/// Whether the name is a resolution's: `meetings/2017-q3/resolutions/r1`.
bool is_resolution(std::string_view name);

/// Follows the record of an English name, and where that is a resolution, what was reported on it:
/// each item under its report's name.
class RecordWatch : public Watch {
 public:
  explicit RecordWatch(std::string name);

  bool may_be_in(std::string_view bytes) const override;
  std::vector<Sighting> look(const Book& file) const override;
  bool is_incomplete(const Book& file) const override;

 private:
  std::string name_, id_, resolution_;
  const RecordType* collection_ = nullptr;
};

/// Whether the id, in whatever way it is written, can stand in these bytes; true where that is not
/// certain. O(bytes).
bool id_may_be_in(std::string_view bytes, std::string_view id);
/// Whether a collection can stand in them.
bool collection_may_be_in(std::string_view bytes, const RecordType& collection);

}  // namespace lianxi
