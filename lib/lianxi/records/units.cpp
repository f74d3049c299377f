#include <lianxi/records/units.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field former_name_fields[] = {
    optional<&FormerName::name>("name", "名称", {"Its full name then.", "当时的全称。"}),
    optional<&FormerName::short_name>("short_name", "简称",
                                      {"Its short name then.", "当时的简称。"}),
    optional<&FormerName::head>("head", "负责人", {"Who headed it then.", "当时的负责人。"}),
    required<&FormerName::until>("until", "止",
                                 {"The last day on which this held.", "沿用至哪一天（含当日）。"}),
};
constinit const RecordType FormerName::type{
    "former",
    "曾用名",
    {"What the unit was called, or who headed it, until a day.",
     "单位以前的名称或负责人，及沿用至何日。"},
    former_name_fields};

static constexpr Field unit_fields[] = {
    required<&Unit::id>("id", "编号",
                        {"Unique id that other records refer to; shared with the committees.",
                         "单位编号，供其他记录引用；单位与专委会之间也不得重复。"}),
    required<&Unit::name>("name", "名称", {"Its full name.", "单位全称。"})
        .also("title", "单位名称"),
    optional<&Unit::short_name>("short_name", "简称",
                                {"What tables call it; the full name where not given.",
                                 "表格中使用的简称；不填即用全称。"}),
    optional<&Unit::role>(
        "role", "身份", {"Member or observer; member where not given.", "成员或列席；不填即成员。"})
        .unless_given("member"),
    optional<&Unit::category>(
        "category", "类别",
        {"What kind of unit it is, such as police or company.", "单位类别，如机关、企业、社区。"})
        .also("type", "kind", "类型"),
    optional<&Unit::form>("form", "组织形式",
                          {"Form of its party organisation, such as general branch.",
                           "党组织形式，如党委、党总支、党支部。"}),
    optional<&Unit::affiliation>("affiliation", "隶属",
                                 {"The body it belongs to.", "上级主管单位或隶属关系。"}),
    optional<&Unit::head>("head", "负责人", {"Who heads it.", "单位负责人姓名。"})
        .also("负责人姓名", "leader"),
    optional<&Unit::liaison>("liaison", "联络员",
                             {"Who keeps in touch with the office.", "与办公室联络的人员。"}),
    optional<&Unit::contact>("contact", "联系方式",
                             {"Whom to reach, and how.", "联系人及电话等联系方式。"})
        .also("phone", "电话", "联系电话"),
    optional<&Unit::aliases>("aliases", "别名",
                             {"Other names under which people know it.", "人们称呼它的其他名称。"}),
    optional<&Unit::former>("former", "曾用名",
                            {"Its names and heads of earlier days; papers of those days use them.",
                             "以前的名称和负责人；当时的文书沿用当时的名称。"}),
    optional<&Unit::party_members>("party_members", "党员人数",
                                   {"How many party members it has.", "在册党员人数。"}),
    optional<&Unit::joined>("joined", "加入日期",
                            {"Its first day as a member; the alliance's founding where not given.",
                             "加入联盟之日；不填即联盟成立日期。"}),
    optional<&Unit::left>(
        "left", "退出日期",
        {"The first day on which it is no longer a member.", "退出联盟之日，当日起不再是成员。"}),
    optional<&Unit::order>("order", "序号",
                           {"Its rank in every list; units without one come last.",
                            "各类名单中的排列次序；不填者排在最后。"}),
};
constinit const RecordType Unit::type{
    "units",
    "单位",
    {"Units of the alliance and those that sit in.", "联盟成员单位和列席单位。"},
    unit_fields,
    identify_by_id<Unit>};

}  // namespace lianxi
