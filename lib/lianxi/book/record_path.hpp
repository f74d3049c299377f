// A record or a part of one, found by its name: `meetings/2017-q3/resolutions/r1`.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/book/book.hpp>
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

/// From a record or part into one of its parts.
struct PartStep {
  const Field* field = nullptr;  ///< Of a mapping or a list of mappings.
  std::size_t index = 0;         ///< Of the item of a list, from 0.
};

/// A record of a book, or a part of one.
struct RecordPath {
  const Collection* collection = nullptr;
  std::size_t number = 0;  ///< The record's position in its collection in the book.
  std::vector<PartStep> steps = {};
  const RecordType* type = nullptr;  ///< Of what it leads to.
  const Part* part = nullptr;        ///< What it leads to.
};

/// A list of parts of a record: `meetings/2017-q3/resolutions/r1/revisions`.
struct PartListPath {
  RecordPath owner;
  const Field* field = nullptr;
};

/// The collection of that name in either language, or null.
const Collection* collection_named(std::string_view);

/// The records or parts of that name: collections and parts by either language's words, ids as
/// ids are compared, a part without an id by its number from 1. Several where an id is there
/// twice. O(records of the collection).
std::vector<RecordPath> records_named(const Book&, std::string_view name);

/// The lists of parts that a name ends with, whether anything is in them or not.
std::vector<PartListPath> part_lists_named(const Book&, std::string_view name);

/// The path to every record of the collections, in the order of the book.
RecordPath path_to(const Book&, const Collection&, std::size_t number);

/// The name by which it is found, in English: of a part without an id by its number.
std::string name_of(const Book&, const RecordPath&);

/// What a record's name in findings begins with: its collection and what identifies it.
std::string name_of_record(const Book&, const Collection&, std::size_t number);

}  // namespace lianxi
