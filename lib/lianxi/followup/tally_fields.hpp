// The table of a tally's figures: one line for each drives the JSON, the sums and the
// tables of reports.
#pragma once
#include <algorithm>
#include <span>
#include <string_view>

#include <lianxi/followup/compliance.hpp>

namespace lianxi {

/// One figure of a tally: counted, or worked out from those that are.
struct TallyField {
  std::string_view key;  ///< In JSON.
  Bilingual title;       ///< Of a column.
  int Tally::*counted = nullptr;
  int (Tally::*worked_out)() const = nullptr;
  bool in_tables = true;  ///< Of reports; else it stands in JSON alone.

  constexpr int value(const Tally& tally) const {
    return counted ? tally.*counted : (tally.*worked_out)();
  }
};

/// A rate of a tally, in tenths of a percent.
struct TallyRate {
  std::string_view key;
  Bilingual title;
  std::optional<std::int64_t> (Tally::*value)() const;
};

inline constexpr TallyField report_tally[] = {
    {"owed", {"Reports owed", "应报"}, nullptr, &Tally::owed},
    {"on_time", {"On time", "按时"}, &Tally::on_time},
    {"late", {"Late", "迟报"}, &Tally::late},
    {"missing", {"Missing", "未报"}, &Tally::missing},
    {"pending", {"Pending", "待报"}, &Tally::pending},
    {"exempt", {"Exempt", "免报"}, &Tally::exempt, nullptr, false},
};
inline constexpr TallyRate tally_on_time_rate{
    "on_time_rate", {"On-time rate", "按时率"}, &Tally::on_time_rate};

inline constexpr TallyField resolution_tally[] = {
    {"led", {"Led", "牵头决议"}, &Tally::led},
    {"done", {"Done", "已完成"}, &Tally::done},
    {"overdue", {"Overdue", "逾期"}, &Tally::overdue},
    {"open", {"Open", "在办"}, nullptr, &Tally::open},
    {"dropped", {"Dropped", "已终止"}, &Tally::dropped},
};
inline constexpr TallyRate tally_completion_rate{
    "completion_rate", {"Completion rate", "办结率"}, &Tally::completion_rate};

inline constexpr TallyField attendance_tally[] = {
    {"meetings", {"Meetings", "应到会"}, &Tally::meetings},
    {"present", {"Present", "出席"}, &Tally::present},
    {"leave", {"On leave", "请假"}, &Tally::leave},
    {"absent", {"Absent", "缺席"}, &Tally::absent},
    {"unrecorded", {"No sign-in", "无签到记录"}, &Tally::unrecorded, nullptr, false},
};

/// Calls `use` with each figure, group by group.
template <class Use>
constexpr void for_each_tally_field(Use use) {
  for (const std::span<const TallyField> group :
       {std::span<const TallyField>(report_tally), std::span<const TallyField>(resolution_tally),
        std::span<const TallyField>(attendance_tally)})
    for (const TallyField& field : group) use(field);
}

/// How many members of a tally the table names.
constexpr std::size_t counted_tally_fields() {
  std::size_t counted = 0;
  for_each_tally_field([&](const TallyField& field) { counted += field.counted != nullptr; });
  return counted;
}
static_assert(counted_tally_fields() == sizeof(Tally) / sizeof(int),
              "every member of a tally has its line");

}  // namespace lianxi
