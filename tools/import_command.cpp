#include <algorithm>
#include <map>
#include <optional>

#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/drafts/drafts.hpp>
#include <lianxi/exchange/import_text.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/schema/decoder.hpp>
#include <lianxi/sheets/import_attendance.hpp>
#include <lianxi/sheets/sheet_reading.hpp>

#include "book_change.hpp"
#include "progress.hpp"

namespace lianxi::tool::import_command {
namespace {

struct Arguments {
  std::string what, sheet;
  std::vector<std::string> words;
  std::vector<std::string> maps, ignored;
  unsigned skip = 0;
  bool write = false;
};

void declare(Options& options, Arguments& arguments) {
  options
      .argument("WHAT", arguments.what,
                {"A collection, such as events, or attendance and then a meeting",
                 "记录种类，如 活动；或写 签到，后接会议"})
      .required = true;
  options.arguments(
      "FILE", arguments.words,
      {"The sheet: .csv, .tsv, .xlsx or .ods", "表格文件：.csv、.tsv、.xlsx 或 .ods"});
  options.each("--map", "FIELD=COLUMN", arguments.maps,
               {"Which column is a field, by its heading or letters; may be repeated",
                "某字段是哪一列（列标题或字母），可重复"});
  options.each("--ignore", "COLUMN", arguments.ignored,
               {"A column to be passed over; may be repeated", "不导入的列，可重复"});
  options.option("--sheet", "SHEET", arguments.sheet,
                 {"Which sheet, by its name or number; the first where not given",
                  "哪个工作表（名称或序号），不写则为第一个"});
  options.number("--skip", "N", 1'000'000, arguments.skip,
                 {"How many rows stand above the headings", "标题行之上有几行"});
  options.flag("--write", arguments.write,
               {"Write the records; without it they are only shown", "写入账本；不写此项只显示"});
}

bool is_attendance(const std::string& what) { return what == "attendance" || what == "签到"; }

const Collection& collection_meant(const std::string& what) {
  const Collection* collection = collection_named(what);
  if (collection && collection != &all_collections().front()) return *collection;
  std::vector<std::string_view> names = {"attendance", "签到"};
  for (const Collection& one : all_collections().subspan(1)) {
    names.push_back(one.type->en);
    names.push_back(one.type->zh);
  }
  throw unknown_name(names, what,
                     {"there is no kind of records “{}” to import", "没有“{}”这种可导入的记录"});
}

/// The words after WHAT: what else is meant, and the file.
void require_words(const Arguments& arguments, std::size_t number) {
  if (arguments.words.size() < number)
    throw usage_error(
        number == 1 ? say({"name the file to import", "请写明要导入的文件"})
                    : say({"name the meeting and the file to import", "请写明会议和要导入的文件"}));
  if (arguments.words.size() > number)
    throw usage_error(
        say({"“{}” is one word too many", "多出了“{}”"}, printable(arguments.words[number])));
}

ImportOptions options_of(const Arguments& arguments) {
  return {.skip = arguments.skip, .maps = arguments.maps, .ignored = arguments.ignored};
}

/// Records go where the book keeps such ones; those of one file come together. A dry run is told
/// what would be refused.
int write_records(Session& session, const Collection& collection, const Imported& imported,
                  bool is_dry_run) {
  BookChange change(session);
  change.blame_records();
  std::map<std::string, std::vector<Draft>> by_file;
  for (const Draft& draft : imported.drafts)
    by_file[file_for(change.book(), collection, draft)].push_back(draft);
  for (const auto& [file, drafts] : by_file) change.editing().insert({&collection, drafts, file});
  if (is_dry_run) return change.rehearse(Blanks::allowed);
  return change.finish(
      {}, Blanks::allowed,
      say({"{} added to {}; {} there already", "新增 {} 条{}；已有 {} 条，略过"},
          imported.drafts.size(), Bilingual{collection.type->en, collection.type->zh},
          imported.passed_over));
}

DraftValue list_of(const std::vector<Draft>& parts) {
  DraftValue list{.kind = DraftValue::Kind::list};
  for (const Draft& part : parts)
    list.items.push_back({.kind = DraftValue::Kind::mapping, .mapping = {part}});
  return list;
}

int write_sign_in(Session& session, const std::string& meeting, const ImportedAttendance& imported,
                  bool is_dry_run) {
  BookChange change(session);
  change.blame_records();
  const RecordPath record = records_named(change.book(), "meetings/" + meeting).front();
  const Field* attendance = find_field(*record.type, "attendance");
  const RecordType& sheet = *attendance->type->record;
  for (const auto& [name, parts] :
       {std::pair{"present", &imported.present}, std::pair{"leave", &imported.leave}})
    if (!parts->empty())
      change.editing().change({FieldChange::Kind::add,
                               record,
                               {attendance, find_field(sheet, name)},
                               {},
                               list_of(*parts)});
  if (is_dry_run) return change.rehearse(Blanks::allowed);
  return change.finish(
      {}, Blanks::allowed,
      say({"sign-in of {}: {} present, {} on leave added; {} there already",
           "{} 签到：新增出席 {}、请假 {}；已有 {} 条，略过"},
          meeting, imported.present.size(), imported.leave.size(), imported.passed_over));
}

int refuse(Session& session, const std::vector<SheetFault>& faults, const Grid& grid) {
  session.print(faults_text(faults, grid.sheet, session.language()));
  return found_errors;
}

constexpr Bilingual reading{"reading the sheet …", "正在读取表格……"};

int import_records(Session& session, const Arguments& arguments) {
  const Collection& collection = collection_meant(arguments.what);
  require_words(arguments, 1);
  std::optional<Progress> progress(std::in_place, session, reading);
  const Grid grid = read_sheet(arguments.words[0], arguments.sheet);
  const Book book = session.load_for_use();
  const Imported imported = import_sheet(book, collection, grid, options_of(arguments));
  progress.reset();
  if (!imported.faults.empty()) return refuse(session, imported.faults, grid);
  if (!arguments.write || imported.drafts.empty())
    session.print(to_text(imported, *collection.type, session.language()));
  if (imported.drafts.empty()) return session.status();
  const int status = write_records(session, collection, imported, !arguments.write);
  return arguments.write ? status : std::max(status, session.status());
}

int import_sign_in(Session& session, const Arguments& arguments) {
  require_words(arguments, 2);
  const Book book = session.load_for_use();
  const auto id = record_named(book, Naming::meeting, arguments.words[0], session.as_of());
  std::optional<Progress> progress(std::in_place, session, reading);
  const Grid grid = read_sheet(arguments.words[1], arguments.sheet);
  const auto imported = import_attendance(book, *book.meeting(id), grid, options_of(arguments));
  progress.reset();
  if (!imported.faults.empty()) return refuse(session, imported.faults, grid);
  const bool has_new = imported.present.size() + imported.leave.size() > 0;
  if (!arguments.write || !has_new) session.print(to_text(imported, id, session.language()));
  if (!has_new) return session.status();
  const int status = write_sign_in(session, std::string(id), imported, !arguments.write);
  return arguments.write ? status : std::max(status, session.status());
}

int run(Session& session, const Arguments& arguments) {
  return is_attendance(arguments.what) ? import_sign_in(session, arguments)
                                       : import_records(session, arguments);
}

}  // namespace

}  // namespace lianxi::tool::import_command

namespace lianxi::tool::commands {
extern constinit const Command import =
    command<import_command::Arguments, import_command::declare, import_command::run>(
        "import", {"Take records from a spreadsheet", "从电子表格导入记录"}, Uses::book);
}  // namespace lianxi::tool::commands
