// Reports: each is one file with one constant, and one line in reports.def.
//
// To add one: write reports/kinds/<name>.cpp that defines `extern constinit const ReportKind
// reports::<name>`, and add REPORT(<name>) to reports.def, which only report.cpp reads.
// Forgetting either half does not build. What several reports show lies in reports/sections/.
#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/base/period.hpp>
#include <lianxi/export.hpp>

namespace lianxi {
struct ReportCase;
}  // namespace lianxi

namespace lianxi LIANXI_EXPORT {

class Book;
struct Document;

/// Who a report is for.
enum class Audience : std::uint8_t {
  the_public,  ///< Without reasons for leave, contacts, heads and purposes of single grants.
  members,     ///< Every unit of the alliance.
  office,      ///< The conference's own office: everything.
};

/// What a report is asked of. The same request gives the same document everywhere.
struct ReportRequest {
  const Book& book;
  Date as_of;     ///< What happened later is not known yet.
  Period period;  ///< Suits the kind, see `suits`.
  Language language = Language::en;
  std::string_view subject = {};  ///< One of `subjects_of`, where the kind has a subject.
  Audience audience = Audience::members;
};

/// What a report is about besides a period; its id stands before the period.
enum class Subject : std::uint8_t { none, meeting, unit, fund, committee, resolution };

/// The periods a report is made for.
enum class Covers : std::uint8_t {
  nothing,  ///< It takes none.
  any,      ///< All where none is given.
  quarter,  ///< A whole one; the last complete one where none is given.
  year,     ///< Likewise.
  years,    ///< A whole one; all of them where none is given.
};

/// One kind of report.
struct ReportKind {
  std::string_view name;  ///< On the command line.
  Bilingual title;        ///< What people call it.
  Bilingual doc;          ///< One line: what is in it.
  Subject subject;
  Covers covers;
  /// Title, text and tables: what `make_report` puts into its frame.
  Document (*build)(const ReportCase&);
  /// Of a letter: the day whose knowledge it tells, so that it is the same whenever it is written
  /// again. None of a report of a period, which is of the as-of day.
  Date (*day)(const ReportRequest&) = nullptr;
  /// Whom it is for where nobody says.
  Audience audience = Audience::members;
  /// Whether there is anything to tell, asked where nobody asked for this very paper.
  bool (*is_wanted)(const ReportRequest&) = nullptr;

  /// Whether it puts what the office wrote of the period where it belongs, else it stands last.
  bool places_own_words = false;
  /// Whether it ends with a signature of its own.
  bool signs_itself = false;

  bool is_letter() const { return day != nullptr; }
};

/// The whole of it: built, with its signature where it is a report in Chinese, where it came
/// from, and the mark that says what it is.
Document make_report(const ReportKind&, const ReportRequest&);

/// All kinds, in the order of reports.def.
std::span<const ReportKind* const> all_reports();
/// The kind of that name, or of that title in either language; or null.
const ReportKind* find_report(std::string_view name);

/// What a kind takes on the command line: `UNIT [PERIOD]`; "" where nothing.
Message arguments_of(const ReportKind&);

/// The ids of what a report of that kind can be about: meetings that were not cancelled,
/// units in their order, funds, committees, `MEETING/RESOLUTION`. Empty for a kind without a
/// subject.
std::vector<std::string> subjects_of(const ReportKind&, const Book&);

/// The period that a report covers when none is asked for: of those with whole quarters or
/// years the last that ended on or before the as-of day.
Period default_period(const ReportKind&, Date as_of);
/// Whether a report of that kind can be made for the period.
bool suits(const ReportKind&, const Period&);

/// The language of a book's reports where nobody asks for one: the alliance's `lang`.
Language report_language(const Book&);

}  // namespace lianxi
