// Changes of a book's records as values: put into the bytes of its files, and proved by reading
// them again.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <lianxi/base/error.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/export.hpp>
#include <lianxi/writing/draft.hpp>
#include <lianxi/writing/record_value.hpp>

namespace lianxi LIANXI_EXPORT {

/// What is to become of one field of a record or part.
struct FieldChange {
  enum class Kind : std::uint8_t {
    set,    ///< To the value, whatever it was.
    clear,  ///< Taken away.
    add,    ///< The value, or its items, at the end of a list.
    take,   ///< Out of a list: its items that are the value.
  };

  Kind kind = Kind::set;
  RecordPath target;
  /// From the target through mappings down to the field; empty for an own field.
  std::vector<const Field*> fields = {};
  std::string own_name = {};
  DraftValue value = {};
};

/// Records that are to be added to a collection.
struct Insertion {
  const Collection* collection = nullptr;
  std::vector<Draft> drafts = {};
  std::string file = {};  ///< Relative to the book; made where it is not there.
};

/// A file as it was and as it is to be.
struct ChangedFile {
  std::string path;                        ///< Relative to the book.
  std::optional<std::string> before = {};  ///< Nothing: there was no such file.
  std::string after;
};

/// The result of changes that were proved: nothing is written yet.
struct ProvedChange {
  std::vector<ChangedFile> files;
  Book book;  ///< As it will be.
};

/// Changes of one book, one after the other, and then the proof. Throws Error where the bytes
/// cannot be changed for certain: with the place, so that it can be done by hand.
class Editing {
 public:
  /// `files` are those that `book` was read from; both have to stay until the end.
  Editing(const std::vector<InputFile>& files, const Book& book);
  ~Editing();
  Editing(const Editing&) = delete;
  Editing& operator=(const Editing&) = delete;

  void change(const FieldChange&);
  void insert(const Insertion&);
  /// Takes a record or part out. Only one removal a proof: it shifts what comes after.
  void remove(const RecordPath&);
  /// Gives a record or part another id, also wherever it is named: in references, waivers,
  /// reminders and claims.
  void rename(const RecordPath&, const std::string& id);

  /// Reads the changed files again and holds every record of theirs against what was asked.
  /// Throws Error where anything else differs.
  ProvedChange prove();

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

/// What validate finds in the changed book that it did not find before, whatever line it is on.
Findings new_findings(const Findings& before, const Findings& after);

}  // namespace lianxi
