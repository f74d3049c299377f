#include <lianxi/records/committees.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field committee_fields[] = {
    required<&Committee::id>("id", "编号",
                             {"Unique id that other records refer to; shared with the units.",
                              "专委会编号，供其他记录引用；与单位编号也不得重复。"}),
    required<&Committee::name>("name", "名称", {"Its full name.", "专委会全称。"}),
    required<&Committee::lead>("lead", "牵头单位",
                               {"Id of the unit that leads it.", "牵头单位的编号。"})
        .also("owner", "chair", "责任单位"),
    optional<&Committee::members>("members", "成员单位",
                                  {"Ids of the units in it.", "成员单位的编号。"}),
    optional<&Committee::duty>("duty", "职责", {"What it is there for.", "专委会的职责。"}),
};
constinit const RecordType Committee::type{"committees",
                                           "专委会",
                                           {"Committees of the alliance.", "联盟下设的专委会。"},
                                           committee_fields,
                                           identify_by_id<Committee>};

}  // namespace lianxi
