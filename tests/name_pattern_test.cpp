// Patterns of names and of paths: against matchers that try everything, and in time.
#include <chrono>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fnmatch.h>
#include <random>
#include <vector>

#include <lianxi/base/name_pattern.hpp>
#include <lianxi/book/folder.hpp>

namespace name_pattern_test {

using namespace lianxi;

namespace {

using Random = std::mt19937;

std::string drawn(Random& random, std::string_view signs, std::size_t most) {
  std::string text;
  for (std::size_t size = random() % (most + 1); size > 0; --size)
    text += signs[random() % signs.size()];
  return text;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts(1);
  for (const char sign : text)
    if (sign == '/')
      parts.emplace_back();
    else
      parts.back() += sign;
  return parts;
}

using Names = std::span<const std::string>;

/// Whether the glob is the path or a folder above it, by trying all that a `**` may stand for.
bool tries_all(Names path, Names glob) {
  if (glob.empty()) return true;
  if (glob[0] == "**") {
    if (glob.size() == 1) return !path.empty();
    for (std::size_t skipped = 0; skipped < path.size(); ++skipped)
      if (tries_all(path.subspan(skipped), glob.subspan(1))) return true;
    return false;
  }
  return !path.empty() && fnmatch(glob[0].c_str(), path[0].c_str(), 0) == 0 &&
         tries_all(path.subspan(1), glob.subspan(1));
}

double seconds_for(const auto& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (; times > 0; --times) all += text;
  return all;
}

}  // namespace

TEST_CASE("a pattern matches the names that the C library says it does") {
  Random random(20171001);
  int matches = 0;
  constexpr int pairs = 200'000;
  for (int i = 0; i < pairs; ++i) {
    const std::string pattern = drawn(random, "aab**?[]!-^\\", 9),
                      name = drawn(random, "aab]-[", 6);
    // In glibc an open bracket is no bracket, unless the pattern ends with a hyphen.
    if (pattern.ends_with('-')) continue;
    CAPTURE(pattern);
    CAPTURE(name);
    const bool expected = fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
    matches += expected;
    REQUIRE(matches_name(name, pattern) == expected);
  }
  MESSAGE("measured: patterns against fnmatch: ", pairs, ", that match: ", matches);
  CHECK(matches > pairs / 40);
}

TEST_CASE("a glob matches the paths that are found by trying everything") {
  Random random(20171001);
  int matches = 0;
  constexpr int pairs = 100'000;
  for (int i = 0; i < pairs; ++i) {
    const std::string path = drawn(random, "ab//", 9);
    std::string glob;
    for (int segments = int(random() % 5); segments >= 0; --segments)
      glob += (random() % 2 == 0 ? "**" : drawn(random, "ab*", 2)) + (segments > 0 ? "/" : "");
    if (path.starts_with('/') || path.find("//") != path.npos || path.ends_with('/')) continue;
    if (glob.find('/') == glob.npos || glob.starts_with('/') || glob.ends_with('/')) continue;
    CAPTURE(path);
    CAPTURE(glob);
    const auto names = path.empty() ? std::vector<std::string>() : split(path);
    const bool expected = tries_all(names, split(glob));
    matches += expected;
    REQUIRE(matches_glob(path, glob) == expected);
  }
  CHECK(matches > pairs / 50);
}

TEST_CASE("a character of any script is one character to a pattern") {
  CHECK(matches_name("会议.yaml", "会?.yaml"));
  CHECK_FALSE(matches_name("会议.yaml", "会??.yaml"));
  CHECK(matches_name("第三季.yaml", "第[一二三四]季.yaml"));
  CHECK(matches_name("第三季.yaml", "第[!一二四]季.yaml"));
  CHECK_FALSE(matches_name("第三季.yaml", "第[!三]季.yaml"));
  CHECK(matches_name("丙", "[一-龥]"));
  CHECK_FALSE(matches_name("a", "[一-龥]"));
  CHECK(matches_name("caf\xE9.yaml", "caf?.yaml"));
  CHECK_FALSE(matches_name("caf\xE9.yaml", "caf\xE8.yaml"));
  CHECK(matches_name("会\xE8.yaml", "会*.yaml"));
  CHECK(matches_name("2017", "[[:digit:]][[:digit:]]*"));
  CHECK_FALSE(matches_name("x017", "[[:digit:]]*"));
  CHECK(matches_name("[da", "[[:digit:]a"));  // no class: nothing closes a set around it
}

TEST_CASE("no pattern takes long") {
  constexpr double most = 5;  // seconds; trying everything would take years
  const std::string deep = repeated("a/", 60) + "b.yaml";
  CHECK(seconds_for([&] { CHECK_FALSE(matches_glob(deep, repeated("**/", 60) + "c.yaml")); }) <
        most);
  CHECK(seconds_for([&] {
          CHECK_FALSE(matches_glob(deep, repeated("**/a/", 38) + "c"));
          CHECK(matches_glob(deep, repeated("**/a/", 38) + "b*"));
        }) < most);
  const std::string name = repeated("a", 255);
  CHECK(seconds_for([&] { CHECK_FALSE(matches_name(name, repeated("*a", 200) + "b")); }) < most);
  const std::string brackets = repeated("[", 255), open = "*" + repeated("[", 1'000'000);
  CHECK(seconds_for([&] { CHECK_FALSE(matches_name(brackets, open)); }) < most);
}

}  // namespace name_pattern_test
