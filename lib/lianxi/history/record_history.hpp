// What became of one record: each commit that changed it, and how.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/book/folder.hpp>
#include <lianxi/export.hpp>
#include <lianxi/history/book_history.hpp>
#include <lianxi/writing/record_value.hpp>

namespace lianxi LIANXI_EXPORT {

/// A field that got another value, or none any more.
struct FieldInHistory {
  std::string record;                ///< The record, or the part of it that the field is of.
  const RecordType* type = nullptr;  ///< Of that.
  std::string field;  ///< `due`, `minutes.issued`; "" where a whole part came or went.
  std::optional<RecordValue> before, after;
};

/// What happened to a record in one commit.
struct RecordEvent {
  enum class Kind : std::uint8_t {
    added,
    changed,
    removed,
    renamed,   ///< Under another name before; its fields may have changed as well.
    reported,  ///< A unit reported on the resolution.
    report_changed,
    report_withdrawn
  };

  Kind kind;
  std::string record;       ///< Its name then; or that of the report.
  std::string before = {};  ///< What a renamed one was called.
  std::vector<FieldInHistory> fields = {};
};

/// A commit in which something happened to the record.
struct RecordCommit {
  std::optional<GitCommitInfo> commit;  ///< Nothing where it is not committed yet.
  std::vector<RecordEvent> events;
};

/// The history of one record, the latest first.
struct RecordHistory {
  std::string record;  ///< Its name in English.
  std::vector<RecordCommit> commits = {};
  bool is_cut_off = false;  ///< Older commits are not there, and the record was in the oldest.
};

/// What is asked of a history.
struct HistoryOf {
  std::string record;                    ///< In either language.
  const BookHistory* history = nullptr;  ///< Null where nothing was committed yet.
  /// The files of the book as they are now, to tell what is not committed yet; null where only
  /// what is committed counts.
  const std::vector<InputFile>* files_now = nullptr;
  std::string names = {};  ///< See names_in.
};

/// Follows a record by its name, and where it got its name in a commit in which exactly one record
/// of the same values went, under that one's name before. Without commits where it never was.
/// O(commits + bytes of the files that changed and may hold it).
RecordHistory history_of(const HistoryOf&);

/// The English name of a record that need not be there any more: one that begins with a collection
/// and goes on; "" of all else.
std::string full_name_of(std::string_view written);

}  // namespace lianxi
