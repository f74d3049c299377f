#include <lianxi/records/grants.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field grant_fields[] = {
    required<&Grant::id>("id", "编号", {"Unique id of the grant.", "救助编号，不得重复。"}),
    required<&Grant::date>("date", "日期", {"The day it was paid.", "支付之日。"}),
    required<&Grant::fund>("fund", "基金", {"Id of the fund that paid it.", "支出基金的编号。"}),
    required<&Grant::amount>("amount", "金额",
                             {"The money, without a currency.", "救助金额，不带币种。"}),
    optional<&Grant::beneficiaries>("beneficiaries", "受助人数",
                                    {"How many people it helped.", "受到救助的人数。"})
        .also("人数"),
    optional<&Grant::purpose>(
        "purpose", "用途",
        {"What it was for; no names of those helped.", "救助的用途；不写受助人姓名。"}),
    optional<&Grant::approved_by>("approved_by", "批准单位",
                                  {"Id of the unit that approved it.", "批准单位的编号。"}),
    optional<&Grant::voucher>("voucher", "凭证号", {"Number of the voucher.", "支出凭证的号码。"}),
};
constinit const RecordType Grant::type{"grants",
                                       "救助",
                                       {"Money paid out of a fund.", "从基金支出的救助款。"},
                                       grant_fields,
                                       identify_by_id<Grant>};

}  // namespace lianxi
