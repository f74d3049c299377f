#include <fmt/format.h>

#include <lianxi/records/followups.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field followup_item_fields[] = {
    required<&FollowupItem::resolution>(
        "resolution", "决议",
        {"Id of that meeting's resolution, such as r1.", "该次会议决议的编号，如 r1。"})
        .also("决议编号"),
    required<&FollowupItem::status>("status", "状态", {"How far it has come.", "目前的进展状态。"})
        .also("state", "进展"),
    optional<&FollowupItem::done>(
        "done", "完成日期",
        {"The day it was done; the report's where not given.", "完成之日；不填即报告日期。"}),
    optional<&FollowupItem::result>("result", "结果",
                                    {"What has been achieved.", "已取得的结果。"}),
    optional<&FollowupItem::reason>(
        "reason", "原因",
        {"Why it has not started, is blocked or was dropped.", "未启动、受阻或终止的原因。"}),
    optional<&FollowupItem::problem>("problem", "存在问题",
                                     {"What stands in the way.", "推进中存在的问题。"}),
    optional<&FollowupItem::next>("next", "下一步",
                                  {"What will be done next.", "下一步工作打算。"}),
    optional<&FollowupItem::evidence>(
        "evidence", "佐证",
        {"Files that show it, relative to this file.", "佐证材料的路径，相对于本文件。"}),
};
constinit const RecordType FollowupItem::type{
    "items",
    "事项",
    {"How far one resolution has come.", "一项决议的落实情况。"},
    followup_item_fields};

static constexpr Field followup_fields[] = {
    required<&Followup::meeting>("meeting", "会议",
                                 {"Id of the meeting it reports on.", "所报告会议的编号。"}),
    required<&Followup::unit>("unit", "单位", {"Id of the unit that reports.", "报告单位的编号。"}),
    required<&Followup::date>("date", "日期", {"The day it was handed in.", "提交报告之日。"})
        .also("报告日期"),
    optional<&Followup::by>("by", "报告人", {"Who wrote it.", "报告人姓名。"}),
    optional<&Followup::items>(
        "items", "事项", {"The resolutions it reports on, one each.", "逐项报告决议的落实情况。"}),
};

/// Reports have no id; these three together are unique.
static std::string identify_followup(const void* record) {
  const auto& followup = *static_cast<const Followup*>(record);
  return fmt::format("{}/{}/{}", followup.meeting.value_or("?"), followup.unit.value_or("?"),
                     followup.date ? iso(*followup.date) : "?");
}

constinit const RecordType Followup::type{
    "followups",
    "落实报告",
    {"Reports of units on what became of a meeting's resolutions.",
     "各单位对会议决议落实情况的报告。"},
    followup_fields,
    identify_followup};

}  // namespace lianxi
