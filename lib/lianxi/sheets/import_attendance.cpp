#include <algorithm>
#include <optional>
#include <unordered_map>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/schema/codec.hpp>
#include <lianxi/schema/value_text.hpp>
#include <lianxi/schema/walk.hpp>
#include <lianxi/sheets/columns.hpp>
#include <lianxi/sheets/import_attendance.hpp>
#include <lianxi/sheets/record_keys.hpp>
#include <lianxi/sheets/row_reader.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// A row of a sign-in sheet: who came or asked for leave. Only sheets have it, no record.
struct SignIn : Part {
  Ref<Target::unit> unit;
  Text person, post;
  Text time;  // forms write the day before it
  Text reason, approved_by, state;

  static const RecordType type;
};

constexpr Field sign_in_fields[] = {
    required<&SignIn::unit>("unit", "单位", {"The unit.", "单位。"}),
    optional<&SignIn::person>("person", "姓名", {"Who came for it.", "出席人员姓名。"}),
    optional<&SignIn::post>("post", "职务", {"That person's post.", "出席人员职务。"}),
    optional<&SignIn::time>("time", "签到时间", {"When.", "签到时间。"}),
    optional<&SignIn::reason>("reason", "事由", {"Why it could not come.", "不能到会的原因。"}),
    optional<&SignIn::approved_by>("approved_by", "批准人", {"Who granted it.", "准假人。"}),
    optional<&SignIn::state>("state", "出席情况",
                             {"Came, on leave, absent.", "出席、请假、缺席。"}),
};
constinit const RecordType SignIn::type{
    "a sign-in sheet", "签到表", {"A row of a sign-in sheet.", "签到表的一行。"}, sign_in_fields};

/// What sign-in sheets call these.
constexpr OtherHeadings sign_in_headings[] = {
    {"单位名称 所在单位 工作单位 参会单位 出席单位 成员单位 部门 您的单位 您所在单位", "unit"},
    {"name signature 签到人 参会人 参会人员 出席人 出席人员 参会人姓名 签名 您的姓名", "person"},
    {"岗位 职位 职务职称 title position", "post"},
    {"时间 到会时间 签到 打卡时间", "time"},
    {"请假事由 请假原因 请假理由 原因 leave", "reason"},
    {"准假人 审批人", "approved_by"},
    {"状态 签到状态 签到情况 到会情况 参会情况 是否参会 是否出席 status", "state"},
};

constexpr std::string_view leave_words[] = {"请假", "leave", "on leave"};
constexpr std::string_view absent_words[] = {"缺席", "未到", "未签到", "未参会",
                                             "缺勤", "否",   "absent", "no"};
/// Remarks that are reasons for leave by themselves.
constexpr std::string_view leave_reasons[] = {"事假", "病假", "公假", "休假", "年假", "公出"};
constexpr std::string_view present_words[] = {"出席", "到会", "已签到",  "已到",
                                              "参会", "是",   "present", "yes"};

/// What a row of who came gives besides its unit.
constexpr std::string_view signs_of_coming[] = {"person", "post", "time", "state"};

template <class Words>
bool is_any(std::string_view text, const Words& words) {
  return std::ranges::any_of(words, [&](auto word) { return same_ignoring_case(text, word); });
}

/// `2017-09-20 13:48:22` as 13:48: forms write day and seconds too.
std::string time_of_day(std::string_view written) {
  const auto text = ascii_twins(trimmed(written));
  const auto start = text.find_last_of(" T");
  auto time = start == text.npos ? text : text.substr(start + 1);
  if (std::ranges::count(time, ':') == 2) time.erase(time.rfind(':'));
  return time;
}

std::string text_of(const Draft& row, std::string_view field) {
  const DraftValue* value = value_in(row, field);
  return value ? std::string(trimmed(value->text)) : "";
}

void add(Draft& part, std::string_view field, std::string text) {
  if (text.empty()) return;
  const auto at = std::ranges::find(part.type->fields, field, &Field::en);
  part.fields.push_back({.field = &*at, .value = {.text = std::move(text)}});
}

/// `请假：出差` as 出差; nothing where the remark speaks of no leave.
std::optional<std::string> reason_in(std::string_view remark) {
  if (is_any(remark, leave_reasons)) return std::string(remark);
  if (!remark.starts_with("请假") && !remark.ends_with("请假")) return std::nullopt;
  constexpr std::string_view word = "请假";
  std::string reason(remark.starts_with(word) ? remark.substr(word.size())
                                              : remark.substr(0, remark.size() - word.size()));
  for (const std::string_view sign : {"：", ":", "，", ",", "（", "(", "）", ")", "。"}) {
    if (reason.starts_with(sign)) reason.erase(0, sign.size());
    if (reason.ends_with(sign)) reason.erase(reason.size() - sign.size());
  }
  return std::string(trimmed(reason));
}

class AttendanceImport {
 public:
  AttendanceImport(const Book& book, const Meeting& meeting, const Columns& columns,
                   ImportedAttendance& result)
      : book_(book),
        meeting_(meeting),
        columns_(columns),
        result_(result),
        rows_(book, SignIn::type, columns, result.faults) {
    if (!meeting.attendance) return;
    for (const Present& one : meeting.attendance->present)
      if (one.unit) present_.emplace(*one.unit, &one);
    for (const Leave& one : meeting.attendance->leave)
      if (one.unit) leave_.emplace(*one.unit, &one);
  }

  void read(const GridRow& row) {
    if (const auto guest = observer_in(row); !guest.empty()) {
      result_.notes.push_back(
          say({"row {}: {} is an observer that is no unit, which a sign-in does not list",
               "第 {} 行：{} 是列席方，不是本联盟单位，签到不登记"},
              row.number, printable(guest)));
      return;
    }
    const std::size_t before = result_.faults.size();
    const auto read = rows_.read(row);
    if (!read) return;
    rows_.require(*read, row);
    if (result_.faults.size() > before) return;
    const auto state = text_of(*read, "state");
    if (is_any(state, absent_words) ||
        (state.empty() && is_any(text_of(*read, "note"), absent_words))) {
      result_.notes.push_back(say({"row {}: {} was absent, which is what a unit on neither list is",
                                   "第 {} 行：{} 缺席；两处均未列出即为缺席"},
                                  row.number, printable(text_of(*read, "unit"))));
      return;
    }
    if (!state.empty() && !is_any(state, present_words) && !is_any(state, leave_words))
      return fault(row, "state",
                   {say({"“{}” is not a word that stands here; allowed are {}",
                         "“{}”不是此处可用的词，可用：{}"},
                        printable(state), Bilingual{"present, leave, absent", "出席、请假、缺席"}),
                    {}});
    if (is_unsigned(*read)) {
      result_.notes.push_back(say({"row {}: {} gives neither name nor time, so it did not sign in",
                                   "第 {} 行：{} 未填姓名和时间，不算签到"},
                                  row.number, printable(text_of(*read, "unit"))));
      return;
    }
    place(*read, is_any(state, leave_words), row);
  }

 private:
  /// Where a unit stands first in the sheet, and its entry in the list of that type.
  struct FirstRow {
    std::size_t row, entry;
    const RecordType* type;
  };

  /// The observer of the meeting that a row is of, where it is called by its name and is no unit.
  std::string_view observer_in(const GridRow& row) const {
    const Column* column = columns_.of({&sign_in_fields[0]});
    if (!column || column->at >= row.cells.size()) return {};
    const std::string_view written = trimmed(row.cells[column->at].text);
    const auto found = std::ranges::find_if(
        meeting_.observers, [&](const UnitOrName& one) { return one && *one == written; });
    if (found == meeting_.observers.end() || book_.unit(written)) return {};
    return **found;
  }

  /// Whether a row has only its unit in a sheet that asks who came and when: the printed sheet has
  /// a row for each member, whoever comes.
  bool is_unsigned(const Draft& row) const {
    bool is_asked = false;
    for (const Field& field : sign_in_fields) {
      const bool is_sign = is_any(field.en, signs_of_coming);
      is_asked = is_asked || (is_sign && columns_.of({&field}));
      if (field.en != "unit" && !text_of(row, field.en).empty()) return false;
    }
    return is_asked && text_of(row, "note").empty();
  }

  void fault(const GridRow& row, std::string_view field, Refusal refusal) {
    const auto at = std::ranges::find(SignIn::type.fields, field, &Field::en);
    rows_.fault(row, columns_.of({&*at}), std::move(refusal));
  }

  void place(const Draft& read, bool says_leave, const GridRow& row) {
    const auto remark = text_of(read, "note");
    const auto remarked = reason_in(remark);
    std::string reason = text_of(read, "reason");
    if (!says_leave && reason.empty() && !remarked) return place_present(read, row);
    if (reason.empty()) reason = remarked.value_or(says_leave ? remark : "");
    if (reason.empty())
      return fault(row, "reason",
                   {say({"who asks for leave gives a reason", "请假须写明事由"}), {}});
    place_leave(read, std::move(reason), row);
  }

  void place_present(const Draft& read, const GridRow& row) {
    Draft part{.type = &Present::type};
    add(part, "unit", text_of(read, "unit"));
    add(part, "person", text_of(read, "person"));
    add(part, "post", text_of(read, "post"));
    if (auto time = time_of_day(text_of(read, "time")); !time.empty()) {
      if (auto refusal = refusal_of(Codec<Located<Time>>::type, time))
        return fault(row, "time", std::move(*refusal));
      add(part, "time", *plain_text_of(Codec<Located<Time>>::type, time));
    }
    add_note(part, text_of(read, "note"));
    settle(std::move(part), present_, leave_, result_.present, row,
           {"the unit is on leave at this meeting", "该单位已登记为请假"});
  }

  void place_leave(const Draft& read, std::string reason, const GridRow& row) {
    Draft part{.type = &Leave::type};
    add(part, "unit", text_of(read, "unit"));
    add(part, "reason", std::move(reason));
    add(part, "approved_by", text_of(read, "approved_by"));
    settle(std::move(part), leave_, present_, result_.leave, row,
           {"the unit is present at this meeting", "该单位已登记为出席"});
  }

  static void add_note(Draft& part, std::string note) {
    if (note.empty()) return;
    part.fields.push_back(
        {.field = &fields_of_every_record().front(), .value = {.text = std::move(note)}});
  }

  /// Adds an entry unless the meeting has it, or has something against it.
  template <class Own, class Other>
  void settle(Draft part, const Own& own, const Other& other, std::vector<Draft>& list,
              const GridRow& row, Bilingual contradiction) {
    const std::string unit = text_of(part, "unit");
    if (other.contains(unit)) return fault(row, "unit", {say({"{}", "{}"}, contradiction), {}});
    if (const auto known = own.find(unit); known != own.end()) {
      const auto others = differing(book_, part, known->second);
      if (others.empty()) {
        ++result_.passed_over;
        return;
      }
      const Bilingual name{others.front().field->en, others.front().field->zh};
      return fault(
          row, "unit",
          {say({"“{}” is on the list already, with another “{}”", "“{}”已在名单中，但“{}”不同"},
               printable(unit), name),
           say({"change it with lianxi set", "修改已有记录请用 lianxi set"})});
    }
    const auto [first, is_new] =
        first_rows_.emplace(unit, FirstRow{row.number, list.size(), part.type});
    if (!is_new) return add_to_first(part, first->second, list, row);
    list.push_back(std::move(part));
  }

  /// A meeting lists each unit once: of several who came for one the names are joined.
  void add_to_first(const Draft& part, const FirstRow& first, std::vector<Draft>& list,
                    const GridRow& row) {
    const std::string unit = text_of(part, "unit");
    if (first.type != part.type)
      return fault(
          row, "unit",
          {say({"“{}” is both present and on leave: see row {}", "“{}”既出席又请假：见第 {} 行"},
               printable(unit), first.row),
           {}});
    Draft& known = list[first.entry];
    if (text_of(known, "person") == text_of(part, "person") &&
        text_of(known, "reason") == text_of(part, "reason")) {
      ++result_.passed_over;
      return;
    }
    if (part.type != &Present::type)
      return fault(row, "unit",
                   {say({"“{}” stands in row {} already", "“{}”已在第 {} 行出现"}, printable(unit),
                        first.row),
                    {}});
    for (const std::string_view field : {"person", "post"}) join(known, part, field);
    result_.notes.push_back(
        say({"row {} is joined with row {}: both are of {}", "第 {} 行并入第 {} 行：同为{}"},
            row.number, first.row, printable(unit)));
  }

  static void join(Draft& known, const Draft& part, std::string_view field) {
    const auto text = text_of(part, field);
    for (DraftField& one : known.fields)
      if (one.field && one.field->en == field && !text.empty()) one.value.text += "、" + text;
  }

  const Book& book_;
  const Meeting& meeting_;
  const Columns& columns_;
  ImportedAttendance& result_;
  RowReader rows_;
  std::unordered_map<std::string_view, const Present*> present_;
  std::unordered_map<std::string_view, const Leave*> leave_;
  std::unordered_map<std::string, FirstRow> first_rows_;
};

}  // namespace

ImportedAttendance import_attendance(const Book& book, const Meeting& meeting, const Grid& grid,
                                     const ImportOptions& options) {
  ImportedAttendance result;
  const Columns columns =
      columns_of(grid, SignIn::type, sign_in_headings, options, result.faults, result.notes);
  AttendanceImport import(book, meeting, columns, result);
  for (const GridRow* row : rows_below(grid, columns)) import.read(*row);
  std::ranges::stable_sort(result.faults, {}, [](const SheetFault& fault) {
    return std::pair(fault.row, fault.column);
  });
  return result;
}

}  // namespace lianxi
