// What an edit, a new record, a removal, another id and a merge make of a file, to the byte.
// tests/edits/*.cases hold them, thought out by hand from lianxi(1) and what it promises: every
// byte stays that nobody asked to change.
//
//   = Why this is tested
//   the book's file
//   @ set units/a head=Z
//   the file afterwards, or `refused: …` with the error, or `same`
//
// Each `@` begins anew with the file of its case. There are `set`, `new` (COLLECTION or
// RECORD/LIST and FIELD=VALUE…), `remove`, `rename RECORD ID`, `show RECORD` (what is written of
// it) and `ours`, `theirs`: two versions of the file. `joined` has how they come together (by
// field, record, lines …), what people are told, and what the file then is; `differs` has what is
// another in theirs. Arguments may stand in
// '…'; `\n` is a line break in them. `<CR>` at the end of a line, `<END>` for a file whose last
// line does not end there, and `<BOM>` are what they say.
#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <lianxi/exchange/change_text.hpp>
#include <lianxi/exchange/merge_text.hpp>
#include <lianxi/writing/assignments.hpp>
#include <lianxi/writing/changes.hpp>
#include <lianxi/writing/file_merge.hpp>
#include <lianxi/writing/merge_side.hpp>
#include <lianxi/writing/written_record.hpp>
#include <lianxi/writing/yaml_text.hpp>

#include "case_files.hpp"

namespace lianxi::edits_test {
namespace {

void replace_all(std::string& text, std::string_view sign, std::string_view with) {
  for (auto at = text.find(sign); at != text.npos; at = text.find(sign, at + with.size()))
    text.replace(at, sign.size(), with);
}

/// The bytes that a text of a case stands for.
std::string bytes_of(std::string text) {
  replace_all(text, "<CR>\n", "\r\n");
  replace_all(text, "<END>\n", "");
  replace_all(text, "<BOM>", "\xEF\xBB\xBF");
  return text;
}

/// Words parted by spaces, those in '…' whole.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words(1);
  bool quoted = false;
  for (const char c : line)
    if (c == '\'')
      quoted = !quoted;
    else if (c == ' ' && !quoted)
      words.emplace_back();
    else
      words.back() += c;
  for (std::string& word : words) replace_all(word, "\\n", "\n");
  return words;
}

/// What is asked of a file, and what is to come of it.
struct Question {
  std::vector<std::string> words = {};
  std::string line = {}, expected = {};
};

class Case {
 public:
  explicit Case(const std::string& bytes)
      : files_{{"book.yaml", bytes, std::nullopt, false}}, book_(Book::read(files_)) {}

  std::string answer(const std::vector<std::string>& words) {
    const std::string& verb = words[0];
    if (verb == "show") return std::string(written_record(book_, record(words.at(1)))) + "\n";
    Editing editing(files_, book_);
    try {
      if (verb == "set") set(editing, words);
      if (verb == "new") add(editing, words);
      if (verb == "remove") editing.remove(record(words.at(1)));
      if (verb == "rename") editing.rename(record(words.at(1)), words.at(2));
      const ProvedChange change = editing.prove();
      return change.files.empty() ? "same\n" : change.files.front().after;
    } catch (const Error& error) {
      const std::string hint = error.hint().en;
      return "refused: " + error.message().en + "\n" + (hint.empty() ? "" : hint + "\n");
    }
  }

 private:
  RecordPath record(const std::string& name) const {
    const auto found = records_named(book_, name);
    REQUIRE_MESSAGE(found.size() == 1, name);
    return found.front();
  }

  void set(Editing& editing, const std::vector<std::string>& words) const {
    const RecordPath path = record(words.at(1));
    for (std::size_t i = 2; i < words.size(); ++i)
      editing.change(change_of(path, read_assignment(book_, *path.type, words[i])));
  }

  Draft draft(const RecordType& type, const std::vector<std::string>& words) const {
    Draft draft{.type = &type};
    for (std::size_t i = 2; i < words.size(); ++i)
      put(draft, read_assignment(book_, type, words[i]));
    return draft;
  }

  void add(Editing& editing, const std::vector<std::string>& words) const {
    const auto slash = words.at(1).rfind('/');
    if (slash == words[1].npos) {
      const Collection* collection = collection_named(words[1]);
      REQUIRE(collection);
      return editing.insert({collection, {draft(*collection->type, words)}, "book.yaml"});
    }
    const RecordPath owner = record(words[1].substr(0, slash));
    const Field* list = find_field(*owner.type, words[1].substr(slash + 1));
    REQUIRE(list);
    editing.change({.kind = FieldChange::Kind::add,
                    .target = owner,
                    .fields = {list},
                    .value = {.kind = DraftValue::Kind::mapping,
                              .mapping = {draft(*list->type->element->record, words)}}});
  }

  std::vector<InputFile> files_;
  Book book_;
};

std::string_view name_of(MergedFile::How how) {
  constexpr std::string_view names[] = {"by field", "by record", "by lines", "unproved",
                                        "not at all"};
  return names[std::size_t(how)];
}

std::string merged(const std::string& base, const std::string& ours, const std::string& theirs) {
  const MergedFile file = merge_files(base, ours, theirs);
  CHECK(file.has_conflicts == (file.bytes.find(ours_marker.substr(0, 7)) != file.bytes.npos));
  return std::string(name_of(file.how)) + "\n" + merge_text(file, "book.yaml", Language::en) +
         file.bytes;
}

std::string differing(const std::string& before, const std::string& after) {
  const Book old_book = Book::of(before), new_book = Book::of(after);
  const auto old_values = named_values(old_book), new_values = named_values(new_book);
  return changes_text(differences(old_values, new_values), Language::en);
}

/// One case: its file, and what is asked of it.
struct Asked {
  std::string title, text;
  std::vector<Question> questions;

  void check() const {
    CAPTURE(title);
    const std::string bytes = bytes_of(text);
    std::map<std::string, std::string> versions;
    for (const Question& question : questions) {
      CAPTURE(question.line);
      const std::string expected = bytes_of(question.expected);
      const std::string& verb = question.words[0];
      if (verb == "ours" || verb == "theirs")
        versions[verb] = expected;
      else if (verb == "joined")
        CHECK(merged(bytes, versions["ours"], versions["theirs"]) == expected);
      else if (verb == "differs")
        CHECK(differing(bytes, versions["theirs"]) == expected);
      else
        CHECK(Case(bytes).answer(question.words) == expected);
    }
  }
};

void check_cases(const std::filesystem::path& path) {
  std::ifstream in(path);
  Asked asked;
  const auto ask = [&] {
    if (asked.title.empty()) return;
    CHECK_FALSE(asked.questions.empty());
    asked.check();
  };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("= ")) {
      ask();
      asked = {.title = line.substr(2), .text = {}, .questions = {}};
    } else if (line.starts_with("@ ")) {
      asked.questions.push_back({words_of(line.substr(2)), line, {}});
    } else if (!asked.title.empty()) {
      (asked.questions.empty() ? asked.text : asked.questions.back().expected) += line + "\n";
    }
  }
  ask();
}

}  // namespace

TEST_CASE("an edit changes what was asked for, and leaves every other byte") {
  const auto paths = case_files("edits");
  CHECK_FALSE(paths.empty());
  for (const auto& path : paths) {
    CAPTURE(path);
    check_cases(path);
  }
}

TEST_CASE("a text is written as what reads back as just that") {
  const std::pair<std::string_view, std::string_view> texts[] = {
      {"", "''"},
      {" a", "' a'"},
      {"a ", "'a '"},
      {"a\x01\x7F", "\"a\\x01\\x7f\""},
      {"a\tb\\", "\"a\\tb\\\\\""},
      {"a\u0085\u2028\u2029\uFEFF", "\"a\\u0085\\u2028\\u2029\\ufeff\""},
      {"\u3000", "\u3000"},
      {"a\\b", "a\\b"},
      {"- a", "'- a'"},
      {"... a", "'... a'"},
      {"....", "...."},
      {"Null", "'Null'"},
      {"<<", "'<<'"},
      {"a,b", "a,b"}};
  for (const auto& [text, written] : texts) CHECK(one_line_scalar(text, false) == written);
  for (const std::string_view sign : {",", "[", "]", "{", "}", ":", "?", "#"}) {
    const std::string text = "a" + std::string(sign) + "b";
    CHECK(one_line_scalar(text, false) == text);
    CHECK(one_line_scalar(text, true) == "'" + text + "'");
  }
  CHECK(one_line_scalar("a", true, '"') == "\"a\"");
  CHECK(one_line_scalar("it's", true, '\'') == "'it''s'");
  CHECK(one_line_scalar("a\nb", true, '\'') == "\"a\\nb\"");
  CHECK(block_scalar("a\n\nb", 2, "\r\n") == "|\r\n  a\r\n\r\n  b");
  CHECK(block_scalar("a\nb", 2, "\n", '"') == "\"a\\nb\"");
  for (const std::string_view text : {"a\n", " a\nb", "a \nb", "a\n b", "a\n\x01"})
    CHECK(block_scalar(text, 2, "\n").starts_with('"'));
}

}  // namespace lianxi::edits_test
