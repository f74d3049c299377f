// What a comparison of two texts shows. The expected hunks are those of GNU diff -u.
#include <doctest/doctest.h>
#include <string>

#include <lianxi/base/text_diff.hpp>

namespace text_diff_test {

using lianxi::compare_lines;

namespace {

/// The lines a, b, … of the alphabet, with one of them in capitals.
std::string letters(char capital = ' ', char second = ' ') {
  std::string text;
  for (char c = 'a'; c <= 'z'; ++c) {
    const bool other = c == capital || c == second;
    text += other ? char(c - 32) : c;
    text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("equal texts have no hunks") {
  CHECK(compare_lines("", "").hunks == "");
  CHECK(compare_lines("a\nb", "a\nb").hunks == "");
}

TEST_CASE("a changed line is shown between three lines of context") {
  CHECK(compare_lines(letters(), letters('h')).hunks ==
        "@@ -5,7 +5,7 @@\n e\n f\n g\n-h\n+H\n i\n j\n k\n");
  CHECK(compare_lines(letters(), letters('a')).hunks == "@@ -1,4 +1,4 @@\n-a\n+A\n b\n c\n d\n");
}

TEST_CASE("changes whose contexts touch are one hunk, others two") {
  CHECK(compare_lines(letters(), letters('h', 'o')).hunks ==
        "@@ -5,14 +5,14 @@\n e\n f\n g\n-h\n+H\n i\n j\n k\n l\n m\n n\n-o\n+O\n p\n q\n r\n");
  CHECK(compare_lines(letters(), letters('h', 'p')).hunks ==
        "@@ -5,7 +5,7 @@\n e\n f\n g\n-h\n+H\n i\n j\n k\n"
        "@@ -13,7 +13,7 @@\n m\n n\n o\n-p\n+P\n q\n r\n s\n");
}

TEST_CASE("lines added to nothing, and all lines taken away") {
  CHECK(compare_lines("", "a\nb\n").hunks == "@@ -0,0 +1,2 @@\n+a\n+b\n");
  CHECK(compare_lines("a\n", "").hunks == "@@ -1 +0,0 @@\n-a\n");
  CHECK(compare_lines("a\nb\nc\n", "a\nc\n").hunks == "@@ -1,3 +1,2 @@\n a\n-b\n c\n");
}

TEST_CASE("a last line without its line feed differs from one with it") {
  CHECK(compare_lines("a\nb", "a\nb\n").hunks ==
        "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
}

TEST_CASE("a carriage return is a difference that can be seen, and nothing acts on a terminal") {
  CHECK(compare_lines("a\r\n", "\x1b[31ma\n").hunks == "@@ -1 +1 @@\n-a\\u{d}\n+\\u{1b}[31ma\n");
}

TEST_CASE("beyond the lines allowed hunks are counted only") {
  const auto both = compare_lines(letters(), letters('h', 'p'), 8);
  CHECK(both.hunks == "@@ -5,7 +5,7 @@\n e\n f\n g\n-h\n+H\n i\n j\n k\n");
  CHECK(both.left_out == 1);
  const auto cut = compare_lines("a\nb\n", "", 1);
  CHECK(cut.hunks == "@@ -1,2 +0,0 @@\n-a\n…\n");
  CHECK(cut.left_out == 0);
}

TEST_CASE("texts too large to compare line by line are shown as replaced") {
  std::string many, others;
  for (int i = 0; i < 30'000; ++i) {
    many += std::to_string(i) + "\n";
    others += std::to_string(-i - 1) + "\n";
  }
  const auto diff = compare_lines(many, others, 2);
  CHECK(diff.hunks == "@@ -1,30000 +1,30000 @@\n-0\n-1\n…\n");
  CHECK(diff.left_out == 0);
}

}  // namespace text_diff_test
