#include <map>

#include <lianxi/base/places.hpp>
#include <lianxi/exchange/findings_sarif.hpp>
#include <lianxi/exchange/fingerprints.hpp>
#include <lianxi/exchange/json_writer.hpp>
#include <lianxi/exchange/rule_pages.hpp>
#include <lianxi/version.hpp>

namespace lianxi LIANXI_EXPORT {

using json::Json;
using json::JsonWriter;

namespace {

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "note";
    case Severity::off:
      break;
  }
  return "none";
}

/// A path as a relative URI reference: all but plain letters, digits and `/` is escaped.
std::string uri_of(std::string_view path) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string uri;
  for (const char byte : path) {
    if (plain.find(byte) != plain.npos)
      uri += byte;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
  }
  return uri;
}

void write_text(JsonWriter& json, std::string_view name, std::string_view text) {
  json.key(name);
  json.begin_object();
  json.member("text", text);
  json.end_object();
}

void write_physical_location(JsonWriter& json, const PlacesFrom& places, Place at) {
  const auto position = places.sources.position(at);
  json.key("physicalLocation");
  json.begin_object();
  json.key("artifactLocation");
  json.begin_object();
  json.member("uri", uri_of(places.path(at)));
  json.end_object();
  json.key("region");
  json.begin_object();
  json.member("startLine", position.line);
  json.member("startColumn", position.column);
  json.end_object();
  json.end_object();
}

Json rule_json(const RuleInfo& rule, Language language) {
  Json json;
  json["id"] = rule.name;
  json["shortDescription"] = {{"text", rule.holds.in(language)}};
  json["fullDescription"] = {{"text", rule.why.in(language)}};
  json["help"] = {{"text", rule_help(rule, language)},
                  {"markdown", rule_help_markdown(rule, language)}};
  json["defaultConfiguration"] = {{"level", level_of(rule.severity)}};
  return json;
}

void write_tool(JsonWriter& json, const std::vector<ListedRule>& rules, Language language) {
  json.key("tool");
  json.begin_object();
  json.key("driver");
  json.begin_object();
  json.member("name", "lianxi");
  json.member("version", version);
  json.member("semanticVersion", version);
  json.key("rules");
  json.begin_array();
  for (const ListedRule& rule : rules) json.value(rule_json(*rule.info, language));
  json.end_array();
  json.end_object();
  json.end_object();
}

void write_locations(JsonWriter& json, const PlacesFrom& places, const Finding& finding) {
  json.key("locations");
  json.begin_array();
  json.begin_object();
  write_physical_location(json, places, finding.at);
  if (!finding.record.empty()) {
    json.key("logicalLocations");
    json.begin_array();
    json.begin_object();
    json.member("fullyQualifiedName", finding.record);
    json.end_object();
    json.end_array();
  }
  json.end_object();
  json.end_array();
}

void write_related(JsonWriter& json, const PlacesFrom& places, const Finding& finding,
                   Language language) {
  if (finding.related.empty()) return;
  json.key("relatedLocations");
  json.begin_array();
  for (const Related& related : finding.related) {
    json.begin_object();
    write_physical_location(json, places, related.at);
    write_text(json, "message", related.message.in(language));
    json.end_object();
  }
  json.end_array();
}

/// Empty for what counts: SARIF takes a missing list for "nobody knows".
void write_suppressions(JsonWriter& json, const Finding& finding) {
  json.key("suppressions");
  json.begin_array();
  if (!finding.waived.empty()) {
    json.begin_object();
    json.member("kind", "external");
    json.member("justification", finding.waived);
    json.end_object();
  }
  json.end_array();
}

std::string message_of(const Finding& finding, Language language) {
  const std::string& message = finding.message.in(language);
  return finding.hint.empty() ? message : message + "\n" + finding.hint.in(language);
}

void write_results(JsonWriter& json, const PlacesFrom& places, const Findings& findings,
                   const std::vector<ListedRule>& rules, Language language) {
  std::map<std::string_view, std::size_t> index_of;
  for (const ListedRule& rule : rules) index_of.emplace(rule.info->name, index_of.size());
  Fingerprints prints(places.sources);
  json.key("results");
  json.begin_array();
  for (const Finding& finding : findings) {
    json.begin_object();
    json.member("ruleId", finding.rule);
    json.member("level", level_of(finding.severity));
    write_text(json, "message", message_of(finding, language));
    write_locations(json, places, finding);
    write_related(json, places, finding, language);
    write_suppressions(json, finding);
    json.member("ruleIndex", index_of.at(finding.rule));
    json.key("partialFingerprints");
    json.begin_object();
    json.member("lianxiFinding/v1", prints.next(finding));
    json.end_object();
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void findings_sarif(const Book& book, const Verdict& verdict, Language language,
                    std::string_view folder, const TextOutput& out) {
  const auto rules = listed_rules();
  JsonWriter json(out, json::Masking::on);
  json.begin_object();
  json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json.member("version", "2.1.0");
  json.key("runs");
  json.begin_array();
  json.begin_object();
  write_tool(json, rules, language);
  json.member("language", language == Language::zh ? "zh-CN" : "en-US");
  json.member("columnKind", "unicodeCodePoints");
  write_results(json, {book.sources(), folder}, verdict.findings, rules, language);
  json.end_object();
  json.end_array();
  json.end_object();
  json.finish();
}

}  // namespace lianxi
