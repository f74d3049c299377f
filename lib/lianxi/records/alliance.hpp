// The alliance itself and the rules that it gave itself.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/finding.hpp>
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

enum class Interval : std::uint8_t { month, quarter, half_year, year };
inline constexpr Word interval_words[] = {
    {"month", "每月"}, {"quarter", "每季度"}, {"half_year", "每半年"}, {"year", "每年"}};
constexpr std::span<const Word> words_of(Interval) { return interval_words; }

enum class Reporters : std::uint8_t { all, assigned };
inline constexpr Word reporters_words[] = {{"all", "全体"}, {"assigned", "承办"}};
constexpr std::span<const Word> words_of(Reporters) { return reporters_words; }

enum class BookLanguage : std::uint8_t { zh, en };
inline constexpr Word book_language_words[] = {{"zh", "中文"}, {"en", "英文"}};
constexpr std::span<const Word> words_of(BookLanguage) { return book_language_words; }

inline constexpr Word severity_words[] = {
    {"off", "关闭"}, {"info", "提示"}, {"warning", "警告"}, {"error", "错误"}};
constexpr std::span<const Word> words_of(Severity) { return severity_words; }

/// Whether the lead's word closes a resolution, or the office verifies it.
enum class Closing : std::uint8_t { reported, verified };
inline constexpr Word closing_words[] = {{"reported", "自报"}, {"verified", "核定"}};
constexpr std::span<const Word> words_of(Closing) { return closing_words; }

/// The part of the members that must be present; nothing where the rule was taken away again.
struct Quorum {
  std::optional<Fraction> least;
};
inline constexpr Word quorum_words[] = {{"none", "无"}};

/// What the alliance agreed on meetings, reports and publication.
struct Policy : Part {
  Located<Date> from;  ///< The first day on which this entry holds.
  Located<Interval> interval;
  DayCount notice_days;
  DayCount minutes_days;
  DayCount report_days_before;
  Located<Reporters> reporters;
  Located<Quorum> quorum;
  DayCount publish_days;
  DayCount topics_days;
  DayCount suggestion_days;
  DayCount warn_days;
  Located<Closing> closing;

  static const RecordType type;
};

/// How severe the book wants a rule to be; stands at the rule's name.
struct SeverityEntry : Part {
  Text rule;
  Located<Severity> level;
};

/// The rules whose severity the book sets. An entry stays when its level cannot be
/// read, so that its rule's name can still be checked.
struct Severities : List<SeverityEntry> {
  constexpr Severities() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): meant, as it says
  constexpr explicit(false) Severities(List<SeverityEntry> entries) : List(entries) {}
};

/// Who commits for a unit; stands at the e-mail address.
struct AuthorEntry : Part {
  Text email;
  Ref<Target::unit> unit;
};

/// For which units the authors of commits report, by their e-mail addresses.
struct Authors : List<AuthorEntry> {
  constexpr Authors() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): meant, as it says
  constexpr explicit(false) Authors(List<AuthorEntry> entries) : List(entries) {}
};

/// An e-mail address as it is compared: without regard to the case of letters.
std::string compared_email(std::string_view);

/// An entry of a mapping whose keys no table lists: of severities, of authors.
struct MappingEntry {
  std::string_view key;
  const ValueType* type;  ///< Of the value.
  const void* value;
};
/// All of such a mapping, in its order; of no other type are there any.
std::vector<MappingEntry> mapping_entries(const ValueType&, const void* mapping);

/// The alliance that keeps the book; there is one in each.
struct Alliance : Part {
  Text name;
  Text short_name;
  Located<Date> founded;
  Ref<Target::unit> office;
  Text brand;
  Located<BookLanguage> lang;
  Text currency;
  OneOrMore<Policy> policy;
  Text letterhead;
  List<Text> ignore;
  Severities severities;
  Authors authors;

  Place key = Place::none;  ///< Of the key `alliance` itself; set by the book's reader.

  static const RecordType type;
};

}  // namespace lianxi
