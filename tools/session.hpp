// What every command shares: the global options and what they come to.
#pragma once
#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <lianxi/base/error.hpp>
#include <lianxi/base/period.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/book/book.hpp>

namespace lianxi::tool {

/// What was asked for cannot be meant: exit status 2.
inline Error usage_error(Message message, Message hint = {}) {
  return Error(std::move(message), std::move(hint), Error::Cause::usage);
}

/// The global options as they were written.
struct GlobalOptions {
  std::string book, as_of, lang, color = "auto";
  unsigned jobs = 0;
  bool quiet = false;
};

class Session {
 public:
  explicit Session(GlobalOptions options);

  /// Of messages and text output.
  Language language() const { return language_; }
  /// Of reports: `--lang`, else the alliance's own.
  Language report_language(const Book&) const;
  bool color() const;
  bool quiet() const { return options_.quiet; }
  Date as_of() const { return as_of_; }
  bool as_of_given() const { return !options_.as_of.empty(); }

  /// The book's folder: `--book`, `LIANXI_BOOK`, or found from the working directory.
  std::filesystem::path folder() const;
  /// Reads the book.
  Book load() const;
  /// Reads the book for a command that does not judge records, and says on stderr
  /// when it has errors.
  Book load_for_use() const;
  /// Reads a PERIOD argument; "" is everything.
  Period period(const std::string& written) const;

  /// Writes to standard output; a closed pipe is no error, a full disk is.
  void print(std::string_view text) const;

 private:
  GlobalOptions options_;
  Language language_;
  Date as_of_;
};

/// What to say of a name that is none of these: `unknown` has its words, and the nearest
/// is named.
Error unknown_name(std::span<const std::string_view> names, const std::string& written,
                   Phrase<std::string> unknown);
/// The one of the names that was written, as ids are compared; throws where it is none.
std::string_view one_of_names(std::span<const std::string_view> names, const std::string& written,
                              Phrase<std::string> unknown);

/// A cancelled meeting is in the book, so it would be untrue to call it unknown.
void refuse_cancelled(const Book&, const std::string& written);

/// Accepts these words only; the option's type name lists them.
CLI::Validator one_of(std::vector<std::string> words);

/// Declares the global options; they stand before and after the command.
void add_global_options(CLI::App&, GlobalOptions&, Language);

/// The language asked for by arguments or, without `--lang`, by the environment.
Language wanted_language(int argc, char** argv);

/// Says what went wrong, on standard error.
void complain(std::string_view what, std::string_view hint = {});

}  // namespace lianxi::tool
