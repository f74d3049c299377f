#include "book_change.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <set>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/places.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/rule_names.hpp>
#include <lianxi/base/signals_held_back.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/pending_files.hpp>
#include <lianxi/exchange/change_text.hpp>
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

/// Rules that only say what is still to be filled in.
static bool is_blank(std::string_view rule) {
  for (const std::string_view one :
       {"missing-field", "resolution-without-lead", "resolution-without-due",
        "plan-task-without-lead", "plan-task-without-due", "resolved-without-consensus"})
    if (rule == one) return true;
  return false;
}

/// Whether a record is gone under its name: another id is given to it by rename.
static bool takes_id_away(const std::vector<Difference>& found) {
  return std::ranges::any_of(found,
                             [](const Difference& one) { return one.field.empty() && !one.after; });
}

/// Whether a finding is of what was changed; others may follow from it elsewhere, such as a figure
/// made public that is no longer what the records give.
static bool is_of_change(const Finding& finding, const std::vector<Difference>& found) {
  const auto lies_in = [](const std::string& record, const std::string& other) {
    return (record + "/").starts_with(other + "/");
  };
  if (takes_id_away(found) && std::string_view(finding.rule) == "unknown-reference") return true;
  return std::ranges::any_of(found, [&](const Difference& one) {
    if (!one.after) return !one.field.empty() && one.record == finding.record;
    return lies_in(finding.record, one.record) || lies_in(one.record, finding.record);
  });
}

/// Leaves out what was said in the same words of a record that has another name now.
static Findings beyond_those_gone(Findings fresh, const Findings& gone) {
  std::multiset<std::pair<std::string_view, std::string_view>> said;
  for (const Finding& finding : gone) said.emplace(finding.rule, finding.message.en);
  std::erase_if(fresh, [&](const Finding& finding) {
    const auto at = said.find({finding.rule, finding.message.en});
    if (at == said.end()) return false;
    said.erase(at);
    return true;
  });
  return fresh;
}

void BookChange::judge(const ProvedChange& change, const std::vector<Difference>& found,
                       Blanks blanks) const {
  const auto before = validate(session_.to_judge(book_)).findings;
  const auto after = validate(session_.to_judge(change.book)).findings;
  const Language language = session_.language();
  // Where several records come in at once it is to be said which.
  const bool several = std::ranges::any_of(
      found, [&](const Difference& one) { return one.record != found.front().record; });
  bool refused = false;
  Findings fresh = new_findings(before, after);
  if (renames_) fresh = beyond_those_gone(std::move(fresh), new_findings(after, before));
  for (const Finding& finding : fresh) {
    if (!finding.waived.empty() || finding.severity == Severity::info) continue;
    if (blanks == Blanks::allowed && is_blank(finding.rule)) continue;
    const bool error = finding.severity == Severity::error && is_of_change(finding, found);
    refused |= error;
    complain(fmt::format("{}{}{}{}", severity_name(finding.severity).in(language),
                         language == Language::zh ? "：" : ": ", finding.message.in(language),
                         several ? fmt::format(" ({})", finding.record) : ""),
             finding.hint.in(language));
  }
  if (!refused) return;
  throw Error(say({"nothing was written", "未写入任何内容"}),
              takes_id_away(found)
                  ? say({"lianxi rename gives a record another id wherever it is named",
                         "更换编号请用 lianxi rename，引用处一并更改"})
                  : Message{},
              cause_);
}

static std::size_t first_new_line(const ChangedFile& file) {
  const std::string before = file.before.value_or("");
  const auto differs = std::ranges::mismatch(before, file.after).in2;
  return std::size_t(std::count(file.after.begin(), differs, '\n')) + 1;
}

/// Whether all of a document is lost, and with it what it names.
static bool loses_document(const Finding& finding) {
  for (const RuleName rule : {rule_names::file_encoding, rule_names::file_unreadable,
                              rule_names::merge_conflict, rule_names::yaml_syntax})
    if (rule == finding.rule) return true;
  return false;
}

void BookChange::rename(const RecordPath& record, const std::string& id) {
  const auto lost = std::ranges::find_if(book_.findings(), loses_document);
  if (lost != book_.findings().end())
    throw Error(say({"{} could not be read, and may name this record; nothing was written",
                     "{} 未能读取，其中可能引用了该记录；未写入任何内容"},
                    printable_path(masked(session_.folder_from_here() +
                                          std::string(path_of(book_.sources(), lost->at))))),
                say({"lianxi validate says what is wrong with it", "原因见 lianxi validate"}));
  editing_.rename(record, id);
  renames_ = true;
}

int BookChange::rehearse(Blanks blanks) {
  const ProvedChange change = editing_.prove();
  const auto old_values = named_values(book_), new_values = named_values(change.book);
  judge(change, differences(old_values, new_values), blanks);
  return all_well;
}

int BookChange::finish(const ChangeOptions& options, Blanks blanks, const Message& summary) {
  if (options.dry_run && options.commit)
    throw usage_error(say(
        {"--dry-run writes nothing that could be committed", "--dry-run 不写入，也就无可提交"}));
  const ProvedChange change = editing_.prove();
  const auto old_values = named_values(book_), new_values = named_values(change.book);
  const auto found = differences(old_values, new_values);
  judge(change, found, blanks);
  if (change.files.empty()) {
    if (!session_.quiet())
      session_.print(say({"nothing to change\n", "没有要改的\n"}).in(session_.language()));
    return all_well;
  }
  first_place_ = {(std::filesystem::path(folder_) / change.files.front().path).native(),
                  first_new_line(change.files.front())};
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

/// A signal that came meanwhile ends the program behind this: what is left undone is said before.
void BookChange::commit_or_tell(const std::vector<std::string>& paths, const std::string& subject,
                                const std::string& body) const {
  try {
    commit_files(folder_, paths, subject, body);
  } catch (const Error& error) {
    if (SignalsHeldBack::is_one_waiting()) complain(error, session_.language());
    throw;
  }
}

/// What was looked at may have been changed by another since: an id that is taken by now, a record
/// that has another one.
void BookChange::refuse_changed_book() const {
  const auto now = read_folder(folder_);
  const auto [was, is] =
      std::ranges::mismatch(files_, now, [](const InputFile& one, const InputFile& other) {
        return one.path == other.path && one.bytes.view() == other.bytes.view();
      });
  if (was == files_.end() && is == now.end()) return;
  throw Error(
      say({"{} has changed meanwhile; nothing was written", "{} 在此期间有改动，未写入任何内容"},
          printable_path(
              masked(session_.folder_from_here() + (was == files_.end() ? is->path : was->path)))),
      say({"try again", "请重试"}));
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
  const SignalsHeldBack until_told;
  write_all(folder_, files, [&] { refuse_changed_book(); });
  if (!session_.quiet()) {
    std::string out = told;
    for (const std::string& path : paths)
      out += say({"written to {}\n", "已写入 {}\n"},
                 printable_path(masked(session_.folder_from_here() + path)))
                 .in(session_.language());
    session_.print(out);
  }
  if (options.commit) commit_or_tell(paths, subject, told);
}

}  // namespace lianxi::tool
