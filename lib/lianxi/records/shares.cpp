#include <lianxi/records/shares.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field taking_fields[] = {
    required<&Taking::unit>("unit", "单位", {"Id of the unit.", "认领单位的编号。"}),
    required<&Taking::date>("date", "日期", {"The day it took it up.", "认领之日。"}),
};
constinit const RecordType Taking::type{
    "taken", "认领", {"A unit that took it up.", "认领该项的单位。"}, taking_fields};

static constexpr Field share_fields[] = {
    required<&Share::id>("id", "编号", {"Unique id of the entry.", "条目编号，不得重复。"}),
    required<&Share::date>("date", "日期", {"The day it was shared.", "分享之日。"}),
    required<&Share::unit>("unit", "单位", {"Id of the unit that shared it.", "分享单位的编号。"}),
    required<&Share::title>("title", "标题", {"What it is about.", "所分享内容的标题。"})
        .also("name", "名称"),
    required<&Share::kind>("kind", "类型",
                           {"Experience, information or a resource.", "经验、信息或资源。"})
        .also("type", "类别"),
    optional<&Share::text>("text", "内容", {"What was shared, in brief.", "内容摘要。"}),
    optional<&Share::taken>("taken", "认领",
                            {"Units that took it up, and when.", "认领的单位及日期。"}),
};
constinit const RecordType Share::type{
    "shares",
    "经验信息",
    {"Experience, information and resources that units share.", "各单位分享的经验、信息和资源。"},
    share_fields,
    identify_by_id<Share>};

}  // namespace lianxi
