#include <algorithm>
#include <initializer_list>
#include <numeric>

#include <lianxi/figures/figure_fields.hpp>
#include <lianxi/figures/figure_paths.hpp>
#include <lianxi/figures/figure_sections.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// A path in pieces, so that looking for one puts none together.
using Pieces = std::initializer_list<std::string_view>;

template <class Group, class Visit>
void visit_group(const Group& group, std::string_view before, std::string_view name, Visit& visit) {
  for (const auto& field : figures_in(group))
    visit(Pieces{before, name, name.empty() ? "" : ".", field.key}, field.value(group),
          field.address(group));
}

template <class Visit>
void visit_categories(const UnitFigures& units, Visit& visit) {
  for (const CategoryFigures& row : units.by_category)
    visit(Pieces{"units.by_category.", row.category}, value_of(row.members), &row.members);
}

template <class Visit>
void visit_kinds(const EventsFigures& events, Visit& visit) {
  for (std::size_t i = 0; i < events.by_kind.size(); ++i)
    visit_group(events.by_kind[i], "events.by_kind.", event_kind_words[i].en, visit);
}

template <class Visit>
void visit_materials(const std::vector<MaterialFigures>& rows, Visit& visit) {
  for (const MaterialFigures& row : rows) {
    const auto slash = row.uom.empty() && row.to.empty() ? "" : "/";
    visit(Pieces{"events.materials.", row.item, slash, row.uom, row.to.empty() ? "" : "/", row.to},
          value_of(row.quantity), &row.quantity);
  }
}

/// Those with a recipient; `ITEM/UOM` without one is of all.
template <class Visit>
void visit_all_materials(const EventsFigures& events, Visit& visit) {
  visit_materials(events.materials_to_all, visit);
  const auto only_to_somebody = [&](Pieces pieces, const FigureValue& value, const void* address) {
    if (!pieces.end()[-1].empty()) visit(pieces, value, address);
  };
  visit_materials(events.materials, only_to_somebody);
}

template <class Visit>
void visit_goods(const DonationFigures& donations, Visit& visit) {
  for (const GoodsFigures& row : donations.goods) {
    const auto slash = row.uom.empty() ? "" : "/";
    visit(Pieces{"donations.goods.", row.item, slash, row.uom}, value_of(row.quantity),
          &row.quantity);
    visit(Pieces{"donations.goods.", row.item, slash, row.uom, ".value"}, value_of(row.value),
          &row.value);
  }
}

/// Calls `visit(pieces, value, address)` for every figure, in the order of the JSON.
template <class Visit>
void visit_figures(const Figures& figures, Visit&& visit) {
  visit_group(figures.units, "units.", "", visit);
  visit_categories(figures.units, visit);
  visit_group(figures.meetings, "meetings.", "", visit);
  const EventFigures& total = figures.events.total;
  visit(Pieces{"events.records"}, value_of(total.records), &total.records);
  visit_kinds(figures.events, visit);
  visit_group(total, "events.total.", "", visit);
  visit_all_materials(figures.events, visit);
  visit_group(figures.donations, "donations.", "", visit);
  visit_goods(figures.donations, visit);
  for (const FundFigures& fund : figures.funds) visit_group(fund, "funds.", fund.id, visit);
  visit_group(figures.projects, "projects.", "", visit);
  visit_group(figures.requests, "requests.", "", visit);
  visit_group(figures, "", "", visit);
}

bool spells(Pieces pieces, std::string_view path) {
  for (const auto piece : pieces) {
    if (!path.starts_with(piece)) return false;
    path.remove_prefix(piece.size());
  }
  return path.empty();
}

std::string joined(Pieces pieces) {
  std::string path;
  for (const auto piece : pieces) path += piece;
  return path;
}

struct Found {
  FigureValue value;
  const void* address = nullptr;
};

/// Of figures whose paths read the same, the one whose first names are longest; of
/// several with the same names the first.
Found find(const Figures& figures, std::string_view path) {
  Found found;
  std::vector<std::size_t> longest;
  visit_figures(figures, [&](Pieces pieces, const FigureValue& value, const void* address) {
    if (!spells(pieces, path)) return;
    std::vector<std::size_t> lengths;
    for (const auto piece : pieces) lengths.push_back(piece.size());
    if (lengths <= longest) return;
    longest = std::move(lengths);
    found = {value, address};
  });
  return found;
}

}  // namespace

std::optional<FigureValue> find_figure(const Figures& figures, std::string_view path) {
  const Found found = find(figures, path);
  return found.address ? std::optional(found.value) : std::nullopt;
}

std::vector<NamedFigure> all_figures(const Figures& figures) {
  std::vector<NamedFigure> all;
  visit_figures(figures, [&](Pieces pieces, const FigureValue& value, const void*) {
    all.push_back({joined(pieces), value});
  });
  return all;
}

std::vector<std::string> all_figure_paths(const Figures& figures) {
  std::vector<std::string> paths;
  visit_figures(figures, [&](Pieces pieces, const FigureValue&, const void*) {
    paths.push_back(joined(pieces));
  });
  return paths;
}

std::vector<FigureSource> sources_of(const Book& book, Date as_of, const Period& period,
                                     std::string_view path) {
  const auto section = std::ranges::find_if(
      all_figure_sections(), [&](const FigureSection& candidate) { return candidate.has(path); });
  if (section == all_figure_sections().end()) return {};
  const Scope scope(period, as_of);
  Figures figures;
  const auto collect = [&](Adder& add) {
    section->collect({book, as_of, scope, nullptr, figures, add});
  };
  Adder first;
  collect(first);  // makes the rows, so that the figure has an address
  Adder second(find(figures, path).address);
  collect(second);
  return second.take_sources();
}

}  // namespace lianxi
