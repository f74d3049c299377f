// What mending makes of each slip of the hand, to the byte. tests/fix/ does the same to
// random books.
#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <random>
#include <span>

#include <lianxi/book/book.hpp>
#include <lianxi/book/mending.hpp>
#include <lianxi/exchange/mending_text.hpp>

#include "mending_slips.hpp"

namespace mending_test {

using namespace lianxi;

namespace {

/// The file after mending; "" where nothing was mended.
std::string mended(const std::string& bytes) {
  const auto file = mend({"x.yaml", bytes, {}});
  return file ? file->bytes : "";
}

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
  for (const MadeSlip& slip : slips) {
    CAPTURE(slip.what);
    CHECK(mended(slip.before) == slip.after);
  }
}

TEST_CASE("what was mended is not mended again") {
  for (const MadeSlip& slip : slips) {
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

namespace {

/// Units with so many records like that one, each with a number for each `{0}`.
std::string units_like(std::string_view item, int number) {
  std::string text = "单位:\n";
  for (int i = 0; i < number; ++i) text += fmt::format(fmt::runtime(item), i);
  return text;
}

}  // namespace

TEST_CASE("slips that each stop reading are all mended, however many there are") {
  constexpr int many = 800;
  CHECK(mended(units_like("  - 编号: u{0}\n    名称：单位{0}\n    负责人: x\n", many)) ==
        units_like("  - 编号: u{0}\n    名称: 单位{0}\n    负责人: x\n", many));
  const std::string resolutions = "会议:\n  - 编号: m\n    类型: 例会\n    日期: 2017-09-20\n";
  std::string before = resolutions + "    决议:\n", after = before;
  for (int i = 0; i < many; ++i) {
    before += fmt::format("      - 编号: r{0}\n        内容：某事{0}\n        牵头单位: a\n", i);
    after += fmt::format("      - 编号: r{0}\n        内容: 某事{0}\n        牵头单位: a\n", i);
  }
  CHECK(mended(before + "    地点：站台\n") == after + "    地点: 站台\n");
  // The tabs of one width only, which every record shows.
  CHECK(mended(units_like("\t- 编号: u{0}\n\t  名称: 单位{0}\n", 40)) == "");
  CHECK(mended(units_like("    - 编号: u{0}\n\t  名称: 单位{0}\n", 40)) ==
        units_like("    - 编号: u{0}\n      名称: 单位{0}\n", 40));
}

TEST_CASE("a slip that is not mended does not stop the many others of a document that is read") {
  std::string before = "单位:\n", after = before;
  for (int i = 0; i < 60; ++i) {
    // Of every third the key is given already, so that what was meant is not certain.
    const std::string given = i % 3 == 0 ? "    名称: y\n" : "";
    before += fmt::format("  - 编号: u{0}\n    名秤: 单位{0}\n{1}", i, given);
    after += fmt::format("  - 编号: u{0}\n    {2}: 单位{0}\n{1}", i, given,
                         given.empty() ? "名称" : "名秤");
  }
  CHECK(mended(before) == after);
}

TEST_CASE("a value that nobody can read does not keep the record around it from being mended") {
  CHECK(
      mended("活动：\n  - 编号：xc\n    标题：暑运宣传\n    类型：宣传教育\n    日期：2026-06-32\n"
             "    服务人次：约500人\n") ==
      "活动:\n  - 编号: xc\n    标题: 暑运宣传\n    类型: 宣传教育\n    日期: 2026-06-32\n"
      "    服务人次: 约500人\n");
  // A key that there is not may show that it was no key at all.
  CHECK(mended("活动:\n  - 编号：xc\n    随便：暑运宣传\n").empty());
}

TEST_CASE("what is text in many records stays text while others are mended") {
  const std::string_view before =
      "  - 编号: u{0}\n    名称：单位{0}\n    备注: |\n      - 注：一，二\n      注：三\n"
      "    负责人: \"a\n      - 名称：b\"\n";
  const std::string_view after =
      "  - 编号: u{0}\n    名称: 单位{0}\n    备注: |\n      - 注：一，二\n      注：三\n"
      "    负责人: \"a\n      - 名称：b\"\n";
  CHECK(mended(units_like(before, 30)) == units_like(after, 30));
}

TEST_CASE("a slip is mended in each of many records as it is in one") {
  constexpr std::string_view header = "单位:\n";
  int compared = 0;
  for (const MadeSlip& slip : slips) {
    const std::string_view before = slip.before, after = slip.after;
    const bool is_items = before.starts_with(header) && after.starts_with(header);
    if (!is_items || !before.ends_with('\n') || before.find("---") != before.npos) continue;
    CAPTURE(slip.what);
    std::string all_before(header), all_after(header);
    for (int i = 0; i < 12; ++i) {
      all_before += before.substr(header.size());
      all_after += after.substr(header.size());
    }
    CHECK(mended(all_before) == all_after);
    ++compared;
  }
  CHECK(compared > 20);
}

TEST_CASE("who gave up does not say that nothing can be mended") {
  const MendedFile file{.path = "x.yaml", .bytes = "", .mends = {}, .gave_up = true};
  CHECK(mending_text(std::span(&file, 1), false, Language::en, "b/") ==
        "b/x.yaml: too many faults that hide one another: mend some of them by hand, then run "
        "--fix again\nnothing was mended\n");
  CHECK(mending_text(std::span(&file, 1), false, Language::zh, "") ==
        "x.yaml：相互掩盖的问题太多，未能逐一尝试：请先手工改正几处，再运行 --fix\n"
        "没有改正任何问题\n");
}

TEST_CASE("whatever is written, mending ends, is done at once, and keeps every line") {
  constexpr std::string_view signs[] = {
      "单位", "编号", "名称", "会议", "a",  "b", "：", "：", ": ", ":",      "，",     ", ", "、",
      "“",    "”",    "＂",   "「",   "」", "‘", "’",  "\"", "'",  "［",     "］",     "【", "】",
      "｛",   "｝",   "[",    "]",    "{",  "}", "－", "—",  "- ", "-",      "\u3000", " ",  "  ",
      "\t",   "\n",   "\n  ", "\n- ", "|",  ">", "#",  "@",  "\\", "\u00A0", "1,200",  "\r", "---",
  };
  std::mt19937 random(20170930);
  for (int i = 0; i < 4000; ++i) {
    std::string text = random() % 2 ? "单位:\n  - 编号: c\n    名称: x\n" : "";
    for (auto n = random() % 25; n > 0; --n) text += signs[random() % std::size(signs)];
    CAPTURE(text);
    const auto file = mend({"x.yaml", text, {}});
    if (!file) continue;
    CHECK(std::ranges::count(file->bytes, '\n') == std::ranges::count(text, '\n'));
    CHECK(mended(file->bytes) == "");
    // Letters are neither made nor lost, but for those of a misspelt key or word.
    CHECK(std::ranges::count(file->bytes, 'a') == std::ranges::count(text, 'a'));
  }
}

}  // namespace mending_test
