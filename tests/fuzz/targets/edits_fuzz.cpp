// The writing layer: some change of some record in a text of any form. Either it is refused, or the
// text that comes out is read as what was asked and keeps all other lines; `--fix` likewise.
#include <lianxi/base/error.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/book/mending.hpp>
#include <lianxi/exchange/change_text.hpp>
#include <lianxi/writing/assignments.hpp>
#include <lianxi/writing/changes.hpp>
#include <lianxi/writing/record_value.hpp>

#include "input.hpp"

using namespace lianxi;

namespace {

/// Some record of the book; nothing where it has none.
std::optional<RecordPath> some_record(const Book& book, fuzz::Input& input) {
  const auto collections = all_collections();
  const std::size_t first = input.choice(collections.size()), number = input.choice(8);
  for (std::size_t i = 0; i < collections.size(); ++i) {
    const Collection& collection = collections[(first + i) % collections.size()];
    const std::size_t size = collection.size(book);
    if (size > 0) return path_to(book, collection, number % size);
  }
  return std::nullopt;
}

struct Asked {
  std::size_t how;         ///< 0: take the record out; 1: another id; else change a field.
  std::string assignment;  ///< `FIELD=VALUE`, or the id.
};

ProvedChange changed(const std::vector<InputFile>& files, const Book& book,
                     const RecordPath& record, const Asked& asked) {
  Editing editing(files, book);
  if (asked.how == 0)
    editing.remove(record);
  else if (asked.how == 1)
    editing.rename(record, asked.assignment);
  else
    editing.change(change_of(record, read_assignment(book, *record.type, asked.assignment)));
  return editing.prove();
}

void check_change(const Book& before, const ProvedChange& change) {
  fuzz::must_be_readable(files_diff(change.files));
  const auto old_values = named_values(before), values = named_values(change.book);
  fuzz::must_be_readable(changes_text(differences(old_values, values), Language::zh));
  for (const ChangedFile& file : change.files) {
    const Book read = Book::read({{file.path, FileBytes(file.after)}});
    fuzz::must(differences(values, named_values(read)).empty(),
               "what is written is read as another book", file.after);
  }
}

void edit(fuzz::Input& input) {
  const std::size_t how = input.choice(8);
  const auto parts = input.parts();
  const std::vector<InputFile> files = {{"book.yaml", FileBytes(parts[0])}};
  const Book book = Book::read(files);
  const auto record = some_record(book, input);
  if (!record) return;
  const Asked asked{how, parts.size() > 1 ? parts[1] : "note=x"};
  check_change(book, changed(files, book, *record, asked));
}

/// What was mended once is not mended again, and no record is lost.
void fix(const fuzz::Input& input) {
  const auto once = mend({"book.yaml", FileBytes(std::string(input.rest()))});
  if (!once || once->mends.empty()) return;
  const int unread = Book::of(std::string(input.rest())).unread();
  fuzz::must(Book::of(once->bytes).unread() <= unread, "mended, less can be read", once->bytes);
  const auto twice = mend({"book.yaml", FileBytes(once->bytes)});
  fuzz::must(!twice || twice->mends.empty() || once->gave_up, "mended twice", once->bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  try {
    if (input.choice(4) == 0)
      fix(input);
    else
      edit(input);
  } catch (const Error& e) {
    fuzz::must_be_readable(printable(e.message().in(Language::zh)));
    fuzz::must_be_readable(printable(e.hint().in(Language::en)));
  }
  return 0;
}
