#include <fmt/format.h>

#include <lianxi/book/record_sets.hpp>
#include <lianxi/exchange/json_schema.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/schema/codec.hpp>
#include <lianxi/schema/walk.hpp>

namespace lianxi {

using json::Json;
using Kind = ValueType::Kind;

namespace {

// ---- patterns ----------------------------------------------------------------------
// Written for ECMAScript with the flag u and for Python alike: no \s, whose meaning
// differs, and no \p{…}. A digit may be of full width, and so may what joins digits.

/// What `trimmed` takes off a value's ends, without the brackets.
constexpr std::string_view blank =
    R"(\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff)";

constexpr std::string_view date_pattern =
    "(?:[1１][9９]|[2２][01０１])[0-9０-９]{2}"
    "(?:[-－]{M}[-－]{D}|[/／]{M}[/／]{D}|[.．。]{M}[.．。]{D}|年{M}月{D}日)"
    "|(?:一九|二[〇零○一])[〇零○一二三四五六七八九]{2}年(?:[一二三四五六七八九]|一?十[一二]?)月"
    "(?:[一二三四五六七八九]|[一二]?十[一二三四五六七八九]?|三十一?)日";
constexpr std::string_view month = "(?:[0０]?[1-9１-９]|[1１][0-2０-２])";
constexpr std::string_view day = "(?:[0０]?[1-9１-９]|[12１２][0-9０-９]|[3３][01０１])";

constexpr std::string_view time_pattern =
    "(?:[01０１]?[0-9０-９]|[2２][0-3０-３])[:：][0-5０-５][0-9０-９]";

constexpr std::string_view integer_pattern = "[0０]{0,6}[0-9０-９]{1,9}|[0０]{0,5}[1１][0０]{9}";

/// Up to 10^12, and as many 万 as make that.
constexpr std::string_view count_number =
    "(?:[0０]{0,3}[0-9０-９]{1,12}|[0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){1,3}"
    "|[0０]{0,2}[1１][0０]{12}|[1１](?:[,，][0０]{3}){4}"
    "|(?=[^万]{1,12}万)(?:[0０]{0,4}[0-9０-９]{1,8}|[0-9０-９]{1,3}[,，][0-9０-９]{3}"
    "|[0-9０-９]{1,2}(?:[,，][0-9０-９]{3}){2})(?:[.．。][0-9０-９]{1,4})?万|[1１][0０]{8}万)";

constexpr std::string_view amount_pattern =
    "(?:[0０]{0,2}[0-9０-９]{1,13}|[0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){1,3}"
    "|[0-9０-９](?:[,，][0-9０-９]{3}){4})(?:[.．。][0-9０-９]{1,2})?"
    "|[0０]?[1１][0０]{13}(?:[.．。][0０]{1,2})?|[1１][0０](?:[,，][0０]{3}){4}";

constexpr std::string_view fraction_pattern =
    "(?=[0０]*[1-9１-９])[0-9０-９]{1,9}[/／](?=[0０]*[1-9１-９])[0-9０-９]{1,9}"
    "|[0０]{0,7}[1-9１-９][0-9０-９]?[%％]|[0０]{0,6}[1１][0０]{2}[%％]";

/// What no id holds. Letters, marks and digits of any script are told by what they are
/// not: signs and punctuation outside ASCII, as far as the two dialects can say it alike.
constexpr std::string_view no_letters =
    R"({-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u2070\u20a0-\u20cf)"
    R"(\u2190-\u2bff\u3000-\u3004\u3008-\u3020\uff1a-\uff20\ufeff)";

std::string id_pattern() {
  return fmt::format(R"([^\u0000-/:-@\[-`\uff01-\uff0f{0}])"
                     R"([^\u0000-,/:-@\[-^`\uff01-\uff0c\uff0f{0}]{{0,63}})",
                     no_letters);
}

void replace_all(std::string& text, std::string_view word, std::string_view with) {
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + with.size()))
    text.replace(at, word.size(), with);
}

std::string of_dates() {
  std::string pattern(date_pattern);
  replace_all(pattern, "{M}", month);
  replace_all(pattern, "{D}", day);
  return pattern;
}

std::string of_counts() {
  return fmt::format("[约近~～]?{0}|{0}(?:左右|余|多|[+＋])", count_number);
}

/// `least` to `most` ids joined by `/`.
std::string of_ids(int least, int most) {
  const auto more = fmt::format("(?:[/／]{})", id_pattern());
  return id_pattern() + (most == 1 ? "" : least == 2 ? more : more + "?");
}

/// The words of one language and then of the other, each once: yes and true are the
/// same in Chinese.
std::vector<std::string_view> both_languages(std::span<const Word> words, Language first) {
  std::vector<std::string_view> all;
  const auto add = [&](std::string_view word) {
    if (std::ranges::find(all, word) == all.end()) all.push_back(word);
  };
  for (const Word& word : words) add(first == Language::zh ? word.zh : word.en);
  for (const Word& word : words) add(first == Language::zh ? word.en : word.zh);
  return all;
}

/// The words in both languages, ASCII letters in any case.
std::string of_words(std::span<const Word> words) {
  std::string pattern;
  for (const auto word : both_languages(words, Language::en)) {
    if (!pattern.empty()) pattern += '|';
    for (const char c : word) {
      if (c >= 'a' && c <= 'z')
        pattern += fmt::format("[{}{}]", char(c - 'a' + 'A'), c);
      else
        pattern += c;
    }
  }
  return pattern;
}

// ---- scalars -----------------------------------------------------------------------

/// How a scalar stands in JSON.
struct Scalar {
  std::string name;                ///< Of its definition.
  std::vector<const char*> types;  ///< The first is the usual one.
  std::string pattern;             ///< Of a string without white space around it; "" is any.
  Bilingual expected;
  std::optional<std::int64_t> most = {};  ///< Of a number, whose least is then 0.
};

constexpr Bilingual an_id{"an id: letters or digits first, then also . _ -",
                          "编号：文字或数字开头，其后可有 . _ -"};
constexpr Bilingual a_quantity{"a number such as 220, 约5500 or 4000.50",
                               "数值，如 220、约5500 或 4000.50"};
constexpr Bilingual a_joint_id{"ids joined by /, such as 2017-q3/r1",
                               "以 / 连接的编号，如 2017-q3/r1"};

Scalar reference(Target target) {
  switch (target) {
    case Target::resolution:
    case Target::topic:
    case Target::task:
      return {"joint-id", {"string"}, of_ids(2, 2), a_joint_id};
    case Target::resolution_of_meeting:
    case Target::meeting_or_resolution:
      return {"id-or-joint-id", {"string", "number", "boolean"}, of_ids(1, 2), an_id, INT64_MAX};
    default:
      break;
  }
  return {"id", {"string", "number", "boolean"}, of_ids(1, 1), an_id, INT64_MAX};
}

Scalar scalar_of(const ValueType& type) {
  switch (type.kind) {
    case Kind::date:
      return {"date", {"string"}, of_dates(), Spelling<Date>::expected};
    case Kind::time:
      return {"time", {"string"}, std::string(time_pattern), Spelling<Time>::expected};
    case Kind::integer:
      return {"integer",
              {"integer", "string"},
              std::string(integer_pattern),
              Spelling<std::int32_t>::expected,
              1'000'000'000};
    case Kind::count:
      return {"count",
              {"integer", "string"},
              of_counts(),
              Spelling<Count>::expected,
              1'000'000'000'000};
    case Kind::amount:
      return {"amount",
              {"number", "string"},
              std::string(amount_pattern),
              Spelling<Amount>::expected,
              10'000'000'000'000};
    case Kind::quantity:
      return {"quantity",
              {"number", "string"},
              fmt::format("{}|{}", of_counts(), amount_pattern),
              a_quantity,
              10'000'000'000'000};
    case Kind::fraction:
      return {"fraction", {"string"}, std::string(fraction_pattern), Spelling<Fraction>::expected};
    case Kind::id:
      return {"id", {"string", "number", "boolean"}, of_ids(1, 1), an_id, INT64_MAX};
    case Kind::ref:
      return reference(type.target);
    default:
      break;
  }
  return {"text", {"string", "number", "boolean"}, "", {"text", "文字"}};
}

bool is_choice(const ValueType& type) {
  return type.kind == Kind::choice || type.kind == Kind::boolean;
}

std::string whole(std::string_view pattern, bool required) {
  return fmt::format("^[{0}]*(?:{1}){2}[{0}]*$", blank, pattern, required ? "" : "?");
}

std::string only_blank() { return fmt::format("^[{}]*$", blank); }

/// Adds what stands for nothing: null, an empty list; blank text is the pattern's matter.
void allow_nothing(Json& schema) {
  schema["type"].push_back("null");
  schema["type"].push_back("array");
  schema["maxItems"] = 0;
}

// ---- records -----------------------------------------------------------------------

/// Writes the schema. A keyword of JSON Schema only concerns values of its own type
/// (`pattern` strings, `maxItems` lists), so that one flat schema says how each kind of
/// value may look, and a validator can say what exactly is wrong.
class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}

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
    if (short_form) scalar = scalar_of(*type.short_form->type);
    add_scalar(schema, scalar, false);
    if (!short_form) schema["pattern"] = only_blank();
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
    close(schema, std::move(properties), std::move(exclusions));
    if (!needs.empty()) schema["allOf"] = std::move(needs);
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
        return list(*type.element, field.required, name);
      default:
        return scalar(type, field.required, name);
    }
  }

  Json severities(const ValueType& type, const std::string& name) {
    Json schema{{"type", Json::array({"object", "string"})}, {"pattern", only_blank()}};
    allow_nothing(schema);
    schema["additionalProperties"] = choice(type.words, false, name);
    return schema;
  }

  Json scalar(const ValueType& type, bool required, const std::string& name) {
    if (type.kind == Kind::boolean) return choice(type.words, required, "boolean");
    if (type.kind == Kind::choice) return choice(type.words, required, name);
    const Scalar scalar = scalar_of(type);
    return defined(required ? scalar.name : "optional-" + scalar.name, [&] {
      Json schema{{"type", Json::array()}};
      add_scalar(schema, scalar, required);
      return schema;
    });
  }

  void add_scalar(Json& schema, const Scalar& scalar, bool required) const {
    for (const char* type : scalar.types) schema["type"].push_back(type);
    if (scalar.most) schema["minimum"] = 0;
    if (scalar.most && *scalar.most != INT64_MAX) schema["maximum"] = *scalar.most;
    if (!scalar.pattern.empty())
      schema["pattern"] = whole(scalar.pattern, required);
    else if (required)
      schema["pattern"] = fmt::format("[^{}]", blank);
    schema["patternErrorMessage"] = expected(scalar);
    if (!required) allow_nothing(schema);
  }

  std::string expected(const Scalar& scalar) const {
    return say({"expected {}", "此处应为{}"}, scalar.expected).in(language_);
  }

  /// The words are listed for editors to offer, the pattern takes them in any case.
  Json choice(std::span<const Word> words, bool required, const std::string& name) {
    return defined(required ? name : "optional-" + name, [&] {
      Json spelt{{"type", Json::array({"string"})}, {"pattern", whole(of_words(words), required)}};
      if (name == "boolean") spelt["type"].push_back("boolean");
      if (!required) allow_nothing(spelt);
      return Json{{"anyOf", {{{"enum", listed(words)}}, std::move(spelt)}}};
    });
  }

  /// The words of the editor's own language first.
  Json listed(std::span<const Word> words) const {
    Json list = Json::array();
    for (const auto word : both_languages(words, language_)) {
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
    const Scalar single = scalar_of(is_record ? *element.record->short_form->type : element);
    Json schema{{"type", Json::array({"array"})}};
    for (const char* type : single.types) schema["type"].push_back(type);
    if (!required) schema["type"].push_back("null");
    if (!single.pattern.empty())
      schema["pattern"] = whole(single.pattern, required);
    else if (required)
      schema["pattern"] = fmt::format("[^{}]", blank);
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
      schema["pattern"] = only_blank();
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

std::string json_schema(Language language) { return json::dump(Writer(language).document()); }

}  // namespace lianxi
