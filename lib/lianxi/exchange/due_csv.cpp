#include <lianxi/base/source.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/exchange/csv.hpp>
#include <lianxi/exchange/due_csv.hpp>
#include <lianxi/exchange/due_words.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr Bilingual due_headings[] = {
    {"Date", "日期"},   {"Weekday", "星期"}, {"Days", "天数"},   {"Late", "逾期"}, {"Kind", "类别"},
    {"Matter", "事项"}, {"Who", "单位"},     {"Record", "记录"}, {"File", "文件"}, {"Line", "行"}};

std::string due_heading_line(Language language) {
  std::vector<std::string> cells;
  for (const Bilingual heading : due_headings) cells.emplace_back(heading.in(language));
  return csv::line(cells);
}

std::string due_item_line(const DueItems& due, const DueItem& item, Language language) {
  const DueWords words(due, language);
  const Bilingual late = due.is_late(item) ? Bilingual{"yes", "是"} : Bilingual{"no", "否"};
  const auto position = due.book.sources().position(item.at);
  return csv::line({iso(item.day), std::string(weekday_name(item.day, language)),
                    std::to_string(due.days_until(item)), std::string(late.in(language)),
                    std::string(name_of(item.kind).in(language)), csv::text(words.matter(item)),
                    csv::text(words.who(item)), csv::text(item.record),
                    csv::text(due.book.sources()[position.file].path),
                    std::to_string(position.line)});
}

}  // namespace

std::string due_csv(const DueItems& due, Language language) {
  std::string out = std::string(byte_order_mark) + due_heading_line(language);
  for (const DueItem& item : due.items) out += due_item_line(due, item, language);
  return out;
}

}  // namespace lianxi
