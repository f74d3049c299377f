#include "report_papers.hpp"

#include <filesystem>

#include <lianxi/base/made_things.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/whole_file.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/documents/file_mark.hpp>
#include <lianxi/reports/paper_list.hpp>

#include "command.hpp"
#include "report_provenance.hpp"

namespace lianxi::tool {
namespace {

namespace fs = std::filesystem;

/// One file of a folder, ready to be written.
struct File {
  std::string path, bytes;
};

/// All of them, or none.
void write_all(const ReportOutput& output, const std::vector<File>& files) {
  if (!output.force)
    for (const File& file : files) refuse_changed_by_hand(file.path);
  MadeThings made;
  made.make_folder(output.file);
  WholeFiles whole;
  for (const File& file : files) whole.add(file.path, file.bytes, true);
  whole.take_names();
  made.keep();
}

void refuse_what_folders_do_not_take(const ReportOutput& output) {
  if (!output.checks.empty())
    throw usage_error(
        say({"a folder is checked by its files", "核对文件夹须列出其中的文件"}),
        say({"write lianxi report --check DIR/*", "可写 lianxi report --check 文件夹/*"}));
  if (output.file.empty() || output.file == "-")
    throw usage_error(say({"several papers need a folder", "多份文件须写入文件夹"}),
                      say({"name it with -o DIR", "请用 -o 文件夹 指明"}));
}

/// The papers of a folder in each format, made one by one.
class Folder {
 public:
  Folder(const Session& session, const ReportOutput& output, const ReportRequest& request,
         std::optional<Audience> audience)
      : session_(session),
        output_(output),
        request_(request),
        audience_(audience),
        formats_(formats_for_folder(output)) {
    if (output.provenance) from_ = provenance_of(session, request.book);
  }

  void add(const std::string& name, const Document& document) {
    for (const std::string_view format : formats_) {
      const std::string path =
          (fs::path(output_.file) / (name + "." + std::string(format))).native();
      const PaperOutput paper{std::string(format),      path,          {},
                              output_.charts != "none", output_.style, false};
      files_.push_back({path, rendered(session_, paper, document)});
    }
  }

  void add(const Paper& paper) {
    ReportRequest asked = request_for(paper, request_);
    asked.audience = audience_.value_or(paper.kind->audience);
    add(paper.name, framed(make_report(*paper.kind, asked), paper.kind->is_letter()));
  }

  void add_list(const std::vector<Paper>& papers) {
    ReportRequest asked = request_;
    asked.audience = audience_.value_or(Audience::members);
    add("index", framed(paper_list(asked, papers, formats_), false));
  }

  const std::vector<File>& files() const { return files_; }

 private:
  /// A letter goes out as it is.
  Document framed(Document document, bool is_letter) const {
    if (from_ && !is_letter) add_provenance(document, *from_);
    return document;
  }

  const Session& session_;
  const ReportOutput& output_;
  const ReportRequest& request_;
  std::optional<Audience> audience_;
  std::vector<std::string_view> formats_;
  std::optional<GitProvenance> from_ = {};
  std::vector<File> files_;
};

}  // namespace

int put_out_folder(const Session& session, const ReportOutput& output, const ReportRequest& request,
                   std::optional<Audience> audience, const ReportKind* kind) {
  refuse_what_folders_do_not_take(output);
  const auto papers = kind ? papers_for_each_unit(*kind, request) : papers_of(request);
  Folder folder(session, output, request, audience);
  for (const Paper& paper : papers) folder.add(paper);
  if (!kind) folder.add_list(papers);
  write_all(output, folder.files());
  return session.status();
}

// ---- checking ------------------------------------------------------------------------------

namespace {

/// The document that a mark asks for.
Document made_again(const Book& book, const ReportMark& mark, Date as_of,
                    std::span<const std::string_view> endings) {
  const ReportRequest request{book, as_of, mark.period, mark.language, mark.subject, mark.audience};
  if (mark.kind == "all") return paper_list(request, papers_of(request), endings);
  return make_report(*find_report(mark.kind), request);
}

/// How a file stands to the records.
enum class Standing { current, stale, unknown };

class Checker {
 public:
  Checker(Session& session, const Book& book, const std::string& style)
      : session_(session), book_(book), style_(style) {}

  Standing check(const std::string& path, const std::vector<std::string>& all) {
    const std::string file = read_file(path);
    const auto marked = mark_of_file(path, file);
    const auto mark = marked ? read_report_mark(marked->mark) : std::nullopt;
    if (!mark) {
      complain(say({"{} does not say what it is", "{} 没有说明是什么报告的标记"}, printable(path))
                   .in(session_.language()));
      return Standing::unknown;
    }
    if (!marked->is_intact)
      session_.print(
          say({"{}: changed by hand since it was written", "{}：生成后被人修改过"}, printable(path))
              .in(session_.language()) +
          "\n");
    const Date as_of = session_.as_of_given() ? session_.as_of() : mark->as_of;
    const auto endings = endings_beside(path, all);
    const Document document = with_line_of(made_again(book_, *mark, as_of, endings), path, file);
    const PaperOutput output{std::string(format_of(path)), path, path, mark->charts, style_, false};
    const bool differing = differs(session_, path, file, rendered(session_, output, document));
    return differing || !marked->is_intact ? Standing::stale : Standing::current;
  }

 private:
  /// The formats in which a folder's papers lie there: those of its lists.
  static std::vector<std::string_view> endings_beside(const std::string& path,
                                                      const std::vector<std::string>& all) {
    std::vector<std::string_view> endings;
    for (const std::string_view format : {"md", "html", "json", "docx", "xlsx"})
      for (const std::string& other : all)
        if (fs::path(other).parent_path() == fs::path(path).parent_path() &&
            fs::path(other).stem() == fs::path(path).stem() && format_of(other) == format)
          endings.push_back(format);
    return endings;
  }

  Session& session_;
  const Book& book_;
  const std::string& style_;
};

}  // namespace

int check_files(Session& session, const std::vector<std::string>& files, const std::string& style) {
  const Book book = session.load_for_use();
  Checker checker(session, book, style);
  bool stale = false, unknown = false;
  for (const std::string& file : files) {
    const Standing standing = checker.check(file, files);
    stale = stale || standing == Standing::stale;
    unknown = unknown || standing == Standing::unknown;
  }
  if (unknown) return could_not_work;
  return stale ? found_errors : session.status();
}

}  // namespace lianxi::tool
