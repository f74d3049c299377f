#include <fmt/format.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/exchange/due_words.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/meetings.hpp>

namespace lianxi {

std::string_view weekday_name(Date day, Language language) {
  constexpr Bilingual names[] = {
      {"Sunday", "星期日"},   {"Monday", "星期一"}, {"Tuesday", "星期二"}, {"Wednesday", "星期三"},
      {"Thursday", "星期四"}, {"Friday", "星期五"}, {"Saturday", "星期六"}};
  return names[std::size_t(day.weekday())].in(language);
}

std::string short_name_of(const Book& book, std::string_view id, Date day) {
  if (const Unit* unit = book.unit(id)) return std::string(book.short_name_on(*unit, day));
  if (const Committee* committee = book.committee(id))
    return std::string(committee->name.value_or(id));
  return std::string(id);
}

std::string name_of_meeting(const Meeting& meeting, Language language) {
  if (meeting.title) return std::string(*meeting.title);
  const bool is_special = meeting.kind && *meeting.kind == MeetingKind::special;
  const Bilingual kind =
      is_special ? Bilingual{"special meeting", "临时会议"} : Bilingual{"regular meeting", "例会"};
  return say({"{} of {}", "{1} {0}"}, kind, iso(*meeting.date)).in(language);
}

std::string time_and_place(const Meeting& meeting, Language language) {
  std::string out = meeting.time ? iso(*meeting.time) : std::string();
  if (!meeting.place) return out;
  if (!out.empty()) out += language == Language::zh ? "，" : ", ";
  return out += *meeting.place;
}

std::string DueWords::matter(const DueItem& item) const {
  if (item.meeting) return name_of_meeting(*item.meeting, language_);
  const std::string_view title = item.title;
  if (item.whole.empty()) return std::string(title);
  if (title.empty()) return std::string(item.whole);
  if (item.kind == DueKind::stage)
    return in(say({"{} (of: {})", "{}（属决议：{}）"}, title, item.whole));
  return in(say({"{}, on: {}", "{}，事项：{}"}, title, item.whole));
}

std::string DueWords::who(const DueItem& item) const {
  if (item.kind == DueKind::meeting) return time_and_place(*item.meeting, language_);
  if (!item.committee.empty()) return short_name_of(due_.book, item.committee, due_.as_of);
  std::string names;
  for (const std::string_view unit : item.units) {
    if (!names.empty()) names += language_ == Language::zh ? "、" : ", ";
    names += short_name_of(due_.book, unit, due_.as_of);
  }
  if (names.empty() && item.kind == DueKind::request)
    return in(say({"any unit", "各单位均可认领"}));
  return names;
}

std::string DueWords::when(const DueItem& item) const {
  const int days = due_.days_until(item);
  if (days == 0) return in(say({"today", "今天"}));
  const Bilingual plural = days == 1 || days == -1 ? Bilingual{"", ""} : Bilingual{"s", ""};
  return days > 0 ? in(say({"in {} day{}", "还有 {} 天{}"}, days, plural))
                  : in(say({"{} day{} late", "已逾期 {} 天{}"}, -days, plural));
}

std::string DueWords::line(const DueItem& item) const {
  const std::string what = matter(item), whose = who(item);
  const auto kind = name_of(item.kind);
  if (whose.empty()) return in(say({"{}: {}", "{}：{}"}, kind, what));
  return in(say({"{}: {} ({})", "{}：{}（{}）"}, kind, what, whose));
}

}  // namespace lianxi
