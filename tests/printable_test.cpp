// What is printed of texts and names that nobody vouches for.
#include <doctest/doctest.h>
#include <random>
#include <set>
#include <string>

#include <lianxi/base/runner_commands.hpp>
#include <lianxi/base/text_diff.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/csv.hpp>

namespace printable_test {

using namespace lianxi;

TEST_CASE("what would do something to a terminal is written out") {
  CHECK(visible("a\x1b[2Jb\u202Ec\n") == "a\\u{1b}[2Jb\\u{202e}c\\u{a}");
  // XML has no such character, so that an office program would not open what holds it.
  CHECK(visible("a\uFFFEb\uFFFF") == "a\\u{fffe}b\\u{ffff}");
  CHECK(visible("caf\xE9\xFF \uFFFD é") == "caf\\xE9\\xFF \uFFFD é");
}

TEST_CASE("no text is a command to what runs a job") {
  // GitHub's runner: `##[` anywhere, `::` at the start of a line and after blanks of any kind.
  CHECK(printable("a ##[add-mask]b") == "a #\\u{23}[add-mask]b");
  CHECK(printable("::stop-commands::x") == "\\u{3a}:stop-commands::x");
  CHECK(printable("　 ::set-output name=a::b") == "　 \\u{3a}:set-output name=a::b");
  CHECK(printable("::ERROR::x") == "\\u{3a}:ERROR::x");
  // Azure's, and TeamCity's.
  CHECK(printable("###vso[task.setvariable variable=a]b") ==
        "##\\u{23}vso[task.setvariable variable=a]b");
  CHECK(printable("##teamcity[message]") == "#\\u{23}teamcity[message]");
  // What looks a little like it stays.
  for (const char* text : {"## a [b]", "#[a]", "a ::b::c", ":: a", "::a",
                           "::: {custom-style=\"x\"}", "##标题[甲]", "std::string::npos"})
    CHECK(printable(text) == text);
}

TEST_CASE("no row of a table begins a command") {
  CHECK(csv::line({"::error::x", "b::c"}) == "\"::error::x\",b::c\n");
  CHECK(csv::line({" ::error", "b::c"}) == "\" ::error\",b::c\n");
  CHECK(csv::line({"a::b", ":c"}) == "a::b,:c\n");
}

TEST_CASE("pages and JSON say the same in other signs") {
  CHECK(without_commands("<br>\n::error::x ##[b]", signs_in_html) ==
        "<br>\n&#58;:error::x #&#35;[b]");
}

TEST_CASE("a name is text, and no line that begins with one is a command") {
  CHECK(readable_path("会议/2017.yaml") == "会议/2017.yaml");
  CHECK(readable_path("caf\xE9.yaml") == "caf\\xE9.yaml");
  CHECK(readable_path("caf\\xE9.yaml") == "caf\\x5CxE9.yaml");
  CHECK(readable_path("a\\u{a}.yaml") == "a\\x5Cu{a}.yaml");
  CHECK(readable_path("a\\b\\xe9.yaml") == "a\\b\\xe9.yaml");
  CHECK(printable_path("::stop-commands::x.yaml") == "./::stop-commands::x.yaml");
  CHECK(printable_path("::error file=a,line=1.yaml") == "./::error file=a,line=1.yaml");
  CHECK(printable_path("a\n::error::x.yaml") == "a\\u{a}::error::x.yaml");
  CHECK(printable_path("##[group]x.yaml") == "#\\u{23}[group]x.yaml");
}

TEST_CASE("no two names look the same, whatever bytes they are made of") {
  const std::string_view pieces[] = {"\\",   "x",  "E", "9",     "5",     "C",      "u{", "a}",
                                     "\xE9", "\n", "é", "\\xE9", "\\x5C", "\\u{a}", "/"};
  std::mt19937 random(20171001);
  std::set<std::string> names, shown, printed;
  for (int i = 0; i < 100'000; ++i) {
    std::string name;
    for (auto left = random() % 7; left > 0; --left) name += pieces[random() % std::size(pieces)];
    if (!names.insert(name).second) continue;
    REQUIRE(shown.insert(readable_path(name)).second);
    REQUIRE(printed.insert(printable_path(name)).second);
  }
  MESSAGE("measured: names of files as text: ", names.size(), ", all different");
}

TEST_CASE("a diff names a file as git does") {
  CHECK(name_in_diff("a/", "会议 1.yaml") == "a/会议 1.yaml");
  CHECK(name_in_diff("a/", "caf\xE9.yaml") == "\"a/caf\\351.yaml\"");
  CHECK(name_in_diff("b/", "a\nb \"\\.yaml") == "\"b/a\\012b \\\"\\\\.yaml\"");
  CHECK(name_in_diff("b/", "##[a].yaml") == "\"b/\\043\\043[a].yaml\"");
}

}  // namespace printable_test
