#include <doctest/doctest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include <lianxi/book/record_sets.hpp>
#include <lianxi/exchange/json_schema.hpp>
#include <lianxi/exchange/output_schemas.hpp>
#include <lianxi/schema/walk.hpp>

namespace json_schema_test {

using namespace lianxi;
using nlohmann::json;

namespace {

/// Every record type that a collection leads to, by name.
void collect(const RecordType& type, std::map<std::string, const RecordType*>& types) {
  const auto [known, fresh] = types.emplace(type.en, &type);
  CHECK_MESSAGE(known->second == &type, "two record types share a definition: ", type.en);
  if (!fresh) return;
  for (const Field& field : type.fields) {
    const ValueType* value = field.type;
    while (value->element) value = value->element;
    if (value->record) collect(*value->record, types);
  }
}

std::map<std::string, const RecordType*> all_types() {
  std::map<std::string, const RecordType*> types;
  for (const Collection& collection : all_collections()) collect(*collection.type, types);
  return types;
}

/// Both names are there, lead to the same, and one excludes the other.
void check_names(const json& schema, std::string_view en, std::string_view zh, Bilingual doc,
                 Language language) {
  CAPTURE(en);
  REQUIRE(schema["properties"].contains(en));
  REQUIRE(schema["properties"].contains(zh));
  const json& property = schema["properties"][std::string(en)];
  CHECK(property["title"] == Bilingual{en, zh}.in(language));
  CHECK(property["description"] == doc.in(language));
  const std::string same = schema["properties"][std::string(zh)]["$ref"];
  CHECK(same.ends_with("/properties/" + std::string(en)));
  CHECK(schema["dependencies"][std::string(en)]["properties"][std::string(zh)] == false);
}

/// The name in the schema's language comes first.
bool is_needed(const json& schema, const Field& field, Language language) {
  const bool zh = language == Language::zh;
  json need;
  for (const auto name : {zh ? field.zh : field.en, zh ? field.en : field.zh})
    need["anyOf"].push_back({{"required", json::array({name})}});
  for (const json& condition : schema.value("allOf", json::array()))
    if (condition == need) return true;
  return false;
}

void check_record(const json& schema, const RecordType& type, Language language) {
  CAPTURE(type.en);
  for (const Field& field : type.fields) {
    check_names(schema, field.en, field.zh, field.doc, language);
    CHECK(is_needed(schema, field, language) == field.required);
  }
  const auto common = fields_of_every_record();
  for (const Field& field : common) check_names(schema, field.en, field.zh, field.doc, language);
  CHECK(schema["properties"].size() == 2 * (type.fields.size() + common.size()));
  CHECK(schema["additionalProperties"] == false);
  CHECK(schema["patternProperties"].contains("^(?:x-|另-)"));
}

void check_references(const json& whole, const json& part) {
  if (part.is_object() && part.contains("$ref")) {
    const std::string to = part["$ref"];
    CHECK_MESSAGE(whole.contains(json::json_pointer(to.substr(1))), to);
  }
  if (part.is_structured())
    for (const json& inner : part) check_references(whole, inner);
}

}  // namespace

TEST_CASE("every collection and field is in the schema under both names") {
  for (const Language language : {Language::en, Language::zh}) {
    const json schema = json::parse(json_schema(language));
    CHECK(schema["$schema"] == "http://json-schema.org/draft-07/schema#");
    for (const Collection& collection : all_collections()) {
      const RecordType& type = *collection.type;
      check_names(schema, type.en, type.zh, type.doc, language);
    }
    CHECK(schema["properties"].size() == 2 * all_collections().size());
    for (const auto& [name, type] : all_types()) {
      REQUIRE(schema["definitions"].contains(name));
      check_record(schema["definitions"][name], *type, language);
    }
    check_references(schema, schema);
  }
}

TEST_CASE("each command's JSON has a schema, whose references lead somewhere") {
  for (const auto command : output_schema_commands()) {
    const json schema = json::parse(output_schema(command).value());
    CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    CHECK(schema["additionalProperties"] == false);
    check_references(schema, schema);
    for (const auto& [name, shape] : schema["$defs"].items()) {
      CAPTURE(name);
      CHECK_FALSE(
          shape["properties"].empty());  // a word that is no shape would be one without keys
    }
  }
  CHECK_FALSE(output_schema("init"));
}

TEST_CASE("numbers of days and years have their least and their most") {
  const json definitions = json::parse(json_schema(Language::en))["definitions"];
  const auto bounds = [&](const char* name) {
    return std::pair(definitions[name]["minimum"].get<int>(),
                     definitions[name]["maximum"].get<int>());
  };
  CHECK(bounds("optional-days") == std::pair(0, 3660));
  CHECK(bounds("year") == std::pair(1900, 2199));
  CHECK(bounds("optional-integer") == std::pair(0, 1'000'000'000));
  CHECK(definitions["year"]["patternErrorMessage"] == "expected a year, 1900 to 2199");
}

TEST_CASE("words are listed once, in both languages, for editors to offer") {
  const json definitions = json::parse(json_schema(Language::zh))["definitions"];
  CHECK(definitions["meetings.kind"]["anyOf"][0]["enum"] ==
        json{"例会", "临时会议", "regular", "special"});
  CHECK(definitions["boolean"]["anyOf"][0]["enum"] == json{"否", "是", false, true, "no", "yes"});
  for (const auto& [name, definition] : definitions.items()) {
    if (!definition.contains("anyOf")) continue;
    const json& words = definition["anyOf"][0]["enum"];
    CHECK_MESSAGE(std::set<json>(words.begin(), words.end()).size() == words.size(), name);
  }
}

}  // namespace json_schema_test
