// Nothing is written for nothing: what people write into a book stands in some report.
#include <doctest/doctest.h>
#include <map>
#include <set>

#include <lianxi/book/book.hpp>
#include <lianxi/book/record_sets.hpp>
#include <lianxi/documents/markdown.hpp>
#include <lianxi/reports/report.hpp>
#include <lianxi/schema/walk.hpp>

#include "report_texts.hpp"

namespace every_text_test {

using namespace lianxi;
using test::day;

namespace {

/// Every text field with a word of its own, in records that reach every turn of their life.
constexpr std::string_view book_text = R"(
alliance:
  name: walliancename
  short_name: wallianceshort
  founded: 2016-01-01
  office: a
  brand: wbrand
  currency: CNY
  letterhead: wletterhead
  note: walliancenote
  policy: {quorum: 2/3, publish_days: 30, note: wpolicynote}
units:
  - {id: a, name: wunitname, short_name: wunitshort, category: wcategory, form: wform, affiliation: waffiliation,
     head: whead, liaison: wliaison, contact: wcontact, aliases: [walias], party_members: 3, note: wunitnote,
     former: [{name: wformername, short_name: wformershort, head: wformerhead, until: 2016-12-31, note: wformernote}]}
  - {id: b, name: wsecondname}
committees:
  - {id: k, name: wcommitteename, lead: b, members: [a], duty: wduty, note: wcommitteenote}
meetings:
  - id: m0
    kind: regular
    date: 2016-11-02
    title: wfirstmeeting
    notice: {date: 2016-10-20}
    attendance: {present: [a, b]}
    resolutions:
      - {id: r1, text: wfirstmatter, lead: b, due: 2016-12-31,
         revisions: [{date: 2017-03-08, due: 2017-06-30, reason: wrevisionreason, approved: m1, note: wrevisionnote}],
         transfers: [{date: 2017-03-08, lead: a, reason: wtransferreason, approved: m1, note: wtransfernote}]}
    minutes: {issued: 2016-11-05}
  - id: m1
    kind: regular
    title: wmeetingtitle
    date: 2017-03-08
    time: 14:00
    place: wmeetingplace
    chair: a
    presiding: wpresiding
    recorder: wrecorder
    reason: wmeetingreason
    observers: [wobserver]
    notice: {date: 2017-03-01, note: wnoticenote}
    topics:
      - {id: t1, title: wagreedtopic, by: a, outcome: consensus, discussion: wdiscussion,
         stances: [{unit: b, stance: support, text: wstancetext, note: wstancenote}], note: wtopicnote}
      - {id: t2, title: wopentopic, by: b, outcome: deferred, discussion: wopendiscussion}
    attendance:
      present: [{unit: a, person: wperson, post: wpost, time: 13:50, note: wpresentnote}]
      leave: [{unit: b, reason: wleavereason, approved_by: wleaveapproved, note: wleavenote}]
      note: wattendancenote
    suggestions:
      - {id: s1, by: b, text: wsuggestion, outcome: settled, settled: 2017-05-02, handler: a, reply: wreply, note: wsuggestionnote}
    resolutions:
      - id: r1
        text: wresolution
        topic: t1
        lead: a
        support: [b]
        due: 2017-12-31
        effect: weffect
        stages: [{text: wstage, due: 2017-06-30, done: 2017-06-20, note: wstagenote}]
        closures: [{date: 2017-09-05, by: b, verdict: accepted, note: wclosurenote}]
        note: wresolutionnote
    record: wrecord
    minutes: {issued: 2017-03-10, number: wminutesnumber, signed: {by: wsignedby, date: 2017-03-10, note: wsignednote},
              resent: [{unit: b, date: 2017-03-12, note: wresentnote}], note: wminutesnote}
    note: wmeetingnote
  - {id: x1, kind: regular, date: 2017-08-30, title: wcancelledtitle, cancelled: wcancelled, cancelled_on: 2017-08-25, notice: {date: 2017-08-10}}
  - {id: m2, kind: regular, date: 2017-09-20, title: wnextmeeting, notice: {date: 2017-09-10}, attendance: {present: [a]}}
followups:
  - {meeting: m1, unit: a, date: 2017-06-20, by: wreportedby, note: wfollowupnote,
     items: [{resolution: r1, status: in_progress, result: wresult, problem: wproblem, next: wnextstep, reason: witemreason, note: witemnote}]}
  - {meeting: m1, unit: a, date: 2017-09-01, items: [{resolution: r1, status: done, result: wdone}]}
  - {meeting: m0, unit: a, date: 2017-07-01, items: [{resolution: r1, status: dropped, reason: wdropreason}]}
plans:
  - year: 2017
    theme: wtheme
    meeting: m1
    adopted: 2017-03-08
    note: wplannote
    tasks:
      - {id: t1, title: wtask, lead: k, support: [a], start: 2017-02-01, due: 2017-10-31, problem: wtaskproblem, effect: wtaskeffect,
         target: {metric: events, value: 2, note: wtargetnote}, dropped: {date: 2017-09-20, reason: wtaskdropped, approved: m2, note: wdroppednote}, note: wtasknote}
series:
  - {id: v, title: wseries, lead: b, partners: [wseriespartner], party: wseriesparty, service: wseriesservice,
     schedule: [{from: 2017-07-01, every: month, note: wschedulenote}], note: wseriesnote}
events:
  - {id: e, title: wevent, kind: volunteer, date: 2017-08-15, place: weventplace, lead: a, partners: [weventpartner],
     services: [weventservice], served: 20, volunteers: 5, hours: 10, plan: 2017/t1, project: p, series: v,
     party: weventparty, service: weventeffect, summary: wsummary, note: weventnote,
     materials: [{item: wmaterial, quantity: 3, uom: wmaterialunit, to: wmaterialto, note: wmaterialnote}]}
  - {id: e2, title: wotherevent, kind: volunteer, date: 2017-09-15, lead: b, series: v}
funds:
  - {id: f, name: wfund, steward: b, purpose: wfundpurpose, note: wfundnote,
     published: [{date: 2017-09-10, until: 2017-08-31, where: wpublished, note: wpublishednote}]}
donations:
  - {id: d, date: 2017-08-02, donor: wdonor, fund: f, recipient: wrecipient, amount: 100, purpose: wdonationpurpose,
     receipt: wreceipt, place: wdonationplace, restriction: wrestriction, note: wdonationnote,
     goods: [{item: wgoods, quantity: 1, uom: wgoodsunit, value: 5, basis: wbasis, note: wgoodsnote}]}
grants:
  - {id: g, date: 2017-08-20, fund: f, amount: 10, beneficiaries: 1, purpose: wgrantpurpose, approved_by: b, voucher: wgrantvoucher, note: wgrantnote}
budgets:
  - {id: u, year: 2017, committee: k, amount: 5000, note: wbudgetnote}
projects:
  - id: p
    title: wproject
    applicant: a
    committee: k
    year: 2017
    applied: {date: 2017-03-01, amount: 100, note: wappliednote}
    approved: {date: 2017-04-01, amount: 100, by: b, note: wapprovednote}
    inspections: [{date: 2017-05-01, by: b, finding: winspection, note: winspectionnote}]
    accepted: {date: 2017-08-01, by: b, grade: good, note: wacceptednote}
    expenses: [{date: 2017-07-10, item: wexpense, amount: 50, voucher: wexpensevoucher, note: wexpensenote}]
    reimbursed: {date: 2017-09-01, amount: 50, note: wreimbursednote}
    note: wprojectnote
requests:
  - {id: q, date: 2017-07-03, by: a, to: [b], text: wrequest, due: 2017-08-01, note: wrequestnote,
     answers: [{unit: b, date: 2017-07-20, accepted: yes, result: wanswer, note: wanswernote}]}
shares:
  - {id: h, date: 2017-07-04, unit: a, title: wshare, kind: experience, text: wsharetext, note: wsharenote, taken: [{unit: b, date: 2017-08-01, note: wtakennote}]}
honors:
  - {id: o, date: 2017-07-05, unit: a, title: whonor, level: city, to: whonorto, kind: collective, note: whonornote}
reminders:
  - {id: w, date: 2017-09-21, unit: a, about: [meetings/m0/resolutions/r1], level: urge, number: wremindernumber, reply_by: 2017-09-25, note: wremindernote}
summaries:
  - {period: 2017-Q3, overview: woverview, highlights: whighlights, problems: wproblems, next: wnext, signed: {by: wsummarysigned, date: 2017-10-02, note: wsummarysignednote}, note: wsummarynote}
waivers:
  - {rule: notice-late, record: meetings/m1, reason: wwaiver, approved: m2, note: wwaivernote}
claims:
  - {id: c, figure: meetings.held, value: 3, date: 2017-09-30, source: wsource, note: wclaimnote}
)";

/// Texts that no report prints, and why.
const std::map<std::string, std::string> exceptions = {
    {"alliance/ignore", "says what is no part of the book"},
    {"alliance/currency", "stands beside amounts by the name that it has in the language"},
    {"units/aliases", "other words by which people may call the unit: for reading, not for print"},
    {"waivers/rule", "told in the rule's own words"},
    {"waivers/record", "told by the record's name"},
    {"reminders/about", "told by the records' names"},
    {"claims/figure", "told by the figure's name"},
    {"claims/period", "told as a report writes periods"},
    {"summaries/period", "decides in which report the summary stands"},
    {"summaries/report", "likewise"},
};

bool is_text(const ValueType& type) {
  return type.kind == ValueType::Kind::text || type.kind == ValueType::Kind::unit_or_name;
}

/// `units/former/name`.
std::string path_of(const PartChain& chain, const Field& field) {
  std::string path(chain.type.en);
  for (const PartChain* outer = chain.outer; outer; outer = outer->outer)
    path = std::string(outer->type.en) + "/" + path;
  return path + "/" + std::string(field.en);
}

/// Every text of the book by its field.
std::map<std::string, std::set<std::string>> texts_of(const Book& book) {
  std::map<std::string, std::set<std::string>> texts;
  for (const Collection& collection : all_collections())
    for (std::size_t i = 0; i < collection.size(book); ++i)
      walk_record(*collection.type, &collection.at(book, i),
                  [&](const PartChain& chain, const Field& field, const ValueType& type,
                      const void* value) {
                    if (!is_text(type)) return;
                    const auto& text = *static_cast<const Text*>(value);
                    auto& known = texts[path_of(chain, field)];
                    if (text) known.insert(std::string(*text));
                  });
  return texts;
}

/// Everything that can be printed of it.
std::string all_reports_of(const Book& book) {
  std::string all;
  const Date as_of = day("2017-12-31");
  for (const ReportKind* kind : all_reports()) {
    auto subjects = subjects_of(*kind, book);
    if (kind->subject == Subject::none) subjects = {""};
    for (const char* written : {"all", "2017-Q3", "2017-Q1", "2017", "2016"}) {
      const Period period = *read_period(written, as_of);
      if (!suits(*kind, period)) continue;
      for (const std::string& subject : subjects)
        for (const Audience audience : {Audience::the_public, Audience::members, Audience::office})
          all += to_markdown(
              make_report(*kind, {book, as_of, period, Language::zh, subject, audience}));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("whatever text a book holds stands in some report for somebody") {
  const Book book = Book::of(std::string(book_text));
  for (const Finding& finding : book.findings()) MESSAGE(finding.record << finding.message.en);
  REQUIRE(book.findings().empty());
  const std::string printed = all_reports_of(book);
  for (const auto& [field, texts] : texts_of(book)) {
    CAPTURE(field);
    if (exceptions.contains(field)) continue;
    CHECK_FALSE(texts.empty());  // else this book would prove nothing of the field
    for (const std::string& text : texts) {
      CAPTURE(text);
      CHECK(printed.find(text) != std::string::npos);
    }
  }
}

}  // namespace every_text_test
