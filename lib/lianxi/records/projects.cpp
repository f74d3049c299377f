#include <lianxi/records/projects.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field application_fields[] = {
    required<&Application::date>("date", "日期", {"The day it was applied for.", "申报之日。"}),
    required<&Application::amount>(
        "amount", "金额", {"The money asked for, without a currency.", "申请金额，不带币种。"}),
};
constinit const RecordType Application::type{
    "applied", "申报", {"What was applied for.", "项目的申报情况。"}, application_fields};

static constexpr Field approval_fields[] = {
    required<&Approval::date>("date", "日期", {"The day it was approved.", "批准之日。"}),
    required<&Approval::amount>("amount", "金额",
                                {"The money granted, without a currency.", "批准金额，不带币种。"}),
    optional<&Approval::by>("by", "单位", {"Id of the unit that approved it.", "批准单位的编号。"}),
};
constinit const RecordType Approval::type{
    "approved", "批准", {"What was approved.", "项目的批准情况。"}, approval_fields};

static constexpr Field inspection_fields[] = {
    required<&Inspection::date>("date", "日期", {"The day of the inspection.", "检查之日。"}),
    optional<&Inspection::by>("by", "单位",
                              {"Id of the unit that inspected it.", "检查单位的编号。"}),
    optional<&Inspection::finding>("finding", "结论", {"What it found.", "检查的结论。"}),
};
constinit const RecordType Inspection::type{
    "inspections",
    "检查",
    {"A look at the project under way.", "项目实施中的检查。"},
    inspection_fields};

static constexpr Field acceptance_fields[] = {
    required<&Acceptance::date>("date", "日期", {"The day it was accepted.", "验收之日。"}),
    optional<&Acceptance::by>("by", "单位", {"Id of the unit that judged it.", "验收单位的编号。"}),
    required<&Acceptance::grade>("grade", "评价", {"How good it was.", "验收评定的等次。"}),
};
constinit const RecordType Acceptance::type{
    "accepted",
    "验收",
    {"The judgement of the finished project.", "项目完成后的验收。"},
    acceptance_fields};

static constexpr Field expense_fields[] = {
    required<&Expense::date>("date", "日期", {"The day it was spent.", "支出之日。"}),
    required<&Expense::item>("item", "事项", {"What it was spent on.", "支出的事项。"}),
    required<&Expense::amount>("amount", "金额",
                               {"The money, without a currency.", "支出金额，不带币种。"}),
    optional<&Expense::voucher>("voucher", "凭证号",
                                {"Number of the voucher.", "支出凭证的号码。"}),
};
constinit const RecordType Expense::type{
    "expenses", "支出", {"Money that the project spent.", "项目的一笔支出。"}, expense_fields};

static constexpr Field reimbursement_fields[] = {
    required<&Reimbursement::date>("date", "日期", {"The day it was paid back.", "报销之日。"}),
    required<&Reimbursement::amount>(
        "amount", "金额", {"The money paid back, without a currency.", "报销金额，不带币种。"}),
};
constinit const RecordType Reimbursement::type{
    "reimbursed",
    "报销",
    {"What was paid back to the applicant.", "向申报单位报销的情况。"},
    reimbursement_fields};

static constexpr Field project_fields[] = {
    required<&Project::id>("id", "编号",
                           {"Unique id that events refer to.", "项目编号，不得重复，供活动引用。"}),
    required<&Project::title>("title", "标题", {"What it is called.", "项目名称。"})
        .also("name", "名称", "项目名称"),
    required<&Project::applicant>("applicant", "申报单位",
                                  {"Id of the unit that applied.", "申报单位的编号。"})
        .also("lead", "unit", "单位"),
    optional<&Project::committee>("committee", "专委会",
                                  {"Id of the committee it belongs to.", "所属专委会的编号。"}),
    required<&Project::year>("year", "年度",
                             {"The year whose budget pays for it.", "列支经费的年度，如 2018。"}),
    optional<&Project::applied>("applied", "申报",
                                {"When it was applied for, and how much.", "申报的日期和金额。"}),
    optional<&Project::approved>(
        "approved", "批准", {"When it was approved, and how much.", "批准的日期、金额和单位。"}),
    optional<&Project::inspections>("inspections", "检查",
                                    {"Inspections while it was under way.", "实施中的历次检查。"}),
    optional<&Project::accepted>(
        "accepted", "验收", {"When it was accepted, and its grade.", "验收的日期、单位和评价。"}),
    optional<&Project::expenses>("expenses", "支出",
                                 {"What it spent, one line each.", "各笔支出，逐笔填写。"}),
    optional<&Project::reimbursed>("reimbursed", "报销",
                                   {"When it was reimbursed, and how much.", "报销的日期和金额。"}),
};
constinit const RecordType Project::type{
    "projects",
    "党建项目",
    {"Projects of units, from application to reimbursement.", "各单位的党建项目，自申报至报销。"},
    project_fields,
    identify_by_id<Project>};

}  // namespace lianxi
