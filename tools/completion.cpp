#include "completion.hpp"

#include <algorithm>
#include <exception>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/reports/report.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/schema/field.hpp>

#include "command.hpp"
#include "completion_records.hpp"

namespace lianxi::tool {
namespace {

/// An option's own names: `-o`, `--output`.
std::vector<std::string> names_of(const Option& option) {
  std::vector<std::string> names;
  std::string_view rest = option.names;
  while (true) {
    const auto comma = rest.find(',');
    names.emplace_back(rest.substr(0, comma));
    if (comma == rest.npos) return names;
    rest.remove_prefix(comma + 1);
  }
}

/// The parts of `DAYS|PERIOD`.
std::vector<std::string_view> parts_of(std::string_view value) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto bar = value.find('|');
    parts.push_back(value.substr(0, bar));
    if (bar == value.npos) return parts;
    value.remove_prefix(bar + 1);
  }
}

bool takes_value(const Option& option) { return !std::holds_alternative<bool*>(option.target); }

bool takes_several(const Option& option) {
  return std::holds_alternative<std::vector<std::string>*>(option.target);
}

/// Completes one command line.
class CommandLineCompletion {
 public:
  explicit CommandLineCompletion(std::span<const char* const> words)
      : words_(words.begin(), words.end()) {
    declare_global_options(globals_, written_);
    drop_equals_signs();
  }

  std::string complete() {
    if (words_.empty()) return {};
    current_ = words_.back();
    read_words_before();
    offer();
    return std::move(out_);
  }

 private:
  /// Bash parts `--format=json` into three words.
  void drop_equals_signs() {
    for (std::size_t i = 1; i < words_.size(); ++i)
      if (words_[i] == "=" && words_[i - 1].starts_with("--")) {
        if (i + 1 == words_.size())
          words_[i].clear();
        else
          words_.erase(words_.begin() + std::ptrdiff_t(i));
      }
  }

  // ---- what was typed before ------------------------------------------------------

  const Option* find_option(std::string_view name) const {
    for (const Options* options : {&globals_, &options_})
      for (const Option& option : options->all()) {
        const auto names = names_of(option);
        if (!option.is_argument() && std::ranges::find(names, name) != names.end()) return &option;
      }
    return nullptr;
  }

  void read_words_before() {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      const std::string& word = words_[i];
      pending_ = nullptr;
      if (word.starts_with("-") && word.size() > 1)
        read_option(word, i);
      else
        read_word(word);
    }
  }

  void read_option(const std::string& word, std::size_t& i) {
    const auto equals = word.find('=');
    const Option* option = find_option(word.substr(0, equals));
    if (!option || !takes_value(*option)) return;
    if (equals != std::string::npos)
      take(*option, word.substr(equals + 1));
    else if (i + 2 < words_.size())
      take(*option, words_[++i]);
    else
      pending_ = option;
  }

  /// Global options say which book it is; of others nothing needs to be known.
  void take(const Option& option, const std::string& value) const {
    const auto globals = globals_.all();
    const bool is_global =
        std::ranges::any_of(globals, [&](const Option& one) { return &one == &option; });
    if (auto* const* text = std::get_if<std::string*>(&option.target); text && is_global)
      **text = value;
  }

  void read_word(const std::string& word) {
    if (command_) {
      arguments_.push_back(word);
      return;
    }
    const auto commands = all_commands();
    const auto at = std::ranges::find_if(
        commands, [&](const Command* command) { return command->name == word; });
    is_lost_ = is_lost_ || at == commands.end();
    if (is_lost_) return;
    command_ = *at;
    values_ = command_->declare(options_);
  }

  // ---- what comes next ------------------------------------------------------------

  void offer() {
    const auto equals = current_.find('=');
    if (is_lost_) return;
    if (pending_) return offer_value(*pending_);
    if (current_.starts_with("--") && equals != std::string::npos) {
      const Option* option = find_option(current_.substr(0, equals));
      before_ = current_.substr(0, equals + 1);
      current_.erase(0, equals + 1);
      if (option && takes_value(*option)) offer_value(*option);
      return;
    }
    if (current_.starts_with("-")) return offer_options();
    if (!command_) return offer_commands();
    offer_argument();
  }

  /// What has a personal number in it is not offered: masked it would be another word.
  void add(std::string_view word, std::string_view doc = {}) {
    if (find_personal_number(word)) return;
    if (!word.starts_with(current_) || !offered_.emplace(word).second) return;
    out_ += before_ + visible(word);
    const auto safe = masked(doc);
    const auto first_line = std::string_view(safe).substr(0, safe.find('\n'));
    if (!first_line.empty()) out_ += "\t" + visible(first_line);
    out_ += "\n";
  }

  std::string_view in(Bilingual both) { return both.in(language()); }

  Language language() {
    if (written_.lang.empty()) {
      const char* nothing = "";
      return wanted_language(1, &nothing);
    }
    return written_.lang == "zh" ? Language::zh : Language::en;
  }

  void offer_commands() {
    for (const Command* command : all_commands()) add(command->name, in(command->doc));
  }

  void offer_options() {
    for (const Options* options : {&options_, &globals_})
      for (const Option& option : options->all()) {
        const bool is_used = !command_ || option.needs <= command_->uses;
        if (!option.is_argument() && is_used) add(names_of(option).back(), in(option.doc));
      }
    add("--help", in({"Show this help", "显示帮助"}));
    if (!command_) add("--version", in({"Show the version", "显示版本"}));
  }

  void offer_argument() {
    if (std::string_view(command_->name) == "report") return offer_for_report();
    std::size_t at = 0;
    for (const Option& option : options_.all()) {
      if (!option.is_argument()) continue;
      if (at == arguments_.size() || takes_several(option)) return offer_value(option);
      ++at;
    }
  }

  void offer_value(const Option& option) {
    for (const std::string_view word : option.words) add(word);
    if (!option.words.empty()) return;
    const bool is_named = !option.is_argument() || option.value != "TEXT";
    std::string_view value = is_named ? std::string_view(option.value) : option.names;
    if (option.parted_by_commas) {
      if (const auto comma = current_.rfind(','); comma != std::string::npos) {
        before_ += current_.substr(0, comma + 1);
        current_.erase(0, comma + 1);
      }
      value = value.substr(0, value.find(','));
    }
    for (const std::string_view part : parts_of(value)) offer_kind(part);
  }

  /// What stands in the help for a value.
  void offer_kind(std::string_view kind) {
    if (kind == "PERIOD") return offer_periods();
    if (kind == "RULE") return offer_rules();
    if (kind == "COMMAND") return offer_commands();
    if (kind == "UNIT") return offer_named(Naming::unit);
    if (kind == "MEETING") return offer_meetings();
    if (kind == "RECORD") return offer_records();
    if (kind == "WHAT") return offer_collections();
    if (kind == "SHELL") return;
    if (kind == "DIR") return out_.append("\tfolders\n"), void();
    if (kind == "FILE" || kind == "PATH") return out_.append("\tfiles\n"), void();
    const bool is_word = kind.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == kind.npos;
    if (is_word) add(kind);
  }

  void offer_rules() {
    const std::string_view command = command_ ? command_->name : "";
    if (command != "followup")
      for (const auto* rule : validate_rules()) add(rule->name, in(rule->holds));
    if (command != "validate")
      for (const auto* rule : followup_rules()) add(rule->name, in(rule->holds));
  }

  void offer_for_report() {
    if (arguments_.empty()) {
      for (const ReportKind* kind : all_reports()) {
        add(kind->name, in(kind->doc));
        if (!current_.empty()) add(kind->title.zh, in(kind->doc));
      }
      return add("all", in({"Every paper of a period", "一段期间的全部文件"}));
    }
    const ReportKind* kind = find_report(arguments_[0]);
    const bool has_subject = kind && kind->subject != Subject::none;
    if (arguments_.size() == 1 && has_subject) return offer_subject(*kind);
    if (arguments_.size() == (has_subject ? 2U : 1U) && (!kind || kind->covers != Covers::nothing))
      offer_periods();
  }

  void offer_subject(const ReportKind& kind) {
    switch (kind.subject) {
      case Subject::unit:
        return offer_named(Naming::unit);
      case Subject::fund:
        return offer_named(Naming::fund);
      case Subject::committee:
        return offer_named(Naming::committee);
      case Subject::meeting:
        return offer_meetings();
      case Subject::resolution:
      case Subject::none:
        break;
    }
    if (const Book* found = book())
      for (const std::string& id : subjects_of(kind, *found)) add(id);
  }

  // ---- from the book --------------------------------------------------------------

  Date as_of() {
    GlobalOptions options = written_;
    if (options.as_of == "end") options.as_of.clear();
    return Session(std::move(options), Uses::day).as_of();
  }

  /// Null where there is none.
  const Book* book() {
    if (book_) return &*book_;
    Session session(written_, Uses::nothing);
    return &book_.emplace(session.load());
  }

  void offer_named(Naming kind) {
    for (const Meant& one : all_meant(*book(), kind, as_of())) add(one.id, one.name);
    offer_names(kind);
  }

  /// Whoever types a name gets it too.
  void offer_names(Naming kind) {
    if (current_.empty()) return;
    for (const std::string_view word : words_for(*book(), kind, as_of())) add(word);
  }

  void offer_meetings() {
    add("last", in({"The last meeting held", "最近一次会议"}));
    add("next", in({"The next one", "下一次会议"}));
    for (const Meant& one : all_meant(*book(), Naming::meeting, as_of())) add(one.id, one.name);
  }

  void offer_records() {
    for (const RecordCandidate& one : record_candidates(*book(), current_))
      add(one.word, one.title);
    for (const Naming kind : {Naming::unit, Naming::committee, Naming::fund}) offer_names(kind);
  }

  void offer_collections() {
    for (const Collection& collection : all_collections().subspan(1)) {
      add(collection.type->en, in(collection.type->doc));
      if (language() == Language::zh || !current_.empty())
        add(collection.type->zh, in(collection.type->doc));
    }
  }

  void offer_periods() {
    constexpr Bilingual words[] = {{"this-quarter", "本季度"}, {"last-quarter", "上季度"},
                                   {"this-month", "本月"},     {"last-month", "上月"},
                                   {"this-year", "今年"},      {"last-year", "去年"}};
    for (const Bilingual word : words) {
      if (language() == Language::en || !current_.empty()) add(word.en, word.zh);
      if (language() == Language::zh || !current_.empty()) add(word.zh, word.en);
    }
    add("all");
    for (const std::string& period : periods_of_book(*book(), as_of(), current_)) add(period);
  }

  std::vector<std::string> words_;
  std::string current_;  ///< What is being typed, without what comes before a comma or `=`.
  std::string before_;   ///< And that.
  std::string out_;
  Options globals_, options_;
  GlobalOptions written_;
  std::shared_ptr<void> values_;  ///< Where the command's options would go.
  const Command* command_ = nullptr;
  bool is_lost_ = false;             ///< A word stands where a command should, and is none.
  const Option* pending_ = nullptr;  ///< The option whose value comes next.
  std::vector<std::string> arguments_;
  std::optional<Book> book_;
  std::set<std::string, std::less<>> offered_;

 public:
  /// What was found before something went wrong.
  std::string so_far() { return std::move(out_); }
};

}  // namespace

std::string completions(std::span<const char* const> words) {
  CommandLineCompletion completion(words);
  try {
    return completion.complete();
  } catch (const std::exception&) {
    return completion.so_far();  // no book, a bad date: nobody can be told now
  }
}

}  // namespace lianxi::tool
