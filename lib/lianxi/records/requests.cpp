#include <lianxi/records/requests.hpp>
#include <lianxi/schema/codec.hpp>

namespace lianxi LIANXI_EXPORT {

static constexpr Field answer_fields[] = {
    required<&Answer::unit>("unit", "单位", {"Id of the unit that answers.", "答复单位的编号。"}),
    required<&Answer::date>("date", "日期", {"The day it answered.", "答复之日。"}),
    required<&Answer::accepted>("accepted", "接受",
                                {"Whether it will help: yes or no.", "是否同意协助：是或否。"}),
    optional<&Answer::result>("result", "结果",
                              {"What came of it, or why not.", "协助的结果，或不予协助的原因。"}),
};
constinit const RecordType Answer::type{
    "answers", "答复", {"What a unit answered.", "协助单位的答复。"}, answer_fields};

static constexpr Field request_fields[] = {
    required<&Request::id>("id", "编号", {"Unique id of the request.", "请求编号，不得重复。"}),
    required<&Request::date>("date", "日期", {"The day it was made.", "提出之日。"}),
    required<&Request::by>("by", "提出单位", {"Id of the unit that asks.", "提出单位的编号。"}),
    optional<&Request::to>("to", "协助单位",
                           {"Ids of the units that are asked.", "请求协助单位的编号。"}),
    required<&Request::text>("text", "内容", {"What is asked for.", "请求协助的事项。"})
        .also("title", "事项"),
    optional<&Request::due>("due", "期望时限",
                            {"The day by which it is wanted.", "希望办结的日期。"})
        .also("deadline", "完成时限", "截止日期"),
    optional<&Request::answers>("answers", "答复",
                                {"What the units answered, one each.", "各协助单位的答复。"}),
    optional<&Request::closed>("closed", "办结日期",
                               {"The day the matter was closed.", "事项办结之日。"}),
};
constinit const RecordType Request::type{
    "requests",
    "协作请求",
    {"What units ask of each other between meetings.", "单位之间在会议以外提出的协作请求。"},
    request_fields,
    identify_by_id<Request>};

}  // namespace lianxi
