#include <fmt/format.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/import_text.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/writing/yaml_text.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Lines of comments: how much there is, then what is to be known of it.
std::string comments(const Message& sums, const std::vector<Message>& notes, Language language) {
  std::string out = "# " + sums.in(language) + "\n";
  for (const Message& note : notes) out += "# " + note.in(language) + "\n";
  return out;
}

std::string plural(std::size_t number, std::string_view one, std::string_view several) {
  return fmt::format("{} {}", number, number == 1 ? one : several);
}

Message sums_of(std::size_t records, std::size_t passed_over) {
  Message sums{fmt::format("{} to be written", plural(records, "record", "records")),
               fmt::format("待写入 {} 条", records)};
  if (passed_over > 0) {
    sums.en += fmt::format(", {} passed over: there already", plural(passed_over, "row", "rows"));
    sums.zh += fmt::format("，已有而略过 {} 行", passed_over);
  }
  return sums;
}

std::string items(const std::vector<Draft>& drafts, std::size_t dash, Language language) {
  const RecordStyle style{.column = dash + 2, .language = language};
  std::string out;
  for (const Draft& draft : drafts) out += block_item(draft, dash, style);
  return out;
}

std::string list_of(const RecordType& type, const std::vector<Draft>& drafts, std::size_t column,
                    Language language) {
  if (drafts.empty()) return {};
  return fmt::format("{:{}}{}:\n{}", "", column, Bilingual{type.en, type.zh}.in(language),
                     items(drafts, column + 2, language));
}

/// `row 3, column B “日期”`, or `row 3`.
Message place_of(const SheetFault& fault, std::string_view sheet) {
  Message place = say({"{}: row {}", "{}：第 {} 行"}, printable(sheet), fault.row);
  if (fault.column == 0) return place;
  const auto letters = column_letters(fault.column - 1);
  place.en += ", column " + letters;
  place.zh += " " + letters + " 列";
  if (fault.heading.empty()) return place;
  place.en += fmt::format(" “{}”", printable(fault.heading));
  place.zh += fmt::format("“{}”", printable(fault.heading));
  return place;
}

/// What was read may hold anything; line breaks of a value are no lines here.
std::string shown(const std::string& text) { return masked(printable(text)); }

}  // namespace

std::string to_text(const Imported& imported, const RecordType& collection, Language language) {
  return masked(
      comments(sums_of(imported.drafts.size(), imported.passed_over), imported.notes, language) +
      list_of(collection, imported.drafts, 0, language));
}

std::string to_text(const ImportedAttendance& imported, std::string_view meeting,
                    Language language) {
  const std::size_t entries = imported.present.size() + imported.leave.size();
  std::string out = comments(sums_of(entries, imported.passed_over), imported.notes, language);
  if (entries == 0) return out;
  const Bilingual meetings{Meeting::type.en, Meeting::type.zh}, id{"id", "编号"},
      attendance{Attendance::type.en, Attendance::type.zh};
  out += fmt::format("{}:\n  - {}: {}\n    {}:\n", meetings.in(language), id.in(language),
                     one_line_scalar(meeting, false), attendance.in(language));
  out += list_of(Present::type, imported.present, 6, language);
  out += list_of(Leave::type, imported.leave, 6, language);
  return masked(out);
}

std::string faults_text(std::span<const SheetFault> faults, std::string_view sheet,
                        Language language) {
  std::string out;
  for (const SheetFault& fault : faults) {
    out +=
        shown(say({"{}: {}", "{}：{}"}, place_of(fault, sheet), fault.message).in(language)) + "\n";
    if (!fault.hint.empty()) out += "    " + shown(fault.hint.in(language)) + "\n";
  }
  const Message sum =
      faults.size() == 1
          ? say({"1 fault; nothing is written", "有 1 处问题，未写入任何内容"})
          : say({"{} faults; nothing is written", "有 {} 处问题，未写入任何内容"}, faults.size());
  return out + sum.in(language) + "\n";
}

}  // namespace lianxi
