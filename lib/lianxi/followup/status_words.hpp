// What the statuses of follow-up are called: in JSON and CSV, and to people.
#pragma once
#include <iterator>

#include <lianxi/followup/compliance.hpp>

namespace lianxi {

struct StatusWord {
  std::string_view word;  ///< As other programs get it.
  Bilingual name;
};

/// In the order of the statuses, as the tables below.
inline constexpr StatusWord report_status_words[] = {{"exempt", {"exempt", "免报"}},
                                                     {"on_time", {"on time", "按时"}},
                                                     {"late", {"late", "迟报"}},
                                                     {"missing", {"missing", "未报"}},
                                                     {"pending", {"pending", "待报"}}};
static_assert(std::size(report_status_words) == std::size_t(ReportStatus::pending) + 1);

inline constexpr StatusWord presence_words[] = {{"present", {"present", "出席"}},
                                                {"leave", {"on leave", "请假"}},
                                                {"absent", {"absent", "缺席"}},
                                                {"unrecorded", {"no sign-in", "无签到记录"}}};
static_assert(std::size(presence_words) == std::size_t(Presence::unrecorded) + 1);

inline constexpr StatusWord resolution_status_words[] = {
    {"not_started", {"not started", "未启动"}},
    {"in_progress", {"in progress", "推进中"}},
    {"blocked", {"blocked", "受阻"}},
    {"done", {"done", "已完成"}},
    {"dropped", {"dropped", "已终止"}},
    {"overdue", {"overdue", "逾期"}},
    {"to_verify", {"to be verified", "待核定"}},
    {"replaced", {"replaced", "已被替代"}}};
static_assert(std::size(resolution_status_words) == std::size_t(ResolutionStatus::replaced) + 1);

constexpr Bilingual name_of(ReportStatus status) {
  return report_status_words[std::size_t(status)].name;
}
constexpr Bilingual name_of(Presence presence) {
  return presence_words[std::size_t(presence)].name;
}
constexpr Bilingual name_of(ResolutionStatus status) {
  return resolution_status_words[std::size_t(status)].name;
}

}  // namespace lianxi
