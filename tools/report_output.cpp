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

#include <lianxi/base/text_diff.hpp>
#include <lianxi/base/whole_file.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/docx.hpp>
#include <lianxi/documents/html.hpp>
#include <lianxi/documents/json.hpp>
#include <lianxi/documents/markdown.hpp>

#include "command.hpp"

namespace lianxi::tool {
namespace {

/// What of a difference is shown; who wants all of it writes the report anew and has git tell.
constexpr std::size_t most_lines_shown = 40;

/// Each is its files' ending, too.
constexpr std::string_view formats[] = {"md", "html", "json", "docx"};

/// The format that a file's ending stands for; "" where it is none of them.
std::string_view format_of(const std::string& file) {
  std::string ending = std::filesystem::path(file).extension().native();
  std::ranges::transform(ending, ending.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  for (const auto format : formats)
    if (ending == "." + std::string(format)) return format;
  return {};
}

[[noreturn]] void fail_to_tell_format(const std::string& file) {
  std::string endings;
  for (const auto format : formats)
    endings += (endings.empty() ? "." : ", .") + std::string(format);
  throw usage_error(
      say({"{} ends in none of {}", "{} 的后缀不是 {} 之一"}, printable(file), endings),
      say({"name the format with --format", "请用 --format 指明格式"}));
}

bool is_stdout(const ReportOutput& output) { return output.file.empty() || output.file == "-"; }

std::string rendered(const Session& session, const ReportOutput& output, const Document& document) {
  const bool charts = output.charts != "none";
  if (output.format == "html") return to_html(document, {.charts = charts});
  if (output.format == "json")
    return to_json(document, RecordMarks{session.faults().errors, session.faults().unread});
  if (output.format == "docx") return to_docx(document, session.as_of());
  return to_markdown(document, {.charts = charts});
}

[[noreturn]] void fail_to_read(const std::string& path, int error) {
  throw Error(say({"cannot read {}: {}", "无法读取 {}：{}"}, path, std::strerror(error)));
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

int compare(const Session& session, const std::string& path, const std::string& report) {
  const TextDiff diff = compare_lines(read_file(path), report, most_lines_shown);
  if (diff.hunks.empty()) return session.status();
  const Message now = say({"the records now", "现有记录"});
  std::string out =
      fmt::format("--- {}\n+++ {}\n{}", printable(path), now.in(session.language()), diff.hunks);
  if (diff.left_out > 0)
    out += say({"… and {} more differing part{}", "……另有 {} 处不同"}, diff.left_out,
               diff.left_out == 1 ? Bilingual{"", ""} : Bilingual{"s", ""})
               .in(session.language()) +
           "\n";
  session.print(out);
  return found_errors;
}

/// The file's ending decides, and may not say something else than --format.
std::string format_for(const ReportOutput& output) {
  const bool to_file = !is_stdout(output);
  const std::string& file = to_file ? output.file : output.check;
  const auto ending = format_of(file);
  if (to_file && ending.empty() && output.format.empty()) fail_to_tell_format(file);
  if (!ending.empty() && !output.format.empty() && ending != output.format)
    throw usage_error(
        say({"{} is no file for --format {}", "{} 的后缀与 --format {} 不符"}, printable(file),
            output.format),
        say({"leave out --format: the ending decides", "不写 --format 即可，格式由后缀决定"}));
  if (!ending.empty()) return std::string(ending);
  return output.format.empty() ? "md" : output.format;
}

void check_docx(const ReportOutput& output) {
  if (!output.check.empty())
    throw usage_error(
        say({"--check cannot compare a .docx", "--check 不能比对 docx 文件"}),
        say({"compare the report as md, html or json", "请比对 md、html 或 json 格式的报告"}));
  if (is_stdout(output) && isatty(STDOUT_FILENO) == 1)
    throw usage_error(say({"a .docx is nothing for a terminal", "docx 文件不能显示在终端上"}),
                      say({"name a file with -o FILE", "请用 -o 文件名 指明写到哪里"}));
}

}  // namespace

void declare_output_options(Options& options, ReportOutput& output) {
  options.choice("--format", {std::begin(formats), std::end(formats)}, output.format,
                 {"Markdown, one HTML page to read and print, the data as JSON, or, with "
                  "pandoc installed, a file for word processors",
                  "格式：Markdown，可阅读和打印的 HTML 网页，JSON 数据，或文字处理文件 "
                  "docx（需装有 pandoc）"});
  options.option("-o,--output", "FILE", output.file,
                 {"Write this file, whole or not at all; - is standard output",
                  "写入该文件，要么写全，要么不动；- 表示标准输出"});
  options.option("--check", "FILE", output.check,
                 {"Write nothing; exit with 1 and show what differs where the file is no "
                  "longer what the records give",
                  "不写文件，只作比对：文件与现有记录不符时列出不同之处，退出状态为 1"});
  options.choice("--charts", {"mermaid", "none"}, output.charts,
                 {"Charts as Mermaid blocks, on a page of HTML drawn, or none",
                  "图表：Mermaid（网页中直接画出）或不要"});
}

ReportOutput settled(ReportOutput output) {
  if (!output.check.empty() && !output.file.empty())
    throw usage_error(say({"--check only compares; there is nothing for -o to write",
                           "--check 只作比对，不能同时用 -o"}));
  output.format = format_for(output);
  if (output.format == "docx") check_docx(output);
  if (!output.charts.empty() && output.format != "md" && output.format != "html")
    throw usage_error(
        say({"--charts changes nothing in {}", "{} 格式用不到 --charts"}, output.format));
  return output;
}

int put_out(const Session& session, const ReportOutput& output, const Document& document) {
  const std::string report = rendered(session, output, document);
  if (!output.check.empty()) return compare(session, output.check, report);
  if (is_stdout(output))
    session.print(report);
  else
    write_whole(output.file, report, true);
  return session.status();
}

}  // namespace lianxi::tool
