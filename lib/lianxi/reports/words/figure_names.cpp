#include <lianxi/book/book.hpp>
#include <lianxi/figures/figure_fields.hpp>
#include <lianxi/figures/figure_paths.hpp>
#include <lianxi/records/claims.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/reports/words/figure_names.hpp>

namespace lianxi {
namespace {

/// Takes the beginning off a path, where it is that.
bool takes(std::string_view& path, std::string_view beginning) {
  if (!path.starts_with(beginning)) return false;
  path.remove_prefix(beginning.size());
  return true;
}

template <class Group>
std::string label_in(const ReportCase& c, const Group& group, std::string_view key) {
  for (const auto& field : figures_in(group))
    if (field.key == key) return c.wording(field.label);
  return std::string(key);
}

std::string of(const ReportCase& c, std::string_view what, std::string_view figure) {
  return c.wording(say({"{}: {}", "{}：{}"}, what, figure));
}

/// `ITEM/UOM/TO` as people would say it: 书籍（册，旅客）.
std::string goods_name(const ReportCase& c, std::string_view path) {
  std::string text(path.substr(0, path.find('/')));
  std::string rest(path.substr(std::min(path.size(), text.size() + 1)));
  for (std::size_t at = 0; (at = rest.find('/', at)) != std::string::npos;)
    rest.replace(at, 1, c.wording(Bilingual{", ", "，"}));
  return rest.empty() ? text : c.wording(say({"{} ({})", "{}（{}）"}, text, rest));
}

std::string name_of_kind(const ReportCase& c, std::string_view word) {
  for (const Word& kind : event_kind_words)
    if (kind.en == word) return c.wording(Bilingual{kind.en, kind.zh});
  return std::string(word);
}

std::string of_events(const ReportCase& c, std::string_view path) {
  const EventFigures& total = c.figures.events.total;
  if (takes(path, "materials.")) return goods_name(c, path);
  if (takes(path, "total.") || path == "records") return label_in(c, total, path);
  if (!takes(path, "by_kind.")) return std::string(path);
  const auto dot = path.find('.');
  return of(c, name_of_kind(c, path.substr(0, dot)),
            label_in(c, total, path.substr(std::min(path.size(), dot + 1))));
}

std::string of_fund(const ReportCase& c, std::string_view path) {
  const auto dot = path.rfind('.');
  const std::string_view id = path.substr(0, dot);
  const Fund* fund = c.book.fund(id);
  return of(c, fund ? fund->name.value_or(id) : id,
            label_in(c, FundFigures{}, path.substr(std::min(path.size(), dot + 1))));
}

}  // namespace

std::string figure_name(const ReportCase& c, std::string_view path) {
  const Figures& f = c.figures;
  std::string_view rest = path;
  if (takes(rest, "units.by_category.")) return of(c, label_in(c, f.units, "members"), rest);
  if (takes(rest, "units.")) return label_in(c, f.units, rest);
  if (takes(rest, "meetings.")) return label_in(c, f.meetings, rest);
  if (takes(rest, "events.")) return of_events(c, rest);
  if (takes(rest, "donations.goods.")) return goods_name(c, rest);
  if (takes(rest, "donations.")) return label_in(c, f.donations, rest);
  if (takes(rest, "funds.")) return of_fund(c, rest);
  if (takes(rest, "projects.")) return label_in(c, f.projects, rest);
  if (takes(rest, "requests.")) return label_in(c, f.requests, rest);
  return label_in(c, f, path);
}

std::string claimed_text(const ReportCase& c, const Claim& claim) {
  const auto computed = find_figure(c.figures, *claim.figure);
  FigureValue value;
  value.kind = computed ? computed->kind : FigureValue::Kind::count;
  value.is_amount = computed ? computed->is_amount : claim.value->hundredths % 100 != 0;
  value.hundredths = claim.value->hundredths;
  value.qualifier = claim.value->qualifier;
  return to_text(value, c.wording.language());
}

}  // namespace lianxi
