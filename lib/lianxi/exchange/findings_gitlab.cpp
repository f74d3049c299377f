#include <lianxi/base/places.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/findings_gitlab.hpp>
#include <lianxi/exchange/fingerprints.hpp>
#include <lianxi/exchange/json_writer.hpp>

namespace lianxi LIANXI_EXPORT {

using json::JsonWriter;

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

void write_finding(JsonWriter& json, const PlacesFrom& places, const Finding& finding,
                   Language language, std::string_view fingerprint) {
  json.begin_object();
  json.member("description", description_of(finding, language));
  json.member("check_name", finding.rule);
  json.member("severity", severity_of(finding.severity));
  json.key("location");
  json.begin_object();
  json.member("path", readable_path(places.path(finding.at)));
  json.key("lines");
  json.begin_object();
  json.member("begin", places.sources.position(finding.at).line);
  json.end_object();
  json.end_object();
  json.member("fingerprint", fingerprint);
  json.end_object();
}

}  // namespace

void findings_gitlab(const Book& book, const Verdict& verdict, Language language,
                     std::string_view folder, const TextOutput& out) {
  JsonWriter json(out, json::Masking::off);
  json.begin_array();
  // Waived ones are numbered too, so that waiving one leaves the others' names alone.
  Fingerprints prints(book.sources());
  for (const Finding& finding : verdict.findings) {
    const std::string print = prints.next(finding);
    if (finding.waived.empty())
      write_finding(json, {book.sources(), folder}, finding, language, print);
  }
  json.end_array();
  json.finish();
}

}  // namespace lianxi
