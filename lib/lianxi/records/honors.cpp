#include <lianxi/records/honors.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field honor_fields[] = {
    required<&Honor::id>("id", "编号", {"Unique id of the honour.", "荣誉编号，不得重复。"}),
    required<&Honor::date>("date", "日期", {"The day it was given.", "授予之日。"}),
    required<&Honor::unit>("unit", "单位",
                           {"Id of the unit that was honoured.", "获奖单位的编号。"}),
    required<&Honor::title>("title", "标题", {"What it is called.", "荣誉名称。"})
        .also("name", "名称"),
    required<&Honor::level>("level", "级别", {"At which level it was given.", "授予的级别。"}),
    optional<&Honor::to>("to", "授予对象",
                         {"The post or collective it went to, where not the whole unit.",
                          "获得荣誉的岗位或集体；授予整个单位的不填。"}),
    required<&Honor::kind>("kind", "类型", {"What kind of honour it is.", "荣誉的类型。"})
        .also("type", "类别"),
};
constinit const RecordType Honor::type{"honors",
                                       "荣誉",
                                       {"Honours that units were given.", "各单位获得的荣誉。"},
                                       honor_fields,
                                       identify_by_id<Honor>};

}  // namespace lianxi
