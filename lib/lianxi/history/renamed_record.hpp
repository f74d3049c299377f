// Under which other name a record stood before.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <lianxi/book/folder.hpp>
#include <lianxi/history/book_history.hpp>
#include <lianxi/writing/record_value.hpp>

namespace lianxi {

/// A record's value but for what the record is known by.
RecordValue without_identity(const RecordType&, RecordValue);

/// The files that were changed, as they were before and after.
struct ChangedFiles {
  std::vector<InputFile> before = {}, after = {};
};

/// Those of a commit, against its first parent.
ChangedFiles files_of(const BookHistory&, const BookCommit&);
/// All files of a commit, and those that are there now.
ChangedFiles files_since(const BookHistory&, const BookCommit&, const std::vector<InputFile>& now);

/// The name of the one record or part of the same kind that is not there any more and had the same
/// values, but for what it is known by; nothing where there is none, or several.
std::optional<std::string> name_before(const std::string& name, const ChangedFiles&,
                                       const std::string& names);

}  // namespace lianxi
