#include <algorithm>

#include <lianxi/exchange/book_difference.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/exchange/record_value_json.hpp>
#include <lianxi/version.hpp>

namespace lianxi LIANXI_EXPORT {

using json::Json;

namespace {

Json field_json(const FieldDifference& field) {
  Json out;
  out["field"] = field.name;
  out["old"] = json::of_value(field.before, field.type);
  out["new"] = json::of_value(field.after, field.type);
  return out;
}

std::string_view word_of_change(RecordDifference::Change change) {
  constexpr std::string_view words[] = {"added", "removed", "changed"};
  return words[std::size_t(change)];
}

Json difference_record_json(const RecordDifference& record) {
  Json out;
  out["record"] = record.record;
  out["change"] = word_of_change(record.change);
  out["title"] = record.title.empty() ? Json() : Json(record.title);
  out["file"] = record.file.empty() ? Json() : Json(record.file);
  out["line"] = record.line == 0 ? Json() : Json(record.line);
  out["fields"] = Json::array();
  for (const FieldDifference& field : record.fields) out["fields"].push_back(field_json(field));
  return out;
}

Json side_json(const ComparedBook& side) {
  Json out;
  const bool revision = side.from == ComparedBook::From::revision;
  out["revision"] = revision ? Json(side.commit) : Json();
  out["name"] = revision ? side.name : words_for(side).en.substr(std::string_view("the ").size());
  return out;
}

}  // namespace

std::string difference_json(const BookDifference& all, const RecordFaults& faults) {
  using Change = RecordDifference::Change;
  Json out;
  out["version"] = version;
  out["format"] = 1;
  out["book"] = all.to.book.name().empty() ? all.from.book.name() : all.to.book.name();
  out["from"] = side_json(all.from);
  out["to"] = side_json(all.to);
  out["record_errors"] = faults.errors;
  out["unread"] = all.unread();
  out["changes"] = Json::array();
  for (const RecordDifference& record : all.records)
    out["changes"].push_back(difference_record_json(record));
  out["added"] = all.count(Change::added);
  out["removed"] = all.count(Change::removed);
  out["changed"] = all.count(Change::changed);
  out["files"] = all.files;
  return json::dump_masked(out);
}

}  // namespace lianxi
