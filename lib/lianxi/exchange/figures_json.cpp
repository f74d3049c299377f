#include <lianxi/exchange/figures_json.hpp>
#include <lianxi/exchange/json_values.hpp>
#include <lianxi/figures/figure_fields.hpp>
#include <lianxi/version.hpp>

namespace lianxi LIANXI_EXPORT {

using json::Json;

namespace {

template <class Group>
void add_figures(Json& json, const Group& group) {
  for (const auto& field : figures_in(group)) json[field.key] = json::of(field.value(group));
}

template <class Group>
Json object_of(const Group& group) {
  Json json = Json::object();
  add_figures(json, group);
  return json;
}

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json json_of(const UnitFigures& units) {
  Json::object_t categories;
  for (const CategoryFigures& row : units.by_category)
    categories.emplace_back(row.category, row.members);  // each comes once: nothing to look up
  Json json = object_of(units);
  json["by_category"] = std::move(categories);
  return json;
}

Json json_of(const MaterialFigures& row) {
  Json json = {{"item", row.item}, {"uom", text_or_null(row.uom)}, {"to", text_or_null(row.to)}};
  add_figures(json, row);
  return json;
}

Json json_of(const EventsFigures& events) {
  Json json = {{"records", events.total.records}, {"by_kind", Json::object()}};
  for (std::size_t i = 0; i < events.by_kind.size(); ++i)
    if (const EventFigures& kind = events.by_kind[i]; kind.records > 0)
      json["by_kind"][event_kind_words[i].en] = object_of(kind);
  json["total"] = object_of(events.total);
  json["materials"] = Json::array();
  for (const MaterialFigures& row : events.materials) json["materials"].push_back(json_of(row));
  return json;
}

Json json_of(const GoodsFigures& row) {
  Json json = {{"item", row.item}, {"uom", text_or_null(row.uom)}};
  add_figures(json, row);
  return json;
}

Json json_of(const DonationFigures& donations) {
  Json json = object_of(donations);
  json["goods"] = Json::array();
  for (const GoodsFigures& row : donations.goods) json["goods"].push_back(json_of(row));
  return json;
}

Json json_of(const std::vector<FundFigures>& funds) {
  Json json = Json::array();
  for (const FundFigures& fund : funds) {
    json.push_back({{"id", fund.id}});
    add_figures(json.back(), fund);
  }
  return json;
}

}  // namespace

std::string to_json(const Figures& figures, const RecordFaults& faults) {
  Json json;
  json["version"] = version;
  json["format"] = 2;
  json["book"] = figures.book;
  json["label"] = figures.label;
  json::add(json, faults);
  json["period"] = {{"from", json::of(figures.period.from)}, {"to", iso(figures.period.to)}};
  json["units"] = json_of(figures.units);
  json["meetings"] = object_of(figures.meetings);
  json["events"] = json_of(figures.events);
  json["donations"] = json_of(figures.donations);
  json["funds"] = json_of(figures.funds);
  json["projects"] = object_of(figures.projects);
  json["requests"] = object_of(figures.requests);
  add_figures(json, figures);
  return json::dump_masked(json);
}

}  // namespace lianxi
