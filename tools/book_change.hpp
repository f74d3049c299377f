// What the commands that write into a book share: the change is proved, judged, shown, written, and
// committed where that was asked.
#pragma once
#include <memory>
#include <utility>

#include <lianxi/writing/changes.hpp>

#include "command.hpp"

namespace lianxi::tool {

/// What may be asked of every change.
struct ChangeOptions {
  bool dry_run = false, commit = false;
};
void declare_change_options(Options&, ChangeOptions&);

/// Whether a new record may still have blanks that are to be filled.
enum class Blanks : unsigned char { refused, allowed };

/// A change of the session's book, from reading it to writing it.
class BookChange {
 public:
  explicit BookChange(Session&);

  const Book& book() const { return book_; }
  const std::vector<InputFile>& files() const { return files_; }
  Editing& editing() { return editing_; }

  /// Proves the change; refuses it (exit status 2) with what validate says where it makes errors;
  /// writes it, unless only asked what it would do, and tells what it did: in `summary` where that
  /// is given, else field by field. Returns the exit status.
  int finish(const ChangeOptions&, Blanks = Blanks::refused, const Message& summary = {});
  /// What is at fault came from a file, and was not asked for in a wrong way: exit status 1.
  void blame_records() { cause_ = Error::Cause::records; }
  /// What is said of a record under its old name is said of it under the new one: no new fault.
  void rename(const RecordPath&, const std::string& id);
  /// Proves the change and refuses it likewise, but writes and tells nothing.
  int rehearse(Blanks = Blanks::refused);
  /// The file that was changed first, and the first line of it that is new. After `finish`.
  std::pair<std::string, std::size_t> first_place() const { return first_place_; }

 private:
  void judge(const ProvedChange&, const std::vector<Difference>&, Blanks) const;
  void refuse_changed_book() const;
  void write(const ProvedChange&, const ChangeOptions&, const std::string& told,
             const std::string& subject) const;
  void commit_or_tell(const std::vector<std::string>& paths, const std::string& subject,
                      const std::string& body) const;

  Session& session_;
  std::string folder_;
  std::vector<InputFile> files_;
  Book book_;
  Editing editing_;
  std::pair<std::string, std::size_t> first_place_;
  bool renames_ = false;
  Error::Cause cause_ = Error::Cause::usage;
};

}  // namespace lianxi::tool
