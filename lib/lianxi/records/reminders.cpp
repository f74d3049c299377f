#include <lianxi/records/reminders.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field reminder_fields[] = {
    required<&Reminder::id>("id", "编号", {"Unique id of the reminder.", "催办编号，不得重复。"}),
    required<&Reminder::date>("date", "日期", {"The day it went out.", "发出之日。"}),
    required<&Reminder::unit>("unit", "单位",
                              {"Id of the unit that was reminded.", "被催办单位的编号。"})
        .also("to", "被催办单位"),
    required<&Reminder::about>(
        "about", "事项",
        {"The records it is about, as findings name them: meetings/2017-q3/resolutions/r1.",
         "所催办的记录，写法与诊断信息相同：会议/2017-q3/决议/r1。"}),
    optional<&Reminder::level>(
        "level", "级别",
        {"Notice, urging or criticism; notice where not given.", "提醒、催办或通报；不填即提醒。"})
        .unless_given("notice"),
    optional<&Reminder::number>("number", "文号", {"Its document number.", "发文字号。"}),
    optional<&Reminder::reply_by>("reply_by", "答复期限",
                                  {"The day by which an answer is expected.", "要求答复的日期。"})
        .also("deadline", "due", "期限"),
};
constinit const RecordType Reminder::type{"reminders",
                                          "催办",
                                          {"Reminders that went to units.", "向各单位发出的催办。"},
                                          reminder_fields,
                                          identify_by_id<Reminder>};

}  // namespace lianxi
