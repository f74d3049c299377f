#include <lianxi/base/places.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/exchange/findings_gitlab.hpp>
#include <lianxi/exchange/fingerprints.hpp>
#include <lianxi/exchange/json_values.hpp>

namespace lianxi {

using json::Json;

namespace {

std::string_view severity_of(Severity severity) {
  if (severity == Severity::error) return "major";
  return severity == Severity::warning ? "minor" : "info";
}

/// GitLab shows one line, so the way out stands behind the fault.
std::string description_of(const Finding& finding, Language language) {
  const std::string& message = finding.message.in(language);
  if (finding.hint.empty()) return masked(message);
  return masked(message + (language == Language::zh ? "；" : "; ") + finding.hint.in(language));
}

Json finding_json(const PlacesFrom& places, const Finding& finding, Language language) {
  Json json;
  json["description"] = description_of(finding, language);
  json["check_name"] = finding.rule;
  json["severity"] = severity_of(finding.severity);
  json["location"]["path"] = places.path(finding.at);
  json["location"]["lines"]["begin"] = places.sources.position(finding.at).line;
  return json;
}

}  // namespace

std::string findings_gitlab(const Book& book, const Verdict& verdict, Language language,
                            std::string_view folder) {
  // Waived ones are numbered too, so that waiving one leaves the others' names alone.
  const auto prints = fingerprints(book.sources(), verdict.findings);
  Json all = Json::array();
  for (std::size_t i = 0; i < verdict.findings.size(); ++i) {
    if (!verdict.findings[i].waived.empty()) continue;
    all.push_back(finding_json({book.sources(), folder}, verdict.findings[i], language));
    all.back()["fingerprint"] = prints[i];
  }
  return json::dump(all);
}

}  // namespace lianxi
