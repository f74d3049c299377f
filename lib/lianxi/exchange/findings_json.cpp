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
using json::JsonWriter;

namespace {

void add_position(Json& json, const Sources& sources, Place at) {
  const auto position = sources.position(at);
  json["file"] = sources.empty() ? "." : sources[position.file].path;
  json["line"] = position.line;
}

/// Writes file, line and column. A fault of a book without any file stands in its folder.
void write_place(JsonWriter& json, const Sources& sources, Place at) {
  const auto position = sources.position(at);
  json.member("file", sources.empty() ? std::string_view(".") : sources[position.file].path);
  json.member("line", position.line);
  json.member("column", position.column);
}

void write_findings(JsonWriter& json, const Book& book, const Verdict& verdict, json::Of command) {
  json.key("findings");
  json.begin_array();
  for (const Finding& finding : verdict.findings)
    json::write_finding(json, book.sources(), finding, command);
  json.end_array();
}

void write_sums(JsonWriter& json, const Verdict& verdict) {
  json.member("errors", verdict.errors);
  json.member("warnings", verdict.warnings);
  json.member("infos", verdict.infos);
  json.member("waived", verdict.waived);
}

/// What only `followup` says of its findings.
void write_arisen(JsonWriter& json, const Arisen& arisen) {
  json.member("since", iso(arisen.since));
  json.member("kind", arisen.nature == Nature::open ? "open" : "fact");
  json.key("unit");
  json.value_or_null(arisen.unit);
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

Json unit_json(const Compliance& c, const UnitCompliance& unit) {
  Json row;
  row["unit"] = id_of(*unit.unit);
  row["name"] = c.book.short_name_on(*unit.unit, c.as_of);
  add_tally(row, unit.tally, unit.tally.on_time_rate());
  return row;
}

void write_rows(JsonWriter& json, const Compliance& c, const RowFilter& filter) {
  json.key("meetings");
  json.begin_array();
  for (const auto& meeting : c.meetings)
    if (filter.shows(*meeting.meeting)) json.value(meeting_json(c.book, meeting, filter));
  json.end_array();
  json.key("resolutions");
  json.begin_array();
  for (const auto& resolution : c.resolutions)
    if (filter.shows(resolution)) json.value(resolution_json(c.book, resolution));
  json.end_array();
  json.key("units");
  json.begin_array();
  for (const auto& unit : c.units)
    if (filter.shows(*unit.unit)) json.value(unit_json(c, unit));
  json.end_array();
}

}  // namespace

void json::write_finding(JsonWriter& json, const Sources& sources, const Finding& finding,
                         Of command) {
  json.begin_object();
  json.member("rule", finding.rule);
  json.member("severity", severity_name(finding.severity).en);
  json.key("record");
  json.value_or_null(finding.record);
  write_place(json, sources, finding.at);
  json.member("message", finding.message.en);
  json.key("hint");
  json.value_or_null(finding.hint.en);
  json.key("related");
  json.begin_array();
  for (const Related& related : finding.related) {
    json.begin_object();
    write_place(json, sources, related.at);
    json.member("message", related.message.en);
    json.end_object();
  }
  json.end_array();
  json.key("waived");
  json.value_or_null(finding.waived);
  if (command == Of::followup) write_arisen(json, finding.arisen);
  json.end_object();
}

Json json::of_finding(const Sources& sources, const Finding& finding, Of command) {
  return Json::parse(gathered([&](const TextOutput& out) {
    JsonWriter writer(out, Masking::off);
    write_finding(writer, sources, finding, command);
    writer.finish();
  }));
}

void validate_json(const Book& book, const Verdict& verdict, const TextOutput& out) {
  JsonWriter json(out, json::Masking::on);
  json.begin_object();
  json.member("version", version);
  json.member("book", book.name());
  json.member("files", book.files());
  json.member("records", record_counts(book));
  write_findings(json, book, verdict, json::Of::validate);
  write_sums(json, verdict);
  json.end_object();
  json.finish();
}

void followup_json(const Compliance& c, const Verdict& verdict, const RecordFaults& faults,
                   const RowFilter& filter, const TextOutput& out) {
  JsonWriter json(out, json::Masking::on);
  json.begin_object();
  json.member("version", version);
  json.member("format", 2);
  json.member("book", c.book.name());
  json.member("as_of", iso(c.as_of));
  json.member("label", c.label);
  json.member("record_errors", faults.errors);
  json.member("unread", faults.unread);
  json.member("scope", Json{{"from", json::of(c.scope.from)}, {"to", iso(c.scope.to)}});
  json.member("cadence", cadence_json(c));
  write_rows(json, c, filter);
  json.member("totals", totals_json(c));
  write_findings(json, c.book, verdict, json::Of::followup);
  json.member("open_errors", verdict.open_errors);
  write_sums(json, verdict);
  json.end_object();
  json.finish();
}

}  // namespace lianxi
