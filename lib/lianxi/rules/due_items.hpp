// What is coming and what is late, as of a day: everything that somebody has to do by a day and,
// as far as was known on that day, has not done.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/located.hpp>
#include <lianxi/base/period.hpp>
#include <lianxi/export.hpp>
#include <lianxi/followup/status_words.hpp>

namespace lianxi LIANXI_EXPORT {

struct Compliance;

enum class DueKind : std::uint8_t {
  meeting,
  notice,
  report,
  resolution,
  stage,
  task,
  request,
  publication,
  minutes,
  reply,
};

inline constexpr StatusWord due_kind_words[] = {
    {"meeting", {"meeting", "会议"}},     {"notice", {"notice of meeting", "会议通知"}},
    {"report", {"reports", "落实报告"}},  {"resolution", {"resolution", "决议"}},
    {"stage", {"stage", "节点"}},         {"task", {"plan task", "计划任务"}},
    {"request", {"request", "协作请求"}}, {"publication", {"publication of fund", "基金公示"}},
    {"minutes", {"minutes", "会议纪要"}}, {"reply", {"reply to reminder", "催办答复"}}};
static_assert(std::size(due_kind_words) == std::size_t(DueKind::reply) + 1);

/// As other programs get it: `report`.
constexpr std::string_view word_of(DueKind kind) { return due_kind_words[std::size_t(kind)].word; }
constexpr Bilingual name_of(DueKind kind) { return due_kind_words[std::size_t(kind)].name; }

/// One thing that is due.
struct DueItem {
  Date day;
  DueKind kind;
  std::string record;           ///< As findings name it: `meetings/2017-q3/resolutions/r1`.
  Place at = Place::none;       ///< Of what says when it is due, else of the record.
  std::string_view title = {};  ///< As it was written; may be empty.
  /// Of a stage what its resolution says, of a reply what the reminder is about.
  std::string_view whole = {};
  /// Ids of those who have to act, of a meeting of those who come to it.
  std::vector<std::string_view> units = {};
  std::string_view committee = {};   ///< The id of the one that leads a plan's task.
  const Meeting* meeting = nullptr;  ///< Of a meeting, its notice, minutes and reports.
  std::size_t number = 0;            ///< Of a stage, from 1.
};

/// All that is due within a period, as of a day.
struct DueItems {
  const Book& book;
  Date as_of;
  Period period;
  std::vector<DueItem> items = {};  ///< By day, then by kind, then as they stand in the book.

  int days_until(const DueItem& item) const { return item.day - as_of; }
  bool is_late(const DueItem& item) const { return item.day < as_of; }
};

/// What is due on the days of the period and still open on the as-of day of the whole book's
/// compliance. What a waiver covers is not late any more. With a unit's id only what that unit
/// has to do, or comes to.
DueItems due_items(const Compliance& whole, const Period&, std::string_view unit = {});

}  // namespace lianxi
