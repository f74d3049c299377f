#include <algorithm>

#include <lianxi/base/source.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/exchange/finding_json.hpp>
#include <lianxi/exchange/findings_json.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/followup/tally_fields.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/schema/field.hpp>
#include <lianxi/version.hpp>

namespace lianxi LIANXI_EXPORT {

using json::Json;
using json::JsonWriter;

namespace {

Position write_position(JsonWriter& json, const Sources& sources, Place at) {
  const auto position = sources.position(at);
  json.member("file", sources.empty() ? "." : readable_path(sources[position.file].path));
  json.member("line", position.line);
  return position;
}

/// Writes file, line and column. A fault of a book without any file stands in its folder.
void write_place(JsonWriter& json, const Sources& sources, Place at) {
  json.member("column", write_position(json, sources, at).column);
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

void write_title(JsonWriter& json, std::string_view name, const Text& title) {
  json.key(name);
  if (title)
    json.value(*title);
  else
    json.null();
}

void write_date(JsonWriter& json, std::string_view name, const std::optional<Date>& date) {
  json.key(name);
  json.value_or_null(date ? iso(*date) : "");
}

void write_reports(JsonWriter& json, const MeetingCompliance& meeting, const RowFilter& filter) {
  json.key("reports");
  json.begin_array();
  for (const UnitReport& report : meeting.reports) {
    if (!filter.shows(*report.unit)) continue;
    json.begin_object();
    json.member("unit", id_of(*report.unit));
    json.member("status", word_of(report.status));
    write_date(json, "date", report.first);
    json.end_object();
  }
  json.end_array();
}

void write_meeting(JsonWriter& json, const Book& book, const MeetingCompliance& meeting,
                   const RowFilter& filter) {
  const auto& kind = meeting.meeting->kind;
  json.begin_object();
  json.member("id", *meeting.meeting->id);
  write_title(json, "title", meeting.meeting->title);
  write_position(json, book.sources(), meeting.meeting->at);
  json.member("date", iso(meeting.date));
  json.key("kind");
  json.value_or_null(kind ? meeting_kind_words[std::size_t(*kind)].en : "");
  json.member("members", meeting.members.size());
  json.member("signed", meeting.has_sign_in);
  json.member("present", meeting.present);
  json.member("leave", meeting.leave);
  json.member("absent", meeting.absent);
  json.key("next");
  json.value_or_null(meeting.next ? *meeting.next->id : "");
  json.member("deadline", iso(meeting.deadline));
  json.member("provisional", meeting.provisional);
  write_reports(json, meeting, filter);
  json.member("on_time_rate", json::of_rate(meeting.on_time_rate));
  json.end_object();
}

void write_resolution(JsonWriter& json, const Book& book, const ResolutionCompliance& resolution) {
  json.begin_object();
  json.member("id", resolution.id());
  write_title(json, "text", resolution.resolution->text);
  write_position(json, book.sources(), resolution.resolution->at);
  json.key("lead");
  json.value_or_null(resolution.lead);
  json.key("support");
  json.begin_array();
  for (const auto& unit : resolution.resolution->support)
    if (unit) json.value(*unit);
  json.end_array();
  write_date(json, "due", resolution.due);
  json.member("status", word_of(resolution.status));
  json.key("light");
  json.value_or_null(word_of(resolution.light));
  json.key("days_overdue");
  json.value_or_null(resolution.days_overdue);
  json.member("reminded", resolution.reminded);
  write_date(json, "done_on", resolution.done_on);
  json.key("on_time");
  json.value_or_null(resolution.on_time);
  json.end_object();
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
    if (filter.shows(*meeting.meeting)) write_meeting(json, c.book, meeting, filter);
  json.end_array();
  json.key("resolutions");
  json.begin_array();
  for (const auto& resolution : c.resolutions)
    if (filter.shows(resolution)) write_resolution(json, c.book, resolution);
  json.end_array();
  json.key("units");
  json.begin_array();
  for (const auto& unit : c.units)
    if (filter.shows(*unit.unit)) json.value(unit_json(c, unit));
  json.end_array();
}

}  // namespace

}  // namespace lianxi

// Of use within the library alone.
namespace lianxi::json {

void write_finding(JsonWriter& json, const Sources& sources, const Finding& finding, Of command) {
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

Json of_finding(const Sources& sources, const Finding& finding, Of command) {
  return Json::parse(gathered([&](const TextOutput& out) {
    JsonWriter writer(out, Masking::off);
    write_finding(writer, sources, finding, command);
    writer.finish();
  }));
}

}  // namespace lianxi::json

namespace lianxi LIANXI_EXPORT {

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
