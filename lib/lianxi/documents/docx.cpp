#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/program.hpp>
#include <lianxi/base/system_calls.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/docx.hpp>
#include <lianxi/documents/docx_filter.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/documents/office_mark.hpp>
#include <lianxi/documents/reference_docx.hpp>
#include <lianxi/documents/zip_parts.hpp>

namespace fs = std::filesystem;

namespace lianxi LIANXI_EXPORT {
namespace {

/// Cells for the pen would be as narrow as their titles and as low as a line: they get
/// spaces of full width, and two lines.
constexpr MarkdownOptions for_pandoc{
    .charts = false,
    .pen_room = "&#12288;&#12288;&#12288;&#12288;&#12288;&#12288;<br>&#12288;",
    .styles = true,
};

[[noreturn]] void fail(std::string_view why) {
  throw Error(say({"no .docx could be made: {}", "无法生成 .docx 文件：{}"}, why));
}

void write(const fs::path& path, std::string_view bytes) {
  if (const int error = write_new_file(path, bytes))
    fail(path.native() + ": " + std::strerror(error));
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in || bytes.empty()) fail(path.native());
  return bytes;
}

/// What pandoc takes for the language goes for figures, too, and those in Chinese would be broken:
/// the reference document says what is Chinese.
/// pandoc's own data folder is not the user's: nothing there may change what comes out.
std::vector<std::string> command(const fs::path& folder, Language language, bool own_style) {
  const auto file = [&](const char* name) { return (folder / name).native(); };
  std::vector<std::string> words{
      "pandoc",
      "--from=gfm+fenced_divs",
      "--to=docx",
      "--data-dir=" + folder.native(),
      "--lua-filter=" + file("filter.lua"),
      "--reference-doc=" + file("reference.docx"),
      language == Language::zh ? "--metadata=chinese:yes" : "--metadata=lang:en-GB",
      "--output=" + file("report.docx"),
      file("report.md")};
  if (own_style) words.emplace_back("--metadata=ownstyle:yes");
  return words;
}

std::vector<std::string> environment(const fs::path& folder, Date day) {
  constexpr std::int64_t seconds_a_day = 86400;
  return {"HOME=" + folder.native(), "LC_ALL=C.UTF-8",
          fmt::format("SOURCE_DATE_EPOCH={}", day.since_1970() * seconds_a_day)};
}

/// How a footer is called in the finished file.
std::string id_of_footer(std::string_view relations, const std::string& file) {
  const auto target = relations.find("Target=\"" + file + "\"");
  const auto from = relations.rfind("<Relationship ", target);
  const auto id = relations.find("Id=\"", from == std::string_view::npos ? 0 : from);
  if (target == std::string_view::npos || id == std::string_view::npos) fail("no footer");
  const auto start = id + 4;
  return std::string(relations.substr(start, relations.find('"', start) - start));
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
}

/// No row is torn apart by the end of a page.
void keep_rows_whole(std::string& body) {
  replace_all(body, "<w:tr><w:trPr>", "<w:tr><w:trPr><w:cantSplit/>");
  replace_all(body, "<w:tr><w:tc>", "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>");
}

/// What pandoc does not take over from a reference document: pages differ at the left and right,
/// and each section names its footers.
std::string with_pages(const std::string& docx) {
  const auto relations = zip_part(docx, "word/_rels/document.xml.rels");
  auto body = zip_part(docx, "word/document.xml"), settings = zip_part(docx, "word/settings.xml");
  if (!relations || !body || !settings) fail("parts are missing");
  replace_all(*body, "@ODD@", id_of_footer(*relations, "footer1.xml"));
  replace_all(*body, "@EVEN@", id_of_footer(*relations, "footer2.xml"));
  keep_rows_whole(*body);
  const std::string before = "<w:drawingGridHorizontalSpacing";
  const auto at = settings->find(before);
  if (at == std::string::npos) fail("settings are missing");
  settings->insert(at, "<w:evenAndOddHeaders/>");
  return with_parts(docx, {{"word/document.xml", *body}, {"word/settings.xml", *settings}});
}

std::string made_in(const fs::path& folder, const Document& document, Date day,
                    const std::string& style) {
  write(folder / "report.md", to_markdown(document, for_pandoc));
  write(folder / "filter.lua", docx_filter);
  write(folder / "reference.docx",
        style.empty() ? std::string(reference_docx(document.language)) : read(style));
  const ProgramEnd end = run_program(command(folder, document.language, !style.empty()),
                                     environment(folder, day), folder, Patience::a_minute);
  if (!end.found)
    throw Error(
        say({"a .docx is made by pandoc, which is not installed; install it "
             "(Debian, Ubuntu: apt install pandoc; others: pandoc.org), or use "
             "--format html, which word processors open too",
             "生成 .docx 需要 pandoc，本机尚未安装；请先安装（Debian、Ubuntu："
             "apt install pandoc；其他系统见 pandoc.org），或改用 --format html，"
             "文字处理软件同样可以打开"}));
  if (!end.in_time)
    throw Error(say({"pandoc did not come to an end in time and was stopped",
                     "pandoc 迟迟没有结束，已被中止"}),
                say({"try again, or use --format html, which word processors open too",
                     "请重试，或改用 --format html，文字处理软件同样可以打开"}));
  if (!end.all_well) fail(trimmed(end.errors));
  std::string docx = read(folder / "report.docx");
  if (style.empty()) docx = with_pages(docx);
  return with_office_mark(docx, document.mark);
}

}  // namespace

std::string to_docx(const Document& document, Date day, const std::string& style) {
  const PrivateFolder folder;
  return made_in(folder.path(), document, day, style);
}

}  // namespace lianxi
