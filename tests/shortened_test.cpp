// Messages that hold long values.
#include <doctest/doctest.h>
#include <string>

#include <lianxi/base/shortened.hpp>

namespace shortened_test {

using namespace lianxi;

namespace {

std::string times(std::size_t number, std::string_view text) {
  std::string all;
  for (; number > 0; --number) all += text;
  return all;
}

std::string en(std::string text) { return shortened(std::move(text), Language::en); }

}  // namespace

TEST_CASE("a value of eighty letters stands in a message as it is") {
  const std::string chinese = "没有单位“" + times(80, "字") + "”";
  CHECK(shortened(chinese, Language::zh) == chinese);
  CHECK(en("“" + times(80, "e\u0301") + "”") == "“" + times(80, "e\u0301") + "”");
}

TEST_CASE("of a longer one the first sixty do, and how long it is") {
  CHECK(shortened("“" + times(81, "字") + "”不是日期", Language::zh) ==
        "“" + times(60, "字") + "…”（共 81 字）不是日期");
  CHECK(en("“" + times(1'000'000, "a") + "” is not a date") ==
        "“" + times(60, "a") + "…” (1000000 characters) is not a date");
  // No grapheme is cut, but one without end is.
  CHECK(en("“" + times(90, "e\u0301") + "”") == "“" + times(60, "e\u0301") + "…” (180 characters)");
  CHECK(en("“e" + times(1'000'000, "\u0301") + "”").size() < 4000);
}

TEST_CASE("each value is cut for itself, whatever quotes stand in it") {
  const std::string a = times(100, "a"), cut = times(60, "a") + "…";
  CHECK(en("“" + a + "” and “b” are the same field: “" + a + "”") ==
        "“" + cut + "” (100 characters) and “b” are the same field: “" + cut +
            "” (100 characters)");
  CHECK(en("“" + times(20, "x“y”") + a + "” is") ==
        "“" + times(15, "x“y”") + "…” (180 characters) is");
  CHECK(en("“" + a + "“” is not") == "“" + cut + "” (101 characters) is not");
  CHECK(en("no end “" + a) == "no end “" + a);
}

TEST_CASE("code may be longer, and a message without quotes has an end too") {
  const std::string line = times(390, "a");
  CHECK(en("write `" + line + "`") == "write `" + line + "`");
  CHECK(en("write `" + times(401, "a") + "` there") == "write `" + times(300, "a") + "…` there");
  CHECK(en(times(1201, "a")) == times(1000, "a") + "…");
}

TEST_CASE("no half of a personal number is left where a value is cut") {
  const std::string message = en("“" + times(52, "a") + " 13812345678 " + times(90, "b c") + "”");
  CHECK(message.find("13812") == message.npos);
  CHECK(message.find("138****") != message.npos);
  // What is not cut is masked where it is printed.
  CHECK(en(times(90, "a ") + "13812345678").find("13812345678") != std::string::npos);
}

}  // namespace shortened_test
