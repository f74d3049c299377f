#include <nlohmann/json.hpp>

#include <lianxi/base/invisible.hpp>
#include <lianxi/base/runner_commands.hpp>
#include <lianxi/documents/json.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Json = nlohmann::ordered_json;

std::string_view word_of(doc::Align align) {
  switch (align) {
    case doc::Align::left:
      break;
    case doc::Align::center:
      return "center";
    case doc::Align::right:
      return "right";
  }
  return "left";
}

std::string_view word_of(doc::Gantt::State state) {
  switch (state) {
    case doc::Gantt::State::open:
      break;
    case doc::Gantt::State::done:
      return "done";
    case doc::Gantt::State::late:
      return "late";
  }
  return "open";
}

/// One class, so that parts may hold parts declared below them.
struct Data {
  static Json list(const auto& values) {
    Json all = Json::array();
    for (const auto& value : values) all.push_back(write(value));
    return all;
  }

  static Json write(const doc::Prose& prose) { return prose.plain(); }

  static Json write(const std::vector<doc::Prose>& row) { return list(row); }

  static Json write(const doc::Column& column) {
    return {{"title", column.title.plain()},
            {"align", word_of(column.align)},
            {"for_pen", column.for_pen}};
  }

  static Json write(const doc::Pie::Slice& slice) {
    return {{"label", masked(slice.label)}, {"value", slice.value}};
  }

  static Json write(const doc::Gantt::Bar& bar) {
    return {{"label", masked(bar.label)},
            {"start", iso(bar.start)},
            {"end", iso(bar.end)},
            {"state", word_of(bar.state)}};
  }

  static Json write(const doc::Gantt::Lane& lane) {
    return {{"title", masked(lane.title)}, {"bars", list(lane.bars)}};
  }

  static Json write(const doc::Pie& pie) {
    return {{"type", "pie"}, {"title", masked(pie.title)}, {"slices", list(pie.slices)}};
  }

  static Json write(const doc::Bars& bars) {
    return {{"type", "bars"}, {"title", masked(bars.title)}, {"slices", list(bars.bars)}};
  }

  static Json write(const doc::Gantt& gantt) {
    return {{"type", "gantt"}, {"title", masked(gantt.title)}, {"lanes", list(gantt.lanes)}};
  }

  static Json write(const doc::Paragraph& paragraph) {
    return {{"type", "paragraph"},
            {"align", word_of(paragraph.align)},
            {"text", paragraph.text.plain()}};
  }

  static Json write(const doc::Items& items) {
    return {{"type", "list"}, {"numbered", items.numbered}, {"items", list(items.items)}};
  }

  static Json write(const doc::Chart& chart) {
    return std::visit([](const auto& each) { return write(each); }, chart);
  }

  static Json write(const doc::Table& table) {
    return {{"type", "table"},
            {"columns", list(table.columns)},
            {"rows", list(table.rows)},
            {"chart", table.chart ? write(*table.chart) : Json()}};
  }

  static Json write(const doc::Block& block) {
    return std::visit([](const auto& each) { return write(each); }, block);
  }

  static Json enclosures(const std::vector<doc::Section>& forms) {
    Json all = Json::array();
    for (const doc::Section& form : forms)
      all.push_back({{"title", form.title.plain()}, {"blocks", list(form.blocks)}});
    return all;
  }

  static Json write(const std::vector<doc::Section>& sections, int depth, Language language) {
    Json all = Json::array();
    int index = 0;
    for (const doc::Section& section : sections)
      all.push_back({{"number", doc::heading_number(language, depth, ++index)},
                     {"title", section.title.plain()},
                     {"blocks", list(section.blocks)},
                     {"sections", write(section.sections, depth + 1, language)}});
    return all;
  }
};

}  // namespace

/// A page is made of the data by somebody else, who may not look for what cannot be seen.
static Json written_out(Json json) {
  if (json.is_string()) return with_invisible_written_out(json.get_ref<const std::string&>());
  if (json.is_structured())
    for (Json& item : json) item = written_out(std::move(item));
  return json;
}

std::string to_json(const Document& document, const std::optional<RecordMarks>& marks) {
  Json json = Json::object();
  if (marks) {
    json["record_errors"] = marks->record_errors;
    json["unread"] = marks->unread;
  }
  json["language"] = document.language == Language::zh ? "zh" : "en";
  json["title"] = document.title.plain();
  json["preface"] = Data::list(document.preface);
  json["sections"] = Data::write(document.sections, 1, document.language);
  json["closing"] = Data::list(document.closing);
  json["enclosures"] = Data::enclosures(document.enclosures);
  json["provenance"] = Data::list(document.provenance);
  return without_commands(
      written_out(std::move(json)).dump(2, ' ', false, Json::error_handler_t::replace) + "\n",
      signs_in_json);
}

}  // namespace lianxi
