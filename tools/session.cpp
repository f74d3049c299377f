#include "session.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fmt/format.h>
#include <thread>
#include <unistd.h>

#include <lianxi/base/output.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/shortened.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/book/pending_files.hpp>
#include <lianxi/book/unread.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/reports/report.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/schema/spelling.hpp>

#include "book_in_git.hpp"
#include "command.hpp"

namespace lianxi::tool {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// The first that is set decides, as for every program that speaks several languages.
Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const auto value = environment(name); !value.empty())
      return value.starts_with("zh") ? Language::zh : Language::en;
  return Language::en;
}

Language language_of(const std::string& lang) {
  if (lang.empty()) return language_of_environment();
  return lang == "zh" ? Language::zh : Language::en;
}

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local = {};
  localtime_r(&now, &local);
  return *Date::make(local.tm_year + 1900, unsigned(local.tm_mon + 1), unsigned(local.tm_mday));
}

Date read_as_of(const std::string& written, std::string_view origin) {
  if (const auto date = read_date(written)) return *date;
  throw usage_error(say({"{}: “{}” is not a date", "{}：“{}”不是日期"}, origin, written),
                    say({"write it as 2017-09-30", "请写成 2017-09-30"}));
}

std::string found_book() {
  const auto here = std::filesystem::current_path();
  if (auto found = find_book(here)) return *found;
  const auto below = book_below(here);
  throw Error(
      say({"no book here or in any folder above; name one with -C DIR, or LIANXI_BOOK",
           "此处及上级文件夹中都没有账本，请用 -C 文件夹 或 LIANXI_BOOK 指明"}),
      below ? say({"there is a book in {}", "账本在 {}"}, below->filename().native()) : Message{});
}

constexpr std::string_view end_of_period = "end";

Date as_of_day(const GlobalOptions& options) {
  if (!options.as_of.empty() && options.as_of != end_of_period)
    return read_as_of(options.as_of, "--as-of");
  if (const auto fixed = environment("LIANXI_TODAY"); !fixed.empty())
    return read_as_of(fixed, "LIANXI_TODAY");
  return today();
}

}  // namespace

Session::Session(GlobalOptions options, Uses uses)
    : options_(std::move(options)), language_(language_of(options_.lang)) {
  if (uses >= Uses::day) as_of_ = as_of_day(options_);
  if (options_.as_of == end_of_period && uses < Uses::period)
    throw usage_error(say({"--as-of end: this command takes no PERIOD that could end",
                           "--as-of end：此命令不带期间"}),
                      say({"write a day, such as 2017-09-30", "请写明日期，如 2017-09-30"}));
}

Language Session::report_language(const Book& book) const {
  if (!options_.lang.empty() || !book.alliance()) return language_;
  return lianxi::report_language(book);
}

bool Session::color() const {
  if (options_.color == "always" || options_.color == "never") return options_.color == "always";
  return environment("NO_COLOR").empty() && environment("TERM") != "dumb" &&
         isatty(STDOUT_FILENO) == 1;
}

std::string Session::named_folder() const {
  return options_.book.empty() ? environment("LIANXI_BOOK") : options_.book;
}

std::filesystem::path Session::place() const {
  const auto named = named_folder();
  return named.empty() ? std::filesystem::current_path() : std::filesystem::path(named);
}

const std::string& Session::folder() {
  if (!folder_.empty()) return folder_;
  const auto named = named_folder();
  folder_ = named.empty() ? found_book() : named;
  if (named.empty()) return folder_;
  if (const auto error = no_book_in(named)) throw *error;
  return folder_;
}

/// As a path is put before others: with a slash at its end, "" for the folder itself.
static std::string prefix_of(const std::filesystem::path& folder) {
  const std::string prefix = folder.generic_string();
  return prefix.empty() || prefix == "." ? std::string() : prefix + "/";
}

const BookSource& Session::source() {
  if (source_) return *source_;
  if (is_read_as_it_is()) {
    source_ = folder_source(folder());
    if (const Message notice = pending_notice(folder()); !notice.empty())
      complain(notice.in(language_));
    return *source_;
  }
  GitBook book = book_in_git(options_.at);
  top_of_git_ = book.repository.top();
  folder_in_git_ = book.folder;
  source_ = git_source(std::move(book));
  return *source_;
}

GitBook Session::book_in_git(const std::string& revision) const {
  return tool::book_in_git(named_folder(), revision);
}

std::filesystem::path Session::real_folder() {
  if (is_read_as_it_is()) return std::filesystem::canonical(folder());
  source();
  return folder_in_git_.empty() ? top_of_git_ : top_of_git_ / folder_in_git_;
}

std::string Session::folder_from_here() {
  const auto book = real_folder(), here = std::filesystem::current_path();
  const auto shared = std::ranges::mismatch(book, here).in1;
  // Nobody counts the dots up to the root.
  const bool only_root = std::distance(book.begin(), shared) <= 1;
  return prefix_of(only_root && book != here ? book : book.lexically_relative(here));
}

std::string Session::folder_from_top() {
  const auto book = real_folder();
  if (!is_read_as_it_is()) return prefix_of(folder_in_git_);
  std::error_code ignored;
  for (auto top = book; top != top.root_path(); top = top.parent_path())
    if (std::filesystem::exists(top / ".git", ignored))
      return prefix_of(book.lexically_relative(top));
  return {};
}

Book Session::read(const BookSource& source) const {
  std::vector<InputFile> files = source.files(jobs());
  std::size_t bytes = 0;
  for (const InputFile& file : files) bytes += file.bytes.view().size();
  const unsigned jobs = jobs_for(bytes);
  return Book::read(std::move(files), jobs);
}

unsigned Session::jobs() const {
  return options_.jobs > 0 ? options_.jobs : std::max(1U, std::thread::hardware_concurrency());
}

unsigned Session::jobs_for(std::size_t bytes) const {
  constexpr std::size_t worth_a_thread = std::size_t(1) << 19;
  return options_.jobs == 0 && bytes < worth_a_thread ? 1 : jobs();
}

Book Session::load() { return read(source()); }

ValidateCase Session::to_judge(const Book& book) {
  std::size_t bytes = 0;
  for (const Source& file : book.sources().files()) bytes += file.bytes.size();
  return {book, as_of_, as_of_given(), &source(), nullptr, jobs_for(bytes)};
}

Book Session::load_for_use() {
  Book book = load();
  faults_ = record_faults(to_judge(book));
  const int errors = faults_.errors;
  if (errors > 0)
    complain(language_ == Language::zh
                 ? fmt::format("记录中有 {} 个错误，请运行 lianxi validate", errors)
                 : fmt::format("{} error{} in the records; run lianxi validate", errors,
                               errors == 1 ? "" : "s"));
  return book;
}

int Session::status() const { return faults_.unread > 0 ? found_errors : all_well; }

void Session::print_warning(const Book& book) const {
  if (const Message warning = incomplete(book); !warning.empty())
    print("\n" + std::string(warning.in(language_)) + "\n");
}

Period Session::period(const std::string& written) {
  const auto period = written.empty() ? Period{} : read_period(written, as_of_);
  if (!period)
    throw usage_error(
        say({"“{}” is not a period", "“{}”不是期间"}, printable(written)),
        say({"write for instance 2017, 2017-Q3, 2017-08, 2017-01..2017-06, all or last-quarter",
             "可写 2017、2017-Q3、2017年三季度、2017-08、2017-01..2017-06、all、上季度 等"}));
  judge_at_end_of(*period);
  return *period;
}

void Session::judge_at_end_of(const Period& period) {
  if (options_.as_of != end_of_period) return;
  if (!period.to)
    throw usage_error(
        say({"--as-of end: there is no period that ends", "--as-of end：没有指明有截止日期的期间"}),
        say({"write a day, such as 2017-09-30, or a period, such as 2017-Q3",
             "请写明日期，如 2017-09-30，或期间，如 2017-Q3"}));
  as_of_ = *period.to;
}

void write_out(std::string_view text) {
  const int error = write_open(STDOUT_FILENO, text);
  if (error == 0 || error == EPIPE) return;
  throw Error(say({"cannot write the output: {}", "无法写出结果：{}"}, std::strerror(error)));
}

Error unknown_name(std::span<const std::string_view> names, const std::string& written,
                   Phrase<std::string> unknown) {
  std::string buffer;
  return usage_error(say(unknown, printable(written)),
                     did_you_mean(mapped_id(written, buffer), names));
}

std::vector<std::string_view> rules_named(std::span<const std::string_view> rules,
                                          const std::vector<std::string>& written) {
  std::vector<std::string_view> chosen;
  for (const std::string& name : written)
    chosen.push_back(
        one_of_names(rules, name, {"there is no rule “{}” here", "这里没有“{}”这条规则"}));
  return chosen;
}

void narrow_to_rules(Verdict& verdict, const std::vector<std::string_view>& rules) {
  if (rules.empty()) return;
  std::erase_if(verdict.findings, [&](const Finding& finding) {
    return std::ranges::none_of(rules, [&](auto rule) { return rule == finding.rule; });
  });
  verdict.count();
}

void refuse_all_unless_text(bool all, const std::string& format) {
  if (all && !format.empty() && format != "text")
    throw usage_error(say({"--all changes nothing in {}", "{} 格式用不到 --all"}, format),
                      say({"it has all findings anyway", "该格式本来就列出全部"}));
}

std::string_view one_of_names(std::span<const std::string_view> names, const std::string& written,
                              Phrase<std::string> unknown) {
  std::string buffer;
  const auto at = std::ranges::find(names, mapped_id(written, buffer));
  if (at == names.end()) throw unknown_name(names, written, unknown);
  return *at;
}

namespace {

constexpr Phrase<std::string> unknown_records[] = {
    {"there is no meeting “{}”", "没有“{}”这次会议"},
    {"there is no unit “{}”", "没有“{}”这个单位"},
    {"there is no fund “{}”", "没有“{}”这个基金"},
    {"there is no committee “{}”", "没有“{}”这个专委会"},
};

/// Each id with its name behind it, the first of them only.
std::string listed(std::span<const Meant> all, Language language) {
  constexpr std::size_t most = 40;
  std::string out;
  for (const Meant& one : all.first(std::min(most, all.size()))) {
    if (!out.empty()) out += language == Language::zh ? "、" : ", ";
    out += printable(one.id);
    if (one.name.empty() || one.name == one.id) continue;
    out += language == Language::zh ? "（" + printable(one.name) + "）"
                                    : " (" + printable(one.name) + ")";
  }
  return all.size() > most ? out + " …" : out;
}

Message listed(std::span<const Meant> all) {
  return Message{listed(all, Language::en), listed(all, Language::zh)};
}

}  // namespace

std::string_view record_named(const Book& book, Naming kind, const std::string& written,
                              Date as_of) {
  const auto found = meant_by(book, kind, written, as_of);
  if (found.size() == 1) return found.front().id;
  const auto& unknown = unknown_records[std::size_t(kind)];
  if (found.empty()) {
    const auto near = meant_in_part(book, kind, written, as_of);
    if (near.empty()) throw unknown_name(words_for(book, kind, as_of), written, unknown);
    throw usage_error(say(unknown, printable(written)),
                      say({"did you mean {}?", "是否想写：{}？"}, listed(near)));
  }
  throw usage_error(say({"“{}” may mean several", "“{}”可指多个"}, printable(written)),
                    say({"choose one: {}", "请选其一：{}"}, listed(found)));
}

Message to_choose_from(const Book& book, Naming kind, Date as_of) {
  const auto all = all_meant(book, kind, as_of);
  if (all.empty()) return say({"the book has none", "账本中没有可选的"});
  return say({"choose one: {}", "请选其一：{}"}, listed(all));
}

void refuse_cancelled(const Book& book, const std::string& written) {
  std::string buffer;
  const std::string_view id = mapped_id(written, buffer);
  for (const Meeting& meeting : book.meetings)
    if (meeting.id && *meeting.id == id && meeting.cancelled)
      throw usage_error(say({"the meeting “{}” was cancelled and counts for nothing",
                             "会议“{}”已取消，不计入任何统计和报告"},
                            std::string(id)));
}

void declare_global_options(Options& options, GlobalOptions& written) {
  options.option("-C,--book", "DIR", written.book, {"The book's folder", "账本所在文件夹"}).needs =
      Uses::book;
  options
      .option("--as-of", "DATE", written.as_of,
              {"The day to judge at, end for the PERIOD's last; else LIANXI_TODAY, or today",
               "以哪一天为准，end 为期间的最后一天；不写则为 LIANXI_TODAY 或当天"})
      .needs = Uses::day;
  options
      .option("--at", "REV", written.at,
              {"Read the book as it stood in that git revision", "按该 git 版本读取账本"})
      .needs = Uses::revision;
  options.choice("--lang", {"zh", "en"}, written.lang,
                 {"Language of messages and reports", "提示和报告的语言"});
  options.choice("--color", {"auto", "always", "never"}, written.color,
                 {"When to use colour", "何时使用颜色"});
  options
      .number("-j,--jobs", "N", 256, written.jobs,
              {"How many threads read files", "读取文件的线程数"})
      .needs = Uses::book;
  options.flag("-q,--quiet", written.quiet,
               {"No summaries, only what was asked for", "不显示小结，只给结果"});
}

Language wanted_language(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--lang" && i + 1 < argc) return language_of(argv[i + 1]);
    if (argument.starts_with("--lang=")) return language_of(std::string(argument.substr(7)));
  }
  return language_of_environment();
}

void complain(const Error& error, Language language) {
  complain(shortened(error.message().in(language), language),
           shortened(error.hint().in(language), language));
}

void complain(std::string_view what, std::string_view hint) {
  std::string text = fmt::format("lianxi: {}\n", printable(masked(what)));
  if (!hint.empty()) text += fmt::format("        {}\n", printable(masked(hint)));
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace lianxi::tool
