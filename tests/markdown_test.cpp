// What text and documents become in Markdown. That three Markdown readers show it as it
// was meant is tested by tests/peers/markdown_test.py.
#include <doctest/doctest.h>

#include <lianxi/documents/markdown.hpp>
#include <lianxi/documents/mermaid.hpp>

namespace markdown_test {

using namespace lianxi;
using doc::Prose;

namespace {

struct Escaped {
  std::string_view raw, paragraph, cell;
};

/// Without the title that every document has.
std::string body(const std::string& markdown) {
  REQUIRE(markdown.starts_with("# T\n\n"));
  REQUIRE(markdown.ends_with('\n'));
  return markdown.substr(5, markdown.size() - 6);
}

std::string as_block(doc::Block block, const MarkdownOptions& options = {}) {
  return body(to_markdown({.title = "T", .preface = {std::move(block)}}, options));
}

std::string as_cell(const Prose& prose) {
  const std::string table = as_block(doc::Table{{{"h"}}, {{prose}}});
  const std::string head = "| h |\n| --- |\n| ";
  REQUIRE(table.starts_with(head));
  return table.substr(head.size(), table.size() - head.size() - 2);
}

std::string strong(std::string_view before, std::string_view piece, std::string_view after) {
  Prose prose(before);
  prose += Prose::strong(piece);
  prose += after;
  return as_block(doc::Paragraph{prose});
}

}  // namespace

TEST_CASE("text is escaped where it could be read as markup") {
  const Escaped cases[] = {
      {"a|b", "a\\|b", "a\\|b"},
      {"end\\", "end\\\\", "end\\\\"},
      {"*x* _y_ `z` ~w~", "\\*x\\* \\_y\\_ \\`z\\` \\~w\\~", "\\*x\\* \\_y\\_ \\`z\\` \\~w\\~"},
      {"<b>粗</b>", "\\<b>粗\\</b>", "\\<b>粗\\</b>"},
      {"![x](y)", "!\\[x\\](y)", "!\\[x\\](y)"},
      {"&lt; &#38; R&D &", "\\&lt; \\&\\#38; R&D &", "\\&lt; \\&\\#38; R&D &"},
      {"http://x.y www.x.y", "http\\://x.y www\\.x.y", "http\\://x.y www\\.x.y"},
      {"a@b.c @x #1", "a\\@b.c \\@x \\#1", "a\\@b.c \\@x \\#1"},
      {":smile: tel:12 注:见", "\\:smile: tel\\:12 注:见", "\\:smile: tel\\:12 注:见"},
      {"$x$ {{y}} {% z %}", "\\$x\\$ \\{\\{y}} \\{% z %}", "\\$x\\$ \\{\\{y}} \\{% z %}"},
  };
  for (const auto& [raw, paragraph, cell] : cases) {
    CHECK(as_block(doc::Paragraph{raw}) == paragraph);
    CHECK(as_cell(raw) == cell);
  }
}

TEST_CASE("only the start of a line can begin a block") {
  const Escaped cases[] = {
      {"- x", "\\- x", "- x"},       {"+ x", "\\+ x", "+ x"},     {"+5", "+5", "+5"},
      {"> x", "\\> x", "> x"},       {"===", "\\===", "==="},     {"1. x", "1\\. x", "1. x"},
      {"12) x", "12\\) x", "12) x"}, {"a - b", "a - b", "a - b"}, {"# x", "\\# x", "\\# x"},
  };
  for (const auto& [raw, paragraph, cell] : cases) {
    CHECK(as_block(doc::Paragraph{raw}) == paragraph);
    CHECK(as_cell(raw) == cell);
  }
}

TEST_CASE("dates, times and figures stay as they are") {
  for (const std::string_view text : {"2017-09-20", "14:00", "4,000.00", "87.5%", "220+",
                                      "2017-q3/r1", "约5,500", "“引号”——破折号…", "(1) x", "A: b"})
    CHECK(as_block(doc::Paragraph{text}) == text);
}

TEST_CASE("line breaks, tabs and what cannot be seen") {
  CHECK(as_block(doc::Paragraph{"a\r\n- b\n\n  c "}) == "a\\\n\\- b\\\nc");
  CHECK(as_cell("a\rb\n\nc") == "a<br>b<br>c");
  CHECK(as_cell("a\tb") == "a b");
  CHECK(as_cell("a\xE2\x80\xAE"
                "b") == "a\\\\u\\{202e}b");
  CHECK(as_block(doc::Items{{"a\nb", ""}}) == "- a\\\n  b");
  CHECK(as_block(doc::Items{{"a", "b\nc"}, true}) == "1. a\n2. b\\\n   c");
  const doc::Table table{{{"h"}}, {{"a\nb"}}};
  CHECK(as_block(table, {.cell_break = "；"}) == "| h |\n| --- |\n| a；b |");
}

TEST_CASE("strong text leaves out the punctuation that would disable its markers") {
  CHECK(strong("", "合计", "") == "**合计**");
  CHECK(strong("", "21+", "") == "**21+**");
  CHECK(strong("", "支部：", "后") == "**支部**：后");
  CHECK(strong("见", "“甲”", "后") == "见“**甲**”后");
  CHECK(strong("a", "：", "b") == "a：b");
  CHECK(strong("见", " a ", " b") == "见 **a**  b");
  CHECK(strong("", "a*", "b") == "**a**\\*b");
}

TEST_CASE("a document from title to provenance") {
  const doc::Table table{{{"名"}, {"数", doc::Align::right}, {"注", doc::Align::center}},
                         {{"甲", "1", ""}}};
  const Document document{
      .language = Language::zh,
      .title = "T",
      .preface = {doc::Paragraph{"前"}},
      .sections = {{"一节", {table}, {{"小节", {}, {{"细目"}}}, {"小节"}}}, {"二节"}},
      .closing = {doc::Paragraph{"落款", doc::Align::right}},
      .provenance = {"甲", "乙"}};
  CHECK(body(to_markdown(document)) ==
        "前\n\n"
        "## 一、一节\n\n"
        "| 名 | 数 | 注 |\n| --- | ---: | :---: |\n| 甲 | 1 | |\n\n"
        "### （一）小节\n\n"
        "#### 1. 细目\n\n"
        "### （二）小节\n\n"
        "## 二、二节\n\n"
        "落款\n\n"
        "---\n\n"
        "甲\\\n乙");
}

TEST_CASE("headings have no numbers in English") {
  CHECK(body(to_markdown({.title = "T", .sections = {{"One\nand #"}}})) == "## One and \\#");
}

TEST_CASE("a chart stands after the table of its numbers, or not at all") {
  const doc::Table table{{{"h"}}, {{"1"}}, doc::Pie{"P", {{"a\"b", 1}, {"c", 0}}}};
  CHECK(as_block(table) ==
        "| h |\n| --- |\n| 1 |\n\n"
        "```mermaid\npie showData\n    title P\n    \"a#quot;b\" : 1\n```");
  CHECK(as_block(table, {.charts = false}) == "| h |\n| --- |\n| 1 |");
  CHECK(mermaid::source(doc::Pie{"P", {{"a", 0}}}) == "");
}

TEST_CASE("names in time lines cannot be read as statements") {
  const Date start = *Date::make(2017, 1, 1), end = *Date::make(2017, 1, 31);
  const doc::Gantt gantt{"G",
                         {{"甲: 组",
                           {{"section x: y", start, end},
                            {"任务;", start, start, doc::Gantt::State::done},
                            {"", start, start, doc::Gantt::State::late}}},
                          {"empty", {}}}};
  CHECK(mermaid::source(gantt) ==
        "gantt\n    title G\n    dateFormat YYYY-MM-DD\n    axisFormat %m-%d\n"
        "    section 甲#colon; 组\n"
        "    #115;ection x#colon; y :2017-01-01, 2017-02-01\n"
        "    任务#59; :done, 2017-01-01, 2017-01-02\n"
        "    - :crit, 2017-01-01, 2017-01-02\n");
}

TEST_CASE("personal numbers are masked in every text but that of a contact") {
  const std::string phone = "13912345678";
  CHECK(doc::Prose("请拨打 " + phone).plain().find(phone) == std::string::npos);
  CHECK(doc::Prose::strong(phone).plain().find(phone) == std::string::npos);
  CHECK(doc::Prose::contact(phone).plain() == phone);
}

TEST_CASE("for pandoc lines to the right are marked, and cells for the pen have room") {
  const MarkdownOptions options{.pen_room = "&#12288;", .styles = true};
  CHECK(as_block(doc::Paragraph{"甲", doc::Align::right}, options) ==
        "::: {custom-style=\"Signature\"}\n甲\n:::");
  CHECK(as_block(doc::Paragraph{"::: 甲", doc::Align::center}, options) ==
        "::: {custom-style=\"Centered\"}\n\\::: 甲\n:::");
  const doc::Table table{{{"h"}, {"签名", doc::Align::left, true}}, {{"", ""}, {"a", "b"}}};
  CHECK(as_block(table, options) == "| h | 签名 |\n| --- | --- |\n| | &#12288; |\n| a | b |");
}

}  // namespace markdown_test
