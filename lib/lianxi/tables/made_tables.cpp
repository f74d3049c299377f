#include <fmt/format.h>

#include <lianxi/book/unit_ids.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/record_names.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/rules/judge.hpp>
#include <lianxi/schema/value_text.hpp>
#include <lianxi/tables/cells.hpp>
#include <lianxi/tables/facts.hpp>
#include <lianxi/tables/made_tables.hpp>

namespace lianxi {
namespace {

constexpr auto presence_choice = cells::words_from(presence_words);
constexpr auto report_choice = cells::words_from(report_status_words);
constexpr Word severity_choice[] = {{"info", "提示"}, {"warning", "警告"}, {"error", "错误"}};
constexpr Word nature_choice[] = {{"open", "待处理"}, {"fact", "已成事实"}};

/// Adds a column whose cells are worked out from what a row is about.
template <class Make>
void add_made(Table& table, const char* name, const char* zh, Bilingual doc, const ValueType& type,
              Make make) {
  table.columns.push_back({name, zh, doc, &type, false, ColumnOrigin::field, std::move(make)});
}

const Meeting& meeting_of(const TableRow& row) {
  return static_cast<const Meeting&>(*row.parts[0]);
}

/// The columns and names of a table with a row for each unit of a meeting; `Made` has the unit.
template <class Made>
void set_up_by_unit(Table& table) {
  add_made(table, "meeting", "会议", {"The meeting.", "会议的编号。"},
           cells::a_ref<Target::meeting>,
           [](const TableRow& row) { return cells::of(meeting_of(row).id.value_or("")); });
  add_made(table, "unit", "单位", {"The unit.", "单位的编号。"}, cells::a_ref<Target::unit>,
           [](const TableRow& row) {
             return cells::of(id_of(*static_cast<const Made*>(row.made)->unit));
           });
  table.key = {0, 1};
  table.has_days = true;
  table.days = [](const TableRow& row) -> std::optional<Period> {
    const auto& date = meeting_of(row).date;
    return date ? std::optional(Period{*date, *date}) : std::nullopt;
  };
  table.record = [](const TableRow& row) {
    return name_of_unit_in(meeting_of(row), id_of(*static_cast<const Made*>(row.made)->unit));
  };
  table.place = [](const TableRow& row) { return row.part().at; };
}

void add_made_row(Table& table, const Part* part, const void* made) {
  TableRow row;
  row.depth = part ? 1 : 0;
  row.parts[0] = part;
  row.made = made;
  table.rows.push_back(row);
}

// ---- attendance ----------------------------------------------------------------------

/// A member at a meeting, and what the sign-in sheet says of it.
struct AttendanceRow {
  const Unit* unit;
  Presence presence;
  const Present* present = nullptr;
  const Leave* leave = nullptr;
};

using AttendanceRows = std::vector<AttendanceRow>;

template <class T>
const T* of_unit(const List<T>& list, const Unit& unit) {
  for (const T& one : list)
    if (one.unit && *one.unit == id_of(unit)) return &one;
  return nullptr;
}

AttendanceRow attendance_row(const Meeting& meeting, const Attending& member) {
  AttendanceRow row{member.unit, member.presence};
  if (!meeting.attendance) return row;
  if (member.presence == Presence::present)
    row.present = of_unit(meeting.attendance->present, *member.unit);
  if (member.presence == Presence::leave)
    row.leave = of_unit(meeting.attendance->leave, *member.unit);
  return row;
}

const AttendanceRow& attendance_of(const TableRow& row) {
  return *static_cast<const AttendanceRow*>(row.made);
}

template <auto member>
TableCell of_present(const TableRow& row) {
  using Value = typename MemberOf<decltype(member)>::Value;
  const Present* present = attendance_of(row).present;
  return present ? cells::of(plain_text(Codec<Value>::type, &(present->*member))) : TableCell{};
}

void add_attendance_columns(Table& table) {
  set_up_by_unit<AttendanceRow>(table);
  add_made(table, "presence", "到会情况", {"Whether it came.", "是否到会。"},
           cells::one_of<presence_choice>,
           [](const TableRow& row) { return cells::of(word_of(attendance_of(row).presence)); });
  add_made(table, "person", "姓名", {"Who came for it.", "出席人员姓名。"}, cells::a_text,
           of_present<&Present::person>);
  add_made(table, "post", "职务", {"That person's post.", "出席人员职务。"}, cells::a_text,
           of_present<&Present::post>);
  add_made(table, "time", "签到时间", {"When that person signed in.", "签到时间。"},
           Codec<Located<Time>>::type, of_present<&Present::time>);
  add_made(table, "reason", "事由", {"Why it was on leave.", "请假事由。"}, cells::a_text,
           [](const TableRow& row) {
             const Leave* leave = attendance_of(row).leave;
             return leave ? cells::of(leave->reason.value_or("")) : TableCell{};
           });
}

void make_attendance(Table& table) {
  add_attendance_columns(table);
  auto rows = std::make_shared<AttendanceRows>();
  const Compliance& compliance = table.facts->compliance();
  std::size_t size = 0;
  for (const auto& meeting : compliance.meetings) size += meeting.members.size();
  rows->reserve(size);
  for (const auto& meeting : compliance.meetings)
    for (const Attending& member : meeting.members) {
      rows->push_back(attendance_row(*meeting.meeting, member));
      add_made_row(table, meeting.meeting, &rows->back());
    }
  table.place = [rows](const TableRow& row) {
    const AttendanceRow& made = attendance_of(row);
    if (made.present) return made.present->at;
    return made.leave ? made.leave->at : row.part().at;
  };
}

// ---- reports -------------------------------------------------------------------------

void make_reports(Table& table) {
  set_up_by_unit<UnitReport>(table);
  const auto report = [](const TableRow& row) { return *static_cast<const UnitReport*>(row.made); };
  add_made(table, "status", "报告状态", {"Whether it was handed in.", "是否按时提交。"},
           cells::one_of<report_choice>,
           [=](const TableRow& row) { return cells::of(word_of(report(row).status)); });
  add_made(table, "deadline", "截止日", {"The last day for it.", "提交的最后期限。"}, cells::a_day,
           [facts = table.facts](const TableRow& row) {
             return cells::of(facts->of(meeting_of(row))->deadline);
           });
  add_made(table, "date", "首次报告日", {"The day of the first report.", "第一份报告的日期。"},
           cells::a_day, [=](const TableRow& row) { return cells::of(report(row).first); });
  for (const auto& meeting : table.facts->compliance().meetings)
    for (const UnitReport& owed : meeting.reports) add_made_row(table, meeting.meeting, &owed);
}

// ---- findings ------------------------------------------------------------------------

const Finding& finding_of(const TableRow& row) { return *static_cast<const Finding*>(row.made); }

void add_finding_columns(Table& table) {
  add_made(table, "rule", "规则", {"The rule.", "规则的名称。"}, cells::a_text,
           [](const TableRow& row) { return cells::of(std::string_view(finding_of(row).rule)); });
  add_made(table, "severity", "级别", {"How severe it is.", "严重程度。"},
           cells::one_of<severity_choice>, [](const TableRow& row) {
             return cells::of(severity_name(finding_of(row).severity).en);
           });
  add_made(table, "record", "记录", {"The record it is about.", "所涉记录的名称。"}, cells::a_text,
           [](const TableRow& row) { return cells::of(finding_of(row).record); });
  add_made(table, "unit", "单位", {"Whom it concerns.", "涉及的单位。"},
           cells::a_ref<Target::unit_or_committee>,
           [](const TableRow& row) { return cells::of(finding_of(row).arisen.unit); });
  add_made(table, "since", "起始日", {"Since when there is one.", "问题出现之日。"}, cells::a_day,
           [](const TableRow& row) { return cells::of(finding_of(row).arisen.since); });
  add_made(table, "kind", "性质",
           {"Whether something can still be done about it.", "尚可处理，还是已成事实。"},
           cells::one_of<nature_choice>, [](const TableRow& row) {
             return cells::of(nature_choice[std::size_t(finding_of(row).arisen.nature)].en);
           });
  add_made(table, "message", "说明", {"What is wrong.", "问题说明。"}, cells::a_text,
           [](const TableRow& row) { return cells::of(finding_of(row).message.en); });
  table.columns.back().words = [](const TableRow& row, Language language) {
    return finding_of(row).message.in(language);
  };
  add_made(table, "waived", "豁免理由", {"Why it does not count.", "不予计入的理由。"},
           cells::a_text, [](const TableRow& row) { return cells::of(finding_of(row).waived); });
}

void make_findings(Table& table) {
  add_finding_columns(table);
  table.has_days = true;
  table.days = [](const TableRow& row) {
    const Date since = finding_of(row).arisen.since;
    return std::optional(Period{since, since});
  };
  table.record = [](const TableRow& row) { return finding_of(row).record; };
  table.place = [](const TableRow& row) { return finding_of(row).at; };
  for (const Finding& finding : table.facts->findings().findings)
    add_made_row(table, nullptr, &finding);
}

}  // namespace

std::span<const TableKind> made_tables() {
  static const TableKind all[] = {
      {"attendance",
       "出席情况",
       {"Who came: a row for each member at each held meeting.",
        "到会情况：每次已开会议、每个成员单位一行。"},
       nullptr,
       {},
       make_attendance},
      {"reports",
       "应报报告",
       {"The reports owed on resolutions: a row for each meeting and unit.",
        "应提交的落实报告：每次会议、每个单位一行。"},
       nullptr,
       {},
       make_reports},
      {"findings",
       "问题",
       {"What followup finds.", "followup 发现的问题。"},
       nullptr,
       {},
       make_findings},
  };
  return all;
}

}  // namespace lianxi
