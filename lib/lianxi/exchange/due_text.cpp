#include <fmt/format.h>
#include <optional>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/exchange/due_text.hpp>
#include <lianxi/exchange/due_words.hpp>
#include <lianxi/exchange/severity_colors.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Writes the text form of one list.
class DueWriter {
 public:
  DueWriter(const DueItems& due, const TextStyle& style)
      : due_(due), style_(style), words_(due, style.language) {}

  std::string write() {
    add_heading();
    if (due_.items.empty())
      out_ += fmt::format("\n{}\n", in({"Nothing is due.", "没有到期或逾期的事项。"}));
    add_part(true, {"Late", "已逾期"});
    add_part(false, {"Coming", "即将到期"});
    return std::move(out_);
  }

 private:
  std::string_view in(Bilingual both) const { return both.in(style_.language); }

  void add_heading() {
    const Message until =
        due_.period.to ? say({" until {}", "，截止 {}"}, iso(*due_.period.to)) : Message{};
    const Message from =
        due_.period.from ? say({" from {}", "，自 {} 起"}, iso(*due_.period.from)) : Message{};
    out_ += say({"{}: due{}{}, as of {}", "{0}：以 {3} 为准的到期事项{1}{2}"},
                printable(due_.book.name()), from, until, iso(due_.as_of))
                .in(style_.language) +
            "\n";
  }

  void add_part(bool is_late, Bilingual title) {
    std::optional<Date> day;
    for (const DueItem& item : due_.items) {
      if (due_.is_late(item) != is_late) continue;
      if (!day) out_ += fmt::format("\n{}\n", in(title));
      if (day != item.day) add_day(item);
      day = item.day;
      out_ += fmt::format("    {}\n", printable(words_.line(item)));
    }
  }

  void add_day(const DueItem& first) {
    std::string when = words_.when(first);
    if (style_.color && due_.is_late(first)) when = in_color(when, color_of(Severity::error));
    out_ += say({"  {} {}, {}", "  {} {}，{}"}, iso(first.day),
                weekday_name(first.day, style_.language), when)
                .in(style_.language) +
            "\n";
  }

  const DueItems& due_;
  const TextStyle& style_;
  DueWords words_;
  std::string out_;
};

}  // namespace

std::string due_text(const DueItems& due, const TextStyle& style) {
  return masked_lines(DueWriter(due, style).write());
}

}  // namespace lianxi
