// Writes a document that holds awkward texts wherever a document can hold any:
//
//     awkward-document md|html|json|docx < TEXTS.json
//
// TEXTS.json is a list of strings. Each is the heading of a section with a paragraph, an item
// and a table of one row, and a label in both kinds of chart.
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include <lianxi/documents/docx.hpp>
#include <lianxi/documents/html.hpp>
#include <lianxi/documents/json.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/documents/xlsx.hpp>

using namespace lianxi;

namespace {

const Date first = *Date::make(2017, 1, 1), last = *Date::make(2017, 12, 31);

doc::Section section(const std::string& text) {
  const doc::Pie pie{text, {{text, 3}, {"other", 1}}};
  const doc::Gantt gantt{text, {{text, {{text, first, last, doc::Gantt::State::late}}}}};
  const std::vector<doc::Column> columns{{text}, {"末", doc::Align::right}};
  return {text,
          {doc::Paragraph{text}, doc::Items{{text}}, doc::Table{columns, {{text, "末"}}, pie},
           doc::Table{columns, {{doc::Prose::strong(text), "末"}}, gantt},
           doc::Paragraph{text, doc::Align::right}}};
}

Document document_of(const nlohmann::json& texts) {
  Document document{.title = "Awkward"};
  for (const auto& text : texts) document.sections.push_back(section(text));
  document.provenance = {"end"};
  return document;
}

std::string written(const Document& document, std::string_view format) {
  if (format == "html") return to_html(document);
  if (format == "json") return to_json(document);
  if (format == "docx") return to_docx(document, last);
  if (format == "xlsx") return to_xlsx(document, last);
  return to_markdown(document);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const auto document = document_of(nlohmann::json::parse(std::cin));
  std::cout << written(document, arguments[1]);
  return std::cout.flush() ? 0 : 3;
}
