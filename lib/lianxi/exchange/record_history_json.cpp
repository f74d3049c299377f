#include <lianxi/exchange/change_text.hpp>
#include <lianxi/exchange/record_history_print.hpp>
#include <lianxi/exchange/record_value_json.hpp>
#include <lianxi/version.hpp>

namespace lianxi LIANXI_EXPORT {

using json::Json;

namespace {

constexpr std::string_view event_kinds[] = {
    "added", "changed", "removed", "renamed", "reported", "report_changed", "report_withdrawn"};

Json value_in_history(const std::optional<RecordValue>& value, const ValueType* type) {
  return value ? json::of_value(&*value, type) : Json();
}

Json field_in_history_json(const FieldInHistory& field) {
  const ValueType part{.kind = ValueType::Kind::record, .record = field.type};
  const ValueType* const type =
      field.field.empty() ? &part : field_in_language(field.type, field.field, Language::en).type;
  Json json;
  json["record"] = field.record;
  json["field"] = field.field.empty() ? Json() : Json(field.field);
  json["old"] = value_in_history(field.before, type);
  json["new"] = value_in_history(field.after, type);
  return json;
}

Json event_json(const RecordEvent& event) {
  Json json;
  json["change"] = event_kinds[std::size_t(event.kind)];
  json["record"] = event.record;
  json["renamed_from"] = event.before.empty() ? Json() : Json(event.before);
  json["fields"] = Json::array();
  for (const FieldInHistory& field : event.fields)
    json["fields"].push_back(field_in_history_json(field));
  return json;
}

Json commit_json(const RecordCommit& one) {
  const bool is_committed = one.commit.has_value();
  const auto if_committed = [&](const std::string& text) {
    return is_committed ? Json(text) : Json();
  };
  const GitCommitInfo none, &commit = is_committed ? *one.commit : none;
  Json json;
  json["revision"] = if_committed(commit.id.hex());
  json["day"] = if_committed(commit.day);
  json["author"] = if_committed(commit.author);
  json["email"] = if_committed(commit.email);
  json["summary"] = if_committed(commit.summary);
  json["changes"] = Json::array();
  for (const RecordEvent& event : one.events) json["changes"].push_back(event_json(event));
  return json;
}

}  // namespace

std::string history_json(const RecordHistory& history, std::string_view book,
                         const RecordFaults& faults) {
  Json json;
  json["version"] = version;
  json["format"] = 1;
  json["book"] = book;
  json::add(json, faults);
  json["record"] = history.record;
  json["cut_off"] = history.is_cut_off;
  json["commits"] = Json::array();
  for (const RecordCommit& one : history.commits) json["commits"].push_back(commit_json(one));
  return json::dump_masked(json);
}

}  // namespace lianxi
