#include <algorithm>
#include <fmt/format.h>

#include <lianxi/exchange/findings_github.hpp>
#include <lianxi/exchange/findings_gitlab.hpp>
#include <lianxi/exchange/findings_json.hpp>
#include <lianxi/exchange/findings_sarif.hpp>
#include <lianxi/exchange/findings_text.hpp>

#include "command.hpp"

namespace lianxi::tool {
namespace {

namespace fs = std::filesystem;

struct Arguments {
  std::vector<std::string> paths;
  std::string format = "text";
  bool strict = false;
};

/// A PATH relative to the book, "" for the book itself.
std::string relative_to_book(const std::string& path, const fs::path& folder) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) throw UsageError(say({"there is no file or folder {}", "没有文件或文件夹 {}"}, path));
  const auto relative = real.lexically_relative(fs::canonical(folder)).generic_string();
  if (relative == ".") return "";
  if (relative.empty() || relative.starts_with(".."))
    throw UsageError(
        say({"{} is not in the book {}", "{} 不在账本 {} 之内"}, path, folder.native()));
  return relative;
}

bool is_under(const std::string& file, const std::string& path) {
  return path.empty() || file == path || file.starts_with(path + "/");
}

/// Keeps the findings in files that lie under one of the paths.
void narrow(Verdict& verdict, const Book& book, const std::vector<std::string>& paths) {
  std::erase_if(verdict.findings, [&](const Finding& finding) {
    const Sources& sources = book.sources();
    const std::string file = sources.empty() ? "" : sources[sources.file_of(finding.at)].path;
    return std::ranges::none_of(paths, [&](const auto& path) { return is_under(file, path); });
  });
  verdict.count();
}

void print_text(const Session& session, const Book& book, const Verdict& verdict) {
  const TextStyle style{session.language(), session.color()};
  std::string out;
  for (const Finding& finding : verdict.findings) out += to_text(book, finding, style);
  if (!session.quiet())
    out += fmt::format("{}{}\n",
                       session.language() == Language::zh
                           ? fmt::format("共 {} 个文件：", book.files())
                           : fmt::format("{} file{}: ", book.files(), book.files() == 1 ? "" : "s"),
                       summary(verdict, session.language()));
  session.print(out);
}

void print(const Session& session, const std::string& format, const Book& book,
           const Verdict& verdict) {
  const Language language = session.language();
  if (format == "json") return session.print(validate_json(book, verdict));
  if (format == "sarif") return session.print(findings_sarif(book, verdict, language));
  if (format == "github") return session.print(findings_github(book, verdict, language));
  if (format == "gitlab") return session.print(findings_gitlab(book, verdict, language));
  print_text(session, book, verdict);
}

Job setup(CLI::App& app, Language language) {
  auto arguments = std::make_shared<Arguments>();
  app.add_option(
      "PATH", arguments->paths,
      text({"Show only what is found in these files or folders", "只显示这些文件或文件夹中的问题"},
           language));
  app.add_option("--format", arguments->format,
                 text({"How findings are shown", "显示方式"}, language))
      ->check(one_of({"text", "json", "sarif", "github", "gitlab"}))
      ->type_name("text|json|sarif|github|gitlab");
  app.add_flag("--strict", arguments->strict,
               text({"Let warnings count for the exit status", "警告也计入退出状态"}, language));
  return [arguments](Session& session) {
    const fs::path folder = session.folder();
    std::vector<std::string> paths;
    for (const auto& path : arguments->paths) paths.push_back(relative_to_book(path, folder));
    const Book book = session.load();
    Verdict verdict = validate({book, session.as_of(), session.as_of_given(), &folder});
    if (!paths.empty()) narrow(verdict, book, paths);
    print(session, arguments->format, book, verdict);
    const bool failed = verdict.errors > 0 || (arguments->strict && verdict.warnings > 0);
    return failed ? found_errors : all_well;
  };
}

}  // namespace

constinit const Command commands::validate{
    "validate", {"Check the records of a book", "检查账本中的记录"}, setup};

}  // namespace lianxi::tool
