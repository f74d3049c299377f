#include <lianxi/records/events.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field material_fields[] = {
    required<&Material::item>("item", "品名", {"What was given out.", "发放物资的名称。"}),
    required<&Material::quantity>(
        "quantity", "数量", {"How many, without the unit of measure.", "发放数量，不带计量单位。"}),
    required<&Material::uom>("uom", "计量单位",
                             {"Unit of measure, such as pieces.", "计量单位，如册、份、台。"})
        .also("unit", "单位"),
    optional<&Material::to>("to", "发放对象",
                            {"To whom, such as passengers.", "发给何人，如旅客、环卫工人。"}),
};
constinit const RecordType Material::type{
    "materials", "物资", {"Things given out at the event.", "活动中发放的物资。"}, material_fields};

static constexpr Field event_fields[] = {
    required<&Event::id>("id", "编号", {"Unique id of the event.", "活动编号，不得重复。"}),
    required<&Event::title>("title", "标题", {"What it was called.", "活动名称。"})
        .also("name", "名称", "活动名称"),
    required<&Event::kind>("kind", "类型", {"What kind of event it was.", "活动的类型。"})
        .also("type", "类别", "活动类型"),
    required<&Event::date>("date", "日期", {"Its day, or its first.", "开展日期；跨多日的填首日。"})
        .also("day", "活动日期", "开始日期"),
    optional<&Event::until>("until", "结束日期",
                            {"Its last day, by which it is counted; the first where not given.",
                             "末日，统计以此日为准；不填即当日结束。"})
        .also("end", "止", "结束"),
    optional<&Event::place>("place", "地点", {"Where it took place.", "开展地点。"})
        .also("location", "venue", "活动地点"),
    required<&Event::lead>("lead", "牵头单位", {"Id of the unit that ran it.", "牵头单位的编号。"})
        .also("owner", "organizer", "责任单位", "主办单位"),
    optional<&Event::partners>(
        "partners", "参与单位",
        {"Who else took part: ids of units, or names.", "其他参与单位的编号，或参与方名称。"})
        .also("support", "配合单位"),
    optional<&Event::organizations>("organizations", "参与单位数",
                                    {"How many bodies took part, where more than are named.",
                                     "参与单位的总数；未逐一列名时填写。"}),
    optional<&Event::services>(
        "services", "服务内容",
        {"What was offered, such as legal advice.", "提供的服务，如法律咨询、义诊。"}),
    optional<&Event::sessions>(
        "sessions", "场次",
        {"How many sessions it had; 1 where not given.", "举办的场次；不填即 1 场。"})
        .unless_given("1"),
    optional<&Event::served>(
        "served", "服务人次",
        {"How many people were served, each time counted.", "接受服务的人次。"})
        .also("服务人数", "people"),
    optional<&Event::volunteers>(
        "volunteers", "志愿者人次",
        {"How many volunteers served, each time counted.", "参加服务的志愿者人次。"})
        .also("志愿者人数", "志愿者"),
    optional<&Event::hours>(
        "hours", "志愿时长",
        {"Hours of all volunteers together.", "全体志愿者服务时长合计，以小时计。"}),
    optional<&Event::trained>(
        "trained", "培训人次",
        {"How many people were trained, each time counted.", "参加培训的人次。"}),
    optional<&Event::certified>("certified", "持证人数",
                                {"How many of them got a certificate.", "其中取得证书的人数。"}),
    optional<&Event::materials>("materials", "物资",
                                {"Things given out, one kind each.", "发放的物资，逐项填写。"}),
    optional<&Event::plan>(
        "plan", "计划任务",
        {"Tasks it belongs to, as YEAR/TASK.", "所属的计划任务，写作 年度/任务。"}),
    optional<&Event::project>("project", "项目",
                              {"Id of the project it belongs to.", "所属党建项目的编号。"}),
    optional<&Event::series>("series", "服务项目",
                             {"Id of the series it belongs to.", "所属服务项目的编号。"}),
    optional<&Event::party>("party", "党建内容",
                            {"Its party work; that of the series where not given.",
                             "党建工作内容；不填则沿用服务项目所写。"}),
    optional<&Event::service>("service", "服务成效",
                              {"What it achieved; that of the series where not given.",
                               "服务取得的成效；不填则沿用服务项目所写。"}),
    optional<&Event::summary>("summary", "小结", {"What happened, in brief.", "活动情况小结。"}),
    optional<&Event::evidence>("evidence", "佐证",
                               {"Files such as photographs, relative to this file.",
                                "照片、签到表等文件的路径，相对于本文件。"}),
};
constinit const RecordType Event::type{
    "events",
    "活动",
    {"What the alliance has done for people.", "联盟开展的各类活动。"},
    event_fields,
    identify_by_id<Event>};

}  // namespace lianxi
