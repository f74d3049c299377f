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
  return body({.title = "T", .preface = {std::move(block)}});
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
        "<div class=\"table\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">h</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>&lt;/td&gt;&lt;/table&gt;&lt;br&gt;|x</td>\n</tr>\n</tbody>\n</table>\n"
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
            "<th scope=\"col\" class=\"figure short\" style=\"text-align: right\">数</th>\n"
            "<th scope=\"col\" class=\"pen short\">签名</th>\n"));
  CHECK(has(html,
            "<td>超过十四列宽度的一段文字</td>\n"
            "<td class=\"figure short\" style=\"text-align: right\"><strong>1,600</strong></td>\n"
            "<td class=\"pen short\"></td>\n"));
}

TEST_CASE("a page with a table too wide for upright paper lies on its side") {
  doc::Table narrow{{{"编号"}, {"事项"}}, {{"2017-q1/r1", std::string(3000, 'x')}}};
  CHECK(has(to_html({.title = "T", .preface = {narrow}}), "<body>\n"));
  // Nine columns of dates: 9 · (14 + 3) = 153 half-width characters, where A4 has room for 103.
  doc::Table wide;
  wide.columns.assign(9, {"时限"});
  wide.rows.assign(1, std::vector<Prose>(9, "2017年12月31日"));
  const std::string page = to_html({.title = "T", .sections = {{"甲", {}, {{"乙", {wide}}}}}});
  CHECK(has(page, "<body class=\"wide\">\n"));
  CHECK(has(page, "@page wide { size: A4 landscape;"));
  CHECK(has(page, "<td class=\"short\">2017年12月31日</td>"));
  // Of very many columns only the narrow ones stay unbroken, so that texts keep some room.
  wide.columns.assign(14, {"时限"});
  wide.rows.assign(1, std::vector<Prose>(14, "2017年12月31日"));
  wide.rows[0][0] = "2017-q1/r1";
  const std::string ledger = to_html({.title = "T", .preface = {wide}});
  CHECK(has(ledger, "<td class=\"short\">2017-q1/r1</td>"));
  CHECK(has(ledger, "<td>2017年12月31日</td>"));
}

TEST_CASE("a table without rows is only its head") {
  CHECK(has(as_block(doc::Table{{{"a"}, {"b"}}, {}}), "<th scope=\"col\" class=\"short\">b</th>"));
}

TEST_CASE("lines to the right, one after another, are one signature") {
  const auto right = doc::Align::right;
  CHECK(body({.title = "T",
              .closing = {doc::Paragraph{"甲", right}, doc::Paragraph{"乙", right},
                          doc::Paragraph{"抄送"}, doc::Paragraph{"中", doc::Align::center}}}) ==
        "<div class=\"signature\">\n<p>甲</p>\n<p>乙</p>\n</div>\n<p>抄送</p>\n"
        "<div class=\"center\">\n<p>中</p>\n</div>\n");
}

TEST_CASE("headings have ids of ASCII and, where there are many, contents that lead to them") {
  const Document document{.language = Language::zh,
                          .title = "T",
                          .sections = {{"一节", {}, {{"小<节", {}, {{"细目"}}}}}, {"二节"}}};
  const std::string page = to_html(document);
  CHECK(has(page,
            "<nav aria-label=\"目录\">\n<ul>\n<li><a href=\"#s1\">一、一节</a><ul>\n"
            "<li><a href=\"#s1-1\">（一）小&lt;节</a></li>\n</ul>\n</li>\n"
            "<li><a href=\"#s2\">二、二节</a></li>\n</ul>\n</nav>\n"));
  CHECK(body(document) ==
        "<h2 id=\"s1\">一、一节</h2>\n<h3 id=\"s1-1\">（一）小&lt;节</h3>\n"
        "<h4 id=\"s1-1-1\">1. 细目</h4>\n<h2 id=\"s2\">二、二节</h2>\n");
  CHECK(!has(to_html({.title = "T", .sections = {{"a"}, {"b"}, {"c"}}}), "<nav"));
}

TEST_CASE("where it came from stands at the end") {
  CHECK(body({.title = "T", .provenance = {"甲", "乙"}}) ==
        "<footer>\n<p>甲<br />\n乙</p>\n</footer>\n");
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
  CHECK(has(to_html(document), "<figure>\n<figcaption>P</figcaption>\n<svg "));
  CHECK(!has(to_html(document), "mermaid"));
  CHECK(!has(to_html(document, {.charts = false}), "<svg"));
}

}  // namespace html_test
