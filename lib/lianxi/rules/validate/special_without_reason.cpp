#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::special_without_reason_rule {
static void check(const ValidateCase& c, FindingSink& out) {
  for (const Meeting& meeting : c.book.meetings)
    if (meeting.kind && *meeting.kind == MeetingKind::special && !meeting.reason.given())
      out.add(meeting.at, name_of(meeting),
              say({"this special meeting has no reason", "这次临时会议没有写明事由"}),
              say({"enter its `reason`", "请写明“召开事由”"}));
}
}  // namespace lianxi::special_without_reason_rule

namespace lianxi::rules {
extern constinit const ValidateRule special_without_reason{
    {"special-without-reason",
     Severity::warning,
     {"A special meeting does not say why it was called.", "临时会议没有写明召开事由。"},
     {"Regular meetings follow the calendar. A special one is called for a reason, and whoever "
      "reads of it later wants to know which.",
      "例会按期召开，临时会议则因事而开。事后查阅的人首先要知道为了什么事。"},
     {R"(meetings:
  - id: 2017-s1
    kind: special
    date: 2017-01-20
)",
      R"(会议:
  - 编号: 2017-s1
    类型: 临时会议
    日期: 2017-01-20
)"},
     {R"(meetings:
  - id: 2017-s1
    kind: special
    date: 2017-01-20
    reason: Snow during the Spring Festival rush
)",
      R"(会议:
  - 编号: 2017-s1
    类型: 临时会议
    日期: 2017-01-20
    召开事由: 春运期间降雪，商定旅客疏运
)"}},
    special_without_reason_rule::check};
}  // namespace lianxi::rules
