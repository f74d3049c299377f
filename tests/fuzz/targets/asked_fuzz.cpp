// What people ask for on the command line: periods, conditions, orders, records, figures, globs,
// new values. Whatever is written, it is understood or refused with words.
#include <memory>

#include <lianxi/base/error.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/exchange/figure_sources.hpp>
#include <lianxi/exchange/table_print.hpp>
#include <lianxi/followup/meant.hpp>
#include <lianxi/followup/record_meaning.hpp>
#include <lianxi/reports/report_mark.hpp>
#include <lianxi/tables/conditions.hpp>
#include <lianxi/tables/facts.hpp>
#include <lianxi/tables/table.hpp>
#include <lianxi/writing/assignments.hpp>

#include "input.hpp"
#include "small_book.hpp"

using namespace lianxi;

namespace {

const Date as_of = *Date::make(2017, 9, 30);

const Book& book() {
  static const Book small = Book::of(std::string(fuzz::small_book));
  return small;
}

const std::vector<Table>& tables() {
  static const auto all = [] {
    std::vector<Table> made;
    const auto facts = std::make_shared<BookFacts>(book(), as_of);
    for (const TableKind& kind : all_tables()) made.push_back(make_table(kind, facts));
    return made;
  }();
  return all;
}

void narrow_table(fuzz::Input& input) {
  Table table = tables()[input.choice(tables().size())];
  const auto parts = input.parts();
  narrow(table, {read_condition(table, parts[0])});
  if (parts.size() > 1) sort_rows(table, parts[1]);
  fuzz::must_be_readable(table_text({table, usual_columns(table)}, Language::zh));
}

void name_record(fuzz::Input& input) {
  const std::string written(input.rest());
  const auto naming = Naming(input.choice(4));
  for (const Meant& meant : meant_by(book(), naming, written, as_of))
    fuzz::must(!meant.id.empty(), "meant, and nameless", written);
  for (const MeantRecord& record : records_meant(book(), written, as_of))
    fuzz::must(!record.name.empty(), "meant, and nameless", written);
}

void assign(fuzz::Input& input) {
  const auto collections = all_collections();
  const Collection& collection = collections[input.choice(collections.size())];
  read_assignment(book(), *collection.type, input.rest());
}

void name_figure(fuzz::Input& input) {
  const auto explained = explain_figure(book(), as_of, {}, input.rest());
  if (explained) fuzz::must_be_readable(explained_text(*explained, Language::en));
}

void match_glob(fuzz::Input& input) {
  const auto parts = input.parts();
  if (parts.size() > 1) matches_glob(parts[0], parts[1]);
}

void read_mark(fuzz::Input& input) {
  const auto mark = read_report_mark(input.rest());
  if (!mark) return;
  const auto again = read_report_mark(to_text(*mark));
  fuzz::must(again && to_text(*again) == to_text(*mark), "a mark that says another thing",
             input.rest());
}

constexpr void (*questions[])(fuzz::Input&) = {narrow_table, name_record, assign,
                                               name_figure,  match_glob,  read_mark};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const auto question = questions[input.choice(std::size(questions))];
  try {
    question(input);
  } catch (const Error& e) {
    fuzz::must_be_readable(printable(e.message().in(Language::zh)));
    fuzz::must_be_readable(printable(e.hint().in(Language::en)));
  }
  return 0;
}
