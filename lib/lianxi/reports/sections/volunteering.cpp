#include <fmt/format.h>
#include <map>
#include <set>
#include <unordered_map>

#include <lianxi/followup/series_schedule.hpp>
#include <lianxi/records/series.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/sections/volunteering.hpp>
#include <lianxi/reports/words/waived.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi {

bool is_volunteering(const Event& event) {
  return event.volunteers || (event.kind && *event.kind == EventKind::volunteer);
}

namespace {

/// Sums that know whether anybody recorded what they are sums of.
struct Service {
  std::int64_t records = 0;
  Count sessions;
  std::optional<Count> volunteers, served;
  std::optional<Amount> hours;
};

template <class T>
void add_given(std::optional<T>& sum, const Located<T>& value) {
  if (value) sum = sum ? *sum + *value : *value;
}

void add(Service& sums, const Event& event) {
  ++sums.records;
  sums.sessions += sessions_of(event);
  add_given(sums.volunteers, event.volunteers);
  add_given(sums.served, event.served);
  add_given(sums.hours, event.hours);
}

Service sum_of(const std::vector<EventRow>& events) {
  Service sums;
  for (const Event* event : events) add(sums, *event);
  return sums;
}

std::string text_of(const Wording& wording, const std::optional<Count>& count) {
  return count ? wording(*count) : std::string(dash);
}

/// Hours; without places where they are whole.
std::string text_of(const std::optional<Amount>& hours) {
  if (!hours) return std::string(dash);
  std::string text = to_text(*hours);
  if (text.ends_with(".00")) text.resize(text.size() - 3);
  return text;
}

std::vector<std::string> cells_of(const Wording& wording, const std::string& title,
                                  const Service& s) {
  return {title,
          with_thousands(s.records),
          wording(s.sessions),
          text_of(wording, s.volunteers),
          text_of(s.hours),
          text_of(wording, s.served)};
}

doc::Table table_with(const Wording& wording, Bilingual first) {
  return {{titled(wording, first), titled(wording, {"Activities", "活动（项）"}, Holds::figures),
           titled(wording, {"Sessions", "场次"}, Holds::figures),
           titled(wording, {"Volunteers (person-times)", "志愿者人次"}, Holds::figures),
           titled(wording, {"Hours", "志愿时长（小时）"}, Holds::figures),
           titled(wording, {"Served (person-times)", "服务人次"}, Holds::figures)},
          {}};
}

std::string total_title(const Wording& wording) { return wording(Bilingual{"Total", "合计"}); }

doc::Block nothing(const ReportCase& c) {
  return doc::Paragraph{
      c.wording(Bilingual{"No volunteer service is on record.", "没有志愿服务记录。"})};
}

}  // namespace

// ---- what is counted, totals --------------------------------------------------------

doc::Section sections::what_is_counted(const ReportCase& c) {
  const auto line = [&](Bilingual text) { return doc::Prose(c.wording(text)); };
  return {
      c.wording(Bilingual{"What is counted", "统计口径"}),
      {doc::Items{
          {line({"Activities of the kind “volunteer”, and any other that counts volunteers, by the "
                 "day on which they ended.",
                 "统计类型为“志愿服务”的活动，以及登记了志愿者人次的其他活动，按结束日期归入期间"
                 "。"}),
           line(
               {"Volunteers and people served are person-times: who comes twice counts twice. They "
                "are not numbers of persons and are never added to such.",
                "志愿者和服务对象均按人次统计，同一人多次参加的重复计算；"
                "人次不等于人数，二者不相加。"}),
           line({"An activity that does not say how many sessions it had counts as one. A dash "
                 "stands where nothing was recorded.",
                 "未注明场次的活动按一场计算；“—”表示没有登记。"}),
           line({"“About” and “+” stand as they were recorded and carry over to sums.",
                 "“约”“余”照原始登记保留，合计数相应带“约”或“余”。"})}}}};
}

doc::Section sections::volunteer_totals(const ReportCase& c, const std::vector<EventRow>& events) {
  const Wording& wording = c.wording;
  const Bilingual title{"Totals", "总体情况"};
  if (events.empty()) return {wording(title), {nothing(c)}};
  const Service s = sum_of(events);
  doc::Table table{{titled(wording, {"Figure", "指标"}), titled(wording, {"Unit", "单位"}),
                    titled(wording, {"Value", "数量"}, Holds::figures)},
                   {}};
  const auto row = [&](Bilingual figure, Bilingual unit, const std::string& value) {
    table.rows.push_back({wording(figure), wording(unit), value});
  };
  row({"Activities", "志愿服务活动"}, {"activities", "项"}, with_thousands(s.records));
  row({"Sessions", "活动场次"}, {"sessions", "场"}, wording(s.sessions));
  row({"Volunteers", "志愿者参与"}, {"person-times", "人次"}, text_of(wording, s.volunteers));
  row({"Hours", "志愿时长"}, {"hours", "小时"}, text_of(s.hours));
  row({"People served", "服务群众"}, {"person-times", "人次"}, text_of(wording, s.served));
  return {wording(title), {std::move(table)}};
}

// ---- by month, unit, kind -------------------------------------------------------------

doc::Section sections::volunteering_by_month(const ReportCase& c,
                                             const std::vector<EventRow>& events) {
  const Bilingual title{"By month", "分月情况"};
  if (events.empty()) return {c.wording(title), {nothing(c)}};
  std::map<Date, Service> months;  // by their first day
  for (const Event* event : events)
    add(months[SpanOfTime::containing(*last_day(*event), Span::month).first()], *event);
  doc::Table table = table_with(c.wording, {"Month", "月份"});
  for (const auto& [first, sums] : months) {
    const auto month = SpanOfTime::containing(first, Span::month);
    add_row(table, cells_of(c.wording, c.wording.period(month.period()), sums));
  }
  add_total(table, cells_of(c.wording, total_title(c.wording), sum_of(events)));
  return {c.wording(title), {std::move(table)}};
}

namespace {

/// What each leads and joins: units by their order, then whoever else by name.
class ByUnit {
 public:
  ByUnit(const ReportCase& c, const std::vector<EventRow>& events) : c_(c) {
    for (const Unit* unit : c.book.units_in_order()) rank_.emplace(unit, rank_.size());
    for (const Event* event : events) add_event(*event);
  }

  doc::Table table() const {
    doc::Table table = table_with(c_.wording, {"Unit", "单位"});
    table.columns.push_back(
        titled(c_.wording, {"Activities joined", "参与活动（项）"}, Holds::figures));
    for (const auto& [who, share] : shares_) {
      auto cells = cells_of(c_.wording, who.second, share.led);
      cells.push_back(with_thousands(share.joined));
      add_row(table, cells);
    }
    return table;
  }

 private:
  struct Share {
    Service led;
    std::int64_t joined = 0;
  };
  using Who = std::pair<std::size_t, std::string>;

  Who who(std::string_view id_or_name) const {
    const auto at = rank_.find(id_or_name.empty() ? nullptr : c_.book.unit_named(id_or_name));
    return {at == rank_.end() ? rank_.size() : at->second, c_.wording.named(id_or_name)};
  }

  /// Its figures stand with its lead alone, so that they add up.
  void add_event(const Event& event) {
    const Who lead = who(event.lead.value_or(""));
    add(shares_[lead].led, event);
    std::set<Who> counted{lead};
    for (const auto& partner : partners_of(c_.book, event))
      if (const Who joined = who(*partner); counted.insert(joined).second) ++shares_[joined].joined;
  }

  const ReportCase& c_;
  std::unordered_map<const Unit*, std::size_t> rank_;
  std::map<Who, Share> shares_;
};

}  // namespace

doc::Section sections::volunteering_by_unit(const ReportCase& c,
                                            const std::vector<EventRow>& events) {
  const Bilingual title{"By unit", "分单位情况"};
  if (events.empty()) return {c.wording(title), {nothing(c)}};
  doc::Table table = ByUnit(c, events).table();
  auto cells = cells_of(c.wording, total_title(c.wording), sum_of(events));
  cells.emplace_back();
  add_total(table, cells);
  const doc::Paragraph note{c.wording(Bilingual{
      "The figures of an activity stand with the unit that leads it, so that they add up.",
      "各项数量计入牵头单位；参与单位只计参与的活动项数，不重复计算。"})};
  return {c.wording(title), {std::move(table), note}};
}

doc::Section sections::volunteering_by_kind(const ReportCase& c,
                                            const std::vector<EventRow>& events) {
  const Bilingual title{"By kind of service", "分类情况"};
  if (events.empty()) return {c.wording(title), {nothing(c)}};
  std::map<EventKind, Service> kinds;
  Service unknown;
  for (const Event* event : events) add(event->kind ? kinds[*event->kind] : unknown, *event);
  doc::Table table = table_with(c.wording, {"Kind", "类型"});
  doc::Pie pie{c.wording(Bilingual{"Volunteers (person-times)", "志愿者人次"}), {}};
  for (const auto& [kind, sums] : kinds) {
    add_row(table, cells_of(c.wording, c.wording.choice(kind), sums));
    if (sums.volunteers && sums.volunteers->value > 0)
      pie.slices.push_back({c.wording.choice(kind), sums.volunteers->value});
  }
  if (unknown.records > 0) add_row(table, cells_of(c.wording, std::string(dash), unknown));
  add_total(table, cells_of(c.wording, total_title(c.wording), sum_of(events)));
  if (pie.slices.size() > 1) table.chart = std::move(pie);
  return {c.wording(title), {std::move(table)}};
}

// ---- trainings, schedules -----------------------------------------------------------------

doc::Section sections::trainings(const ReportCase& c) {
  const Wording& wording = c.wording;
  const auto rows = events_within(c, [](const Event& event) {
    return event.trained || (event.kind && *event.kind == EventKind::training);
  });
  doc::Section section{wording(Bilingual{"Training", "培训情况"})};
  if (rows.empty()) {
    section.blocks.push_back(
        doc::Paragraph{wording(Bilingual{"No training is on record.", "没有培训记录。"})});
    return section;
  }
  const EventColumn certified{{"Certified (persons)", "持证人数"},
                              [](const ReportCase& of, const EventRow& event) -> doc::Prose {
                                return event->certified ? of.wording(*event->certified)
                                                        : std::string(dash);
                              },
                              Holds::figures};
  const EventColumn columns[] = {event_columns::event_date, event_columns::event_title,
                                 event_columns::lead,       event_columns::sessions,
                                 event_columns::trained,    certified};
  doc::Table table = table_of(c, columns, rows);
  Count sessions, trained, certified_persons;
  for (const Event* event : rows) {
    sessions += sessions_of(*event);
    trained += event->trained.value_or({});
    certified_persons += event->certified.value_or({});
  }
  add_total(table, {total_title(wording), "", "", wording(sessions), wording(trained),
                    wording(certified_persons)});
  section.blocks.push_back(std::move(table));
  return section;
}

std::optional<doc::Section> sections::series_in_words(const ReportCase& c) {
  const Wording& wording = c.wording;
  doc::Items items;
  for (const Series& series : c.book.series) {
    std::string text(series.title.value_or(dash));
    if (series.lead) text += wording(say({", led by {}", "，{}牵头"}, wording.named(*series.lead)));
    if (!series.partners.empty())
      text += wording(say({", with {}", "，{}参与"}, wording.all_named(series.partners)));
    text += wording(Bilingual{".", "。"});
    if (series.party)
      text += wording(say({"\nParty work: {}", "\n党建内容：{}"}, wording.ended(*series.party)));
    if (series.service)
      text +=
          wording(say({"\nWhat came of it: {}", "\n服务成效：{}"}, wording.ended(*series.service)));
    items.items.emplace_back(text);
  }
  if (items.items.empty()) return std::nullopt;
  return doc::Section{wording(Bilingual{"Series", "服务项目"}), {std::move(items)}};
}

doc::Section sections::schedule_not_kept(const ReportCase& c) {
  const Wording& wording = c.wording;
  doc::Section section{wording(Bilingual{"Schedules not kept", "未按安排开展的情况"})};
  const auto shortfalls = shortfalls_of(c.book, c.scope);
  if (shortfalls.empty()) {
    section.blocks.push_back(doc::Paragraph{
        wording(Bilingual{"Every series took place as scheduled.", "各服务项目均按安排开展。"})});
    return section;
  }
  doc::Table table{{titled(wording, {"Series", "服务项目"}), titled(wording, {"Schedule", "安排"}),
                    titled(wording, {"In", "期间"}),
                    titled(wording, {"Sessions due", "应开展（场）"}, Holds::figures),
                    titled(wording, {"Recorded", "实际开展（场）"}, Holds::figures),
                    titled(wording, {"Short of", "缺（场）"}, Holds::figures)},
                   {}};
  const Waived waived(c.book, c.as_of);
  for (const SeriesShortfall& s : shortfalls) {
    const std::string span = wording.period(s.span.period());
    const bool excused = waived.contains(rule_names::series_behind, s.record());
    table.rows.push_back({s.series->title.value_or(*s.series->id),
                          wording(say({"every {}", "{}"}, wording.choice(s.every))),
                          excused ? marked_as_waived(wording, span) : span, number(s.asked),
                          number(s.held), number(s.asked - s.held)});
  }
  section.blocks.push_back(std::move(table));
  return section;
}

}  // namespace lianxi
