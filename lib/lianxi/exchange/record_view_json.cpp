#include <lianxi/base/source.hpp>
#include <lianxi/book/record_title.hpp>
#include <lianxi/exchange/finding_json.hpp>
#include <lianxi/exchange/record_fields_json.hpp>
#include <lianxi/exchange/record_view_json.hpp>
#include <lianxi/version.hpp>

namespace lianxi LIANXI_EXPORT {

using json::Json;

namespace {

Json null_if_empty(std::string_view text) { return text.empty() ? Json() : Json(text); }

void add_file_and_line(Json& json, const Book& book, Place at) {
  const auto position = book.sources().position(at);
  json["file"] = book.sources()[position.file].path;
  json["line"] = position.line;
}

Json reference_json(const Book& book, const Reference& reference, const std::string& record,
                    std::string_view title) {
  Json json;
  json["field"] = reference.field->en;
  json["record"] = record;
  json["title"] = null_if_empty(title);
  add_file_and_line(json, book, reference.at);
  return json;
}

std::string_view title_of_record(const Book& book, const std::string& record) {
  const auto found = records_named(book, record);
  return found.size() == 1 ? title_of(*found[0].type, *found[0].part) : std::string_view();
}

void add_references(Json& json, const RecordView& view) {
  json["refers_to"] = Json::array();
  for (const Reference& one : view.refers_to)
    json["refers_to"].push_back(
        reference_json(view.book, one, one.to, title_of_record(view.book, one.to)));
  json["referred_by"] = Json::array();
  for (const Reference& one : view.referred_by)
    json["referred_by"].push_back(reference_json(view.book, one, one.from, one.title));
}

Json findings_on_json(const RecordView& view) {
  Json all = Json::array();
  for (const Finding& finding : view.wrong)
    all.push_back(json::of_finding(view.book.sources(), finding, json::Of::validate));
  for (const Finding& finding : view.open)
    all.push_back(json::of_finding(view.book.sources(), finding, json::Of::followup));
  return all;
}

Json life_json(const RecordView& view) {
  Json all = Json::array();
  for (const LifeEvent& event : view.life) {
    Json json;
    json["date"] = iso(event.day);
    json["kind"] = life_kind_words[std::size_t(event.kind)].en;
    json["unit"] = null_if_empty(event.unit);
    json["state"] = null_if_empty(event.state.en);
    json["due"] = json::of(event.due);
    json["text"] = null_if_empty(event.text);
    json["problem"] = null_if_empty(event.problem);
    json["record"] = null_if_empty(event.record);
    add_file_and_line(json, view.book, event.at);
    all.push_back(std::move(json));
  }
  return all;
}

}  // namespace

std::string record_json(const RecordView& view, const RecordFaults& faults) {
  const MeantRecord& record = view.record;
  Json json;
  json["version"] = version;
  json["format"] = 2;
  json["book"] = view.book.name();
  json["as_of"] = iso(view.as_of);
  json::add(json, faults);
  json["record"] = record.name;
  json["title"] = null_if_empty(record.title);
  add_file_and_line(json, view.book, record.path.part->at);
  json["written"] = view.written;
  json["fields"] = json::fields_of(*record.path.type, *record.path.part);
  add_references(json, view);
  json["findings"] = findings_on_json(view);
  json["life"] = life_json(view);
  return json::dump_masked(json);
}

}  // namespace lianxi
