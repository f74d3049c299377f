#include <algorithm>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/figures_text.hpp>
#include <lianxi/exchange/text_table.hpp>
#include <lianxi/figures/figure_fields.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

/// Pads the columns from `first` on at the left, so that numbers stand below each other.
void align_right(Rows& rows, std::size_t first) {
  std::vector<int> widths;
  for (const Row& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = first; i < row.size(); ++i)
      widths[i] = std::max(widths[i], display_width(row[i]));
  }
  for (Row& row : rows)
    for (std::size_t i = first; i < row.size(); ++i)
      row[i].insert(0, std::size_t(widths[i] - display_width(row[i])), ' ');
}

/// Whether a group has anything to show: not only zeros.
template <class Group>
bool is_empty(const Group& group) {
  return std::ranges::all_of(figures_in(group),
                             [&](const auto& field) { return field.value(group).hundredths == 0; });
}

/// Writes the text form of figures.
class FiguresWriter {
 public:
  FiguresWriter(const Figures& figures, Language language)
      : figures_(figures), language_(language) {}

  std::string write() {
    add_heading();
    add_units();
    add_group({"Meetings", "会议"}, figures_.meetings);
    add_events();
    add_materials();
    add_group({"Donations", "捐赠"}, figures_.donations);
    add_goods();
    add_funds();
    add_group({"Projects", "党建项目"}, figures_.projects);
    add_group({"Requests", "协作请求"}, figures_.requests);
    add_group({"Other", "其他"}, figures_);
    return std::move(out_);
  }

 private:
  std::string in(Bilingual both) const { return std::string(both.in(language_)); }

  void add_heading() {
    const auto& [from, to] = figures_.period;
    const std::string days =
        from ? say({"from {} to {}", "{} 至 {}"}, iso(*from), iso(to)).in(language_)
             : say({"up to {}", "截至 {}"}, iso(to)).in(language_);
    out_ += say({"{}: figures {}\n", "{}：统计数据（{}）\n"}, printable(figures_.book), days)
                .in(language_);
  }

  void add_section(Bilingual title, Rows rows, std::size_t first_number) {
    align_right(rows, first_number);
    out_ += "\n" + in(title) + "\n" + aligned(rows, 2);
  }

  /// One line for each figure of the group.
  template <class Group>
  Rows lines_of(const Group& group) const {
    Rows rows;
    for (const auto& field : figures_in(group))
      rows.push_back({in(field.label), to_text(field.value(group), language_)});
    return rows;
  }

  template <class Group>
  void add_group(Bilingual title, const Group& group) {
    if (!is_empty(group)) add_section(title, lines_of(group), 1);
  }

  /// Adds the labels of a group's figures to a heading, or its values to a line.
  template <class Group>
  void append_labels(const Group& group, Row& row) const {
    for (const auto& field : figures_in(group)) row.push_back(in(field.label));
  }
  template <class Group>
  void append_values(const Group& group, Row& row) const {
    for (const auto& field : figures_in(group))
      row.push_back(to_text(field.value(group), language_));
  }

  /// A table with a line for each row; `names` gives what stands before its figures.
  template <class Group, class Names>
  void add_rows(Bilingual title, Row heading, const std::vector<Group>& groups, Names names) {
    if (groups.empty()) return;
    const std::size_t first_number = heading.size();
    append_labels(groups.front(), heading);
    Rows rows{std::move(heading)};
    for (const Group& group : groups) append_values(group, rows.emplace_back(names(group)));
    add_section(title, std::move(rows), first_number);
  }

  void add_units() {
    Rows rows = lines_of(figures_.units);
    for (const CategoryFigures& row : figures_.units.by_category)
      rows.push_back({"  " + printable(row.category), to_text(value_of(row.members), language_)});
    add_section({"Units", "单位"}, std::move(rows), 1);
  }

  void add_events() {
    const EventsFigures& events = figures_.events;
    if (events.total.records == 0) return;
    Rows rows{{in({"kind", "类型"})}};
    append_labels(events.total, rows[0]);
    for (std::size_t i = 0; i < events.by_kind.size(); ++i) {
      if (events.by_kind[i].records == 0) continue;
      const Bilingual kind{event_kind_words[i].en, event_kind_words[i].zh};
      append_values(events.by_kind[i], rows.emplace_back(Row{in(kind)}));
    }
    append_values(events.total, rows.emplace_back(Row{in({"total", "合计"})}));
    add_section({"Events", "活动"}, std::move(rows), 1);
  }

  void add_materials() {
    add_rows({"Materials", "发放物资"},
             {in({"item", "品名"}), in({"measure", "计量单位"}), in({"to", "发放对象"})},
             figures_.events.materials, [](const MaterialFigures& row) {
               return Row{std::string(row.item), std::string(row.uom), std::string(row.to)};
             });
  }

  void add_goods() {
    add_rows({"Goods donated", "捐赠物资"}, {in({"item", "品名"}), in({"measure", "计量单位"})},
             figures_.donations.goods, [](const GoodsFigures& row) {
               return Row{std::string(row.item), std::string(row.uom)};
             });
  }

  void add_funds() {
    add_rows({"Funds", "基金"}, {in({"fund", "基金"})}, figures_.funds,
             [](const FundFigures& row) { return Row{std::string(row.id)}; });
  }

  const Figures& figures_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string to_table(const Figures& figures, Language language) {
  return masked_lines(FiguresWriter(figures, language).write());
}

}  // namespace lianxi
