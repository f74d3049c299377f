// What documents become as pages of HTML. How a browser shows them is tested by
// tests/peers/browser_test.py.
#include <doctest/doctest.h>
#include <string>

#include <lianxi/documents/html.hpp>
#include <lianxi/documents/html_text.hpp>
#include <lianxi/documents/svg.hpp>

namespace html_test {

using namespace lianxi;
using doc::Prose;

namespace {

bool has(const std::string& page, std::string_view piece) { return page.find(piece) != page.npos; }

/// What stands between the title and the end of a page.
std::string body(const Document& document) {
  const std::string page = to_html(document);
  const std::string open = "<h1>T</h1>\n", close = "</main>\n</body>\n</html>\n";
  const auto from = page.find(open);
  REQUIRE(from != page.npos);
  REQUIRE(page.ends_with(close));
  return page.substr(from + open.size(), page.size() - from - open.size() - close.size());
}

std::string as_block(doc::Block block) {
  return body({.language = Language::zh, .title = "T", .preface = {std::move(block)}});
}

Date day(int month, unsigned number) { return *Date::make(2017, unsigned(month), number); }

}  // namespace

TEST_CASE("a page says its language, its encoding and that it needs nothing") {
  const std::string page = to_html({.language = Language::zh, .title = "甲 <乙> & \"丙\""});
  CHECK(
      page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
                       "form-action 'none'\">\n"));
  CHECK(has(page, "<title>甲 &lt;乙&gt; &amp; &quot;丙&quot;</title>"));
  CHECK(has(page, "<h1>甲 &lt;乙&gt; &amp; &quot;丙&quot;</h1>"));
  CHECK(has(page, "@page { size: A4;"));
  CHECK(has(to_html({.title = "T"}), "<html lang=\"en\">"));
}

TEST_CASE("nothing in a text becomes a tag or a link") {
  CHECK(as_block(doc::Paragraph{"<script>alert(1)</script> <!-- x --> &lt;"}) ==
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- x --&gt; &amp;lt;</p>\n");
  CHECK(as_block(doc::Paragraph{"[x](javascript:alert(1)) http://x.y www.x.y a@b.c"}) ==
        "<p>[x](javascript:alert(1)) http://x.y www.x.y a@b.c</p>\n");
  CHECK(as_block(doc::Table{{{"h"}}, {{"</td></table><br>|x"}}}) ==
        "<div class=\"table whole\" role=\"group\" tabindex=\"0\" aria-label=\"T\">\n<table>\n"
        "<caption>T</caption>\n<thead>\n<tr>\n<th scope=\"col\">h</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td "
        "data-label=\"h\">&lt;/td&gt;&lt;/table&gt;&lt;br&gt;|x</td>\n</tr>\n</tbody>\n</table>\n"
        "</div>\n");
  CHECK(as_block(doc::Paragraph{"<!-- raw HTML omitted -->"}) ==
        "<p>&lt;!-- raw HTML omitted --&gt;</p>\n");
}

TEST_CASE("line breaks stay, in paragraphs, items and cells") {
  CHECK(as_block(doc::Paragraph{"a\nb"}) == "<p>a<br />\nb</p>\n");
  CHECK(as_block(doc::Items{{"a\nb", "c"}, true}) ==
        "<ol>\n<li>a<br />\nb</li>\n<li>c</li>\n</ol>\n");
  CHECK(has(as_block(doc::Table{{{"h"}}, {{"a\nb"}}}), "\">a<br>b</td>"));
}

TEST_CASE("columns: figures to the right, short ones unbroken, room for a pen") {
  const doc::Table table{{{"名"}, {"数", doc::Align::right}, {"签名", doc::Align::left, true}},
                         {{"超过十四列宽度的一段文字", Prose::strong("1,600"), ""}}};
  const std::string html = as_block(table);
  CHECK(has(html,
            "<th scope=\"col\">名</th>\n"
            "<th scope=\"col\" class=\"figure short\">数</th>\n"
            "<th scope=\"col\" class=\"pen short\">签名</th>\n"));
  CHECK(has(html,
            "<th scope=\"row\">超过十四列宽度的一段文字</th>\n"
            "<td class=\"figure short\" data-label=\"数\"><strong>1,600</strong></td>\n"
            "<td class=\"pen short\" data-label=\"签名\"></td>\n"));
}

TEST_CASE("what has a table too wide for upright paper lies on its side, with its heading") {
  doc::Table narrow{{{"编号"}, {"事项"}}, {{"2017-q1/r1", std::string(3000, 'x')}}};
  CHECK(has(to_html({.title = "T", .preface = {narrow}}), "<body>\n"));
  // Nine columns of dates: 9 · (14 + 3) = 153 half-width characters, where A4 has room for 103.
  doc::Table wide;
  wide.columns.assign(9, {"时限"});
  wide.rows.assign(1, std::vector<Prose>(9, "2017年12月31日"));
  const std::string page =
      to_html({.language = Language::zh, .title = "T", .sections = {{"甲", {}, {{"乙", {wide}}}}}});
  CHECK(has(page, "<body class=\"broad\">\n"));
  CHECK(has(page,
            "<div class=\"lies\">\n<h3 id=\"乙\">（一）乙</h3>\n<div class=\"table wide full "));
  CHECK(has(page, "@page wide { size: A4 landscape;"));
  CHECK(
      has(page,
          "<td class=\"short\" data-label=\"时限\"><span class=\"nb\">2017年12月31日</span></td>"));
  // Of very many columns only the narrow ones stay unbroken, so that texts keep some room.
  wide.columns.assign(14, {"时限"});
  wide.rows.assign(1, std::vector<Prose>(14, "2017年12月31日"));
  wide.rows[0][0] = "2017-q1/r1";
  const std::string ledger = to_html({.language = Language::zh, .title = "T", .preface = {wide}});
  CHECK(has(ledger, "<th scope=\"row\" class=\"short\">2017-q1/r1</th>"));
  CHECK(has(ledger, "<td data-label=\"时限\"><span class=\"nb\">2017年12月31日</span></td>"));
}

TEST_CASE("a table without rows is only its head") {
  CHECK(has(as_block(doc::Table{{{"a"}, {"b"}}, {}}), "<th scope=\"col\" class=\"short\">b</th>"));
}

TEST_CASE("lines to the right, one after another, are one signature") {
  const auto right = doc::Align::right;
  CHECK(body({.language = Language::zh,
              .title = "T",
              .closing = {doc::Paragraph{"甲", right}, doc::Paragraph{"乙", right},
                          doc::Paragraph{"抄送"}, doc::Paragraph{"中", doc::Align::center}}}) ==
        "<div class=\"signature\">\n<p>甲</p>\n<p>乙</p>\n</div>\n<p>抄送</p>\n"
        "<div class=\"center\">\n<p>中</p>\n</div>\n");
}

TEST_CASE("headings are named by their words and, where there are many, contents lead to them") {
  const Document document{
      .language = Language::zh,
      .title = "T",
      .sections = {
          {"一节", {}, {{"小<节", {}, {{"细目"}}}}}, {"二 节!"}, {"一节"}, {"<>"}, {"五"}}};
  const std::string page = to_html(document);
  CHECK(has(page,
            "<nav aria-label=\"目录\">\n<details>\n<summary>目录</summary>\n<ul>\n"
            "<li><a href=\"#一节\">一、一节</a><ul>\n"
            "<li><a href=\"#小-节\">（一）小&lt;节</a></li>\n</ul>\n</li>\n"
            "<li><a href=\"#二-节\">二、二 节!</a></li>\n"
            "<li><a href=\"#一节-2\">三、一节</a></li>\n"
            "<li><a href=\"#section\">四、&lt;&gt;</a></li>\n"
            "<li><a href=\"#五\">五、五</a></li>\n</ul>\n</details>\n</nav>\n"));
  CHECK(body(document) ==
        "<h2 id=\"一节\">一、一节</h2>\n<h3 id=\"小-节\">（一）小&lt;节</h3>\n"
        "<h4 id=\"细目\">1. 细目</h4>\n<h2 id=\"二-节\">二、二 节!</h2>\n"
        "<h2 id=\"一节-2\">三、一节</h2>\n<h2 id=\"section\">四、&lt;&gt;</h2>\n"
        "<h2 id=\"五\">五、五</h2>\n");
  CHECK(!has(to_html({.title = "T", .sections = {{"a"}, {"b"}, {"c"}, {"d"}}}), "<nav"));
}

TEST_CASE("where it came from stands at the end") {
  CHECK(body({.language = Language::zh, .title = "T", .provenance = {"甲", "乙"}}) ==
        "<footer>\n<p>甲<br />\n乙</p>\n</footer>\n");
}

TEST_CASE("dates and amounts hold together, and what is Chinese says so in English") {
  const auto paragraph = [](Language language, std::string_view text) {
    return body({.language = language, .title = "T", .preface = {doc::Paragraph{text}}});
  };
  CHECK(paragraph(Language::zh, "至2017年9月30日付1,600.00元，共3.5") ==
        "<p>至<span class=\"nb\">2017年9月30日</span>付<span "
        "class=\"nb\">1,600.00元</span>，共3.5</p>\n");
  CHECK(paragraph(Language::en, "On 2017-09-20 at 南站2号厅（北）, 1,600.00 yuan.") ==
        "<p>On <span class=\"nb\">2017-09-20</span> at <span lang=\"zh\">南站2号厅（北）</span>, "
        "<span class=\"nb\">1,600.00 yuan</span>.</p>\n");
  // Not in the middle of longer figures, nor of what is no date.
  CHECK(paragraph(Language::en, "12017-09-20 2017-09-201 1,600.000") ==
        "<p>12017-09-20 2017-09-201 1,600.000</p>\n");
}

TEST_CASE("states are chips with their word, and noughts stand back") {
  const std::string html =
      as_block(doc::Table{{{"甲"}, {"乙"}, {"丙", doc::Align::right}},
                          {{"x", Prose::state("逾期", doc::Tone::late), "0"}}});
  CHECK(has(html,
            "<td class=\"short\" data-label=\"乙\"><span class=\"chip late\">逾期</span></td>"));
  CHECK(has(html, "<td class=\"figure short nought\" data-label=\"丙\">0</td>"));
}

TEST_CASE("key figures stand large above their table, those that are nothing left out") {
  doc::Table table{{{"Figure"}, {"Unit"}, {"Now", doc::Align::right}},
                   {{"Meetings", "", "2"}, {"Money", "yuan", "0.00"}, {"Served", "times", "220+"}}};
  table.headline = 2;
  CHECK(has(as_block(table),
            "<dl class=\"headlines\">\n<div><dt>Meetings</dt><dd>2</dd></div>\n"
            "<div><dt>Served</dt><dd>220+ <small>times</small></dd></div>\n</dl>\n"));
}

TEST_CASE("a title in a style sheet is no style") {
  CHECK(has(to_html({.title = "a\"; } </style>"}),
            "content: \"a\\22 \\3b  \\7d  \\3c \\2f style\\3e \""));
}

TEST_CASE("a pie is drawn as bars, each as long as its value says") {
  // Labels take 2 × 8 and a gap of 8; values 5 × 8 and a gap of 8 of the 680.
  const doc::Pie pie{"P<", {{"甲", 1600}, {"\"b\"", 400}, {"none", 0}}};
  const std::string drawing = svg::drawing(pie, Language::en);
  CHECK(has(drawing, "role=\"img\" aria-label=\"P&lt;\""));
  CHECK(has(drawing, "<svg viewBox=\"0 0 680 52\""));
  CHECK(has(drawing, "x=\"32\" y=\"5\" width=\"600\" height=\"16\"><title>甲: 1,600</title>"));
  CHECK(has(drawing,
            "x=\"32\" y=\"31\" width=\"150\" height=\"16\">"
            "<title>&quot;b&quot;: 400</title>"));
  CHECK(has(drawing, "<text x=\"640\" y=\"17\">1,600</text>"));
  CHECK(!has(drawing, "none"));
  CHECK(svg::drawing(doc::Pie{"P", {{"a", 0}}}, Language::en) == "");
}

TEST_CASE("values of any size are drawn") {
  const auto most = std::numeric_limits<std::int64_t>::max();
  const std::string drawing =
      svg::drawing(doc::Pie{"", {{"a", most}, {"b", most / 2}, {"c", 1}}}, Language::en);
  // Labels take 8 and values 25 × 8 of the 680, with two gaps.
  CHECK(has(drawing, "x=\"16\" y=\"5\" width=\"456\""));
  CHECK(has(drawing, "x=\"16\" y=\"31\" width=\"227\""));  // a little less than half
  CHECK(has(drawing, "x=\"16\" y=\"57\" width=\"1\""));
}

TEST_CASE("tasks stand on a line of whole months") {
  // Labels take 2 × 8 and a gap: 656 for the 59 days of January and February.
  const doc::Gantt gantt{"G",
                         {{"组",
                           {{"甲", day(1, 1), day(1, 31), doc::Gantt::State::done},
                            {"乙", day(2, 28), day(2, 28), doc::Gantt::State::late}}},
                          {"empty", {}}}};
  const std::string drawing = svg::drawing(gantt, Language::zh);
  CHECK(has(drawing, "<text x=\"24\" y=\"17\">2017-01</text>"));
  CHECK(has(drawing, "<text x=\"368\" y=\"17\">2017-02</text>"));  // 24 + 656 · 31 / 59
  CHECK(has(drawing, "class=\"lane\">组</text>"));
  CHECK(has(drawing,
            "<rect class=\"done\" x=\"24\" y=\"57\" width=\"344\" height=\"16\">"
            "<title>甲 2017-01-01 – 2017-01-31 已完成</title>"));
  CHECK(
      has(drawing, "<rect class=\"late\" x=\"668\" y=\"83\" width=\"12\""));  // 24 + 656 · 58 / 59
  CHECK(!has(drawing, "empty"));
  CHECK(svg::drawing(doc::Gantt{"G", {{"empty", {}}}}, Language::zh) == "");
}

TEST_CASE("a time line of centuries has as many marks as there is room for") {
  const doc::Gantt gantt{"G", {{"", {{"a", *Date::make(1, 1, 1), *Date::make(9999, 12, 31)}}}}};
  const std::string drawing = svg::drawing(gantt, Language::en);
  std::size_t marks = 0;
  for (auto at = drawing.find("<line"); at != drawing.npos; at = drawing.find("<line", at + 1))
    ++marks;
  CHECK(marks > 4);
  CHECK(marks <= 9);  // 664 / 72
}

TEST_CASE("charts are left out where they are not wanted, and never Mermaid source") {
  const Document document{.title = "T",
                          .preface = {doc::Table{{{"h"}}, {{"1"}}, doc::Pie{"P", {{"a", 1}}}}}};
  CHECK(has(to_html(document), "<figure tabindex=\"0\">\n<figcaption>P</figcaption>\n<svg "));
  CHECK(!has(to_html(document), "mermaid"));
  CHECK(!has(to_html(document, {.charts = false}), "<svg"));
}

}  // namespace html_test
