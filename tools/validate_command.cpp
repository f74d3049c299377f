#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

#include <lianxi/base/source.hpp>
#include <lianxi/base/whole_file.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/pending_files.hpp>
#include <lianxi/exchange/findings_github.hpp>
#include <lianxi/exchange/findings_gitlab.hpp>
#include <lianxi/exchange/findings_json.hpp>
#include <lianxi/exchange/findings_sarif.hpp>
#include <lianxi/exchange/findings_text.hpp>
#include <lianxi/exchange/fingerprints.hpp>
#include <lianxi/exchange/mending_text.hpp>
#include <lianxi/history/authorship.hpp>

#include "book_history.hpp"
#include "command.hpp"

namespace lianxi::tool::validate_command {
namespace {

namespace fs = std::filesystem;

struct Arguments {
  std::vector<std::string> paths, rules;
  std::string format, since;
  bool strict = false, fix = false, dry_run = false, all = false, staged = false, authors = false;
};

bool is_under(const std::string& file, const std::string& path) {
  return path.empty() || file == path || file.starts_with(path + "/");
}

/// A PATH relative to the book, "" for the book itself. Of another moment's book it need not be
/// there now.
std::string relative_to_book(Session& session, const std::string& path) {
  std::error_code error;
  const fs::path real = session.is_read_as_it_is() ? fs::canonical(path, error)
                                                   : fs::weakly_canonical(fs::absolute(path));
  if (error) throw usage_error(say({"there is no file or folder {}", "没有文件或文件夹 {}"}, path));
  auto relative = real.lexically_relative(session.real_folder()).generic_string();
  if (relative == ".") return "";
  if (relative.empty() || relative.starts_with(".."))
    throw usage_error(
        say({"{} is not in the book {}", "{} 不在账本 {} 之内"}, path,
            session.is_read_as_it_is() ? session.folder() : session.real_folder().native()));
  return relative;
}

/// Nothing is found in what was not there either.
void refuse_what_was_not_there(const Book& book, const std::vector<std::string>& paths) {
  for (const std::string& path : paths)
    if (std::ranges::none_of(book.sources().files(),
                             [&](const Source& file) { return is_under(file.path, path); }))
      throw usage_error(
          say({"the book had nothing in {} at that revision", "该版本的账本中没有 {}"}, path));
}

bool is_under_any(const std::string& file, const std::vector<std::string>& paths) {
  return paths.empty() ||
         std::ranges::any_of(paths, [&](const auto& path) { return is_under(file, path); });
}

/// Keeps the findings in files that lie under one of the paths.
void narrow(Verdict& verdict, const Book& book, const std::vector<std::string>& paths) {
  std::erase_if(verdict.findings, [&](const Finding& finding) {
    const Sources& sources = book.sources();
    const std::string file = sources.empty() ? "" : sources[sources.file_of(finding.at)].path;
    return !is_under_any(file, paths);
  });
  verdict.count();
}

void print_text(Session& session, const Book& book, const Verdict& verdict, bool all) {
  findings_text(book, verdict,
                {session.language(), session.color(), session.folder_from_here(), all}, write_out);
  if (session.quiet()) return;
  session.print(
      fmt::format("{}{}\n",
                  session.language() == Language::zh
                      ? fmt::format("共 {} 个文件：", book.files())
                      : fmt::format("{} file{}: ", book.files(), book.files() == 1 ? "" : "s"),
                  summary(verdict, session.language())));
}

void print(Session& session, const Arguments& arguments, const Book& book, const Verdict& verdict) {
  const Language language = session.language();
  const std::string& format = arguments.format;
  const std::string folder = session.folder_from_top();
  if (format == "json") return validate_json(book, verdict, write_out);
  if (format == "sarif") return findings_sarif(book, verdict, language, folder, write_out);
  if (format == "github") return findings_github(book, verdict, language, folder, write_out);
  if (format == "gitlab") return findings_gitlab(book, verdict, language, folder, write_out);
  print_text(session, book, verdict, arguments.all);
}

/// Writes the mended files, all or none; says on stderr what hinders it.
bool write(const Session& session, const fs::path& folder, const std::vector<InputFile>& read,
           const std::vector<MendedFile>& mended) {
  std::vector<FileToWrite> files;
  auto before = read.begin();  // both are in the order of the files
  for (const MendedFile& file : mended) {
    before = std::find_if(before, read.end(), [&](auto& one) { return one.path == file.path; });
    if (before->bytes.view() != file.bytes)
      files.push_back({file.path, std::string(before->bytes.view()), file.bytes});
  }
  try {
    write_all(folder, files);
    return true;
  } catch (const Error& e) {
    complain(e.message().in(session.language()));
    return false;
  }
}

bool is_for_people(const std::string& format) { return format.empty() || format == "text"; }

/// What is no finding goes to stderr where stdout is for other programs.
void tell(const Session& session, bool for_people, const std::string& text) {
  if (for_people)
    session.print(text);
  else
    std::fwrite(text.data(), 1, text.size(), stderr);
}

/// Mends the files under the paths, or shows how; false where one could not be written.
bool fix(Session& session, const Arguments& arguments, const fs::path& folder,
         const std::vector<std::string>& paths) {
  std::vector<MendedFile> files;
  std::string out;
  const std::vector<InputFile> read = read_folder(folder);
  for (MendedFile& mended : mend_book(read))
    if (is_under_any(mended.path, paths)) files.push_back(std::move(mended));
  if (arguments.dry_run)
    for (const MendedFile& mended : files)
      if (!mended.mends.empty()) out += mending_diff(mended);
  const bool written = arguments.dry_run || files.empty() || write(session, folder, read, files);
  if (!written) files.clear();
  if (!session.quiet())
    out += mending_text(files, arguments.dry_run, session.language(), session.folder_from_here());
  tell(session, is_for_people(arguments.format), out);
  return written;
}

std::vector<std::string_view> names_of_rules() {
  std::vector<std::string_view> names;
  for (const ValidateRule* rule : validate_rules()) names.push_back(rule->name);
  return names;
}

void declare(Options& options, Arguments& arguments) {
  options.arguments(
      "PATH", arguments.paths,
      {"Show only what is found in these files or folders", "只显示这些文件或文件夹中的问题"});
  options.choice("--format", {"text", "json", "sarif", "github", "gitlab"}, arguments.format,
                 {"How findings are shown", "显示方式"});
  options.list("--rule", "RULE,...", arguments.rules,
               {"Show and count only what these rules find", "只显示并计入这些规则的问题"});
  options.flag("--all", arguments.all,
               {"Show infos and what is waived whole, not only their number",
                "提示和已豁免的也逐条显示，不只给出数目"});
  options.option("--since", "REV", arguments.since,
                 {"Show and count only what the book did not have at that git revision",
                  "只显示并计入该 git 版本中没有的问题"});
  options.flag("--staged", arguments.staged,
               {"Check what is staged for git's next commit, not what lies in the work tree",
                "核对已暂存、将要提交到 git 的内容，而不是工作区的内容"});
  options.flag(
      "--authors", arguments.authors,
      {"Also check in git who committed reports and closures, against the alliance's authors",
       "另按 git 核对报告和销号由谁提交，是否与联盟的“填报人”相符"});
  options.flag("--strict", arguments.strict,
               {"Let warnings count for the exit status", "警告也计入退出状态"});
  options.flag("--fix", arguments.fix,
               {"Mend what is mechanical and certain, then check", "先改正确定无疑的笔误，再核对"});
  options.flag("--dry-run", arguments.dry_run,
               {"With --fix: show what would change, write nothing",
                "与 --fix 同用：只显示改动，不写入文件"});
}

void refuse_what_does_not_go_together(const Session& session, const Arguments& arguments) {
  if (arguments.dry_run && !arguments.fix)
    throw usage_error(say({"--dry-run goes with --fix", "--dry-run 须与 --fix 同用"}));
  if (arguments.staged && !session.at().empty())
    throw usage_error(say(
        {"--staged and --at name two different books", "--staged 与 --at 指的是两个不同的账本"}));
  if (arguments.fix && (arguments.staged || !session.at().empty()))
    throw usage_error(say({"--fix mends the files of the work tree, not what git has",
                           "--fix 只能改工作区的文件，不能改 git 中已有的内容"}),
                      say({"leave {} out", "请去掉 {}"}, arguments.staged ? "--staged" : "--at"));
  if (!arguments.authors &&
      std::ranges::find(arguments.rules, "report-by-other") != arguments.rules.end())
    throw usage_error(say(
        {"report-by-other is found only with --authors", "report-by-other 须加 --authors 才核对"}));
  refuse_all_unless_text(arguments.all, arguments.format);
}

/// Leaves what the book did not have at an earlier revision; returns how many it did.
std::size_t leave_new(Session& session, const std::string& since, const Book& book,
                      const Authorship* authorship, Verdict& verdict) {
  if (since.empty()) return 0;
  const auto source = git_source(session.book_in_git(since));
  const Book old = session.read(*source);
  const Findings known =
      validate({old, session.as_of(), session.as_of_given(), source.get(), authorship}).findings;
  const std::size_t before = verdict.findings.size();
  verdict.findings =
      findings_not_among(book.sources(), std::move(verdict.findings), old.sources(), known);
  verdict.count();
  return before - verdict.findings.size();
}

void tell_of_known(Session& session, const Arguments& arguments, std::size_t known) {
  if (known == 0 || session.quiet() || !is_for_people(arguments.format)) return;
  session.print(say({"not shown: {} that {} had already\n", "未显示：{} 个在 {} 中已有的问题\n"},
                    known, printable(arguments.since))
                    .in(session.language()));
}

/// Where nothing was committed yet, nobody committed anything.
std::optional<Authorship> authorship_in_git(Session& session, const Book& book) {
  const auto history = history_of_book(session, book);
  return history ? authorship_of(*history, book) : Authorship();
}

/// Git says nothing where its hook refuses, and runs it with a variable of its own.
void tell_that_nothing_is_committed(const Session& session, const Verdict& verdict) {
  if (verdict.errors == 0 || !std::getenv("GIT_INDEX_FILE")) return;
  complain(say({"nothing was committed", "没有提交"}).in(session.language()),
           say({"mend the errors, `git add` the files and commit again",
                "请改正错误，git add 后重新提交"})
               .in(session.language()));
}

int run(Session& session, const Arguments& arguments) {
  refuse_what_does_not_go_together(session, arguments);
  const auto rules = rules_named(names_of_rules(), arguments.rules);
  if (arguments.staged) session.read_what_is_staged();
  std::vector<std::string> paths;
  for (const auto& path : arguments.paths) paths.push_back(relative_to_book(session, path));
  const bool written = !arguments.fix || fix(session, arguments, session.folder(), paths);
  const Book book = session.load();
  if (!session.is_read_as_it_is()) refuse_what_was_not_there(book, paths);
  const auto authorship = arguments.authors ? authorship_in_git(session, book) : std::nullopt;
  ValidateCase judged = session.to_judge(book);
  judged.authorship = authorship ? &*authorship : nullptr;
  Verdict verdict = validate(judged);
  const std::size_t known = leave_new(session, arguments.since, book, judged.authorship, verdict);
  if (!paths.empty()) narrow(verdict, book, paths);
  narrow_to_rules(verdict, rules);
  print(session, arguments, book, verdict);
  tell_of_known(session, arguments, known);
  if (arguments.staged) tell_that_nothing_is_committed(session, verdict);
  const bool failed = verdict.errors > 0 || (arguments.strict && verdict.warnings > 0);
  return !written ? could_not_work : failed ? found_errors : all_well;
}

}  // namespace

}  // namespace lianxi::tool::validate_command

namespace lianxi::tool::commands {
extern constinit const Command validate =
    command<validate_command::Arguments, validate_command::declare, validate_command::run>(
        "validate", {"Check the records of a book", "检查账本中的记录"}, Uses::revision);
}  // namespace lianxi::tool::commands
