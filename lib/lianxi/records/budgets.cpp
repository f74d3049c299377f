#include <lianxi/records/budgets.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field budget_fields[] = {
    required<&Budget::id>("id", "编号", {"Unique id of the budget.", "经费编号，不得重复。"}),
    required<&Budget::year>("year", "年度", {"The year it is for.", "经费所属年度，如 2018。"}),
    optional<&Budget::committee>(
        "committee", "专委会",
        {"Id of the committee whose projects it is for.", "经费所属专委会的编号。"}),
    optional<&Budget::unit>("unit", "单位",
                            {"Id of the unit whose projects it is for; all where neither is given.",
                             "经费所属单位的编号；与专委会均不填即属全联盟。"}),
    required<&Budget::amount>("amount", "金额",
                              {"The money, without a currency.", "经费金额，不带币种。"})
        .also("value", "经费"),
};
constinit const RecordType Budget::type{
    "budgets",
    "年度经费",
    {"Money set aside for the projects of a year.", "为年度党建项目安排的经费。"},
    budget_fields,
    identify_by_id<Budget>};

}  // namespace lianxi
