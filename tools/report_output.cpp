#include "report_output.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

#include <lianxi/base/output.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/text_diff.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/documents/docx.hpp>
#include <lianxi/documents/file_mark.hpp>
#include <lianxi/documents/html.hpp>
#include <lianxi/documents/json.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/documents/xlsx.hpp>

#include "command.hpp"
#include "report_provenance.hpp"

namespace lianxi::tool {
namespace {

/// What of a difference is shown; who wants all of it writes the report anew and has git tell.
constexpr std::size_t most_lines_shown = 40;

/// Each is its files' ending, too.
constexpr std::string_view formats[] = {"md", "html", "json", "docx", "xlsx"};

[[noreturn]] void fail_to_tell_format(const std::string& file) {
  std::string endings;
  for (const auto format : formats)
    endings += (endings.empty() ? "." : ", .") + std::string(format);
  throw usage_error(
      say({"{} ends in none of {}", "{} 的后缀不是 {} 之一"}, printable(file), endings),
      say({"name the format with --format", "请用 --format 指明格式"}));
}

bool is_stdout(const std::string& file) { return file.empty() || file == "-"; }

/// Where it goes on from what is there, and where a name says nothing of the format.
bool goes_into_stream(const std::string& file) { return is_stdout(file) || is_stream(file); }

std::string with_its_mark(std::string text, const PaperOutput& output, const Document& document) {
  if (document.mark.empty()) return text;
  return with_mark(std::move(text), document.mark + (output.charts ? "" : " charts none"));
}

[[noreturn]] void fail_to_read(const std::string& path, int error) {
  throw Error(say({"cannot read {}: {}", "无法读取 {}：{}"}, path, std::strerror(error)));
}

/// The file's ending decides, and may not say something else than --format.
std::string format_for(const std::string& wanted, const std::string& file, bool must_end) {
  const auto ending = format_of(file);
  if (must_end && ending.empty() && wanted.empty()) fail_to_tell_format(file);
  if (!ending.empty() && !wanted.empty() && ending != wanted)
    throw usage_error(
        say({"{} is no file for --format {}", "{} 的后缀与 --format {} 不符"}, printable(file),
            wanted),
        say({"leave out --format: the ending decides", "不写 --format 即可，格式由后缀决定"}));
  if (!ending.empty()) return std::string(ending);
  return wanted.empty() ? "md" : wanted;
}

void refuse_terminal(const PaperOutput& output) {
  if (output.check.empty() && is_stdout(output.file) && isatty(STDOUT_FILENO) == 1)
    throw usage_error(
        say({"a .{} is nothing for a terminal", "{} 文件不能显示在终端上"}, output.format),
        say({"name a file with -o FILE", "请用 -o 文件名 指明写到哪里"}));
}

bool is_office_format(std::string_view format) { return format == "docx" || format == "xlsx"; }

/// What a file holds besides its mark.
std::string_view without_mark(std::string_view file) {
  const auto marked = read_mark(file);
  return marked ? marked->text : file;
}

}  // namespace

std::string_view format_of(const std::string& file) {
  std::string ending = std::filesystem::path(file).extension().native();
  std::ranges::transform(ending, ending.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  for (const auto format : formats)
    if (ending == "." + std::string(format)) return format;
  return {};
}

std::string read_file(const std::string& path) {
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  // A pipe would be waited for, when it is opened and when it is read, and a device may
  // have no end.
  const int number = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (number < 0) fail_to_read(path, errno);
  const std::unique_ptr<std::FILE, Close> file(fdopen(number, "rb"));
  struct stat status = {};
  if (!file || fstat(number, &status) != 0) fail_to_read(path, errno);
  if (S_ISDIR(status.st_mode)) fail_to_read(path, EISDIR);
  if (!S_ISREG(status.st_mode))
    throw Error(say({"{} is not a regular file", "{} 不是普通文件"}, path));
  std::string bytes(std::size_t(status.st_size), '\0');
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
  if (std::ferror(file.get())) fail_to_read(path, errno);
  return bytes;
}

std::optional<MarkedFile> mark_of_file(const std::string& path, const std::string& file) {
  return is_office_format(format_of(path)) ? read_mark_of_office_file(file) : read_mark(file);
}

std::string text_of_file(const std::string& path, const std::string& file) {
  return is_office_format(format_of(path)) ? content_of_office_file(file) : file;
}

std::string rendered(const Session& session, const PaperOutput& output, const Document& document) {
  if (output.format == "html")
    return with_its_mark(to_html(document, {.charts = output.charts}), output, document);
  if (output.format == "json")
    return to_json(document, RecordMarks{session.faults().errors, session.faults().unread});
  if (output.format == "docx")
    return to_docx(document, document.day.value_or(session.as_of()), output.style);
  if (output.format == "xlsx") return to_xlsx(document, document.day.value_or(session.as_of()));
  return with_its_mark(to_markdown(document, {.charts = output.charts}), output, document);
}

/// What else than its text a file of an office program holds, nobody could read.
static bool differs_in_content(const Session& session, const std::string& path,
                               const std::string& file, const std::string& now) {
  if (content_of_office_file(file) == content_of_office_file(now)) return false;
  session.print(
      say({"{}: no longer what the records give", "{}：与现有记录不符"}, printable(masked(path)))
          .in(session.language()) +
      "\n");
  return true;
}

bool differs(const Session& session, const std::string& path, const std::string& file,
             const std::string& now) {
  if (is_office_format(format_of(path))) return differs_in_content(session, path, file, now);
  const TextDiff diff = compare_lines(without_mark(file), without_mark(now), most_lines_shown);
  if (diff.hunks.empty()) return false;
  const Message records = say({"the records now", "现有记录"});
  std::string out = fmt::format("--- {}\n+++ {}\n{}", printable(masked(path)),
                                records.in(session.language()), diff.hunks);
  if (diff.left_out > 0)
    out += say({"… and {} more differing part{}", "……另有 {} 处不同"}, diff.left_out,
               diff.left_out == 1 ? Bilingual{"", ""} : Bilingual{"s", ""})
               .in(session.language()) +
           "\n";
  session.print(out);
  return true;
}

void refuse_changed_by_hand(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return;
  if (has_yaml_name(std::filesystem::canonical(path, error).native()))
    throw Error(
        say({"{} holds records, and no report", "{} 是记录文件，不是报告"}, printable(path)),
        say({"name another file", "请换一个文件名"}));
  const std::string file = read_file(path);
  const auto marked = mark_of_file(path, file);
  if (marked && !marked->is_intact)
    throw Error(say({"{} was changed by hand since it was written", "{} 生成后被人修改过"},
                    printable(path)),
                say({"keep your text in a record of `summaries`, or write over it with --force",
                     "要保留的文字请写入“小结”记录；确要覆盖请用 --force"}));
}

void declare_output_options(Options& options, ReportOutput& output) {
  Option& format =
      options.list("--format", "md|html|json|docx|xlsx", output.formats,
                   {"Markdown, one HTML page to read and print, the data as JSON, a file for word "
                    "processors (with pandoc installed), or a workbook",
                    "格式：Markdown，可阅读和打印的 HTML 网页，JSON 数据，文字处理文件 "
                    "docx（需装有 pandoc），或电子表格 xlsx"});
  format.words = {std::begin(formats), std::end(formats)};
  options.option(
      "-o,--output", "FILE", output.file,
      {"Write this file, whole or not at all; - is standard output. Of `all` and with "
       "--each a folder",
       "写入该文件，要么写全，要么不动；- 表示标准输出。report all 和 --each 则为文件夹"});
  options.flag("--force", output.force,
               {"Write over a file that was changed by hand", "覆盖被人修改过的文件"});
  options.several("--check", "FILE…", output.checks,
                  {"Write nothing; exit with 1 and show what differs where a file is no longer "
                   "what the records give. Without KIND each file says itself what it is",
                   "不写文件，只作比对：文件与现有记录不符时列出不同之处，退出状态为 1。"
                   "不写 KIND 时，由各文件末尾的标记判断是什么"});
  options.option(
      "--style", "FILE.docx", output.style,
      {"Of a .docx: take the styles of this document instead", "用于 docx：改用该文件的样式"});
  options.choice("--charts", {"mermaid", "none"}, output.charts,
                 {"Charts as Mermaid blocks, on a page of HTML drawn, or none",
                  "图表：Mermaid（网页中直接画出）或不要"});
  options.flag("--provenance", output.provenance,
               {"Say at the foot from which git revision the records are, and whether any were "
                "changed since; --check leaves that line out of account",
                "在报告末尾注明记录出自哪个 git 版本、此后有无改动；--check 不比对这一行"});
}

PaperOutput settled(const ReportOutput& output) {
  if (output.formats.size() > 1 || output.checks.size() > 1)
    throw usage_error(say({"one report is one file", "一份报告只能是一个文件"}),
                      say({"name a single --format or --check", "请只写一个 --format 或 --check"}));
  if (!output.checks.empty() && (!output.file.empty() || output.force))
    throw usage_error(say({"--check only compares; there is nothing for -o to write",
                           "--check 只作比对，不能同时用 -o"}));
  const std::string check = output.checks.empty() ? "" : output.checks.front();
  PaperOutput settled{{}, output.file, check, output.charts != "none", {}, output.force};
  const bool to_file = !goes_into_stream(output.file);
  settled.format = format_for(output.formats.empty() ? "" : output.formats.front(),
                              to_file ? output.file : check, to_file);
  settled.style = output.style;
  if (is_office_format(settled.format)) refuse_terminal(settled);
  if (!output.style.empty() && settled.format != "docx")
    throw usage_error(
        say({"--style changes nothing in {}", "{} 格式用不到 --style"}, settled.format));
  if (!output.charts.empty() && settled.format != "md" && settled.format != "html")
    throw usage_error(
        say({"--charts changes nothing in {}", "{} 格式用不到 --charts"}, settled.format));
  return settled;
}

std::vector<std::string_view> formats_for_folder(const ReportOutput& output) {
  if (output.formats.empty()) return {"md"};
  std::vector<std::string_view> wanted;
  for (const auto format : formats)
    if (std::ranges::find(output.formats, format) != output.formats.end()) wanted.push_back(format);
  return wanted;
}

/// Compares with a file instead of writing it.
static int check_paper(const Session& session, const PaperOutput& output,
                       const Document& document) {
  const std::string file = read_file(output.check);
  const Document now = with_line_of(document, output.check, file);
  const bool stale = differs(session, output.check, file, rendered(session, output, now));
  return stale ? found_errors : session.status();
}

int put_out(const Session& session, const PaperOutput& output, const Document& document) {
  if (!output.check.empty()) return check_paper(session, output, document);
  const std::string report = rendered(session, output, document);
  if (is_stdout(output.file)) {
    session.print(report);
    return session.status();
  }
  if (!output.force && !is_stream(output.file)) refuse_changed_by_hand(output.file);
  write_output(output.file, report);
  return session.status();
}

}  // namespace lianxi::tool
