#include <lianxi/records/claims.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

std::string written(const Quantity& quantity, Writing how) {
  if (quantity.hundredths % 100 == 0)
    return written(Count{quantity.hundredths / 100, quantity.qualifier}, how);
  return written(Amount{quantity.hundredths}, how);
}

template <>
struct Spelling<Quantity> {
  static constexpr auto kind = ValueType::Kind::quantity;
  static std::optional<Quantity> read(std::string_view);
  static constexpr Bilingual expected{"a number such as 220, 1,600, 220余, 约5500 or 4000.50",
                                      "数值，如 220、1,600、220余、约5500 或 4000.50"};
};

std::optional<Quantity> Spelling<Quantity>::read(std::string_view text) {
  // Counts first: their qualifiers are not part of an amount.
  if (const auto count = read_count(text)) return Quantity{count->value * 100, count->qualifier};
  if (const auto amount = read_amount(text)) return Quantity{amount->hundredths};
  return std::nullopt;
}

static constexpr Field claim_fields[] = {
    required<&Claim::id>("id", "编号", {"Unique id of the claim.", "条目编号，不得重复。"}),
    required<&Claim::figure>(
        "figure", "指标",
        {"Path of the figure in the JSON of stats, such as events.total.served.",
         "指标在 stats 的 JSON 中的路径，如 events.total.served。"}),
    optional<&Claim::period>("period", "期间",
                             {"The period it is about, such as 2017; all time where not given.",
                              "指标所属期间，如 2017；不填即全部期间。"}),
    required<&Claim::value>("value", "数值",
                            {"The number that was made public.", "对外公布的数值。"})
        .also("amount", "数量", "金额"),
    required<&Claim::date>("date", "公布日期",
                           {"The day it was made public; figures are computed as of it.",
                            "对外公布之日，核算以此日为准。"})
        .also("日期"),
    required<&Claim::source>("source", "出处", {"Where it can be read.", "公布的载体或文件。"}),
};
constinit const RecordType Claim::type{
    "claims",
    "公布数据",
    {"Figures made public, held against the records.", "对外公布的数据，与记录相核对。"},
    claim_fields,
    identify_by_id<Claim>};

}  // namespace lianxi
