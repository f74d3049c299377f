// What every command shares: the global options and what they come to.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/period.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/book/book_source.hpp>
#include <lianxi/followup/meant.hpp>
#include <lianxi/rules/judge.hpp>

#include "options.hpp"

namespace lianxi {
class Book;
}  // namespace lianxi

namespace lianxi::tool {

/// The global options as they were written; empty or 0 where they were not.
struct GlobalOptions {
  std::string book, as_of, at, lang, color;
  unsigned jobs = 0;
  bool quiet = false;
};

/// Declares them; they stand before and after the command.
void declare_global_options(Options&, GlobalOptions&);

/// Writes to standard output; a closed pipe is no error, a full disk is.
void write_out(std::string_view text);

class Session {
 public:
  /// Throws Error where what was written for a global option cannot be meant.
  Session(GlobalOptions options, Uses uses);

  /// Of messages and text output.
  Language language() const { return language_; }
  /// Of reports: `--lang`, else the alliance's own.
  Language report_language(const Book&) const;
  bool color() const;
  bool quiet() const { return options_.quiet; }
  /// The day to judge at; for `--as-of end` today until the period is known.
  Date as_of() const { return as_of_; }
  bool as_of_given() const { return !options_.as_of.empty(); }

  /// How many threads are to be used.
  unsigned jobs() const;
  /// Whether `--book` was written.
  bool is_book_named() const { return !options_.book.empty(); }

  /// The book's folder, where it is read as it is now: `--book`, `LIANXI_BOOK`, or found from the
  /// working directory. Throws Error where there is no book.
  const std::string& folder();
  /// The folder that was named, else the working directory: a book or not.
  std::filesystem::path place() const;
  /// The revision to read it at; "" for the book as it is now.
  const std::string& at() const { return options_.at; }
  /// Reads the book at that revision, as if `--at` had named it.
  void read_at(std::string revision) { options_.at = std::move(revision); }
  /// Judges what is staged instead of what lies in the work tree.
  void read_what_is_staged() { is_staged_ = true; }
  /// Whether the book is read from its folder, not from git.
  bool is_read_as_it_is() const { return !is_staged_ && options_.at.empty(); }
  /// The book's folder with all links followed, whether it is there now or was.
  std::filesystem::path real_folder();
  /// Where the book is read from.
  const BookSource& source();
  /// The book at a revision, "" being what is staged, whatever is read otherwise.
  GitBook book_in_git(const std::string& revision) const;
  /// The same for a book of so many bytes: in a small one all is done before a second thread has
  /// begun, unless a number of threads was asked for.
  unsigned jobs_for(std::size_t bytes) const;
  /// Reads a book from elsewhere.
  Book read(const BookSource&) const;
  /// A book from `source()` and how it is to be judged.
  ValidateCase to_judge(const Book&);
  /// The book's folder as it is called from the working directory; "" where it is that.
  std::string folder_from_here();
  /// The same from the top of the git work tree it lies in; "" where there is none.
  std::string folder_from_top();
  /// Reads the book.
  Book load();
  /// Reads the book for a command that does not judge records, and says on stderr
  /// when it has errors.
  Book load_for_use();
  /// What is wrong with the records of the book that was loaded for use.
  const RecordFaults& faults() const { return faults_; }
  /// The exit status of a command that found nothing wrong: what it worked out may be, where
  /// records could not be read.
  int status() const;
  /// Says below a text for people that it may be incomplete, where it may.
  void print_warning(const Book&) const;
  /// Reads a PERIOD argument, "" being everything, and judges at its end where that was asked.
  Period period(const std::string& written);
  /// The canonical name of a PERIOD argument.
  std::string label(const std::string& written) const { return canonical_name(written, as_of_); }
  /// Where `--as-of end` was written, the as-of day is the period's last one.
  void judge_at_end_of(const Period&);

  /// Writes to standard output, as write_out.
  void print(std::string_view text) const { write_out(text); }

 private:
  GlobalOptions options_;
  Language language_;
  Date as_of_;
  std::string named_folder() const;

  std::string folder_;
  bool is_staged_ = false;
  std::unique_ptr<BookSource> source_;
  std::filesystem::path folder_in_git_, top_of_git_;
  RecordFaults faults_;
};

/// What to say of a name that is none of these: `unknown` has its words, and the nearest
/// is named.
Error unknown_name(std::span<const std::string_view> names, const std::string& written,
                   Phrase<std::string> unknown);
/// The one of the names that was written, as ids are compared; throws where it is none.
std::string_view one_of_names(std::span<const std::string_view> names, const std::string& written,
                              Phrase<std::string> unknown);

/// The rules that were written, each one of those of the command.
std::vector<std::string_view> rules_named(std::span<const std::string_view> rules,
                                          const std::vector<std::string>& written);
/// Leaves the findings of these rules, where any are named.
void narrow_to_rules(Verdict&, const std::vector<std::string_view>& rules);
/// Only text folds findings, so that --all would do nothing elsewhere.
void refuse_all_unless_text(bool all, const std::string& format);

/// The id of the record that was written, by its id or any of its names; throws where none or
/// several are meant, with the nearest or all of them.
std::string_view record_named(const Book&, Naming, const std::string& written, Date as_of);
/// What can be chosen, for who named nothing: each id with its name.
Message to_choose_from(const Book&, Naming, Date as_of);

/// A cancelled meeting is in the book, so it would be untrue to call it unknown.
void refuse_cancelled(const Book&, const std::string& written);

/// The language asked for by arguments or, without `--lang`, by the environment.
Language wanted_language(int argc, const char* const* argv);

/// Says what went wrong, on standard error.
void complain(std::string_view what, std::string_view hint = {});
void complain(const Error& error, Language language);

}  // namespace lianxi::tool
