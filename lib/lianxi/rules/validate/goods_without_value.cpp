#include <lianxi/records/donations.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::goods_without_value_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  for (const Donation& donation : c.book.donations)
    for (const Goods& goods : donation.goods)
      if (!goods.value.given())
        out.add(goods.at, name_of(donation),
                say({"“{}” has no value", "“{}”没有估值"}, goods.item.value_or("?")),
                say({"enter its `value` and the `basis` for it", "请写明“估值”和“计价依据”"}));
}
}  // namespace lianxi::goods_without_value_rule

namespace lianxi::rules {
extern constinit const ValidateRule goods_without_value{
    {"goods-without-value",
     Severity::info,
     {"Donated goods have no value.", "捐赠物资没有估值。"},
     {"Goods without a value are missing from what the alliance was given in all. Where nobody "
      "can tell, leave it out: this only points to it.",
      "没有估值的物资不计入受赠总额。确实无法估值的可以不填，这里只作提示。"},
     {R"(donations:
  - id: d1
    date: 2017-05-10
    recipient: north
    goods:
      - {item: AED, quantity: 1, uom: piece}
)",
      R"(捐赠:
  - 编号: d1
    日期: 2017-05-10
    受赠方: 北广场
    物资:
      - {品名: AED, 数量: 1, 计量单位: 台}
)"},
     {R"(donations:
  - id: d1
    date: 2017-05-10
    recipient: north
    goods:
      - {item: AED, quantity: 1, uom: piece, value: 20000, basis: invoice}
)",
      R"(捐赠:
  - 编号: d1
    日期: 2017-05-10
    受赠方: 北广场
    物资:
      - {品名: AED, 数量: 1, 计量单位: 台, 估值: 20000, 计价依据: 发票}
)"}},
    goods_without_value_rule::check};
}  // namespace lianxi::rules
