#include <fmt/format.h>
#include <fstream>
#include <iterator>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/program.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/docx.hpp>
#include <lianxi/documents/docx_filter.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/documents/reference_docx.hpp>

namespace fs = std::filesystem;

namespace lianxi {
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
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), std::streamsize(bytes.size()));
  out.close();
  if (!out) fail(path.native());
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in || bytes.empty()) fail(path.native());
  return bytes;
}

/// pandoc's own data folder is not the user's: nothing there may change what comes out.
std::vector<std::string> command(const fs::path& folder, Language language) {
  const auto file = [&](const char* name) { return (folder / name).native(); };
  return {"pandoc",
          "--from=gfm+fenced_divs",
          "--to=docx",
          "--data-dir=" + folder.native(),
          "--lua-filter=" + file("filter.lua"),
          "--reference-doc=" + file("reference.docx"),
          std::string("--metadata=lang:") + (language == Language::zh ? "zh-CN" : "en-GB"),
          "--output=" + file("report.docx"),
          file("report.md")};
}

std::vector<std::string> environment(const fs::path& folder, Date day) {
  constexpr std::int64_t seconds_a_day = 86400;
  return {"HOME=" + folder.native(), "LC_ALL=C.UTF-8",
          fmt::format("SOURCE_DATE_EPOCH={}", day.since_1970() * seconds_a_day)};
}

std::string made_in(const fs::path& folder, const Document& document, Date day) {
  write(folder / "report.md", to_markdown(document, for_pandoc));
  write(folder / "filter.lua", docx_filter);
  write(folder / "reference.docx", reference_docx());
  const ProgramEnd end =
      run_program(command(folder, document.language), environment(folder, day), folder);
  if (!end.found)
    throw Error(
        say({"a .docx is made by pandoc, which is not installed; install it "
             "(Debian, Ubuntu: apt install pandoc; others: pandoc.org), or use "
             "--format html, which word processors open too",
             "生成 .docx 需要 pandoc，本机尚未安装；请先安装（Debian、Ubuntu："
             "apt install pandoc；其他系统见 pandoc.org），或改用 --format html，"
             "文字处理软件同样可以打开"}));
  if (!end.all_well) fail(trimmed(end.errors));
  return read(folder / "report.docx");
}

}  // namespace

std::string to_docx(const Document& document, Date day) {
  try {
    const PrivateFolder folder;
    return made_in(folder.path(), document, day);
  } catch (const fs::filesystem_error& error) {
    fail(error.what());
  }
}

}  // namespace lianxi
