#include "book_change.hpp"

#include <fmt/format.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/pending_files.hpp>
#include <lianxi/exchange/change_text.hpp>
#include <lianxi/followup/meant.hpp>
#include <lianxi/rules/judge.hpp>

#include "git_commit.hpp"

namespace lianxi::tool {

void declare_change_options(Options& options, ChangeOptions& written) {
  options.flag("--dry-run", written.dry_run,
               {"Show what would change in the files, write nothing", "只显示文件的改动，不写入"});
  options.flag("--commit", written.commit,
               {"Commit this change alone to git", "把这一处改动单独提交到 git"});
}

BookChange::BookChange(Session& session)
    : session_(session),
      folder_(session.folder()),
      files_(read_folder(folder_)),
      book_(Book::read(files_)),
      editing_(files_, book_) {}

/// The findings of a change in validate's words, as the reason why it is refused.
static Message told(const Findings& findings) {
  Message all;
  for (const Finding& finding : findings) {
    if (!all.en.empty()) all.en += "\n        ", all.zh += "\n        ";
    all.en += finding.message.en + (finding.hint.empty() ? "" : " (" + finding.hint.en + ")");
    all.zh += finding.message.zh + (finding.hint.empty() ? "" : "（" + finding.hint.zh + "）");
  }
  return all;
}

void BookChange::judge(const ProvedChange& change, Blanks blanks) const {
  const Date as_of = session_.as_of();
  const auto before = validate({book_, as_of, session_.as_of_given(), folder_}).findings;
  const auto after = validate({change.book, as_of, session_.as_of_given(), folder_}).findings;
  Findings errors, others;
  for (Finding& finding : new_findings(before, after)) {
    const bool blank = finding.rule == rule_names::missing_field;
    if (!finding.waived.empty() || finding.severity == Severity::info) continue;
    if (blank && blanks == Blanks::allowed) continue;
    (finding.severity == Severity::error ? errors : others).push_back(std::move(finding));
  }
  const Language language = session_.language();
  for (const Finding& finding : others)
    complain(fmt::format("{}: {}", severity_name(finding.severity).in(language),
                         finding.message.in(language)),
             finding.hint.in(language));
  if (errors.empty()) return;
  throw usage_error(told(errors), say({"nothing was written", "未写入任何内容"}));
}

int BookChange::finish(const ChangeOptions& options, Blanks blanks, const Message& summary) {
  if (options.dry_run && options.commit)
    throw usage_error(say(
        {"--dry-run writes nothing that could be committed", "--dry-run 不写入，也就无可提交"}));
  const ProvedChange change = editing_.prove();
  judge(change, blanks);
  const auto old_values = named_values(book_), new_values = named_values(change.book);
  const auto found = differences(old_values, new_values);
  if (change.files.empty()) {
    if (!session_.quiet())
      session_.print(say({"nothing to change\n", "没有要改的\n"}).in(session_.language()));
    return all_well;
  }
  if (options.dry_run) {
    session_.print(files_diff(change.files));
    return all_well;
  }
  const Language language = session_.language();
  const bool summed = !summary.empty();
  write(change, options, summed ? summary.in(language) + "\n" : changes_text(found, language),
        summed ? summary.in(language) : changes_in_one_line(found, language));
  return all_well;
}

void BookChange::write(const ProvedChange& change, const ChangeOptions& options,
                       const std::string& told, const std::string& subject) const {
  std::vector<std::string> paths;
  std::vector<FileToWrite> files;
  for (const ChangedFile& file : change.files) {
    paths.push_back(file.path);
    files.push_back({file.path, file.before, file.after});
  }
  if (options.commit) refuse_uncommitted(folder_, paths);
  write_all(folder_, files);
  if (!session_.quiet()) {
    std::string out = told;
    for (const std::string& path : paths)
      out += say({"written to {}\n", "已写入 {}\n"}, printable(session_.folder_from_here() + path))
                 .in(session_.language());
    session_.print(out);
  }
  if (options.commit) commit_files(folder_, paths, subject, told);
}

namespace {

/// Records that the word alone may mean: `2017-q3`, `2017-q3/r1`, 爱心基金.
std::vector<RecordPath> meant_shortly(const Book& book, const std::string& written, Date as_of) {
  std::vector<RecordPath> all;
  const auto add = [&](const std::string& name) {
    for (RecordPath& path : records_named(book, name)) all.push_back(std::move(path));
  };
  const auto slash = written.find('/');
  for (const Collection& collection : all_collections()) {
    const std::string english(collection.type->en);
    if (english != "waivers" && english != "alliance") add(english + "/" + written);
    if (slash == written.npos) continue;
    for (const Field& field : collection.type->fields)
      if (field.type->element && field.type->element->record)
        add(fmt::format("{}/{}/{}/{}", english, written.substr(0, slash), field.en,
                        written.substr(slash + 1)));
  }
  if (!all.empty()) return all;
  for (const auto& [kind, english] :
       {std::pair{Naming::meeting, "meetings"}, std::pair{Naming::unit, "units"},
        std::pair{Naming::committee, "committees"}, std::pair{Naming::fund, "funds"}})
    for (const Meant& one : meant_by(book, kind, written, as_of))
      add(fmt::format("{}/{}", english, one.id));
  return all;
}

}  // namespace

RecordPath record_to_change(const Book& book, const std::string& written, Date as_of) {
  auto found = records_named(book, written);
  if (found.empty()) found = meant_shortly(book, written, as_of);
  if (found.size() == 1) return found.front();
  if (found.empty())
    throw usage_error(say({"there is no record “{}”", "没有记录“{}”"}, printable(written)));
  Message choices;
  for (const RecordPath& path : found) {
    if (!choices.en.empty()) choices.en += ", ", choices.zh += "、";
    choices.en += printable(record_in_language(name_of(book, path), Language::en));
    choices.zh += printable(record_in_language(name_of(book, path), Language::zh));
  }
  throw usage_error(say({"“{}” may mean several", "“{}”可指多条"}, printable(written)),
                    say({"choose one: {}", "请选其一：{}"}, choices));
}

}  // namespace lianxi::tool
