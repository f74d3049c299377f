// What a command takes, declared once: the parser, the help and the checks of what is written
// follow from it. Who parses it is nobody's business but command_line.cpp's.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <lianxi/base/error.hpp>

namespace lianxi::tool {

/// What was asked for cannot be meant: exit status 2.
Error usage_error(Message message, Message hint = {});
/// The same of an option or argument that was given as an empty text.
Error empty_value(std::string_view names);
/// As a hint: “did you mean …?”, or nothing where no candidate is near.
Message did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

/// What a command uses of what the global options say, each of these with all before it: a book as
/// it is now, or as it was at a revision.
enum class Uses : unsigned char { nothing, day, book, revision, period };

/// One argument, option or flag.
struct Option {
  /// Where it goes: a text, several, a whole number, or only that it was there.
  using Target = std::variant<std::string*, std::vector<std::string>*, unsigned*, bool*>;

  std::string names;  ///< As in the help: `-o,--output`; of an argument, `PERIOD`.
  std::string value;  ///< What the help writes for its value.
  Target target;
  Bilingual doc;
  std::vector<std::string_view> words = {};  ///< Where given, one of these.
  unsigned most = 0;                         ///< Of a number.
  bool required = false;
  bool parted_by_commas = false;
  bool takes_all_that_follow = false;  ///< An option whose values are all words up to the next one.
  Uses needs = Uses::nothing;          ///< Commands that use less have no use for it.

  bool is_argument() const { return !names.starts_with('-'); }
  /// Checks what was written and puts it in its place. Throws Error.
  void take(const std::vector<std::string>& written) const;
};

/// What a command takes, in the order of its help. A text that was not given stays as it is,
/// one that was given is never empty.
class Options {
 public:
  /// A word that stands by its place, such as PERIOD.
  Option& argument(std::string_view name, std::string& value, Bilingual doc);
  /// All words from its place on.
  Option& arguments(std::string_view name, std::vector<std::string>& values, Bilingual doc);
  /// An option with a value, for which `value_name` stands in the help.
  Option& option(std::string_view names, std::string_view value_name, std::string& value,
                 Bilingual doc);
  /// An option whose value is one of these words.
  Option& choice(std::string_view names, std::vector<std::string_view> words, std::string& value,
                 Bilingual doc);
  /// An option with values parted by commas, which may be given more than once.
  Option& list(std::string_view names, std::string_view value_name,
               std::vector<std::string>& values, Bilingual doc);
  /// An option with one value that may be given again.
  Option& each(std::string_view names, std::string_view value_name,
               std::vector<std::string>& values, Bilingual doc);
  /// An option with as many values as words follow it, such as files that a shell has listed.
  Option& several(std::string_view names, std::string_view value_name,
                  std::vector<std::string>& values, Bilingual doc);
  /// An option with a whole number from 1 to `most`.
  Option& number(std::string_view names, std::string_view value_name, unsigned most,
                 unsigned& value, Bilingual doc);
  /// An option without a value.
  Option& flag(std::string_view names, bool& given, Bilingual doc);

  std::span<const Option> all() const { return all_; }

 private:
  Option& add(std::string_view names, std::string_view value_name, Option::Target, Bilingual doc);

  std::vector<Option> all_;
};

}  // namespace lianxi::tool
