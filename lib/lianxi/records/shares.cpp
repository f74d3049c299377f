#include <lianxi/records/shares.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi {

static constexpr Field share_fields[] = {
    required<&Share::id>("id", "编号", {"Unique id of the entry.", "条目编号，不得重复。"}),
    required<&Share::date>("date", "日期", {"The day it was shared.", "分享之日。"}),
    required<&Share::unit>("unit", "单位", {"Id of the unit that shared it.", "分享单位的编号。"}),
    required<&Share::title>("title", "标题", {"What it is about.", "所分享内容的标题。"}),
    required<&Share::kind>("kind", "类型",
                           {"Experience, information or a resource.", "经验、信息或资源。"}),
    optional<&Share::text>("text", "内容", {"What was shared, in brief.", "内容摘要。"}),
};
constinit const RecordType Share::type{
    "shares",
    "经验信息",
    {"Experience, information and resources that units share.", "各单位分享的经验、信息和资源。"},
    share_fields,
    identify_by_id<Share>};

}  // namespace lianxi
