#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <lianxi/base/places.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/drafts/drafts.hpp>
#include <lianxi/exchange/change_text.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/reminders.hpp>
#include <lianxi/reports/report.hpp>
#include <lianxi/writing/assignments.hpp>

#include "book_change.hpp"
#include "record_argument.hpp"

namespace lianxi::tool::new_record_command {
namespace {

struct Arguments {
  std::string what, unit, file;
  std::vector<std::string> rest;
  bool edit = false;
  ChangeOptions change;
};

void declare(Options& options, Arguments& arguments) {
  options
      .argument("WHAT", arguments.what,
                {"A collection (meeting, followup, event …), minutes or notice, or a list of parts "
                 "such as 2017-q1/resolutions",
                 "集合（会议、落实报告、活动……）、会议纪要或会议通知，或下级列表，如 2017-q1/决议"})
      .required = true;
  options.arguments("ID|FIELD=VALUE", arguments.rest,
                    {"The id, or what it is about (of a report and of minutes the meeting, of a "
                     "reminder the unit), then fields",
                     "编号，或所关对象（落实报告、会议纪要写会议，催办写单位），然后是各项的值"});
  options.option("--unit", "UNIT", arguments.unit,
                 {"Of a report: who reports", "落实报告：由哪个单位报告"});
  options.option("--file", "FILE", arguments.file,
                 {"In which file of the book, relative to it; else where it keeps such records",
                  "写入账本中的哪个文件（相对账本）；不写则放在同类记录之后"});
  options.flag(
      "--edit", arguments.edit,
      {"Open the place in $VISUAL or $EDITOR afterwards", "写好后用 $VISUAL 或 $EDITOR 打开"});
  declare_change_options(options, arguments.change);
}

/// The collection that people call so, also one of them alone: `meeting`, `donation`.
const Collection* collection_called(const std::string& word) {
  if (const Collection* collection = collection_named(word)) return collection;
  for (const Collection& collection : all_collections()) {
    const std::string_view plural = collection.type->en;
    const bool in_y = plural.ends_with("ies") && word.ends_with("y") &&
                      plural.substr(0, plural.size() - 3) == word.substr(0, word.size() - 1);
    if (plural == word + "s" || in_y) return &collection;
  }
  return nullptr;
}

Error unknown_what(const std::string& word) {
  std::vector<std::string_view> names = {"minutes", "notice"};
  for (const Collection& collection : all_collections()) {
    names.push_back(collection.type->en);
    names.push_back(collection.type->zh);
  }
  return unknown_name(names, word, {"there is no collection “{}”", "没有“{}”这个集合"});
}

/// What is to be made, and how it is put into the book.
class NewRecord {
 public:
  NewRecord(Session& session, const Arguments& arguments)
      : session_(session), arguments_(arguments), change_(session) {
    for (const std::string& word : arguments.rest)
      if (word.find('=') != word.npos)
        assignments_.push_back(word);
      else if (subject_.empty())
        subject_ = word;
      else
        throw usage_error(say({"unexpected argument “{}”", "多余的参数“{}”"}, printable(word)));
    const Language words = report_language(change_.book());
    case_.emplace(DraftCase{change_.book(), session.as_of(), words});
  }

  int run() {
    const std::string& what = arguments_.what;
    if (what == "minutes" || what == "会议纪要") return mapping_of_meeting("minutes");
    if (what == "notice" || what == "会议通知") return mapping_of_meeting("notice");
    if (const Collection* collection = collection_called(what)) return record(*collection);
    if (const Collection* collection = collection_before_id()) return record(*collection);
    if (what.find('/') != what.npos) return part();
    throw unknown_what(what);
  }

 private:
  const Book& book() const { return change_.book(); }

  /// Of `units/north`, as records are named everywhere else, the collection; the id is taken.
  const Collection* collection_before_id() {
    const std::string& what = arguments_.what;
    const auto slash = what.find('/');
    if (slash == what.npos || slash != what.rfind('/') || !subject_.empty()) return nullptr;
    const Collection* collection = collection_called(what.substr(0, slash));
    if (!collection || !find_field(*collection->type, "id")) return nullptr;
    subject_ = what.substr(slash + 1);
    return collection;
  }

  Draft draft_of(const Collection& collection) {
    const RecordType* type = collection.type;
    if (type == &Meeting::type) return new_meeting(*case_, subject_);
    if (type == &Reminder::type) return new_reminder(*case_, *unit(subject_), {});
    if (type != &Followup::type) return new_record(*case_, collection, subject_);
    if (arguments_.unit.empty())
      throw usage_error(say({"a report needs --unit", "落实报告要用 --unit 指明单位"}),
                        to_choose_from(book(), Naming::unit, session_.as_of()));
    return new_followup(*case_, *meeting(), *unit(arguments_.unit));
  }

  const Meeting* meeting() const {
    if (subject_.empty())
      throw usage_error(say({"which meeting?", "没有指明是哪次会议"}),
                        to_choose_from(book(), Naming::meeting, session_.as_of()));
    return book().meeting(record_named(book(), Naming::meeting, subject_, session_.as_of()));
  }

  const Unit* unit(const std::string& written) const {
    if (written.empty())
      throw usage_error(say({"which unit?", "没有指明是哪个单位"}),
                        to_choose_from(book(), Naming::unit, session_.as_of()));
    return book().unit(record_named(book(), Naming::unit, written, session_.as_of()));
  }

  void assign(Draft& draft) {
    for (const Assignment& one : read_assignments(book(), *draft.type, assignments_))
      put(draft, one);
  }

  void refuse_twin(const Collection& collection, const std::string& id) const {
    if (id.empty()) return;
    const auto twins = records_named(book(), fmt::format("{}/{}", collection.type->en, id));
    if (twins.empty()) return;
    throw usage_error(say({"there is {}/{} already", "已有 {}/{}"},
                          Bilingual{collection.type->en, collection.type->zh}, printable(id)),
                      say({"it stands in {}", "见 {}"}, file_line_of(twins.front().part->at)));
  }

  std::string file_line_of(Place at) const {
    return fmt::format("{}:{}", path_of(book().sources(), at), book().sources().position(at).line);
  }

  /// What identifies a record among its like: reports have no id.
  static std::string name_in(const Draft& draft) {
    if (draft.type != &Followup::type) return id_of_draft(draft);
    std::string name;
    for (const DraftField& field : draft.fields)
      if (field.field && field.value.kind == DraftValue::Kind::scalar && field.field->required)
        name += (name.empty() ? "" : "/") + field.value.text;
    return name;
  }

  int record(const Collection& collection) {
    if (collection.type->en == "alliance")
      throw usage_error(say({"a book has one alliance", "一个账本只有一个联盟"}),
                        say({"use lianxi set alliance", "请用 lianxi set 联盟"}));
    if (!arguments_.unit.empty() && collection.type != &Followup::type)
      throw usage_error(say({"--unit goes with a report alone", "--unit 只用于落实报告"}));
    Draft draft = draft_of(collection);
    assign(draft);
    refuse_twin(collection, id_of_draft(draft));
    const std::string file =
        arguments_.file.empty() ? file_for(book(), collection, draft) : checked_file();
    change_.editing().insert({&collection, {draft}, file});
    return finish(draft, fmt::format("{}/{}", collection.type->en, name_in(draft)));
  }

  /// A file that a reader of the book would find.
  std::string checked_file() const {
    const std::filesystem::path path = std::filesystem::path(arguments_.file).lexically_normal();
    if (path.is_absolute() || path.native().starts_with("..") || !has_yaml_name(path.native()) ||
        path.filename().native().starts_with("."))
      throw usage_error(say({"{} would not belong to the book", "{} 不会成为账本的一部分"},
                            printable(arguments_.file)),
                        say({"name a *.yaml file inside it", "请写账本内的 *.yaml 文件"}));
    refuse_unread(path);
    return path.generic_string();
  }

  /// Nor does what the book ignores belong to it, or what lies outside of it behind a link.
  void refuse_unread(const std::filesystem::path& path) const {
    namespace fs = std::filesystem;
    const auto hides = [](const fs::path& part) { return part.native().starts_with('.'); };
    bool is_unread = std::ranges::any_of(path, hides);
    for (const Alliance& alliance : book().alliances)
      for (const Text& glob : alliance.ignore)
        is_unread |= glob && matches_glob(path.generic_string(), *glob);
    std::error_code error;
    const fs::path top = fs::weakly_canonical(session_.folder(), error);
    const fs::path real = fs::weakly_canonical(top / path, error);
    is_unread |= std::ranges::mismatch(top, real).in1 != top.end();
    if (is_unread)
      throw usage_error(say({"{} is not read as a part of the book", "账本不会读取 {}"},
                            printable(arguments_.file)),
                        say({"name another file", "请换一个文件名"}));
  }

  /// A part of a record: an item of a list, or a mapping that is not there yet.
  int part() {
    auto name = arguments_.what;
    while (name.ends_with('/')) name.pop_back();
    const auto slash = name.rfind('/');
    const auto meant = record_argument(session_, book(), name.substr(0, slash));
    if (!meant) return found_errors;
    const RecordPath& owner = meant->path;
    const std::string word = name.substr(slash + 1);
    const Assignment field = read_assignment(book(), *owner.type, word + "=");
    if (field.fields.empty() || arguments_.file.size() + arguments_.unit.size() > 0)
      throw usage_error(
          say({"--file and --unit go with a record alone", "--file、--unit 只用于整条记录"}));
    return add_part(owner, *field.fields.front());
  }

  int mapping_of_meeting(std::string_view name) {
    const Meeting* of = meeting();
    const RecordPath owner = records_named(book(), fmt::format("meetings/{}", *of->id)).front();
    return add_part(owner,
                    *read_assignment(book(), *owner.type, std::string(name) + "=").fields.front());
  }

  int add_part(const RecordPath& owner, const Field& field) {
    const RecordType* listed = field.type->element ? field.type->element->record : nullptr;
    const RecordType* mapping = field.type->record;
    if (!listed && !mapping)
      throw usage_error(
          say({"“{}” has no parts; use lianxi set", "“{}”没有下级项，请用 lianxi set"},
              Bilingual{field.en, field.zh}));
    if (mapping && field.get(owner.part))
      throw usage_error(
          say({"“{}” is given already", "“{}”已经填写"}, Bilingual{field.en, field.zh}),
          say({"change it with lianxi set", "请用 lianxi set 修改"}));
    Draft draft = listed ? new_part(*case_, {owner, &field}, subject_of_part())
                         : draft_of_mapping(owner, field, *mapping);
    assign(draft);
    const DraftValue value{.kind = DraftValue::Kind::mapping, .mapping = {draft}};
    const DraftValue list{.kind = DraftValue::Kind::list, .items = {value}};
    change_.editing().change({listed ? FieldChange::Kind::add : FieldChange::Kind::set,
                              owner,
                              {&field},
                              {},
                              listed ? list : value});
    std::string name = name_of(book(), owner) + "/" + std::string(field.en);
    if (listed) name += "/" + id_of_draft(draft);
    while (name.ends_with('/')) name.pop_back();
    return finish(draft, name);
  }

  std::string subject_of_part() const { return subject_; }

  Draft draft_of_mapping(const RecordPath& owner, const Field& field, const RecordType& type) {
    if (owner.type == &Meeting::type && field.en == "minutes")
      return new_minutes(*case_, *static_cast<const Meeting*>(owner.part));
    return new_mapping(*case_, type);
  }

  int finish(const Draft& draft, std::string name) {
    while (name.ends_with('/')) name.pop_back();
    const Language language = session_.language();
    std::string blanks;
    for (const std::string& blank : blanks_of(draft, language))
      blanks += (blanks.empty() ? "" : language == Language::zh ? "、" : ", ") + blank;
    Message summary = say(
        {"new: {}{}{}", "新增 {}{}{}"},
        Message{printable(record_in_language(name, Language::en)),
                printable(record_in_language(name, Language::zh))},
        blanks.empty() ? Bilingual{"", ""} : Bilingual{"; to be filled in: ", "；待填："}, blanks);
    const int status = change_.finish(arguments_.change, Blanks::allowed, summary);
    if (arguments_.edit && !arguments_.change.dry_run) open_editor();
    return status;
  }

  void open_editor() const {
    const char* editor = std::getenv("VISUAL");
    if (!editor || !*editor) editor = std::getenv("EDITOR");
    if (!editor || !*editor)
      throw usage_error(say({"neither VISUAL nor EDITOR is set", "没有设置 VISUAL 或 EDITOR"}));
    const auto [path, line] = change_.first_place();
    // The editor's command may have options of its own, so a shell takes it apart.
    const std::string command = fmt::format("{} \"$@\"", editor);
    const std::string at = fmt::format("+{}", line);
    const pid_t child = fork();
    if (child == 0) {
      execl("/bin/sh", "sh", "-c", command.c_str(), "sh", at.c_str(), path.c_str(), nullptr);
      _exit(127);
    }
    int status = 0;
    if (child > 0) waitpid(child, &status, 0);
  }

  Session& session_;
  const Arguments& arguments_;
  BookChange change_;
  std::optional<DraftCase> case_;
  std::string subject_;
  std::vector<std::string> assignments_;
};

int run(Session& session, const Arguments& arguments) {
  return NewRecord(session, arguments).run();
}

}  // namespace

}  // namespace lianxi::tool::new_record_command

namespace lianxi::tool::commands {
extern constinit const Command new_record =
    command<new_record_command::Arguments, new_record_command::declare, new_record_command::run>(
        "new", {"Add a record, filled with what the book knows", "新增记录，能填的先填好"},
        Uses::book);
}  // namespace lianxi::tool::commands
