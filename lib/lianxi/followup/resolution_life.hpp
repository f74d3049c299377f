// The whole life of one resolution as far as it is known on a day, in the order of days.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/date.hpp>
#include <lianxi/base/language.hpp>
#include <lianxi/base/located.hpp>
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

class Book;
struct Meeting;
struct Resolution;

enum class LifeKind : std::uint8_t {
  resolved,
  handed_over,
  moved,
  stage_done,
  reported,
  decided,
  reminded,
  replaced,
};

/// As other programs get it, and people.
inline constexpr Word life_kind_words[] = {{"resolved", "议定"},  {"handed_over", "责任变更"},
                                           {"moved", "时限调整"}, {"stage_done", "节点完成"},
                                           {"reported", "报告"},  {"decided", "核定"},
                                           {"reminded", "催办"},  {"replaced", "被替代"}};
static_assert(std::size(life_kind_words) == std::size_t(LifeKind::replaced) + 1);

/// Something that happened to it.
struct LifeEvent {
  Date day;
  LifeKind kind;
  Place at = Place::none;
  std::string_view unit = {};     ///< The id of who led, took over, reported, decided or was asked.
  Bilingual state = {};           ///< What was reported or decided, or how urgently it was asked.
  std::optional<Date> due = {};   ///< From then on.
  std::string_view text = {};     ///< The result or reason given.
  std::string_view problem = {};  ///< Of a report.
  std::string record = {};        ///< The report, reminder or resolution that says so; or "".
};

/// What happened up to D. O(reports + reminders + resolutions).
std::vector<LifeEvent> life_of(const Book&, const Meeting&, const Resolution&, Date as_of);

}  // namespace lianxi
