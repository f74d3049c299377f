#include <lianxi/records/meetings.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field notice_fields[] = {
    required<&Notice::date>("date", "日期", {"The day the notice went out.", "通知发出之日。"})
        .also("notified", "通知日期"),
    optional<&Notice::to>("to", "发送单位",
                          {"Ids of the units it went to; every member of that day where not given.",
                           "收到通知单位的编号；不填即当日全体成员单位。"}),
};
constinit const RecordType Notice::type{
    "notice", "会议通知", {"The notice of the meeting.", "会议通知的发出情况。"}, notice_fields};

static constexpr Field stance_fields[] = {
    required<&Stance::unit>("unit", "单位", {"Id of the unit.", "表态单位的编号。"}),
    required<&Stance::stance>("stance", "态度",
                              {"Whether it supports, abstains or objects.", "赞成、保留或反对。"}),
    optional<&Stance::text>("text", "说明", {"Its reasons in brief.", "简要说明理由。"}),
};
constinit const RecordType Stance::type{"stances",
                                        "各单位意见",
                                        {"What a unit thinks of the topic.", "单位对议题的意见。"},
                                        stance_fields};

static constexpr Field topic_fields[] = {
    required<&Topic::id>("id", "编号",
                         {"Short id, unique in the meeting, such as t1.",
                          "议题编号，在本次会议内不得重复，如 t1。"}),
    required<&Topic::title>("title", "标题", {"The matter in one line.", "用一句话写明议题。"})
        .also("text", "内容", "名称"),
    optional<&Topic::by>("by", "提出单位",
                         {"Id of the unit that put it up.", "提出该议题单位的编号。"}),
    optional<&Topic::solicited>(
        "solicited", "征集日期",
        {"The day it was handed in before the meeting.", "会前征集到该议题之日。"}),
    optional<&Topic::outcome>("outcome", "结果", {"How the discussion ended.", "会议讨论的结果。"})
        .also("result", "结论"),
    optional<&Topic::discussion>("discussion", "讨论",
                                 {"The discussion in brief.", "讨论情况摘要。"}),
    optional<&Topic::stances>("stances", "各单位意见",
                              {"What each unit thinks of it.", "逐一登记各单位的态度。"}),
    optional<&Topic::from>("from", "承接议题",
                           {"The topic of an earlier meeting it takes up, as MEETING/TOPIC.",
                            "所承接的以往会议议题，写作 会议/议题。"}),
};
constinit const RecordType Topic::type{"topics",
                                       "议题",
                                       {"A matter put to the meeting.", "提交会议讨论的事项。"},
                                       topic_fields,
                                       identify_by_id<Topic>};

static constexpr Field present_fields[] = {
    required<&Present::unit>("unit", "单位", {"Id of the unit.", "出席单位的编号。"}),
    optional<&Present::person>("person", "姓名", {"Who came for it.", "出席人员姓名。"}),
    optional<&Present::post>("post", "职务", {"That person's post.", "出席人员职务。"}),
    optional<&Present::time>(
        "time", "签到时间", {"When that person signed in, such as 13:50.", "签到时间，如 13:50。"}),
};
constinit const RecordType Present::type{
    "present",
    "出席",
    {"A unit that came; its id alone will do.", "到会单位；可以只写单位编号。"},
    present_fields,
    nullptr,
    &present_fields[0]};

static constexpr Field leave_fields[] = {
    required<&Leave::unit>("unit", "单位", {"Id of the unit.", "请假单位的编号。"}),
    required<&Leave::reason>("reason", "事由", {"Why it could not come.", "不能到会的原因。"}),
    optional<&Leave::approved_by>("approved_by", "批准人",
                                  {"Who granted the leave.", "准假人姓名或职务。"}),
};
constinit const RecordType Leave::type{
    "leave", "请假", {"A unit that asked for leave.", "请假单位。"}, leave_fields};

static constexpr Field attendance_fields[] = {
    optional<&Attendance::present>(
        "present", "出席",
        {"The units that signed in: ids, or mappings with person and time.",
         "签到单位；写编号，或另注明姓名和签到时间。"}),
    optional<&Attendance::leave>(
        "leave", "请假",
        {"The units that asked for leave, with their reasons.", "请假单位及事由。"}),
};
constinit const RecordType Attendance::type{"attendance",
                                            "签到",
                                            {"Who came; a member on neither list was absent.",
                                             "到会情况；两处均未列出的成员单位视为缺席。"},
                                            attendance_fields};

static constexpr Field suggestion_fields[] = {
    optional<&Suggestion::id>(
        "id", "编号", {"Short id for referring to it, such as s1.", "便于引用的编号，如 s1。"}),
    optional<&Suggestion::date>(
        "date", "日期",
        {"The day it was raised; the meeting's where not given.", "提出日期；不填即会议日期。"}),
    optional<&Suggestion::settled>("settled", "办结日期",
                                   {"The day it was dealt with.", "办理完毕之日。"}),
    optional<&Suggestion::by>("by", "提出单位",
                              {"Id of the unit that raised it.", "提出意见建议单位的编号。"}),
    required<&Suggestion::text>("text", "内容", {"What was said or suggested.", "意见建议的内容。"})
        .also("title", "建议"),
    optional<&Suggestion::outcome>(
        "outcome", "办理结果",
        {"What became of it; open where not given.", "办理情况；不填即待办。"})
        .unless_given("open")
        .also("status", "状态", "结果"),
    optional<&Suggestion::handler>("handler", "承办单位",
                                   {"Id of the unit that deals with it.", "负责办理单位的编号。"})
        .also("lead", "承办", "办理单位"),
    optional<&Suggestion::reply>("reply", "答复", {"What was answered.", "对提出单位的答复。"}),
};

/// Few suggestions have an id; those without one have no segment of their own.
static std::string identify_suggestion(const void* record) {
  return std::string(static_cast<const Suggestion*>(record)->id.value_or(""));
}

constinit const RecordType Suggestion::type{
    "suggestions",
    "意见建议",
    {"An opinion or suggestion raised at the meeting.", "会上提出的意见建议。"},
    suggestion_fields,
    identify_suggestion};

static constexpr Field revision_fields[] = {
    required<&Revision::date>("date", "日期",
                              {"From which day the new due date holds.", "调整之日。"}),
    required<&Revision::due>("due", "新时限", {"The new due date.", "调整后的完成时限。"}),
    required<&Revision::reason>("reason", "原因", {"Why it was moved.", "调整时限的原因。"}),
    optional<&Revision::approved>("approved", "批准会议",
                                  {"Id of the meeting that agreed.", "同意调整的会议编号。"}),
};
constinit const RecordType Revision::type{
    "revisions", "时限调整", {"A change of the due date.", "完成时限的调整。"}, revision_fields};

static constexpr Field stage_fields[] = {
    required<&Stage::text>("text", "内容", {"What is to be done by then.", "到时应完成的内容。"}),
    required<&Stage::due>("due", "时限", {"The day by which it is to be done.", "应当完成的日期。"})
        .also("deadline", "完成时限", "期限"),
    optional<&Stage::done>("done", "完成日期", {"The day it was done.", "完成之日。"}),
};
constinit const RecordType Stage::type{
    "stages",
    "节点",
    {"A step that is due before the whole.", "整体完成之前的一个节点。"},
    stage_fields};

static constexpr Field closure_fields[] = {
    required<&Closure::date>("date", "日期", {"The day it was decided.", "作出认定之日。"}),
    optional<&Closure::by>("by", "核定单位", {"Id of the unit that decided.", "核定单位的编号。"}),
    required<&Closure::verdict>(
        "verdict", "结论", {"Whether it was accepted as done or returned.", "同意销号或退回。"}),
};
constinit const RecordType Closure::type{
    "closures",
    "销号",
    {"What was decided on the report that it is done.", "对办结报告的核定意见。"},
    closure_fields};

static constexpr Field transfer_fields[] = {
    required<&Transfer::date>("date", "日期",
                              {"From which day the new unit leads.", "变更生效之日。"}),
    required<&Transfer::lead>(
        "lead", "牵头单位", {"Id of the unit that leads from then on.", "变更后牵头单位的编号。"}),
    required<&Transfer::reason>("reason", "原因",
                                {"Why it was handed over.", "变更责任单位的原因。"}),
    optional<&Transfer::approved>("approved", "批准会议",
                                  {"Id of the meeting that agreed.", "同意变更的会议编号。"}),
};
constinit const RecordType Transfer::type{"transfers",
                                          "责任变更",
                                          {"A change of the leading unit.", "牵头单位的变更。"},
                                          transfer_fields};

static constexpr Field resolution_fields[] = {
    required<&Resolution::id>("id", "编号",
                              {"Short id, unique in the meeting, such as r1.",
                               "决议编号，在本次会议内不得重复，如 r1。"}),
    required<&Resolution::text>("text", "内容", {"What is to be done.", "决定办理的事项。"})
        .also("title", "事项", "决议内容"),
    optional<&Resolution::topic>(
        "topic", "议题",
        {"Id of this meeting's topic it came from.", "所依据的本次会议议题编号。"}),
    optional<&Resolution::lead>("lead", "牵头单位",
                                {"Id of the unit that answers for it.", "牵头负责单位的编号。"})
        .also("owner", "responsible", "责任单位", "负责单位"),
    optional<&Resolution::support>("support", "配合单位",
                                   {"Ids of the units that help.", "配合单位的编号。"})
        .also("协办单位", "partners"),
    optional<&Resolution::due>(
        "due", "完成时限",
        {"The day by which it was first to be done.", "最初确定的完成时限；此后变动记入时限调整。"})
        .also("deadline", "截止日期", "期限", "完成期限"),
    optional<&Resolution::ongoing>("ongoing", "长期",
                                   {"Whether it goes on without a due date; no where not given.",
                                    "是否长期坚持、不设时限；不填即否。"})
        .unless_given("no"),
    optional<&Resolution::effect>("effect", "预期效果",
                                  {"What it is meant to achieve.", "预期达到的效果。"}),
    optional<&Resolution::revisions>(
        "revisions", "时限调整",
        {"Changes of the due date, each with its reason.", "历次时限调整及原因。"}),
    optional<&Resolution::replaces>(
        "replaces", "替代决议",
        {"The resolution of an earlier meeting that this one replaces, as MEETING/RESOLUTION.",
         "被本决议替代的以往会议决议，写作 会议/决议。"}),
    optional<&Resolution::stages>("stages", "节点",
                                  {"Steps with due dates of their own.", "分阶段的节点和时限。"}),
    optional<&Resolution::closures>(
        "closures", "销号",
        {"Decisions on the reports that it is done.", "对办结报告的历次核定。"}),
    optional<&Resolution::transfers>(
        "transfers", "责任变更",
        {"Changes of the leading unit, each with its reason.", "历次牵头单位变更及原因。"}),
};
constinit const RecordType Resolution::type{
    "resolutions",
    "决议",
    {"What the meeting resolved to do.", "会议议定的事项。"},
    resolution_fields,
    identify_by_id<Resolution>};

static constexpr Field resent_fields[] = {
    required<&Resent::unit>("unit", "单位", {"Id of the unit.", "补发单位的编号。"}),
    required<&Resent::date>("date", "日期", {"The day they went to it.", "补发之日。"}),
};
constinit const RecordType Resent::type{
    "resent",
    "补发",
    {"Minutes sent to a unit afterwards.", "会后向单位补发纪要的情况。"},
    resent_fields};

static constexpr Field minutes_fields[] = {
    optional<&Minutes::signature>("signed", "签发",
                                  {"Who signed them, and when.", "纪要的签发人和日期。"}),
    required<&Minutes::issued>("issued", "印发日期",
                               {"The day the minutes were issued.", "纪要印发之日。"})
        .also("date", "日期"),
    optional<&Minutes::number>("number", "文号", {"Their document number.", "纪要的发文字号。"}),
    optional<&Minutes::sent>("sent", "发送日期",
                             {"The day they were sent; the day of issue where not given.",
                              "发送之日；不填即印发日期。"}),
    optional<&Minutes::to>(
        "to", "发送单位",
        {"Ids of the units they went to; every member on the meeting's day where not given.",
         "收文单位的编号；不填即会议当日全体成员单位。"})
        .also("主送"),
    optional<&Minutes::resent>("resent", "补发",
                               {"Units that got them later, and when.", "补发的单位及日期。"}),
};
constinit const RecordType Minutes::type{
    "minutes", "会议纪要", {"The issued minutes.", "会议纪要的印发情况。"}, minutes_fields};

static constexpr Field meeting_fields[] = {
    required<&Meeting::id>("id", "编号",
                           {"Unique id that other records refer to, such as 2017-q3.",
                            "会议编号，不得重复，供其他记录引用，如 2017-q3。"}),
    required<&Meeting::kind>("kind", "类型",
                             {"Whether it is a regular or a special meeting.", "例会或临时会议。"})
        .also("type", "category", "类别", "会议类型"),
    optional<&Meeting::title>("title", "标题", {"Its title.", "会议名称。"})
        .also("name", "名称", "会议名称"),
    required<&Meeting::date>("date", "日期",
                             {"The day it is or was held.", "召开日期，含拟召开日期。"})
        .also("day", "会议日期", "召开日期", "会议时间"),
    optional<&Meeting::time>("time", "时间",
                             {"When it begins, such as 14:00.", "开始时间，如 14:00。"}),
    optional<&Meeting::place>("place", "地点", {"Where it is held.", "召开地点。"})
        .also("location", "venue", "会议地点", "场所"),
    optional<&Meeting::chair>("chair", "主持单位",
                              {"Id of the unit in the chair.", "主持单位的编号。"})
        .also("主持方"),
    optional<&Meeting::presiding>("presiding", "主持人", {"Who presided.", "主持会议的人员。"})
        .also("host", "presider", "主持"),
    optional<&Meeting::recorder>("recorder", "记录人",
                                 {"Who takes the record.", "会议记录人姓名。"}),
    optional<&Meeting::reason>(
        "reason", "召开事由",
        {"Why it was called; a special meeting needs one.", "召开的原因；临时会议应当写明。"}),
    optional<&Meeting::cancelled>("cancelled", "取消原因",
                                  {"Why it was called off; such a meeting counts for nothing.",
                                   "取消的原因；填写后该会议不计入任何统计。"}),
    optional<&Meeting::cancelled_on>(
        "cancelled_on", "取消日期",
        {"The day it was called off: until then it stood as scheduled.",
         "决定取消之日；此前仍按预定召开看待。"}),
    optional<&Meeting::observers>(
        "observers", "列席",
        {"Who sat in: ids of units, or names.", "列席单位的编号，或列席者名称。"}),
    optional<&Meeting::notice>(
        "notice", "会议通知",
        {"When notice was given, and to whom.", "会议通知的发出日期和发送单位。"})
        .also("通知"),
    optional<&Meeting::topics>("topics", "议题", {"The matters put to it.", "提交会议讨论的议题。"})
        .also("agenda", "议程"),
    optional<&Meeting::attendance>("attendance", "签到",
                                   {"Who came and who asked for leave.", "出席和请假情况。"})
        .also("出席情况", "sign_in"),
    optional<&Meeting::suggestions>(
        "suggestions", "意见建议",
        {"Opinions and suggestions raised at it.", "会上提出的意见建议及办理情况。"})
        .also("意见", "建议"),
    optional<&Meeting::resolutions>("resolutions", "决议",
                                    {"What it resolved to do.", "会议议定的事项。"})
        .also("decisions", "决定", "决议事项", "议定事项"),
    optional<&Meeting::record>(
        "record", "会议记录",
        {"What was said, or where the record is kept.", "会议记录正文，或其存放之处。"})
        .also("记录"),
    optional<&Meeting::minutes>(
        "minutes", "会议纪要",
        {"When minutes were issued, and to whom.", "会议纪要的印发日期和发送单位。"})
        .also("纪要"),
    optional<&Meeting::evidence>("evidence", "佐证",
                                 {"Files such as the scanned sign-in sheet, relative to this file.",
                                  "签到表扫描件等文件的路径，相对于本文件。"}),
};
constinit const RecordType Meeting::type{
    "meetings",
    "会议",
    {"Meetings of the alliance, with what they discussed and resolved.",
     "联席会议及其议题、签到、决议和纪要。"},
    meeting_fields,
    identify_by_id<Meeting>};

}  // namespace lianxi
