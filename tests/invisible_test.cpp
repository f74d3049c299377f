// Characters that nobody sees: written out wherever a text is shown, but where they belong.
#include <doctest/doctest.h>
#include <string>
#include <string_view>

#include <lianxi/base/invisible.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/documents/html.hpp>
#include <lianxi/documents/json.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/schema/spelling.hpp>

namespace invisible_test {

using namespace lianxi;

namespace {

struct Sample {
  std::u32string_view text;
  std::string_view shown;
};

constexpr Sample hidden[] = {
    {U"党\u00ad建", "党\\u{ad}建"},                 // a soft hyphen
    {U"党\u034f建", "党\\u{34f}建"},                // a joiner of graphemes
    {U"党\u061c建", "党\\u{61c}建"},                // a mark of direction
    {U"a\u115fb\u1160c", "a\\u{115f}b\\u{1160}c"},  // fillers of Hangul
    {U"a\u3164\uffa0b", "a\\u{3164}\\u{ffa0}b"},
    {U"a\u17b4\u17b5b", "a\\u{17b4}\\u{17b5}b"},
    {U"党\u180e建", "党\\u{180e}建"},  // Mongolian's separator of vowels
    {U"党\u200b建\u200c设\u200d", "党\\u{200b}建\\u{200c}设\\u{200d}"},
    {U"\u200e\u200f\u202a\u202b\u202c\u202d\u202e",
     "\\u{200e}\\u{200f}\\u{202a}\\u{202b}\\u{202c}\\u{202d}\\u{202e}"},
    {U"\u2060\u2061\u2062\u2063\u2064\u2065",
     "\\u{2060}\\u{2061}\\u{2062}\\u{2063}\\u{2064}\\u{2065}"},
    {U"\u2066\u2067\u2068\u2069\u206a\u206f",
     "\\u{2066}\\u{2067}\\u{2068}\\u{2069}\\u{206a}\\u{206f}"},
    {U"党\u2028建\u2029设", "党\\u{2028}建\\u{2029}设"},
    {U"a\ufe00b\ufe0fc", "a\\u{fe00}b\\u{fe0f}c"},  // selectors that select nothing
    {U"1\ufe0f号", "1\\u{fe0f}号"},
    {U"、\ufe0f", "、\\u{fe0f}"},
    {U"a\U000e0100", "a\\u{e0100}"},
    {U"党\ufeff建", "党\\u{feff}建"},
    {U"党\ufff0建\ufff9设\ufffb", "党\\u{fff0}建\\u{fff9}设\\u{fffb}"},
    {U"图\ufffc见附件", "图\\u{fffc}见附件"},  // a picture that was not copied along
    {U"党\u2800建", "党\\u{2800}建"},          // the blank of Braille
    {U"12\u200f号\u200e", "12\\u{200f}号\\u{200e}"},
    {U"\ufdd0\uffff\U0001fffe\U0010ffff", "\\u{fdd0}\\u{ffff}\\u{1fffe}\\u{10ffff}"},
    {U"党\U000e0001\U000e0041\U000e007f建", "党\\u{e0001}\\u{e0041}\\u{e007f}建"},  // tags
    {U"党\U000e0fff建", "党\\u{e0fff}建"},  // kept by Unicode for more of them
    {U"党\U0001d173建\U0001bca0", "党\\u{1d173}建\\u{1bca0}"},
    {U"👩\u200d党", "👩\\u{200d}党"},
};

/// What belongs where it stands.
constexpr std::u32string_view seen[] = {
    U"❤\ufe0f 与 ❤\ufe0e",
    U"1\ufe0f\u20e3 #\ufe0f\u20e3",
    U"👩\u200d👩\u200d👧 👩\U0001f3fd\u200d🚒 🏳\ufe0f\u200d🌈",
    U"葛\U000e0100飾区",
    U"祖\ufe00国，\ufe00好！\ufe01",
    U"می\u200cخواهم",
    U"क्\u200dष क्\u200cष",
    U"ئۇيغۇر\u200f (2017) نان\u200e، \u061cن",
    U"⠓⠑\u2800⠓⠑",
    U"ᠮᠣᠩᠭᠣᠯ\u180bᠠ\u180eᠠ",
    U"站前广场　第一\u00a0号“服务台”——…·é e\u0301 ㍿ 한국어 \ue000",
    U"",
};

}  // namespace

TEST_CASE("what cannot be seen is written out") {
  for (const Sample& sample : hidden) {
    const std::string text = utf8_of(sample.text);
    CAPTURE(sample.shown);
    CHECK(printable(text) == sample.shown);
    CHECK(with_invisible_written_out(text) == sample.shown);
    CHECK(invisible_character(text));
    CHECK(may_hold_invisible("note: " + text));
  }
  CHECK(may_hold_invisible("note: \"a\\u200bb\""));
  CHECK(invisible_character("a\u200bb\u00ad") == U'\u200b');
}

TEST_CASE("what belongs where it stands is left alone") {
  for (const auto codes : seen) {
    const std::string text = utf8_of(codes);
    CAPTURE(text);
    CHECK(printable(text) == text);
    CHECK(with_invisible_written_out(text) == text);
    CHECK_FALSE(invisible_character(text));
  }
  CHECK_FALSE(may_hold_invisible("\xEF\xBB\xBF备注: 站前广场“一号”台，１２：００ — …é\n"));
  CHECK(with_invisible_written_out("a\n\tb\x07") == "a\n\tb\x07");
}

TEST_CASE("control characters are told of, and written out where a terminal may show the text") {
  CHECK(invisible_character("a\x1b[31mb") == U'\x1b');
  CHECK(invisible_character("a\x7f") == U'\x7f');
  CHECK(invisible_character("a\u0085b") == U'\u0085');
  CHECK(invisible_character("a\u009fb") == U'\u009f');
  CHECK_FALSE(invisible_character("a\tb\r\nc\u00a0d\u00e9"));
  CHECK(with_controls_written_out("a\x1b[31mb\n\u009b\u200b") == "a\\u{1b}[31mb\n\\u{9b}\u200b");
  CHECK(with_controls_written_out("站前\t广场") == "站前\t广场");
}

TEST_CASE("the quick look overlooks no character") {
  int ignorable = 0;
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (!is_ignorable(code)) continue;
    ++ignorable;
    CAPTURE(std::uint32_t(code));
    REQUIRE(may_hold_invisible("备注: 党" + utf8_of({&code, 1})));
  }
  // 4,174 of Default_Ignorable_Code_Point in Unicode 14, 66 that are no characters, the ends of
  // lines and paragraphs, the three marks of annotations, that of a picture, Braille's blank.
  CHECK(ignorable == 4174 + 66 + 2 + 3 + 1 + 1);
}

TEST_CASE("an id has nothing in it that cannot be seen") {
  CHECK(is_id("葛飾"));
  for (const char32_t code : {U'\u115f', U'\u1160', U'\u3164', U'\uffa0', U'\u034f', U'\u17b4',
                              U'\u180b', U'\ufe00', U'\ufe0f', U'\U000e0100', U'\u200b'}) {
    CAPTURE(std::uint32_t(code));
    CHECK_FALSE(is_id("a" + utf8_of({&code, 1})));
    CHECK_FALSE(is_id("党" + utf8_of({&code, 1}) + "建"));
  }
}

TEST_CASE("no paper has in it what cannot be seen") {
  const std::string hiding = "统一\u200b部署\u00ad安排\U000e0041";
  Document document;
  document.title = hiding;
  document.sections = {{.title = hiding, .blocks = {doc::Paragraph{hiding}}}};
  for (const std::string& paper :
       {to_markdown(document), to_html(document), to_json(document, {})}) {
    CAPTURE(paper);
    CHECK(paper.find("统一\u200b") == paper.npos);
    CHECK(paper.find("\u00ad") == paper.npos);
    CHECK(paper.find("\U000e0041") == paper.npos);
    CHECK(paper.find("200b}") != paper.npos);
  }
}

}  // namespace invisible_test
