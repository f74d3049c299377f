// The table of texts, the memory that records lie in, and what is looked for in a text at once.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>
#include <unordered_map>
#include <vector>

#include <lianxi/base/arena.hpp>
#include <lianxi/base/file_bytes.hpp>
#include <lianxi/base/flat_index.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>

using namespace lianxi;

TEST_CASE("a flat index finds the first of equal texts, as a map does") {
  std::vector<std::string> texts;
  for (int i = 0; i < 20'000; ++i) texts.push_back(fmt::format("编号{}", i * 7919 % 6007));
  texts.emplace_back();
  texts.emplace_back(300, 'x');
  FlatIndex index(texts.size());
  const auto text_of = [&](std::uint32_t number) -> std::string_view { return texts[number]; };
  std::unordered_map<std::string_view, std::uint32_t> map;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    const auto [first, is_new] = map.try_emplace(texts[i], i);
    const auto found = index.find_or_note(texts[i], i, text_of);
    CHECK(found.has_value() != is_new);
    if (found) CHECK(*found == first->second);
  }
  CHECK(map.size() == 6009);
  CHECK(index.find("编号6006", text_of) == map.at("编号6006"));
  CHECK_FALSE(index.find("编号6007", text_of));
  CHECK_FALSE(FlatIndex().find("x", text_of));
}

TEST_CASE(
    "an arena gives memory that is zero, aligned and its own, and takes back what came last") {
  Arena arena;
  std::vector<std::uint64_t*> pieces;
  for (std::size_t i = 1; i < 400; ++i) {
    arena.room(i % 7);  // whatever lies before
    pieces.push_back(arena.make<std::uint64_t>(i * 50));
    CHECK(reinterpret_cast<std::uintptr_t>(pieces.back()) % alignof(std::uint64_t) == 0);
    CHECK(pieces.back()[i * 50 - 1] == 0);
    for (std::size_t k = 0; k < i * 50; ++k) pieces.back()[k] = i;
  }
  for (std::size_t i = 1; i < 400; ++i) CHECK(pieces[i - 1][i * 25] == i);

  const auto mark = arena.mark();
  auto* const dropped = arena.make<int>();
  *dropped = 7;
  arena.rewind(mark);
  auto* const again = arena.make<int>();
  CHECK(again == dropped);
  CHECK(*again == 0);
  CHECK(arena.keep("联席") == "联席");

  Arena empty;
  const auto start = empty.mark();
  auto* const first = empty.make<int>();
  empty.rewind(start);
  CHECK(empty.make<int>() == first);
}

TEST_CASE("copies of a file's bytes share them") {
  FileBytes bytes(std::string("a: b\n"));
  const FileBytes copy = bytes;
  const char* const there = copy.view().data();
  bytes = FileBytes("x");
  CHECK(copy.view() == "a: b\n");
  CHECK(copy.view().data() == there);
  CHECK(FileBytes().empty());
}

TEST_CASE("a text that may hold a personal number has eleven digits, wherever in it") {
  CHECK(may_hold_personal_number("13812345678"));
  CHECK(may_hold_personal_number("１３８１２３４５６７８"));
  CHECK(may_hold_personal_number("138 1234 5678"));
  CHECK(may_hold_personal_number("电话 138-1234-\n5678"));
  CHECK_FALSE(may_hold_personal_number("1381234567"));
  CHECK_FALSE(may_hold_personal_number("一三八一二三四五六七八"));
  CHECK_FALSE(may_hold_personal_number(""));
}

TEST_CASE("white space of any script is taken off, and nothing else") {
  CHECK(trimmed("  a b \t\r\n") == "a b");
  CHECK(trimmed("\u3000联席会议\u00A0") == "联席会议");
  CHECK(trimmed("\uFEFF会\u2028") == "会");
  CHECK(trimmed("\u2003") == "");
  CHECK(trimmed("") == "");
  for (const std::string_view text :
       {"、会", "会。", "한국", "é", "a", "\U0001F600", "ﬁ", "「会」"})
    CHECK(trimmed(text) == text);
}
