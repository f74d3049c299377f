#include <lianxi/records/plans.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field task_target_fields[] = {
    required<&TaskTarget::metric>("metric", "指标",
                                  {"What is counted of the events that name this task.",
                                   "以本任务名下活动的哪一项数据衡量。"}),
    required<&TaskTarget::value>("value", "数值", {"The number to reach.", "应达到的数值。"}),
};
constinit const RecordType TaskTarget::type{
    "target",
    "目标",
    {"A figure that the task is to reach.", "任务的量化目标。"},
    task_target_fields};

static constexpr Field task_dropped_fields[] = {
    required<&TaskDropped::date>("date", "日期", {"The day it was given up.", "终止之日。"}),
    required<&TaskDropped::reason>("reason", "原因", {"Why it was given up.", "终止的原因。"}),
    optional<&TaskDropped::approved>("approved", "批准会议",
                                     {"Id of the meeting that agreed.", "同意终止的会议编号。"}),
};
constinit const RecordType TaskDropped::type{
    "dropped",
    "终止",
    {"When and why the task was given up.", "任务终止的日期和原因。"},
    task_dropped_fields};

static constexpr Field task_fields[] = {
    required<&Task::id>("id", "编号",
                        {"Short id, unique in the plan; others write YEAR/ID.",
                         "任务编号，在本年度计划内不得重复；他处写作 年度/编号。"}),
    required<&Task::title>("title", "标题", {"The task in one line.", "用一句话写明任务。"})
        .also("text", "名称", "任务名称"),
    optional<&Task::lead>(
        "lead", "牵头",
        {"Id of the unit or committee that answers for it.", "牵头单位或专委会的编号。"})
        .also("owner", "责任单位", "牵头单位", "负责单位"),
    optional<&Task::support>("support", "配合单位",
                             {"Ids of the units that help.", "配合单位的编号。"})
        .also("协办单位", "配合"),
    optional<&Task::start>("start", "开始", {"The day it begins.", "计划开始之日。"}),
    optional<&Task::due>("due", "完成时限",
                         {"The day by which it is to be done.", "应当完成的日期。"})
        .also("deadline", "截止日期", "期限", "时限"),
    optional<&Task::problem>("problem", "解决问题",
                             {"The problem it is to solve.", "拟解决的问题。"}),
    optional<&Task::effect>("effect", "预期效果",
                            {"What it is meant to achieve.", "预期达到的效果。"}),
    optional<&Task::target>(
        "target", "目标",
        {"A figure to reach, held against the events recorded.", "量化目标，与活动记录相对照。"}),
    optional<&Task::done>("done", "完成日期", {"The day it was done.", "完成之日。"}),
    optional<&Task::dropped>("dropped", "终止",
                             {"When and why it was given up.", "终止的日期和原因。"}),
};
constinit const RecordType Task::type{"tasks",
                                      "任务",
                                      {"A task of the year's plan.", "年度计划中的一项任务。"},
                                      task_fields,
                                      identify_by_id<Task>};

static constexpr Field plan_fields[] = {
    required<&Plan::year>(
        "year", "年度",
        {"The year it is for; one plan a year.", "计划年度，如 2018；一个年度只有一份计划。"}),
    optional<&Plan::theme>("theme", "主题", {"The year's theme.", "年度工作主题。"}),
    optional<&Plan::adopted>("adopted", "制定日期", {"The day it was adopted.", "计划制定之日。"}),
    optional<&Plan::meeting>("meeting", "来源会议",
                             {"Id of the meeting that adopted it.", "通过该计划的会议编号。"}),
    optional<&Plan::tasks>("tasks", "任务", {"What is to be done.", "计划的各项任务。"}),
};

/// A plan has no id; there is one for each year.
static std::string identify_plan(const void* record) {
  const auto& plan = *static_cast<const Plan*>(record);
  return plan.year ? std::to_string(*plan.year) : "?";
}

constinit const RecordType Plan::type{"plans",
                                      "年度计划",
                                      {"Plans, one for each year.", "各年度的工作计划。"},
                                      plan_fields,
                                      identify_plan};

}  // namespace lianxi
