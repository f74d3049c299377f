#include <fmt/format.h>

#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/followup/turns_of_phrase.hpp>
#include <lianxi/rules/rule.hpp>

namespace lianxi::closure_pending_rule {

static void check(const Compliance& c, FindingSink& out) {
  for (const ResolutionCompliance& r : c.resolutions) {
    if (r.status != ResolutionStatus::to_verify) continue;
    const Date reported = *r.course.done_run(c.as_of)[0].report->date;
    out.add(r.resolution->at, name_of(*r.meeting, *r.resolution), {reported, Nature::open, r.lead},
            say({"{} reported {} as done on {}; nobody has verified it",
                 "{0} 于 {2} 报告决议 {1} 已完成，尚未核定"},
                lead_or_nobody(r.lead), r.id(), iso(reported)),
            say({"enter under `closures` the day and whether it is accepted or returned",
                 "请在“销号”中写明日期和结论（同意或退回）"}));
  }
}

}  // namespace lianxi::closure_pending_rule

namespace lianxi::rules {
extern constinit const FollowupRule closure_pending{
    {"closure-pending",
     Severity::info,
     {"A resolution was reported as done and waits to be verified.",
      "决议已报完成，尚待核定销号。"},
     {"Where the office verifies what is reported as done, nothing is closed before it has looked.",
      "办结须经核定的，办公室核定之前不算销号。"},
     {R"(alliance:
  policy: {closing: verified}
)",
      R"(联盟:
  制度: {办结认定: 核定}
)"},
     {R"(    closures:
      - {date: 2017-09-10, verdict: accepted}
)",
      R"(    销号:
      - {日期: 2017-09-10, 结论: 同意}
)"}},
    closure_pending_rule::check};
}  // namespace lianxi::rules
