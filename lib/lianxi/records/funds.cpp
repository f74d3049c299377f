#include <lianxi/records/funds.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field publication_fields[] = {
    required<&Publication::date>("date", "公示日期",
                                 {"The day they were made public.", "公示之日。"})
        .also("日期"),
    required<&Publication::until>("until", "截至",
                                  {"The last day that they cover.", "所公示收支的截止日期。"})
        .also("止", "截止日期"),
    optional<&Publication::where>("where", "公示地点",
                                  {"Where they could be seen.", "公示的地点或渠道。"})
        .also("place", "地点"),
};
constinit const RecordType Publication::type{
    "published",
    "公示",
    {"When and where its accounts were made public.", "基金收支的公示情况。"},
    publication_fields};

static constexpr Field fund_fields[] = {
    required<&Fund::id>("id", "编号",
                        {"Unique id that donations and grants refer to.",
                         "基金编号，不得重复，供捐赠和救助引用。"}),
    required<&Fund::name>("name", "名称", {"Its full name.", "基金全称。"}),
    optional<&Fund::established>("established", "设立日期",
                                 {"The day it was set up.", "基金设立之日。"}),
    required<&Fund::steward>("steward", "管理单位",
                             {"Id of the unit that keeps it.", "管理单位的编号。"})
        .also("owner", "lead", "管理人"),
    optional<&Fund::purpose>("purpose", "用途", {"What its money is for.", "基金的用途。"}),
    optional<&Fund::opening>("opening", "期初余额",
                             {"What was in it before the first record; 0 where not given.",
                              "首笔记录之前的余额；不填即 0。"})
        .unless_given("0.00"),
    optional<&Fund::published>("published", "公示",
                               {"When its accounts were made public.", "历次收支公示。"}),
};
constinit const RecordType Fund::type{
    "funds",
    "基金",
    {"Funds that donations go into and grants come from.", "接收捐款、支出救助款的基金。"},
    fund_fields,
    identify_by_id<Fund>};

}  // namespace lianxi
