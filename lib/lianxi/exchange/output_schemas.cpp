#include <algorithm>
#include <fmt/format.h>

#include <lianxi/book/record_sets.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/exchange/output_schemas.hpp>
#include <lianxi/exchange/output_shapes.hpp>
#include <lianxi/exchange/rollup_fields.hpp>
#include <lianxi/figures/figure_fields.hpp>
#include <lianxi/records/events.hpp>

namespace lianxi LIANXI_EXPORT {

using json::Json;
using json::OutputKey;

namespace {

constexpr std::string_view commands[] = {"validate", "followup", "stats",  "stats --explain",
                                         "due",      "rollup",   "report", "diff",
                                         "log",      "rules"};

/// The scalars of the notation.
Json scalar(std::string_view name) {
  if (name == "number") return {{"type", "integer"}, {"minimum", 0}};
  if (name == "whole number") return {{"type", "integer"}};
  if (name == "bool") return {{"type", "boolean"}};
  if (name == "rate") return {{"type", "number"}, {"minimum", 0}, {"maximum", 100}};
  if (name == "date")
    return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}, {"format", "date"}};
  if (name == "amount") return {{"type", "string"}, {"pattern", R"(^[0-9]+\.[0-9]{2}$)"}};
  if (name == "signed amount") return {{"type", "string"}, {"pattern", R"(^-?[0-9]+\.[0-9]{2}$)"}};
  if (name == "text") return {{"type", "string"}};
  return {};
}

/// Whether the text lies in such brackets; takes them off.
bool take_brackets(std::string_view& text, char open, char close) {
  if (!text.starts_with(open) || !text.ends_with(close)) return false;
  text = text.substr(1, text.size() - 2);
  return true;
}

bool take_front(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  return true;
}

/// Writes the schema of one command, with the shapes that it needs.
class OutputSchemaWriter {
 public:
  Json document(std::string_view command) {
    Json schema;
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    schema["title"] = fmt::format("JSON of lianxi {}", command);
    schema.update(object_of(command));
    schema["$defs"] = std::move(shapes_);
    return schema;
  }

 private:
  Json value(std::string_view type) {
    if (type.ends_with('?')) return or_null(value(type.substr(0, type.size() - 1)));
    if (take_brackets(type, '[', ']')) return {{"type", "array"}, {"items", value(type)}};
    if (take_brackets(type, '{', '}'))
      return {{"type", "object"}, {"additionalProperties", value(type)}};
    if (take_front(type, "= ")) return {{"const", type[0] - '0'}};
    if (type == "anything") return Json::object();
    if (take_front(type, "one of ")) return {{"enum", parts_of(type, " ")}};
    if (type.find(" | ") != type.npos) return any_of(parts_of(type, " | "));
    Json one = scalar(type);
    return one.empty() ? shape(type) : one;
  }

  static Json or_null(Json schema) {
    return {{"anyOf", Json::array({std::move(schema), {{"type", "null"}}})}};
  }

  static std::vector<std::string> parts_of(std::string_view text, std::string_view joint) {
    std::vector<std::string> parts;
    for (auto at = text.find(joint); at != text.npos; at = text.find(joint)) {
      parts.emplace_back(text.substr(0, at));
      text.remove_prefix(at + joint.size());
    }
    parts.emplace_back(text);
    return parts;
  }

  Json any_of(const std::vector<std::string>& types) {
    Json all = Json::array();
    for (const std::string& type : types) all.push_back(value(type));
    return {{"anyOf", std::move(all)}};
  }

  /// A reference to a shape, which is made the first time it is wanted.
  Json shape(std::string_view name) {
    const std::string key(name);
    if (!shapes_.contains(key)) {
      shapes_[key] = nullptr;  // keeps its place, and ends a recursion
      Json made = object_of(name);
      shapes_[key] = std::move(made);
    }
    return {{"$ref", "#/$defs/" + key}};
  }

  Json object_of(std::string_view name) {
    Json object{{"type", "object"},
                {"properties", Json::object()},
                {"required", Json::array()},
                {"additionalProperties", false}};
    const auto shapes = json::output_shapes();
    const auto found = std::ranges::find(shapes, name, &json::OutputShape::name);
    if (found != shapes.end())
      for (const OutputKey& key : found->keys) add(object, key.name, key.type);
    if (name == "stats") add_figures<Figures>(object);
    add_declared(object, name);
    return object;
  }

  void add(Json& object, std::string_view name, std::string_view type) {
    const bool may_lack = name.ends_with('?');
    const std::string key(name.substr(0, name.size() - (may_lack ? 1 : 0)));
    object["properties"][key] = value(type);
    if (!may_lack) object["required"].push_back(key);
  }

  /// What is declared elsewhere: the collections and the figures.
  void add_declared(Json& object, std::string_view name) {
    if (name == "collections")
      for (const Collection& each : all_collections().subspan(1))
        add(object, each.type->en, "number");
    if (name == "kinds_of_events")
      for (const Word& kind : event_kind_words)
        add(object, fmt::format("{}?", kind.en), "event_figures");
    if (name == "unit_figures") add_figures<UnitFigures>(object, {{"by_category", "{number}"}});
    if (name == "meeting_figures") add_figures<MeetingFigures>(object);
    if (name == "event_figures") add_figures<EventFigures>(object);
    if (name == "material_figures")
      add_figures<MaterialFigures>(object, {{"item", "text"}, {"uom", "text?"}, {"to", "text?"}});
    if (name == "donation_figures")
      add_figures<DonationFigures>(object, {{"goods", "[goods_figures]"}});
    if (name == "goods_figures")
      add_figures<GoodsFigures>(object, {{"item", "text"}, {"uom", "text?"}});
    if (name == "fund_figures") add_figures<FundFigures>(object, {{"id", "text"}});
    if (name == "project_figures") add_figures<ProjectFigures>(object);
    if (name == "request_figures") add_figures<RequestFigures>(object);
    if (name == "rolled_up_book" || name == "rolled_up")
      for (const RollupField& field : rollup_fields())
        add(object, field.key, type_of(field.value({})));
  }

  template <class Group>
  void add_figures(Json& object, std::initializer_list<OutputKey> beside = {}) {
    for (const OutputKey& key : beside) add(object, key.name, key.type);
    const Group nothing{};
    for (const auto& figure : figures_in(nothing))
      add(object, figure.key, type_of(figure.value(nothing)));
  }

  /// What no record adds to is null where such a figure can be null.
  static std::string type_of(const FigureValue& nothing) {
    constexpr std::string_view names[] = {"number", "COUNT", "signed amount", "rate"};
    return fmt::format("{}{}", names[std::size_t(nothing.kind)], nothing.is_null ? "?" : "");
  }

  Json shapes_ = Json::object();
};

}  // namespace

std::optional<std::string> output_schema(std::string_view command) {
  if (std::ranges::find(commands, command) == std::end(commands)) return std::nullopt;
  return json::dump(OutputSchemaWriter().document(command));
}

std::span<const std::string_view> output_schema_commands() { return commands; }

}  // namespace lianxi
