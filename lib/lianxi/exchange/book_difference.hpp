// How the records of one book differ from those of another: for people, for a merge request, for
// scripts. Each record and part that differs is one entry; where a record stands, and in which
// file, is no difference.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/export.hpp>
#include <lianxi/writing/record_value.hpp>

namespace lianxi LIANXI_EXPORT {

struct RecordFaults;

/// One of two books that are compared.
struct ComparedBook {
  enum class From : std::uint8_t { revision, staged, work_tree };

  const Book& book;
  From from = From::work_tree;
  std::string name = {};    ///< Of a revision, as it was written: `HEAD~3`.
  std::string commit = {};  ///< Of a revision: the 40 digits of its commit.
};

/// A field that differs. Of a mapping that came or went each field counts for itself.
struct FieldDifference {
  std::string name;                     ///< English: `due`, `minutes.issued`.
  const ValueType* type = nullptr;      ///< Null of an own field.
  const RecordValue* before = nullptr;  ///< Null where there was none.
  const RecordValue* after = nullptr;   ///< Null where there is none any more.
};

/// A record or part that differs.
struct RecordDifference {
  enum class Change : std::uint8_t { added, removed, changed };

  Change change = Change::changed;
  std::string record;                      ///< `meetings/2017-q3/resolutions/r1`.
  const RecordType* collection = nullptr;  ///< Whose record it is, or part of whose.
  const RecordType* type = nullptr;        ///< Its own.
  std::string title = {};                  ///< What people know it by; "" where nothing says it.
  std::string file = {};                   ///< In the second book, of what was removed the first.
  std::uint32_t line = 0;
  std::vector<FieldDifference> fields = {};  ///< Of what came or went all that it has.
  /// Whether it may be in the other book, too, in a document there that could not be read.
  bool may_be_unread = false;
};

/// All that differs between two books, which have to stay.
struct BookDifference {
  ComparedBook from, to;
  std::vector<NamedValue> before = {}, after = {};  ///< What the fields point into.
  std::vector<RecordDifference> records = {};       ///< In the order of collections, then books.
  std::size_t files = 0;                            ///< How many differ in any byte.

  std::size_t count(RecordDifference::Change) const;
  /// How many documents, records and values of either could not be read.
  int unread() const { return from.book.unread() + to.book.unread(); }
};

/// O(values · log records).
BookDifference compare_books(ComparedBook from, ComparedBook to);

/// How many records and parts differ. O(differences).
std::size_t records_in(const std::vector<Difference>&);

/// `HEAD~3 (1a2b3c4d5e)`, `the index`, `the work tree`.
Message words_for(const ComparedBook&);
/// `perhaps only unreadable`, of a record of which that may be so; else "".
Message doubt_of(const RecordDifference&);
/// `2 records changed, 1 added`; where none differs, how many files do.
Message sum_of(const BookDifference&);
/// `the comparison may be incomplete: …`; "" where everything could be read.
Message incomplete(const BookDifference&);

/// For a terminal: by collection, each record with what changed in it. Of long texts only what
/// differs, with a little around it.
std::string difference_text(const BookDifference&, Language, bool color);
/// Markdown for a comment: a table a collection.
std::string difference_markdown(const BookDifference&, Language);
/// JSON; lianxi-json.5 documents it. The faults are those of the second book.
std::string difference_json(const BookDifference&, const RecordFaults&);

}  // namespace lianxi
