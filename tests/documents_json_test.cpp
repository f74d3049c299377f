// The data of a document as other programs get it.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <lianxi/documents/json.hpp>

namespace documents_json_test {

using namespace lianxi;
using nlohmann::json;

TEST_CASE("every part of a document is in its data") {
  doc::Prose styled("a\n");
  styled += doc::Prose::strong("<b>|*");
  const Date start = *Date::make(2017, 1, 1), end = *Date::make(2017, 1, 31);
  const doc::Gantt gantt{"G", {{"lane", {{"task", start, end, doc::Gantt::State::late}}}}};
  const Document document{
      .language = Language::zh,
      .title = "题",
      .preface = {doc::Paragraph{"右", doc::Align::right}, doc::Items{{"x", styled}, true}},
      .sections = {{"节",
                    {doc::Table{{{"h"}, {"签名", doc::Align::center, true}},
                                {{styled, ""}},
                                doc::Pie{"P", {{"slice", 3}}}}},
                    {{"小节", {doc::Table{{{"t"}}, {}, gantt}}}}}},
      .closing = {doc::Paragraph{"end"}},
      .enclosures = {{"form", {doc::Paragraph{"fill in"}}}},
      .provenance = {"来处"}};
  const json expected = json::parse(R"({
    "language": "zh", "title": "题",
    "preface": [
      {"type": "paragraph", "align": "right", "text": "右"},
      {"type": "list", "numbered": true, "items": ["x", "a\n<b>|*"]}],
    "sections": [
      {"number": "一、", "title": "节",
       "blocks": [
         {"type": "table",
          "columns": [{"title": "h", "align": "left", "for_pen": false},
                      {"title": "签名", "align": "center", "for_pen": true}],
          "rows": [["a\n<b>|*", ""]],
          "chart": {"type": "pie", "title": "P", "slices": [{"label": "slice", "value": 3}]}}],
       "sections": [
         {"number": "（一）", "title": "小节",
          "blocks": [
            {"type": "table", "columns": [{"title": "t", "align": "left", "for_pen": false}],
             "rows": [],
             "chart": {"type": "gantt", "title": "G", "lanes": [
               {"title": "lane", "bars": [{"label": "task", "start": "2017-01-01",
                                           "end": "2017-01-31", "state": "late"}]}]}}],
          "sections": []}]}],
    "closing": [{"type": "paragraph", "align": "left", "text": "end"}],
    "enclosures": [{"title": "form",
                    "blocks": [{"type": "paragraph", "align": "left", "text": "fill in"}]}],
    "provenance": ["来处"]})");
  CHECK(json::parse(to_json(document)) == expected);
}

TEST_CASE("keys stand in one order, and an empty document has them all") {
  CHECK(to_json({}) ==
        "{\n  \"language\": \"en\",\n  \"title\": \"\",\n  \"preface\": [],\n  \"sections\": [],\n"
        "  \"closing\": [],\n  \"enclosures\": [],\n  \"provenance\": []\n}\n");
}

TEST_CASE("what could not be read of the records stands first") {
  CHECK(to_json({.title = "T"}, RecordMarks{3, 2})
            .starts_with("{\n  \"record_errors\": 3,\n  \"unread\": 2,\n  \"language\": "));
}

TEST_CASE("personal numbers are masked in charts too, and a table has no chart where none is") {
  const std::string phone = "13800138000";
  const std::string with_chart =
      to_json({.title = "T", .preface = {doc::Table{{{"h"}}, {}, doc::Pie{phone, {{phone, 1}}}}}});
  CHECK(with_chart.find(phone) == with_chart.npos);
  CHECK(json::parse(
            to_json({.title = "T", .preface = {doc::Table{{{"h"}}, {}}}}))["preface"][0]["chart"] ==
        nullptr);
}

TEST_CASE("what is not UTF-8 does no harm") {
  CHECK(json::parse(to_json({.title = "a\xff"}))["title"] == "a\xEF\xBF\xBD");
}

}  // namespace documents_json_test
