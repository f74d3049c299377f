#include <lianxi/records/waivers.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field waiver_fields[] = {
    required<&Waiver::rule>(
        "rule", "规则",
        {"Name of the rule, as findings show it.", "规则名称，与检查结果所示一致。"}),
    required<&Waiver::record>("record", "记录",
                              {"The record as findings name it, such as meetings/2017-q3.",
                               "记录名称，与检查结果所示一致，如 meetings/2017-q3。"}),
    required<&Waiver::reason>("reason", "原因", {"Why the finding may stand.", "准予豁免的原因。"}),
    optional<&Waiver::approved>(
        "approved", "批准",
        {"The meeting, or MEETING/RESOLUTION, that agreed.", "批准的会议编号，或写作 会议/决议。"}),
    optional<&Waiver::until>(
        "until", "截止",
        {"Its last day; it does not end where not given.", "豁免的最后一日；不填即长期有效。"}),
};
constinit const RecordType Waiver::type{
    "waivers",
    "豁免",
    {"Findings that are shown as waived and do not count.", "经批准不计入的检查结果，仍予列示。"},
    waiver_fields};

}  // namespace lianxi
