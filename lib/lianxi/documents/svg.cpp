#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/quantity.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/html_text.hpp>
#include <lianxi/documents/svg.hpp>

namespace lianxi::svg {
namespace {

constexpr int line = 26;           ///< From one row to the next.
constexpr int thickness = 16;      ///< Of a bar.
constexpr int column = 8;          ///< What a Latin letter takes at most, a Chinese one twice.
constexpr int longest_label = 28;  ///< In such columns.
constexpr int gap = 8;

/// As many graphemes as there is room for; what is cut off is told by an ellipsis.
std::string shortened(const std::string& label) {
  if (display_width(label) <= longest_label) return label;
  std::u32string points = code_points_of(label);
  if (points.size() > longest_label) points.resize(longest_label);
  while (!points.empty() && display_width(utf8_of(points)) > longest_label - 1) points.pop_back();
  return utf8_of(points) + "…";
}

int width_of(const std::string& label) { return column * display_width(label); }

/// Draws row by row, and knows at the end how high the picture became.
class Canvas {
 public:
  void next_row() { top_ += line; }

  void text(int x, std::string_view anchor, std::string_view text, std::string_view kind = "") {
    body_ +=
        fmt::format("<text x=\"{}\" y=\"{}\"{}{}>{}</text>\n", x, top_ + 17,
                    anchor.empty() ? "" : fmt::format(" text-anchor=\"{}\"", anchor),
                    kind.empty() ? "" : fmt::format(" class=\"{}\"", kind), html::escaped(text));
  }

  void bar(int x, int width, std::string_view kind, std::string_view full_text) {
    body_ += fmt::format(
        "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" "
        "height=\"{}\"><title>{}</title></rect>\n",
        kind, x, top_ + (line - thickness) / 2, width, thickness, html::escaped(full_text));
  }

  /// A line from the top to where the rows are now.
  void upright(int x, std::string_view kind = "grid", std::string_view day = "") {
    const std::string title = day.empty() ? "" : fmt::format("<title>{}</title>", day);
    behind_ += fmt::format("<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}\n", kind,
                           x, line, x, top_, title.empty() ? "/>" : ">" + title + "</line>");
  }

  std::string take(std::string_view name) {
    return fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">\n{}{}</svg>\n",
                       chart_width, top_, html::escaped(name), behind_, body_);
  }

 private:
  int top_ = 0;
  std::string behind_, body_;
};

// ---- parts of a whole -------------------------------------------------------------

/// The share of `room` that `value` has when `most` takes all of it; at least 1.
int scaled(std::int64_t value, std::int64_t most, int room) {
  const std::int64_t unit = most / (std::int64_t(1) << 40) + 1;  // so that nothing overflows
  return std::max(1, int(value / unit * room / std::max<std::int64_t>(most / unit, 1)));
}

std::string bars_of(const std::string& title, const std::vector<doc::Pie::Slice>& slices) {
  std::int64_t most = 0;
  int labels = 0, values = 0;
  for (const auto& [name, value] : slices) {
    if (value <= 0) continue;
    most = std::max(most, value);
    labels = std::max(labels, width_of(shortened(doc::one_line(name))));
    values = std::max(values, width_of(with_thousands(value)));
  }
  if (most == 0) return "";
  Canvas canvas;
  const int start = labels + gap, room = chart_width - start - gap - values;
  for (const auto& [name, value] : slices) {
    if (value <= 0) continue;
    const std::string label = doc::one_line(name), shown = with_thousands(value);
    const int width = scaled(value, most, room);
    canvas.text(labels, "end", shortened(label));
    canvas.bar(start, width, "bar", fmt::format("{}: {}", label, shown));
    canvas.text(start + width + gap, "", shown);
    canvas.next_row();
  }
  return canvas.take(doc::one_line(title));
}

std::string drawing_of(const doc::Pie& pie, Language) { return bars_of(pie.title, pie.slices); }
std::string drawing_of(const doc::Bars& bars, Language) { return bars_of(bars.title, bars.bars); }

// ---- tasks on a time line ---------------------------------------------------------

struct State {
  std::string_view kind;
  Bilingual name;
};

const State& state_of(doc::Gantt::State state) {
  static constexpr State open{"open", {"open", "未完成"}}, done{"done", {"done", "已完成"}},
      late{"late", {"overdue", "逾期"}};
  switch (state) {
    case doc::Gantt::State::open:
      break;
    case doc::Gantt::State::done:
      return done;
    case doc::Gantt::State::late:
      return late;
  }
  return open;
}

/// Months since the year 0.
int month_number(Date day) { return day.year() * 12 + day.month() - 1; }
Date first_of_month(int number) { return *Date::make(number / 12, unsigned(number % 12 + 1), 1); }

/// Whole months from the first day of any task to the last.
class TimeLine {
 public:
  TimeLine(const doc::Gantt& gantt, int start) : start_(start) {
    bool any = false;
    for (const auto& lane : gantt.lanes)
      for (const auto& bar : lane.bars) {
        first_ = any ? std::min(first_, month_number(bar.start)) : month_number(bar.start);
        end_ = any ? std::max(end_, month_number(bar.end) + 1) : month_number(bar.end) + 1;
        any = true;
      }
  }

  bool empty() const { return end_ <= first_; }

  int x(Date day) const {
    const Date first = first_of_month(first_);
    const std::int64_t days = first_of_month(end_) - first, room = chart_width - start_;
    return start_ + int((day - first) * room / days);
  }

  bool shows(Date day) const { return first_ <= month_number(day) && month_number(day) < end_; }

  /// Months with a label: as many as there is room for, at even distances.
  std::vector<Date> marks() const {
    const int most = (chart_width - start_) / (9 * column);
    int step = 1;
    for (const int wider : {2, 3, 6, 12})
      if ((end_ - first_ + step - 1) / step > most) step = wider;
    while ((end_ - first_ + step - 1) / step > most) step += 12;
    std::vector<Date> marks;
    for (int month = first_; month < end_; month += step) marks.push_back(first_of_month(month));
    return marks;
  }

 private:
  int start_, first_ = 0, end_ = 0;
};

int label_width(const doc::Gantt& gantt) {
  int width = 0;
  for (const auto& lane : gantt.lanes)
    for (const auto& bar : lane.bars)
      width = std::max(width, width_of(shortened(doc::one_line(bar.label))));
  return width;
}

void draw_months(Canvas& canvas, const TimeLine& time) {
  for (const Date month : time.marks()) canvas.text(time.x(month), "", iso(month).substr(0, 7));
  canvas.next_row();
}

void draw_task(Canvas& canvas, const TimeLine& time, const doc::Gantt::Bar& bar, int labels,
               Language language) {
  const std::string label = doc::one_line(bar.label);
  const State& state = state_of(bar.state);
  const int from = time.x(bar.start), to = std::max(time.x(bar.end + 1), from + 3);
  canvas.text(labels, "end", shortened(label));
  canvas.bar(
      from, to - from, state.kind,
      fmt::format("{} {} – {} {}", label, iso(bar.start), iso(bar.end), state.name.in(language)));
  canvas.next_row();
}

void draw_legend(Canvas& canvas, int x, Language language) {
  for (const auto each :
       {doc::Gantt::State::done, doc::Gantt::State::open, doc::Gantt::State::late}) {
    const State& state = state_of(each);
    const std::string name(state.name.in(language));
    canvas.bar(x, 2 * thickness, state.kind, name);
    canvas.text(x + 2 * thickness + gap, "", name);
    x += 2 * thickness + 3 * gap + width_of(name);
  }
  canvas.next_row();
}

std::string drawing_of(const doc::Gantt& gantt, Language language) {
  const int labels = label_width(gantt);
  const TimeLine time(gantt, labels + gap);
  if (time.empty()) return "";
  Canvas canvas;
  draw_months(canvas, time);
  for (const auto& lane : gantt.lanes) {
    if (lane.bars.empty()) continue;
    canvas.text(0, "", doc::one_line(lane.title), "lane");
    canvas.next_row();
    for (const auto& bar : lane.bars) draw_task(canvas, time, bar, labels, language);
  }
  for (const Date month : time.marks()) canvas.upright(time.x(month));
  if (gantt.today && time.shows(*gantt.today))
    canvas.upright(time.x(*gantt.today), "today", iso(*gantt.today));
  draw_legend(canvas, labels + gap, language);
  return canvas.take(doc::one_line(gantt.title));
}

}  // namespace

std::string drawing(const doc::Chart& chart, Language language) {
  return std::visit([language](const auto& each) { return drawing_of(each, language); }, chart);
}

std::string title(const doc::Chart& chart) {
  return std::visit([](const auto& each) { return doc::one_line(each.title); }, chart);
}

}  // namespace lianxi::svg
