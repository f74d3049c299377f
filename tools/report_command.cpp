#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/documents/document.hpp>
#include <lianxi/reports/report_mark.hpp>

#include "command.hpp"
#include "report_output.hpp"
#include "report_papers.hpp"
#include "report_provenance.hpp"

namespace lianxi::tool::report_command {
namespace {

struct Arguments {
  std::string kind;
  std::vector<std::string> rest;
  std::string audience;
  ReportOutput output;
  bool each = false;
};

/// Without arguments the command lists what there is, and what each takes.
void list_kinds(const Session& session) {
  const Language language = session.language();
  std::string out;
  for (const ReportKind* kind : all_reports()) {
    const std::string call = fmt::format("{} {}", kind->name, arguments_of(*kind).in(language));
    const int gap = std::max(1, 30 - display_width(call));
    out += fmt::format("{}{:{}}{}\n", call, "", gap, kind->doc.in(language));
  }
  session.print(out);
}

Message kinds_are_listed() {
  return say({"`lianxi report` lists them", "`lianxi report` 可列出全部报告"});
}

const ReportKind& kind_named(const std::string& name) {
  if (const ReportKind* kind = find_report(name)) return *kind;
  std::vector<std::string_view> names;
  for (const ReportKind* kind : all_reports()) {
    names.push_back(kind->name);
    names.push_back(kind->title.zh);
  }
  const Message near = did_you_mean(name, names);
  throw usage_error(say({"there is no report “{}”", "没有“{}”这种报告"}, name),
                    near.empty() ? kinds_are_listed() : near);
}

Period wanted_period(Session& session, const ReportKind& kind, const std::string& written) {
  if (written.empty()) {
    const Period period = default_period(kind, session.as_of());
    session.judge_at_end_of(period);
    return period;
  }
  const Period period = session.period(written);
  if (suits(kind, period)) return period;
  throw usage_error(say({"{} is not a period for the {}", "{} 不是{}的期间"}, written, kind.title),
                    kind.covers == Covers::quarter
                        ? say({"write for instance 2017-Q3", "可写 2017-Q3 或 2017年三季度"})
                        : say({"write for instance 2017", "可写 2017"}));
}

/// What the command line says besides the kind.
struct Wanted {
  std::string subject, period;
};

Wanted wanted(const ReportKind& kind, const std::vector<std::string>& rest) {
  std::size_t taken = 0;
  const auto next = [&] { return taken < rest.size() ? rest[taken++] : std::string(); };
  Wanted wanted;
  if (kind.subject != Subject::none) wanted.subject = next();
  if (kind.covers != Covers::nothing) wanted.period = next();
  if (taken < rest.size())
    throw usage_error(say({"unexpected argument “{}”", "多余的参数“{}”"}, rest[taken]),
                      say({"write lianxi report {} {}", "用法：lianxi report {} {}"}, kind.name,
                          arguments_of(kind)));
  return wanted;
}

constexpr Naming naming(Subject subject) {
  switch (subject) {
    case Subject::unit:
      return Naming::unit;
    case Subject::fund:
      return Naming::fund;
    case Subject::committee:
      return Naming::committee;
    case Subject::none:
    case Subject::meeting:
    case Subject::resolution:
      break;
  }
  return Naming::meeting;
}

/// `MEETING/RESOLUTION`, the meeting by any of its names.
std::string resolution_named(const ReportKind& kind, const Book& book, const std::string& written,
                             Date as_of) {
  const auto slash = written.find('/');
  const std::string meeting(record_named(book, Naming::meeting, written.substr(0, slash), as_of));
  std::string buffer;
  const std::string wanted =
      slash == std::string::npos ? "" : std::string(mapped_id(written.substr(slash + 1), buffer));
  std::string of_meeting;
  for (const std::string& id : subjects_of(kind, book)) {
    if (!id.starts_with(meeting + "/")) continue;
    if (id.substr(meeting.size() + 1) == wanted) return id;
    of_meeting += (of_meeting.empty() ? "" : ", ") + id;
  }
  throw usage_error(
      say({"the meeting has no resolution “{}”", "该会议没有决议“{}”"}, printable(wanted)),
      of_meeting.empty() ? say({"it has none at all", "该会议没有决议"})
                         : say({"choose one: {}", "请选其一：{}"}, of_meeting));
}

/// The id in the book that was meant.
std::string subject_named(const ReportKind& kind, const Book& book, const std::string& written,
                          Date as_of) {
  if (kind.subject == Subject::none) return {};
  if (written.empty())
    throw usage_error(say({"say of what to write the {}: lianxi report {} {}",
                           "生成{}须指明对象：lianxi report {} {}"},
                          kind.title, kind.name, arguments_of(kind)),
                      to_choose_from(book, naming(kind.subject), as_of));
  if (kind.subject == Subject::resolution) return resolution_named(kind, book, written, as_of);
  std::string buffer;
  const std::string id(mapped_id(written, buffer));
  const bool wanted = kind.is_wanted && kind.is_wanted({book, as_of, {}, Language::en, id});
  if (kind.subject == Subject::meeting && wanted) return id;
  if (kind.subject == Subject::meeting) refuse_cancelled(book, written);
  return std::string(record_named(book, naming(kind.subject), written, as_of));
}

Audience audience_named(const std::string& word, Audience otherwise) {
  for (const Audience audience : {Audience::the_public, Audience::members, Audience::office})
    if (word == word_of(audience)) return audience;
  return otherwise;
}

void declare(Options& options, Arguments& arguments) {
  options.argument("KIND", arguments.kind,
                   {"Which report; without it they are listed", "哪种报告；不写则列出全部"});
  options.arguments("ARGUMENT", arguments.rest,
                    {"What it is about, by id, and which period, such as 2017-Q3",
                     "报告对象的编号；期间，如 2017-Q3"});
  options.choice("--audience", {"public", "members", "office"}, arguments.audience,
                 {"For the public, contacts, heads, reasons for leave and purposes of single "
                  "grants are left out",
                  "发给谁看；对外公开（public）时略去联系方式、负责人、请假事由和单笔救助用途"});
  options.flag("--each", arguments.each,
               {"Of `reminder`: one file in the folder -o for each unit that owes anything",
                "用于 reminder：为每个有应办未办事项的单位各生成一个文件，写入 -o 文件夹"});
  declare_output_options(options, arguments.output);
}

/// Without KIND: the list, or what files say they are.
int run_without_kind(Session& session, const Arguments& arguments) {
  const ReportOutput& output = arguments.output;
  if (!output.checks.empty()) {
    if (!output.formats.empty() || !output.file.empty() || !output.charts.empty() || output.force ||
        output.provenance || arguments.each || !arguments.audience.empty())
      throw usage_error(say({"--check without KIND takes files and nothing else",
                             "不写 KIND 时 --check 只接文件，不接其他选项"}));
    return check_files(session, output.checks, output.style);
  }
  if (output.is_given() || arguments.each || !arguments.audience.empty())
    throw usage_error(say({"KIND is missing: which report?", "缺少 KIND：生成哪种报告？"}),
                      kinds_are_listed());
  list_kinds(session);
  return all_well;
}

/// A letter goes out without such lines.
void refuse_provenance_of_letter(const ReportKind& kind, const ReportOutput& output) {
  if (output.provenance && kind.is_letter())
    throw usage_error(say({"--provenance is for reports of a period, not for the {}",
                           "--provenance 只用于期间报告，不用于{}"},
                          kind.title));
}

bool is_all(const std::string& kind) { return kind == "all" || kind == "全部"; }

int run_for_folder(Session& session, const Arguments& arguments) {
  const bool all = is_all(arguments.kind);
  const ReportKind* kind = all ? nullptr : &kind_named(arguments.kind);
  if (kind && kind->name != "reminder")
    throw usage_error(say({"--each is for the reminder", "--each 只用于 reminder（催办单）"}));
  if (kind) refuse_provenance_of_letter(*kind, arguments.output);
  if (arguments.rest.size() > (all ? 1U : 0U))
    throw usage_error(
        say({"unexpected argument “{}”", "多余的参数“{}”"}, printable(arguments.rest.back())));
  const Period period =
      session.period(arguments.rest.empty() ? std::string() : arguments.rest.front());
  const Book book = session.load_for_use();
  const ReportRequest request{book, session.as_of(), period, session.report_language(book)};
  std::optional<Audience> audience;
  if (!arguments.audience.empty()) audience = audience_named(arguments.audience, Audience::members);
  return put_out_folder(session, arguments.output, request, audience, kind);
}

int run(Session& session, const Arguments& arguments) {
  if (arguments.kind.empty()) return run_without_kind(session, arguments);
  if (is_all(arguments.kind) || arguments.each) return run_for_folder(session, arguments);
  const PaperOutput output = settled(arguments.output);
  const ReportKind& kind = kind_named(arguments.kind);
  refuse_provenance_of_letter(kind, arguments.output);
  const Wanted what = wanted(kind, arguments.rest);
  const Period period = wanted_period(session, kind, what.period);
  const Book book = session.load_for_use();
  const std::string subject = subject_named(kind, book, what.subject, session.as_of());
  Document document =
      make_report(kind, {book, session.as_of(), period, session.report_language(book), subject,
                         audience_named(arguments.audience, kind.audience)});
  if (arguments.output.provenance && output.check.empty())
    add_provenance(document, provenance_of(session, book));
  return put_out(session, output, document);
}

}  // namespace

}  // namespace lianxi::tool::report_command

namespace lianxi::tool::commands {
extern constinit const Command report =
    command<report_command::Arguments, report_command::declare, report_command::run>(
        "report",
        {"Write a report as Markdown, HTML, JSON or .docx",
         "生成报告：Markdown、HTML、JSON 或 docx"},
        Uses::period);
}  // namespace lianxi::tool::commands
