// What mending makes of each slip of the hand, to the byte. tests/fix/ does the same to
// random books.
#include <doctest/doctest.h>

#include <lianxi/book/book.hpp>
#include <lianxi/book/mending.hpp>

using namespace lianxi;

namespace {

/// The file after mending; "" where nothing was mended.
std::string mended(const std::string& bytes) {
  const auto file = mend({"x.yaml", bytes, {}});
  return file ? file->bytes : "";
}

struct Slip {
  const char *what, *before, *after;  ///< `after` is "" for what stays as it is.
};

const Slip slips[] = {
    {"a full-width colon after a key",
     "单位:\n"
     "  - 编号：c\n"
     "    名称: 丙\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"},
    {"one in every line, so that YAML sees a single text",
     "单位：\n"
     "  - 编号：c\n"
     "    名称：丙\n"
     "    负责人：x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"
     "    负责人: x\n"},
    {"full-width signs in flow style",
     "单位:\n"
     "  - {编号：c，名称: 丙｝\n"
     "  - {编号: d, 名称：丁，负责人： x}\n",
     "单位:\n"
     "  - {编号: c, 名称: 丙}\n"
     "  - {编号: d, 名称: 丁, 负责人: x}\n"},
    {"full-width braces",
     "单位:\n"
     "  - ｛编号: c, 名称: 丙｝\n",
     "单位:\n"
     "  - {编号: c, 名称: 丙}\n"},
    {"full-width braces, colons and commas",
     "单位:\n"
     "  - ｛编号：c，名称：丙｝\n",
     "单位:\n"
     "  - {编号: c, 名称: 丙}\n"},
    {"a full-width hyphen",
     "单位:\n"
     "  － 编号: c\n"
     "    名称: 丙\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"},
    {"an em dash right before the key",
     "单位:\n"
     "  —编号: c\n"
     "    名称: 丙\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"},
    {"an ideographic space after the colon",
     "单位:\n"
     "  - 编号: c\n"
     "    名称:\u3000丙\n"
     "    负责人: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"
     "    负责人: x\n"},
    {"full-width quotes that hide a colon",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: “a: b”\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"a: b\"\n"},
    {"a full-width closing quote",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"a”\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"a\"\n"},
    {"full-width quotes around a key, and around commas",
     "单位:\n"
     "  - {“编号”: c, 名称: “甲, 乙, 丙”}\n",
     "单位:\n"
     "  - {\"编号\": c, 名称: \"甲, 乙, 丙\"}\n"},
    {"no space after a colon is shown, not mended",
     "单位:\n"
     "  - 编号: c\n"
     "    名称:丙\n"
     "    负责人: x\n",
     ""},
    {"a text that must be quoted is shown, not mended",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: @丙\n",
     ""},
    {"signs in a block text and in a comment stay",
     "单位:\n"
     "  - 编号: c\n"
     "    备注: |\n"
     "      会议：x\n"
     "      \u3000y，z\n"
     "    名称：x # 注：y\n",
     "单位:\n"
     "  - 编号: c\n"
     "    备注: |\n"
     "      会议：x\n"
     "      \u3000y，z\n"
     "    名称: x # 注：y\n"},
    {"ideographic spaces before a list item",
     "单位:\n"
     "\u3000- 编号: c\n"
     "\u3000  名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"ideographic spaces before a key",
     "单位:\n"
     "  - 编号: c\n"
     "\u3000\u3000名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"non-breaking spaces",
     "单位:\n"
     "  - 编号: c\n"
     "\u00A0\u00A0\u00A0\u00A0名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"an ideographic space too many",
     "单位:\n"
     "  - 编号: c\n"
     "    \u3000名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"a tab of the one width that can be read",
     "单位:\n"
     "  - 编号: c\n"
     "\t名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"a tab of any width stays",
     "单位:\n"
     "\t- 编号: c\n"
     "\t  名称: x\n",
     ""},
    {"tabs, one for each level",
     "单位:\n"
     "\t- 编号: c\n"
     "\t\t名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"a key one letter away from one other",
     "单位:\n"
     "  - 编号: c\n"
     "    名你: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"a collection likewise",
     "单畏:\n"
     "  - 编号: c\n"
     "    名称: x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"},
    {"a word of a choice likewise, within its quotes",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"
     "    role: \"membr\"\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: x\n"
     "    role: \"member\"\n"},
    {"a key whose sense is the opposite stays",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: 2017-01-01, 签到: {缺席: [a]}}\n",
     ""},
    {"a key that the format has elsewhere stays",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: 2017-01-01, 签到: {列席: [a]}}\n",
     ""},
    {"a word with a negation stays",
     "落实报告:\n"
     "  - {会议: m, 单位: a, 日期: 2017-01-01, 事项: [{决议: r, 状态: 未完成}]}\n",
     ""},
    {"full-width signs in a list of references, not in one of names",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: 2017-01-01, 签到: {出席: ［a，b］}, 列席: [甲，乙]}\n",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: 2017-01-01, 签到: {出席: [a, b]}, 列席: [甲，乙]}\n"},
    {"a reference is never corrected",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: 2017-01-01, 主持单位: b}\n",
     ""},
    {"byte order mark, line breaks and a missing one at the end stay",
     "\xEF\xBB\xBF"
     "单位:\r\n"
     "  - 编号: c\r\n"
     "    名称：丙",
     "\xEF\xBB\xBF"
     "单位:\r\n"
     "  - 编号: c\r\n"
     "    名称: 丙"},
    {"each document on its own",
     "# 注：一\n"
     "单位:\n"
     "  - 编号: c\n"
     "    名称：丙\n"
     "---\n"
     "# 二：\n"
     "单位:\n"
     "  - 编号: d\n"
     "    名称: \"x\n"
     "...\n"
     "---\n"
     "单位:\n"
     "  - {编号：e, 名称: y}\n",
     "# 注：一\n"
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"
     "---\n"
     "# 二：\n"
     "单位:\n"
     "  - 编号: d\n"
     "    名称: \"x\n"
     "...\n"
     "---\n"
     "单位:\n"
     "  - {编号: e, 名称: y}\n"},
    {"quotes and brackets of a text stay",
     "单位:\n"
     "  - {编号: c, 名称: “丙”：【重要】，好, 负责人：x}\n",
     "单位:\n"
     "  - {编号: c, 名称: “丙”：【重要】，好, 负责人: x}\n"},
    {"tabs and signs in comments stay",
     "单位:\n"
     "\t# 注\n"
     "  - 编号: c\n"
     "    名称：x\t# 注：tab\n",
     "单位:\n"
     "\t# 注\n"
     "  - 编号: c\n"
     "    名称: x\t# 注：tab\n"},
    {"full-width quotes around a day",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: “2017-01-01”}\n",
     "会议:\n"
     "  - {编号: m, 类型: 例会, 日期: \"2017-01-01\"}\n"},
    {"a field that another one swallowed",
     "单位:\n"
     "  - {名称: 丙，编号：c}\n",
     "单位:\n"
     "  - {名称: 丙, 编号: c}\n"},
    {"a mapping over several lines",
     "单位:\n"
     "  - {\n"
     "      编号：c，\n"
     "      名称: 丙，\n"
     "      负责人: x｝\n",
     "单位:\n"
     "  - {\n"
     "      编号: c,\n"
     "      名称: 丙,\n"
     "      负责人: x}\n"},
    {"a thousands comma is shown, not mended",
     "活动:\n"
     "  - {编号: e, 标题: E, 类型: 其他, 日期: 2017-01-01, 牵头单位: a, 服务人次: 1,200余}\n",
     ""},
    {"signs in a quoted text stay",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"丙\u3000：，\"\n"
     "    负责人：x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"丙\u3000：，\"\n"
     "    负责人: x\n"},
    {"signs in a quoted text of several lines stay",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"丙\n"
     "      会议：y\n"
     "      z\"\n"
     "    负责人：x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: \"丙\n"
     "      会议：y\n"
     "      z\"\n"
     "    负责人: x\n"},
    {"signs in a plain text of several lines stay",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"
     "      会议：y\n"
     "    负责人：x\n",
     "单位:\n"
     "  - 编号: c\n"
     "    名称: 丙\n"
     "      会议：y\n"
     "    负责人: x\n"},
};

/// Text in units of that many bytes.
std::string in_units(std::u32string_view text, int size, bool little) {
  std::string out;
  for (const char32_t c : text)
    for (int i = 0; i < size; ++i)
      out += char(std::uint32_t(c) >> 8 * (little ? i : size - 1 - i) & 0xFF);
  return out;
}

std::string encoding_of(const std::string& bytes) {
  const auto file = mend({"x.yaml", bytes, {}});
  return file ? file->encoding : "";
}

}  // namespace

TEST_CASE("each slip is mended where it is certain, and nothing else changes") {
  for (const Slip& slip : slips) {
    CAPTURE(slip.what);
    CHECK(mended(slip.before) == slip.after);
  }
}

TEST_CASE("what was mended is not mended again") {
  for (const Slip& slip : slips) {
    CAPTURE(slip.what);
    if (*slip.after) CHECK(mended(mended(slip.before)) == "");
  }
}

TEST_CASE("UTF-16 and UTF-32 become UTF-8, whatever the order of bytes and the mark") {
  const std::u32string text = U"单位:\n  - {编号: c, 名称: 一上丙　}\n";
  const std::string utf8 = "单位:\n  - {编号: c, 名称: 一上丙\u3000}\n";
  for (const int size : {2, 4})
    for (const bool little : {true, false}) {
      CAPTURE(size);
      CAPTURE(little);
      CHECK(mended(in_units(text, size, little)) == utf8);
      CHECK(mended(in_units(U"\uFEFF" + text, size, little)) == utf8);
    }
  CHECK(encoding_of(in_units(text, 2, true)) == "UTF-16LE");
  CHECK(encoding_of(in_units(text, 2, false)) == "UTF-16BE");
  CHECK(encoding_of(in_units(text, 4, false)) == "UTF-32BE");
  CHECK(encoding_of(in_units(U"\uFEFF" + text, 2, false)) == "UTF-16");
  CHECK(encoding_of(in_units(U"\uFEFF" + text, 4, true)) == "UTF-32");
}

TEST_CASE("GB18030 becomes UTF-8 where it is certain") {
  // 单位 编号 名称 站管办, by iconv.
  const std::string gb =
      "\xB5\xA5\xCE\xBB:\n  - {\xB1\xE0\xBA\xC5: c, \xC3\xFB\xB3\xC6: \xD5\xBE\xB9\xDC\xB0\xEC}\n";
  const std::string utf8 = "单位:\n  - {编号: c, 名称: 站管办}\n";
  CHECK(mended(gb) == utf8);
  // A line of it in a file of UTF-8; Big5; Latin 1; a document that stays unreadable.
  CHECK(mended(utf8 + "# \xD5\xBE\xB9\xDC\n") == "");
  CHECK(mended("units: [{id: c, name: \xC1\x70\xB7\xF9\xB8\x67\xC5\xE7}]\n") == "");
  CHECK(mended("units: [{id: c, name: M\xFCller}]\n") == "");
  CHECK(mended(gb + "  - \"x\n") == "");
}

TEST_CASE("each fault that was mended is told with its line") {
  const auto file = mend({"x.yaml", "# 注\n单位:\n  - {编号：c, 名称: C}\n---\n单畏: []\n", {}});
  REQUIRE(file);
  REQUIRE(file->mends.size() == 2);
  CHECK(file->mends[0].line == 3);
  CHECK(file->mends[0].what.en.starts_with("a full-width colon “：” after a key"));
  CHECK(file->mends[1].line == 5);
  CHECK(file->before != file->bytes);
}

TEST_CASE("a file that cannot be read, and one without faults, are left") {
  CHECK_FALSE(mend({"x.yaml", "", say({"no permission to read it", "没有读取权限"})}));
  CHECK_FALSE(mend({"x.yaml", "", {}}));
  CHECK_FALSE(mend({"x.yaml", "单位: [{编号: c, 名称: “丙”，【x】}]\n", {}}));
}

TEST_CASE("a slip in each of many lines is mended in bounded time") {
  std::string before = "单位:\n", after = before;
  for (int i = 0; i < 300; ++i) {
    before += fmt::format("  - 编号：u{0}\n    名称：单位{0}\n", i);
    after += fmt::format("  - 编号: u{0}\n    名称: 单位{0}\n", i);
  }
  CHECK(mended(before) == after);
}
