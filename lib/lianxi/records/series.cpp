#include <lianxi/records/series.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field schedule_entry_fields[] = {
    required<&ScheduleEntry::from>("from", "起",
                                   {"The first day of this schedule.", "该安排的起始日期。"}),
    optional<&ScheduleEntry::until>(
        "until", "止",
        {"Its last day; it goes on where not given.", "该安排的截止日期；不填即持续有效。"}),
    required<&ScheduleEntry::every>("every", "频次",
                                    {"How often at least it takes place.", "至少多久开展一次。"}),
};
constinit const RecordType ScheduleEntry::type{
    "schedule",
    "安排",
    {"How often it takes place, and when.", "开展的频次和起止日期。"},
    schedule_entry_fields};

static constexpr Field series_fields[] = {
    required<&Series::id>("id", "编号",
                          {"Unique id that events refer to.", "项目编号，不得重复，供活动引用。"}),
    required<&Series::title>("title", "标题", {"What it is called.", "服务项目名称。"})
        .also("name", "名称"),
    optional<&Series::lead>("lead", "牵头单位",
                            {"Id of the unit that runs it.", "牵头单位的编号。"})
        .also("owner", "责任单位"),
    optional<&Series::partners>(
        "partners", "参与单位",
        {"Who takes part: ids of units, or names.", "参与单位的编号，或参与方名称。"}),
    optional<&Series::party>("party", "党建内容",
                             {"Its party work, for events that say nothing themselves.",
                              "党建工作内容；活动未填写的以此为准。"}),
    optional<&Series::service>("service", "服务成效",
                               {"What it achieves, for events that say nothing themselves.",
                                "服务取得的成效；活动未填写的以此为准。"}),
    optional<&Series::schedule>(
        "schedule", "安排",
        {"How often it is to take place, from when until when.", "各时段应开展的频次。"}),
};
constinit const RecordType Series::type{
    "series",
    "服务项目",
    {"Services that take place again and again.", "长期开展的服务项目。"},
    series_fields,
    identify_by_id<Series>};

}  // namespace lianxi
