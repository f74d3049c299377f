#include <map>

#include <lianxi/base/places.hpp>
#include <lianxi/exchange/findings_sarif.hpp>
#include <lianxi/exchange/fingerprints.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/exchange/rule_pages.hpp>
#include <lianxi/version.hpp>

namespace lianxi {

using json::Json;

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

Json text_json(std::string_view text) { return {{"text", text}}; }

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

Json physical_location(const PlacesFrom& places, Place at) {
  const auto position = places.sources.position(at);
  Json json;
  json["artifactLocation"] = {{"uri", uri_of(places.path(at))}};
  json["region"] = {{"startLine", position.line}, {"startColumn", position.column}};
  return json;
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

Json driver_json(const std::vector<ListedRule>& rules, Language language) {
  Json json;
  json["name"] = "lianxi";
  json["version"] = version;
  json["semanticVersion"] = version;
  json["rules"] = Json::array();
  for (const ListedRule& rule : rules) json["rules"].push_back(rule_json(*rule.info, language));
  return json;
}

Json locations_json(const PlacesFrom& places, const Finding& finding) {
  Json json;
  json["physicalLocation"] = physical_location(places, finding.at);
  if (!finding.record.empty())
    json["logicalLocations"] = Json::array({{{"fullyQualifiedName", finding.record}}});
  return Json::array({std::move(json)});
}

Json related_json(const PlacesFrom& places, const Finding& finding, Language language) {
  Json json = Json::array();
  for (const Related& related : finding.related)
    json.push_back({{"physicalLocation", physical_location(places, related.at)},
                    {"message", text_json(related.message.in(language))}});
  return json;
}

/// Empty for what counts: SARIF takes a missing list for "nobody knows".
Json suppressions_json(const Finding& finding) {
  Json json = Json::array();
  if (!finding.waived.empty())
    json.push_back({{"kind", "external"}, {"justification", finding.waived}});
  return json;
}

std::string message_of(const Finding& finding, Language language) {
  const std::string& message = finding.message.in(language);
  return finding.hint.empty() ? message : message + "\n" + finding.hint.in(language);
}

Json result_json(const PlacesFrom& places, const Finding& finding, Language language) {
  Json json;
  json["ruleId"] = finding.rule;
  json["level"] = level_of(finding.severity);
  json["message"] = text_json(message_of(finding, language));
  json["locations"] = locations_json(places, finding);
  if (!finding.related.empty()) json["relatedLocations"] = related_json(places, finding, language);
  json["suppressions"] = suppressions_json(finding);
  return json;
}

Json results_json(const PlacesFrom& places, const Findings& findings,
                  const std::vector<ListedRule>& rules, Language language) {
  std::map<std::string_view, std::size_t> index_of;
  for (const ListedRule& rule : rules) index_of.emplace(rule.info->name, index_of.size());
  const auto prints = fingerprints(places.sources, findings);
  Json results = Json::array();
  for (std::size_t i = 0; i < findings.size(); ++i) {
    Json result = result_json(places, findings[i], language);
    result["ruleIndex"] = index_of.at(findings[i].rule);
    result["partialFingerprints"] = {{"lianxiFinding/v1", prints[i]}};
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace

std::string findings_sarif(const Book& book, const Verdict& verdict, Language language,
                           std::string_view folder) {
  const auto rules = listed_rules();
  Json run;
  run["tool"] = {{"driver", driver_json(rules, language)}};
  run["language"] = language == Language::zh ? "zh-CN" : "en-US";
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = results_json({book.sources(), folder}, verdict.findings, rules, language);
  Json log;
  log["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  log["version"] = "2.1.0";
  log["runs"] = Json::array({std::move(run)});
  return json::dump_masked(log);
}

}  // namespace lianxi
