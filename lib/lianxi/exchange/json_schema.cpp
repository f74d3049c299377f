#include <fmt/format.h>

#include <lianxi/book/record_sets.hpp>
#include <lianxi/exchange/json_patterns.hpp>
#include <lianxi/exchange/json_scalars.hpp>
#include <lianxi/exchange/json_schema.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/schema/walk.hpp>

namespace lianxi LIANXI_EXPORT {

using json::Json;
using json::Scalar;
using Kind = ValueType::Kind;

namespace {

bool is_choice(const ValueType& type) {
  return type.kind == Kind::choice || type.kind == Kind::boolean;
}

/// Adds what stands for nothing: null, an empty list; blank text is the pattern's matter.
void allow_nothing(Json& schema) {
  schema["type"].push_back("null");
  schema["type"].push_back("array");
  schema["maxItems"] = 0;
}

/// Writes the schema. A keyword of JSON Schema only concerns values of its own type
/// (`pattern` strings, `maxItems` lists), so that one flat schema says how each kind of
/// value may look, and a validator can say what exactly is wrong.
class RecordSchemaWriter {
 public:
  explicit RecordSchemaWriter(Language language) : language_(language) {}

  Json document() {
    Json schema;
    schema["$schema"] = "http://json-schema.org/draft-07/schema#";
    schema["title"] = in({"A file of a lianxi book", "联席账本文件"});
    schema["$comment"] =
        in({"Made by `lianxi schema`. For values as YAML 1.2 reads them; readers of YAML 1.1 turn "
            "dates, times and words such as off into something else.",
            "由 `lianxi schema` 生成。按 YAML 1.2 读取的值校验；YAML 1.1 会把日期、时间和 off "
            "等词读成别的类型。"});
    schema["type"] = {"object", "null"};
    add_collections(schema);
    schema["definitions"] = std::move(definitions_);
    return schema;
  }

 private:
  std::string in(Bilingual both) const { return std::string(both.in(language_)); }

  void describe(Json& schema, std::string_view en, std::string_view zh, Bilingual doc) const {
    schema["title"] = in({en, zh});
    schema["description"] = in(doc);
  }

  static Json reference_to(const std::string& definition) {
    return {{"$ref", "#/definitions/" + definition}};
  }

  /// A reference to a definition that is made the first time it is wanted.
  template <class Make>
  Json defined(const std::string& name, Make make) {
    if (!definitions_.contains(name)) {
      definitions_[name] = nullptr;  // keeps its place, and ends a recursion
      Json made = make();
      definitions_[name] = std::move(made);
    }
    return reference_to(name);
  }

  void add_collections(Json& schema) {
    Json exclusions = Json::object();
    Json properties = Json::object();
    for (const Collection& collection : all_collections()) {
      const RecordType& type = *collection.type;
      const bool alliance = &collection == all_collections().data();
      Json property = alliance ? record(type) : list_of_records(type, false);
      describe(property, type.en, type.zh, type.doc);
      add_under_both_names(properties, exclusions, "#/properties/", type.en, type.zh,
                           std::move(property));
    }
    close(schema, std::move(properties), std::move(exclusions));
  }

  /// Where one name is given, the other must not be.
  static void add_under_both_names(Json& properties, Json& exclusions, const std::string& where,
                                   std::string_view en, std::string_view zh, Json property) {
    properties[en] = std::move(property);
    properties[zh] = {{"$ref", fmt::format("{}{}", where, en)}};
    exclusions[en] = {{"properties", {{zh, false}}}};
  }

  static void close(Json& schema, Json properties, Json exclusions) {
    schema["properties"] = std::move(properties);
    schema["additionalProperties"] = false;
    schema["dependencies"] = std::move(exclusions);
  }

  Json record(const RecordType& type) {
    return defined(std::string(type.en), [&] { return record_definition(type); });
  }

  Json record_definition(const RecordType& type) {
    Json schema;
    describe(schema, type.en, type.zh, type.doc);
    const bool short_form = type.short_form != nullptr;
    schema["type"] = Json::array({"object"});
    Scalar scalar{"", {"string"}, "", {"a mapping (key: value)", "映射（键: 值）"}};
    if (short_form) scalar = json::scalar_of(*type.short_form->type);
    add_scalar(schema, scalar, false);
    if (!short_form) schema["pattern"] = json::only_blank();
    add_fields(schema, type);
    return schema;
  }

  void add_fields(Json& schema, const RecordType& type) {
    Json needs = Json::array(), exclusions = Json::object(), properties = Json::object();
    const auto where = fmt::format("#/definitions/{}/properties/", type.en);
    const auto add = [&](const Field& field) {
      Json property = value(type, field);
      describe(property, field.en, field.zh, field.doc);
      add_under_both_names(properties, exclusions, where, field.en, field.zh, std::move(property));
      if (field.required) needs.push_back(either(field.en, field.zh));
    };
    for (const Field& field : type.fields) add(field);
    for (const Field& field : fields_of_every_record()) add(field);
    schema["patternProperties"] = own_fields();
    close(schema, std::move(properties), std::move(exclusions));
    if (!needs.empty()) schema["allOf"] = std::move(needs);
  }

  /// Keys that a book has invented hold whatever it likes.
  Json own_fields() const {
    Json own;
    own["title"] = in({"a field of your own", "自定义项"});
    return {{"^(?:x-|另-)", std::move(own)}};
  }

  /// An editor that misses a field says so by the first name.
  Json either(std::string_view en, std::string_view zh) const {
    if (language_ == Language::zh) std::swap(en, zh);
    const auto needs = [](std::string_view name) {
      return Json{{"required", Json::array({name})}};
    };
    return {{"anyOf", Json::array({needs(en), needs(zh)})}};
  }

  /// What the field may hold.
  Json value(const RecordType& owner, const Field& field) {
    const ValueType& type = *field.type;
    const auto name = fmt::format("{}.{}", owner.en, field.en);
    switch (type.kind) {
      case Kind::record: {
        Json schema = record(*type.record);
        if (!field.required) return schema;
        return {{"type", "object"}, {"allOf", {std::move(schema)}}};
      }
      case Kind::severities:
        return severities(type, name);
      case Kind::list:
        if (type.one_will_do)
          return {{"if", {{"type", "object"}}},
                  {"then", record(*type.element->record)},
                  {"else", list(*type.element, field.required, name)}};
        return list(*type.element, field.required, name);
      default:
        return scalar(type, field.required, name);
    }
  }

  Json severities(const ValueType& type, const std::string& name) {
    Json schema{{"type", Json::array({"object", "string"})}, {"pattern", json::only_blank()}};
    allow_nothing(schema);
    schema["additionalProperties"] =
        type.element ? scalar(*type.element, false, name) : choice(type.words, false, name);
    return schema;
  }

  Json scalar(const ValueType& type, bool required, const std::string& name) {
    if (type.kind == Kind::boolean) return choice(type.words, required, "boolean");
    if (type.kind == Kind::choice) return choice(type.words, required, name);
    const Scalar scalar = json::scalar_of(type);
    return defined(required ? scalar.name : "optional-" + scalar.name, [&] {
      Json schema{{"type", Json::array()}};
      add_scalar(schema, scalar, required);
      return schema;
    });
  }

  void add_scalar(Json& schema, const Scalar& scalar, bool required) const {
    for (const char* type : scalar.types) schema["type"].push_back(type);
    if (scalar.most) schema["minimum"] = scalar.least;
    if (scalar.most && *scalar.most != INT64_MAX) schema["maximum"] = *scalar.most;
    if (!scalar.pattern.empty())
      schema["pattern"] = json::whole(scalar.pattern, required);
    else if (required)
      schema["pattern"] = json::not_blank();
    schema["patternErrorMessage"] = expected(scalar);
    if (!required) allow_nothing(schema);
  }

  std::string expected(const Scalar& scalar) const {
    return say({"expected {}", "此处应为{}"}, scalar.expected).in(language_);
  }

  /// The words are listed for editors to offer, the pattern takes them in any case.
  Json choice(std::span<const Word> words, bool required, const std::string& name) {
    return defined(required ? name : "optional-" + name, [&] {
      Json spelt{{"type", Json::array({"string"})},
                 {"pattern", json::whole(json::of_words(words), required)}};
      if (name == "boolean") spelt["type"].push_back("boolean");
      if (!required) allow_nothing(spelt);
      return Json{{"anyOf", {{{"enum", listed(words)}}, std::move(spelt)}}};
    });
  }

  /// The words of the editor's own language first.
  Json listed(std::span<const Word> words) const {
    Json list = Json::array();
    for (const auto word : json::both_languages(words, language_)) {
      const bool is_bool = word == "true" || word == "false";
      list.push_back(is_bool ? Json(word == "true") : Json(word));
    }
    return list;
  }

  Json list(const ValueType& element, bool required, const std::string& name) {
    if (element.kind == Kind::record && !element.record->short_form)
      return list_of_records(*element.record, required);
    if (is_choice(element)) return list_of_choices(element, required, name);
    const bool is_record = element.kind == Kind::record;
    const Scalar single = json::scalar_of(is_record ? *element.record->short_form->type : element);
    Json schema{{"type", Json::array({"array"})}};
    for (const char* type : single.types) schema["type"].push_back(type);
    if (!required) schema["type"].push_back("null");
    if (!single.pattern.empty())
      schema["pattern"] = json::whole(single.pattern, required);
    else if (required)
      schema["pattern"] = json::not_blank();
    schema["patternErrorMessage"] = expected(single);
    if (single.most) schema["minimum"] = 0;
    return with_items(std::move(schema),
                      is_record ? record(*element.record) : scalar(element, false, name), required);
  }

  Json list_of_records(const RecordType& type, bool required) {
    Json schema{{"type", Json::array({"array"})}};
    if (!required) {
      schema["type"].push_back("null");
      schema["type"].push_back("string");
      schema["pattern"] = json::only_blank();
      schema["patternErrorMessage"] =
          in({"expected a list, each item beginning with “-”", "此处应为列表，每条以“-”开头"});
    }
    return with_items(std::move(schema), record(type), required);
  }

  Json list_of_choices(const ValueType& element, bool required, const std::string& name) {
    Json items = with_items({{"type", "array"}}, scalar(element, false, name), required);
    return {{"anyOf", {std::move(items), scalar(element, required, name)}}};
  }

  /// Items that are not given are passed over.
  static Json with_items(Json schema, Json items, bool required) {
    schema["items"] = std::move(items);
    if (required) schema["minItems"] = 1;
    return schema;
  }

  Language language_;
  Json definitions_ = Json::object();
};

}  // namespace

std::string json_schema(Language language) {
  return json::dump(RecordSchemaWriter(language).document());
}

}  // namespace lianxi
