#include <lianxi/base/source.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/exchange/due_json.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/version.hpp>

namespace lianxi LIANXI_EXPORT {

using json::Json;

static Json due_item_json(const DueItems& due, const DueItem& item) {
  const auto position = due.book.sources().position(item.at);
  Json json;
  json["date"] = iso(item.day);
  json["kind"] = word_of(item.kind);
  json["record"] = item.record;
  json["title"] = item.title.empty() ? Json() : Json(item.title);
  json["units"] = item.units;
  json["days"] = due.days_until(item);
  json["late"] = due.is_late(item);
  json["file"] = due.book.sources()[position.file].path;
  json["line"] = position.line;
  return json;
}

std::string due_json(const DueItems& due, const RecordFaults& faults) {
  Json json;
  json["version"] = version;
  json["format"] = 2;
  json["book"] = due.book.name();
  json["as_of"] = iso(due.as_of);
  json::add(json, faults);
  json["from"] = json::of(due.period.from);
  json["to"] = json::of(due.period.to);
  json["items"] = Json::array();
  for (const DueItem& item : due.items) json["items"].push_back(due_item_json(due, item));
  return json::dump_masked(json);
}

}  // namespace lianxi
