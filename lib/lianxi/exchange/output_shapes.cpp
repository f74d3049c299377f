#include <lianxi/exchange/output_shapes.hpp>

namespace lianxi::json {
namespace {

// ---- values that occur all over -------------------------------------------------------

constexpr OutputKey count[] = {{"value", "number"}, {"qualifier", "one of exact at_least about"}};
constexpr OutputKey period[] = {{"from", "date?"}, {"to", "date"}};
constexpr OutputKey place[] = {
    {"file", "text"}, {"line", "number"}, {"column", "number"}, {"message", "text"}};

// ---- validate --------------------------------------------------------------------------

constexpr OutputKey finding[] = {
    {"rule", "text"},       {"severity", "one of error warning info"},
    {"record", "text?"},    {"file", "text"},
    {"line", "number"},     {"column", "number"},
    {"message", "text"},    {"hint", "text?"},
    {"related", "[place]"}, {"waived", "text?"},
};

constexpr OutputKey validate[] = {
    {"version", "text"},        {"book", "text"},          {"files", "number"},
    {"records", "collections"}, {"findings", "[finding]"}, {"errors", "number"},
    {"warnings", "number"},     {"infos", "number"},       {"waived", "number"},
};

// ---- followup --------------------------------------------------------------------------

constexpr OutputKey cadence[] = {{"interval", "one of month quarter half_year year"},
                                 {"elapsed", "number"},
                                 {"held", "number"},
                                 {"missed", "[text]"}};

constexpr OutputKey unit_report[] = {
    {"unit", "text"},
    {"status", "one of on_time late missing pending exempt"},
    {"date", "date?"},
};

constexpr OutputKey meeting[] = {
    {"id", "text"},
    {"date", "date"},
    {"kind", "one of regular special?"},
    {"title", "text?"},
    {"members", "number"},
    {"signed", "bool"},
    {"present", "number"},
    {"leave", "number"},
    {"absent", "number"},
    {"next", "text?"},
    {"deadline", "date"},
    {"provisional", "bool"},
    {"reports", "[unit_report]"},
    {"on_time_rate", "rate?"},
    {"file", "text"},
    {"line", "number"},
};

constexpr OutputKey resolution[] = {
    {"id", "text"},
    {"text", "text?"},
    {"lead", "text?"},
    {"support", "[text]"},
    {"due", "date?"},
    {"status", "one of not_started in_progress blocked done to_verify overdue dropped replaced"},
    {"light", "one of red yellow blue?"},
    {"days_overdue", "number?"},
    {"reminded", "number"},
    {"done_on", "date?"},
    {"on_time", "bool?"},
    {"file", "text"},
    {"line", "number"},
};

constexpr OutputKey unit[] = {
    {"unit", "text"},         {"name", "text"},      {"owed", "number"},
    {"on_time", "number"},    {"late", "number"},    {"missing", "number"},
    {"pending", "number"},    {"exempt", "number"},  {"on_time_rate", "rate?"},
    {"led", "number"},        {"done", "number"},    {"overdue", "number"},
    {"open", "number"},       {"dropped", "number"}, {"meetings", "number"},
    {"present", "number"},    {"leave", "number"},   {"absent", "number"},
    {"unrecorded", "number"},
};

constexpr OutputKey totals[] = {
    {"owed", "number"},           {"on_time", "number"},    {"late", "number"},
    {"missing", "number"},        {"pending", "number"},    {"exempt", "number"},
    {"on_time_rate", "rate?"},    {"led", "number"},        {"done", "number"},
    {"overdue", "number"},        {"open", "number"},       {"dropped", "number"},
    {"meetings", "number"},       {"present", "number"},    {"leave", "number"},
    {"absent", "number"},         {"unrecorded", "number"}, {"resolutions", "number"},
    {"completion_rate", "rate?"},
};

constexpr OutputKey dated_finding[] = {
    {"rule", "text"},       {"severity", "one of error warning info"},
    {"record", "text?"},    {"file", "text"},
    {"line", "number"},     {"column", "number"},
    {"message", "text"},    {"hint", "text?"},
    {"related", "[place]"}, {"waived", "text?"},
    {"since", "date"},      {"kind", "one of open fact"},
    {"unit", "text?"},
};

constexpr OutputKey followup[] = {
    {"version", "text"},
    {"format", "= 2"},
    {"book", "text"},
    {"as_of", "date"},
    {"label", "text"},
    {"record_errors", "number"},
    {"unread", "number"},
    {"scope", "period"},
    {"cadence", "cadence"},
    {"meetings", "[meeting]"},
    {"resolutions", "[resolution]"},
    {"units", "[unit]"},
    {"totals", "totals"},
    {"findings", "[dated_finding]"},
    {"open_errors", "number"},
    {"errors", "number"},
    {"warnings", "number"},
    {"infos", "number"},
    {"waived", "number"},
};

// ---- stats -----------------------------------------------------------------------------
// What is counted there is declared with the figures, see output_schemas.cpp.

constexpr OutputKey stats[] = {
    {"version", "text"},
    {"format", "= 2"},
    {"book", "text"},
    {"label", "text"},
    {"record_errors", "number"},
    {"unread", "number"},
    {"period", "period"},
    {"units", "unit_figures"},
    {"meetings", "meeting_figures"},
    {"events", "events"},
    {"donations", "donation_figures"},
    {"funds", "[fund_figures]"},
    {"projects", "project_figures"},
    {"requests", "request_figures"},
};

constexpr OutputKey events[] = {{"records", "number"},
                                {"by_kind", "kinds_of_events"},
                                {"total", "event_figures"},
                                {"materials", "[material_figures]"}};

constexpr OutputKey part_of_rate[] = {{"part", "whole number"}, {"whole", "number"}};
constexpr OutputKey source[] = {{"record", "text"},
                                {"value", "whole number | signed amount | COUNT | part_of_rate"},
                                {"file", "text"},
                                {"line", "number"},
                                {"column", "number"}};
constexpr OutputKey explained[] = {
    {"version?", "text"},
    {"format?", "= 2"},
    {"book", "text"},
    {"label?", "text"},
    {"record_errors?", "number"},
    {"unread?", "number"},
    {"figure", "text"},
    {"period", "period"},
    {"value", "whole number | signed amount | COUNT | rate?"},
    {"records", "[source]"},
};

// ---- rollup ----------------------------------------------------------------------------
// Its figures, too, are declared elsewhere.

constexpr OutputKey rolled_up_book[] = {
    {"path", "text"}, {"book", "text"}, {"record_errors", "number"}, {"unread", "number"}};
constexpr OutputKey broken_book[] = {{"path", "text"}, {"error", "text"}};
constexpr OutputKey rolled_up[] = {{"books", "number"}};
constexpr OutputKey rollup[] = {
    {"version", "text"},         {"format", "= 1"},
    {"as_of", "date"},           {"label", "text"},
    {"record_errors", "number"}, {"unread", "number"},
    {"period", "period"},        {"books", "[rolled_up_book]"},
    {"broken", "[broken_book]"}, {"totals", "rolled_up"},
};

// ---- due -------------------------------------------------------------------------------

constexpr OutputKey due_item[] = {
    {"date", "date"},
    {"kind",
     "one of meeting notice report resolution stage task request publication minutes reply"},
    {"record", "text"},
    {"title", "text?"},
    {"units", "[text]"},
    {"days", "whole number"},
    {"late", "bool"},
    {"file", "text"},
    {"line", "number"},
};
constexpr OutputKey due[] = {
    {"version", "text"},         {"format", "= 2"},    {"book", "text"},  {"as_of", "date"},
    {"record_errors", "number"}, {"unread", "number"}, {"from", "date?"}, {"to", "date?"},
    {"items", "[due_item]"},
};

// ---- report ----------------------------------------------------------------------------

constexpr OutputKey paragraph[] = {
    {"type", "one of paragraph"}, {"align", "one of left center right"}, {"text", "text"}};
constexpr OutputKey items[] = {{"type", "one of list"}, {"numbered", "bool"}, {"items", "[text]"}};
constexpr OutputKey column[] = {
    {"title", "text"}, {"align", "one of left center right"}, {"for_pen", "bool"}};
constexpr OutputKey slice[] = {{"label", "text"}, {"value", "whole number"}};
constexpr OutputKey pie[] = {{"type", "one of pie"}, {"title", "text"}, {"slices", "[slice]"}};
constexpr OutputKey bar[] = {
    {"label", "text"}, {"start", "date"}, {"end", "date"}, {"state", "one of open done late"}};
constexpr OutputKey lane[] = {{"title", "text"}, {"bars", "[bar]"}};
constexpr OutputKey bars[] = {{"type", "one of bars"}, {"title", "text"}, {"slices", "[slice]"}};
constexpr OutputKey gantt[] = {{"type", "one of gantt"}, {"title", "text"}, {"lanes", "[lane]"}};
constexpr OutputKey table[] = {{"type", "one of table"},
                               {"columns", "[column]"},
                               {"rows", "[[text]]"},
                               {"chart", "pie | bars | gantt?"}};
constexpr OutputKey section[] = {{"number", "text"},
                                 {"title", "text"},
                                 {"blocks", "[paragraph | items | table]"},
                                 {"sections", "[section]"}};
constexpr OutputKey enclosure[] = {{"title", "text"}, {"blocks", "[paragraph | items | table]"}};
constexpr OutputKey report[] = {
    {"record_errors?", "number"},
    {"unread?", "number"},
    {"language", "one of zh en"},
    {"title", "text"},
    {"preface", "[paragraph | items | table]"},
    {"sections", "[section]"},
    {"closing", "[paragraph | items | table]"},
    {"enclosures", "[enclosure]"},
    {"provenance", "[text]"},
};

// ---- diff ------------------------------------------------------------------------------

constexpr OutputKey compared[] = {{"revision", "text?"}, {"name", "text"}};
constexpr OutputKey changed_field[] = {{"field", "text"}, {"old", "anything"}, {"new", "anything"}};
constexpr OutputKey change[] = {
    {"record", "text"},  {"change", "one of added removed changed"},
    {"title", "text?"},  {"file", "text?"},
    {"line", "number?"}, {"fields", "[changed_field]"},
};
constexpr OutputKey diff[] = {
    {"version", "text"},   {"format", "= 1"},       {"book", "text"},
    {"from", "compared"},  {"to", "compared"},      {"record_errors", "number"},
    {"unread", "number"},  {"changes", "[change]"}, {"added", "number"},
    {"removed", "number"}, {"changed", "number"},   {"files", "number"},
};

// ---- log -------------------------------------------------------------------------------

constexpr OutputKey field_in_history[] = {
    {"record", "text"}, {"field", "text?"}, {"old", "anything"}, {"new", "anything"}};
constexpr OutputKey record_event[] = {
    {"change", "one of added changed removed renamed reported report_changed report_withdrawn"},
    {"record", "text"},
    {"renamed_from", "text?"},
    {"fields", "[field_in_history]"},
};
constexpr OutputKey record_commit[] = {
    {"revision", "text?"}, {"day", "date?"},     {"author", "text?"},
    {"email", "text?"},    {"summary", "text?"}, {"changes", "[record_event]"},
};
constexpr OutputKey record_log[] = {
    {"version", "text"},  {"format", "= 1"},  {"book", "text"},    {"record_errors", "number"},
    {"unread", "number"}, {"record", "text"}, {"cut_off", "bool"}, {"commits", "[record_commit]"},
};

// ---- rules -----------------------------------------------------------------------------

constexpr OutputKey rule[] = {{"rule", "text"},
                              {"severity", "one of error warning info off"},
                              {"command", "one of validate followup"},
                              {"summary", "text"}};
constexpr OutputKey rules[] = {{"rules", "[rule]"}};

constexpr OutputShape shapes[] = {
    {"COUNT", count},
    {"period", period},
    {"place", place},
    {"finding", finding},
    {"validate", validate},
    {"cadence", cadence},
    {"unit_report", unit_report},
    {"meeting", meeting},
    {"resolution", resolution},
    {"unit", unit},
    {"totals", totals},
    {"dated_finding", dated_finding},
    {"followup", followup},
    {"stats", stats},
    {"events", events},
    {"part_of_rate", part_of_rate},
    {"source", source},
    {"stats --explain", explained},
    {"due_item", due_item},
    {"due", due},
    {"rolled_up_book", rolled_up_book},
    {"broken_book", broken_book},
    {"rolled_up", rolled_up},
    {"rollup", rollup},
    {"paragraph", paragraph},
    {"items", items},
    {"column", column},
    {"slice", slice},
    {"pie", pie},
    {"bars", bars},
    {"bar", bar},
    {"lane", lane},
    {"gantt", gantt},
    {"table", table},
    {"section", section},
    {"enclosure", enclosure},
    {"report", report},
    {"compared", compared},
    {"changed_field", changed_field},
    {"change", change},
    {"diff", diff},
    {"field_in_history", field_in_history},
    {"record_event", record_event},
    {"record_commit", record_commit},
    {"log", record_log},
    {"rule", rule},
    {"rules", rules},
};

}  // namespace

std::span<const OutputShape> output_shapes() { return shapes; }

}  // namespace lianxi::json
