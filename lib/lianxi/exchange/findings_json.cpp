#include <algorithm>

#include <lianxi/base/source.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/exchange/finding_json.hpp>
#include <lianxi/exchange/findings_json.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/followup/tally_fields.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/schema/field.hpp>
#include <lianxi/version.hpp>

namespace lianxi {

using json::Json;

namespace {

/// Adds file, line and column. A fault of a book without any file stands in its folder.
void add_place(Json& json, const Sources& sources, Place at) {
  const auto position = sources.position(at);
  json["file"] = sources.empty() ? "." : sources[position.file].path;
  json["line"] = position.line;
  json["column"] = position.column;
}

void add_position(Json& json, const Sources& sources, Place at) {
  const auto position = sources.position(at);
  json["file"] = sources.empty() ? "." : sources[position.file].path;
  json["line"] = position.line;
}

void add_findings(Json& json, const Book& book, const Verdict& verdict) {
  json["findings"] = Json::array();
  for (const Finding& finding : verdict.findings)
    json["findings"].push_back(json::of_finding(book.sources(), finding));
}

void add_sums(Json& json, const Verdict& verdict) {
  json["errors"] = verdict.errors;
  json["warnings"] = verdict.warnings;
  json["infos"] = verdict.infos;
  json["waived"] = verdict.waived;
}

/// What only `followup` says of its findings.
void add_arisen(Json& json, const Verdict& verdict) {
  for (std::size_t i = 0; i < verdict.findings.size(); ++i)
    json::add_arisen(json["findings"][i], verdict.findings[i].arisen);
}

Json record_counts(const Book& book) {
  Json counts = Json::object();
  for (const Collection& collection : all_collections().subspan(1))
    counts[std::string(collection.type->en)] = collection.size(book);
  return counts;
}

Json or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json cadence_json(const Compliance& c) {
  constexpr std::string_view names[] = {"month", "quarter", "half_year", "year"};
  Json json;
  json["interval"] = names[std::size_t(*c.book.policy_on(c.scope.to).interval)];
  json["elapsed"] = c.cadence.elapsed();
  json["held"] = c.cadence.held;
  json["missed"] = Json::array();
  for (const SpanOfTime& missed : c.cadence.missed) json["missed"].push_back(missed.name());
  return json;
}

Json meeting_json(const Book& book, const MeetingCompliance& meeting, const RowFilter& filter) {
  Json json;
  json["id"] = *meeting.meeting->id;
  json["title"] = meeting.meeting->title ? Json(*meeting.meeting->title) : Json();
  add_position(json, book.sources(), meeting.meeting->at);
  json["date"] = iso(meeting.date);
  json["kind"] = meeting.meeting->kind
                     ? Json(meeting_kind_words[std::size_t(*meeting.meeting->kind)].en)
                     : Json();
  json["members"] = meeting.members.size();
  json["signed"] = meeting.has_sign_in;
  json["present"] = meeting.present;
  json["leave"] = meeting.leave;
  json["absent"] = meeting.absent;
  json["next"] = meeting.next ? Json(*meeting.next->id) : Json();
  json["deadline"] = iso(meeting.deadline);
  json["provisional"] = meeting.provisional;
  json["reports"] = Json::array();
  for (const UnitReport& report : meeting.reports) {
    if (!filter.shows(*report.unit)) continue;
    json["reports"].push_back({{"unit", id_of(*report.unit)},
                               {"status", word_of(report.status)},
                               {"date", json::of(report.first)}});
  }
  json["on_time_rate"] = json::of_rate(meeting.on_time_rate);
  return json;
}

Json resolution_json(const Book& book, const ResolutionCompliance& resolution) {
  Json json;
  json["id"] = resolution.id();
  json["text"] = resolution.resolution->text ? Json(*resolution.resolution->text) : Json();
  add_position(json, book.sources(), resolution.resolution->at);
  json["lead"] = or_null(resolution.lead);
  json["support"] = Json::array();
  for (const auto& unit : resolution.resolution->support)
    if (unit) json["support"].push_back(*unit);
  json["due"] = json::of(resolution.due);
  json["status"] = word_of(resolution.status);
  json["light"] = or_null(word_of(resolution.light));
  json["days_overdue"] = resolution.days_overdue ? Json(*resolution.days_overdue) : Json();
  json["reminded"] = resolution.reminded;
  json["done_on"] = json::of(resolution.done_on);
  json["on_time"] = resolution.on_time ? Json(*resolution.on_time) : Json();
  return json;
}

void add_fields(Json& json, const Tally& tally, std::span<const TallyField> fields) {
  for (const TallyField& field : fields) json[std::string(field.key)] = field.value(tally);
}

void add_tally(Json& json, const Tally& tally, std::optional<std::int64_t> on_time_rate) {
  add_fields(json, tally, report_tally);
  json[std::string(tally_on_time_rate.key)] = json::of_rate(on_time_rate);
  add_fields(json, tally, resolution_tally);
  add_fields(json, tally, attendance_tally);
}

Json totals_json(const Compliance& c) {
  Json json;
  add_tally(json, c.totals, c.on_time_rate);
  json["meetings"] = c.meetings.size();
  json["resolutions"] = c.resolutions.size();
  json[std::string(tally_completion_rate.key)] = json::of_rate(c.completion_rate);
  return json;
}

void add_rows(Json& json, const Compliance& c, const RowFilter& filter) {
  json["meetings"] = Json::array();
  for (const auto& meeting : c.meetings)
    if (filter.shows(*meeting.meeting))
      json["meetings"].push_back(meeting_json(c.book, meeting, filter));
  json["resolutions"] = Json::array();
  for (const auto& resolution : c.resolutions)
    if (filter.shows(resolution))
      json["resolutions"].push_back(resolution_json(c.book, resolution));
  json["units"] = Json::array();
  for (const auto& unit : c.units) {
    if (!filter.shows(*unit.unit)) continue;
    Json row;
    row["unit"] = id_of(*unit.unit);
    row["name"] = c.book.short_name_on(*unit.unit, c.as_of);
    add_tally(row, unit.tally, unit.tally.on_time_rate());
    json["units"].push_back(std::move(row));
  }
}

}  // namespace

Json json::of_finding(const Sources& sources, const Finding& finding) {
  Json json;
  json["rule"] = finding.rule;
  json["severity"] = severity_name(finding.severity).en;
  json["record"] = finding.record.empty() ? Json() : Json(finding.record);
  add_place(json, sources, finding.at);
  json["message"] = finding.message.en;
  json["hint"] = finding.hint.empty() ? Json() : Json(finding.hint.en);
  json["related"] = Json::array();
  for (const Related& related : finding.related) {
    Json other;
    add_place(other, sources, related.at);
    other["message"] = related.message.en;
    json["related"].push_back(std::move(other));
  }
  json["waived"] = finding.waived.empty() ? Json() : Json(finding.waived);
  return json;
}

void json::add_arisen(Json& finding, const Arisen& arisen) {
  finding["since"] = iso(arisen.since);
  finding["kind"] = arisen.nature == Nature::open ? "open" : "fact";
  finding["unit"] = arisen.unit.empty() ? Json() : Json(arisen.unit);
}

std::string validate_json(const Book& book, const Verdict& verdict) {
  Json json;
  json["version"] = version;
  json["book"] = book.name();
  json["files"] = book.files();
  json["records"] = record_counts(book);
  add_findings(json, book, verdict);
  add_sums(json, verdict);
  return json::dump_masked(json);
}

std::string followup_json(const Compliance& c, const Verdict& verdict, const RecordFaults& faults,
                          const RowFilter& filter) {
  Json json;
  json["version"] = version;
  json["format"] = 2;
  json["book"] = c.book.name();
  json["as_of"] = iso(c.as_of);
  json["label"] = c.label;
  json::add(json, faults);
  json["scope"] = {{"from", json::of(c.scope.from)}, {"to", iso(c.scope.to)}};
  json["cadence"] = cadence_json(c);
  add_rows(json, c, filter);
  json["totals"] = totals_json(c);
  add_findings(json, c.book, verdict);
  add_arisen(json, verdict);
  json["open_errors"] = verdict.open_errors;
  add_sums(json, verdict);
  return json::dump_masked(json);
}

}  // namespace lianxi
