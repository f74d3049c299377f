// Books in one folder for databases: a partition a book, in it one a year, a file a table.
//
//   DIR/book=KEY/year=2017/meetings.ndjson
//
// Tables are those of `query`: flat, money in whole 分, counts with their qualifier; and each row
// says its `book` and the `day` that it belongs to. Rows that belong to no day lie in `year=0`.
#pragma once
#include <filesystem>
#include <string>

#include <lianxi/exchange/audience_columns.hpp>
#include <lianxi/export.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

struct PartitionRequest {
  std::filesystem::path folder;  ///< Of all books.
  std::string key;               ///< Of this one.
  Date as_of;
  Audience audience = Audience::office;
  RecordFaults faults = {};
};

/// By what a book's folder is called: safe as a file's name, and the same at every export. What
/// is no letter, digit, `.`, `_` or `-` becomes `-`.
std::string partition_key(const std::filesystem::path& book);

/// Writes the book's partition, all of the book, in place of the one that is there: whole or not at
/// all. Throws Error where it cannot, or where the one that is there is another alliance's.
void export_partition(const Book&, const PartitionRequest&);

}  // namespace lianxi
