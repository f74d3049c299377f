#include <filesystem>

#include <lianxi/base/made_things.hpp>
#include <lianxi/base/output.hpp>
#include <lianxi/base/whole_file.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/calendar.hpp>
#include <lianxi/exchange/export_files.hpp>
#include <lianxi/exchange/sql_tables.hpp>
#include <lianxi/exchange/sqlite.hpp>
#include <lianxi/exchange/table_sheets.hpp>

#include "command.hpp"
#include "progress.hpp"

namespace lianxi::tool::export_book_command {
namespace {

struct Arguments {
  std::string period, format, output, audience;
  bool force = false, no_bom = false;
};

/// A format, and the file's ending that stands for it.
struct ExportFormat {
  std::string_view name, ending;
  bool needs_output = false;  ///< It is no text for a terminal.
};

constexpr ExportFormat formats[] = {
    {"json", ".json"},           {"ndjson", ".ndjson"},   {"csv", "", true},
    {"sqlite", ".sqlite", true}, {"sqlite", ".db", true}, {"sqlite", ".sqlite3", true},
    {"xlsx", ".xlsx", true},     {"ics", ".ics"},
};

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const ExportFormat& format : formats)
    if (names.empty() || names.back() != format.name) names.push_back(format.name);
  return names;
}

std::string_view format_of_ending(const std::string& output) {
  const std::string ending = std::filesystem::path(output).extension().string();
  for (const ExportFormat& format : formats)
    if (!ending.empty() && format.ending == ending) return format.name;
  return {};
}

bool needs_output(std::string_view name) {
  for (const ExportFormat& format : formats)
    if (format.name == name) return format.needs_output;
  return false;
}

bool is_standard_output(const std::string& output) { return output.empty() || output == "-"; }

/// By --format or the ending of the output, which must not contradict each other.
std::string_view settled_format(const Arguments& arguments) {
  const std::string_view by_ending = format_of_ending(arguments.output);
  const std::string_view format = arguments.format.empty() ? by_ending : arguments.format;
  if (format.empty())
    throw usage_error(say({"which format is not said", "没有指明格式"}),
                      say({"write --format, or -o with an ending such as .xlsx or .sqlite",
                           "请写 --format，或在 -o 中写 .xlsx、.sqlite 等扩展名"}));
  if (!by_ending.empty() && by_ending != format)
    throw usage_error(say({"{} says {} and --format says {}", "{} 的扩展名是 {}，--format 是 {}"},
                          printable(arguments.output), by_ending, format));
  const bool is_missing = format == "csv" ? is_standard_output(arguments.output)
                                          : arguments.output.empty() && needs_output(format);
  if (is_missing)
    throw usage_error(
        say({"{} needs -o", "{} 格式需要 -o"}, format),
        format == "csv" ? say({"name a folder: each table is a file", "请写文件夹：每个表一个文件"})
                        : Message{});
  if (arguments.no_bom && format != "csv")
    throw usage_error(say({"--no-bom is for csv", "--no-bom 只用于 csv"}));
  if (arguments.force && is_standard_output(arguments.output))
    throw usage_error(say({"--force is for files", "--force 只用于写文件"}));
  return format;
}

Audience audience_of(const std::string& word) {
  if (word == "public") return Audience::the_public;
  return word == "members" ? Audience::members : Audience::office;
}

bool is_folder_with_files(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::is_directory(folder, error) && !std::filesystem::is_empty(folder, error);
}

/// All files, or none; a folder that has files is left alone unasked.
void write_folder(const Arguments& arguments, const std::vector<NamedFile>& files) {
  const std::filesystem::path folder(arguments.output);
  if (!arguments.force && is_folder_with_files(folder))
    throw Error(say({"{} is not empty", "{} 不是空文件夹"}, printable(arguments.output)),
                say({"name a new folder, or write over its files with --force",
                     "请换一个新文件夹；确要覆盖其中的文件请用 --force"}));
  MadeThings made;
  made.make_folder(folder);
  WholeFiles whole;
  for (const NamedFile& file : files) whole.add(folder / file.name, file.bytes, arguments.force);
  whole.take_names();
  made.keep();
}

void write_file(const Session& session, const Arguments& arguments, const std::string& bytes) {
  if (is_standard_output(arguments.output)) return session.print(bytes);
  if (is_stream(arguments.output)) return write_stream(arguments.output, bytes);
  std::error_code error;
  if (!arguments.force && std::filesystem::exists(arguments.output, error))
    throw Error(say({"{} is there already", "{} 已存在"}, printable(arguments.output)),
                say({"write over it with --force", "确要覆盖请用 --force"}));
  write_whole(arguments.output, bytes, arguments.force);
}

void declare(Options& options, Arguments& arguments) {
  options.argument(
      "PERIOD", arguments.period,
      {"Which period: 2017, 2017-Q3, 2017-01.., all", "期间：2017、2017年三季度、2017-01..、all"});
  options.choice(
      "--format", format_names(), arguments.format,
      {"What is written: else the output's ending says it", "格式；不写则看输出文件的扩展名"});
  options.option("-o,--output", "OUT", arguments.output,
                 {"Write this file, whole or not at all; of csv a folder with a file for each "
                  "table; - is standard output",
                  "写入该文件，要么写全，要么不动；csv 为文件夹，每个表一个文件；- 表示标准输出"});
  options.choice("--audience", {"public", "members", "office"}, arguments.audience,
                 {"For whom; the office gets everything", "给谁看；office（办公室）为全部"});
  options.flag("--no-bom", arguments.no_bom, {"CSV without a byte order mark", "CSV 文件不带 BOM"});
  options.flag("--force", arguments.force, {"Write over files that are there", "覆盖已有的文件"});
}

int run(Session& session, const Arguments& arguments) {
  const std::string_view format = settled_format(arguments);
  const Period period = session.period(arguments.period);
  const Book book = session.load_for_use();
  const Language language = session.language();
  const Progress progress(session, {"writing the tables …", "正在写出各表……"});
  const BookTablesRequest request{book, session.as_of(), period, audience_of(arguments.audience)};
  if (format == "csv")
    write_folder(arguments, export_csv(request, language, !arguments.no_bom));
  else if (format == "ics")
    write_file(session, arguments, book_calendar(book, session.as_of(), period, language));
  else if (format == "sqlite")
    write_file(session, arguments,
               to_sqlite(sql::tables_of(book_tables(request), session.faults())));
  else if (format == "xlsx")
    write_file(session, arguments, tables_to_xlsx(book_tables(request), language, session.as_of()));
  else if (format == "ndjson")
    write_file(session, arguments, export_ndjson(request));
  else
    write_file(session, arguments,
               export_json(request, {session.label(arguments.period), session.faults()}));
  return session.status();
}

}  // namespace

}  // namespace lianxi::tool::export_book_command

namespace lianxi::tool::commands {
// `export` is a word of C++.
extern constinit const Command export_book =
    command<export_book_command::Arguments, export_book_command::declare, export_book_command::run>(
        "export", {"Write the book for other programs", "导出账本，供其他程序使用"}, Uses::period);
}  // namespace lianxi::tool::commands
