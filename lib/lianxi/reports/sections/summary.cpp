#include <algorithm>
#include <fmt/format.h>

#include <lianxi/reports/sections/sections.hpp>

namespace lianxi {
namespace {

std::string in_english(const ReportCase& c) {
  const Figures& f = c.figures;
  std::string text = fmt::format("{}: meetings held {}, resolutions made {}, activities {}",
                                 c.wording.period(c.period), f.meetings.held,
                                 f.meetings.resolutions, f.events.total.records);
  if (f.events.total.served.value > 0)
    text += fmt::format(", people served {}", c.wording(f.events.total.served));
  return text + ".";
}

std::string in_chinese(const ReportCase& c) {
  const Figures& f = c.figures;
  std::string text = c.wording.period(c.period) + "，";
  text += f.meetings.held == 0 ? "没有召开会议；"
                               : fmt::format("召开会议{}次，形成决议{}项；", f.meetings.held,
                                             f.meetings.resolutions);
  if (f.events.total.records == 0) return text + "没有活动记录。";
  text += fmt::format("开展活动{}项", f.events.total.records);
  if (f.events.total.served.value > 0)
    text += fmt::format("，服务{}人次", c.wording(f.events.total.served));
  return text + "。";
}

/// How all that was ever resolved stands.
Message standing(const ReportCase& c) {
  const Compliance& ledger = c.ledger;
  const auto with = [&](ResolutionStatus status) {
    return std::ranges::count(ledger.resolutions, status, &ResolutionCompliance::status);
  };
  const auto overdue = with(ResolutionStatus::overdue);
  const Message late =
      overdue > 0 ? say({"{} overdue", "逾期{}项"}, overdue) : say({"none overdue", "无逾期事项"});
  const Message as_of{iso(c.as_of), c.wording.date(c.as_of)};
  // Meetings after the period may have resolved more by then.
  if (c.as_of > c.scope.to)
    return say({" Of the {} resolutions of all meetings up to {}, {} done and {} as of {}.",
                "截至{1}，历次会议共形成决议{0}项，至{4}已完成{2}项，{3}。"},
               ledger.resolutions.size(), Message{iso(c.scope.to), c.wording.date(c.scope.to)},
               with(ResolutionStatus::done), late, as_of);
  return say({" Of all {} resolutions made so far, {} done and {} as of {}.",
              "历次会议共形成决议{0}项，截至{3}已完成{1}项，{2}。"},
             ledger.resolutions.size(), with(ResolutionStatus::done), late, as_of);
}

/// That the period has not ended yet, so that nobody takes its figures for final.
std::string unfinished(const ReportCase& c) {
  if (c.is_ahead()) return c.wording(Bilingual{" The period has not begun yet.", "本期尚未开始。"});
  if (!c.is_unfinished()) return "";
  return c.wording(
      say({" The period has not ended: figures are as of {}.", "本期尚未结束，数据截至{}。"},
          c.wording.date(c.scope.to)));
}

}  // namespace

doc::Block sections::summary(const ReportCase& c) {
  std::string text = c.wording.language() == Language::zh ? in_chinese(c) : in_english(c);
  if (!c.ledger.resolutions.empty()) text += c.wording(standing(c));
  return doc::Paragraph{text + unfinished(c)};
}

}  // namespace lianxi
