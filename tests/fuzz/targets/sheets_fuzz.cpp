// Sheets: what a file of any bytes holds as rows (CSV, XLSX, ODS, whatever it says it is), and the
// records that its rows would be.
#include <lianxi/base/error.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/exchange/import_text.hpp>
#include <lianxi/sheets/import_attendance.hpp>
#include <lianxi/sheets/import_sheet.hpp>
#include <lianxi/sheets/sheet_reading.hpp>

#include "input.hpp"
#include "small_book.hpp"

using namespace lianxi;

namespace {

const Book& book() {
  static const Book small = Book::of(std::string(fuzz::small_book));
  return small;
}

void import_rows(const Grid& grid, fuzz::Input& input) {
  const auto collections = all_collections();
  const Collection& collection = collections[input.choice(collections.size())];
  const Imported imported = import_sheet(book(), collection, grid, {});
  fuzz::must_be_readable(to_text(imported, *collection.type, Language::zh));
  fuzz::must_be_readable(faults_text(imported.faults, grid.sheet, Language::en));
}

void import_sign_in(const Grid& grid) {
  const Meeting& meeting = *book().meeting("2017-q3");
  const ImportedAttendance imported = import_attendance(book(), meeting, grid, {});
  fuzz::must_be_readable(to_text(imported, "2017-q3", Language::zh));
  fuzz::must_be_readable(faults_text(imported.faults, grid.sheet, Language::en));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  static constexpr const char* names[] = {"sheet.csv", "sheet.tsv", "sheet.xlsx", "sheet.ods"};
  const std::string name = names[input.choice(std::size(names))];
  const std::size_t what = input.choice(4);
  try {
    const Grid grid = sheet_in(std::string(input.rest()), name);
    if (what == 0)
      import_sign_in(grid);
    else
      import_rows(grid, input);
  } catch (const Error& e) {
    fuzz::must_be_readable(printable(e.message().in(Language::zh)));
  }
  return 0;
}
