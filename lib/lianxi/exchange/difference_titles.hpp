// Records and parts of a book found by their names, many at a time, and what people know them by.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include <lianxi/book/book.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi {

/// What a name leads to. `part` is null where it leads nowhere; the collection is there as far as
/// the name's first word is one's.
struct FoundPart {
  const RecordType* collection = nullptr;
  const RecordType* type = nullptr;
  const Part* part = nullptr;
};

/// Finds records and parts by the names that differences have. O(records) once.
class PartFinder {
 public:
  explicit PartFinder(const Book&);

  /// The first of that name. O(length of the name), after one pass over each list of parts that
  /// such a name leads through.
  FoundPart find(std::string_view name);

 private:
  using ItemsById = std::unordered_map<std::string, const void*>;

  FoundPart below(FoundPart, std::string_view rest);
  const void* item(const Field&, const void* list, std::string_view word);

  std::unordered_map<std::string, FoundPart> records_;
  std::unordered_map<const void*, ItemsById> lists_;  ///< By where the list lies.
};

/// The title, name or text of a record or part; where it has none, whose it is and of which day:
/// `铁路南站 2017-09-28`. "" where it has none of these.
std::string title_of_part(const Book&, const RecordType&, const Part&);

}  // namespace lianxi
