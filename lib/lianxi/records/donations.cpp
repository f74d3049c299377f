#include <lianxi/records/donations.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field goods_fields[] = {
    required<&Goods::item>("item", "品名", {"What was given.", "捐赠物资的名称。"}),
    required<&Goods::quantity>(
        "quantity", "数量", {"How many, without the unit of measure.", "捐赠数量，不带计量单位。"}),
    required<&Goods::uom>("uom", "计量单位",
                          {"Unit of measure, such as pieces.", "计量单位，如台、箱、件。"})
        .also("unit", "单位"),
    optional<&Goods::value>(
        "value", "估值",
        {"What all of it is worth, without a currency.", "该项物资的总价值，不带币种。"})
        .also("amount", "金额", "价值"),
    optional<&Goods::basis>(
        "basis", "计价依据",
        {"How the value was found, such as an invoice.", "估值的依据，如发票、市场价。"}),
};
constinit const RecordType Goods::type{
    "goods", "物资", {"Goods of one kind that were given.", "捐赠的一种物资。"}, goods_fields};

static constexpr Field donation_fields[] = {
    required<&Donation::id>("id", "编号", {"Unique id of the donation.", "捐赠编号，不得重复。"}),
    required<&Donation::date>("date", "日期", {"The day it was given.", "捐赠之日。"}),
    optional<&Donation::donor>("donor", "捐赠方",
                               {"Who gave: id of a unit, or a name; anonymous where not given.",
                                "捐赠单位的编号或捐赠者名称；不填即匿名。"})
        .also("from", "捐赠人", "捐赠单位"),
    optional<&Donation::fund>("fund", "基金",
                              {"Id of the fund that the money went into; money needs one.",
                               "捐款所入基金的编号；捐款必填。"}),
    optional<&Donation::recipient>("recipient", "受赠方",
                                   {"Who got the goods: id of a unit, or a name; goods need one.",
                                    "受赠单位的编号或受赠者名称；捐物必填。"})
        .also("to", "受赠单位", "接收单位"),
    optional<&Donation::amount>("amount", "金额",
                                {"The money, without a currency.", "捐款金额，不带币种。"}),
    optional<&Donation::goods>("goods", "物资",
                               {"The goods, one kind each.", "捐赠的物资，逐项填写。"}),
    optional<&Donation::purpose>("purpose", "用途", {"What it is for.", "捐赠的用途。"}),
    optional<&Donation::receipt>("receipt", "票据号",
                                 {"Number of the receipt that was given.", "所开票据的号码。"}),
    optional<&Donation::place>(
        "place", "存放地点", {"Where the goods are kept or installed.", "物资存放或安装的地点。"}),
    optional<&Donation::restriction>(
        "restriction", "限定用途",
        {"What the donor allows it to be used for.", "捐赠方限定的用途。"}),
};
constinit const RecordType Donation::type{
    "donations",
    "捐赠",
    {"Money given to a fund, goods given to somebody, or both.",
     "向基金捐款或向受赠方捐物，可以并存。"},
    donation_fields,
    identify_by_id<Donation>};

}  // namespace lianxi
