// The alliance itself and the rules that it gave itself.
#pragma once
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

/// What the alliance agreed on meetings, reports and publication.
struct Policy : Part {
  Located<Interval> interval;
  Located<std::int32_t> notice_days;
  Located<std::int32_t> minutes_days;
  Located<std::int32_t> report_days_before;
  Located<Reporters> reporters;
  Located<Fraction> quorum;
  Located<std::int32_t> publish_days;

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

/// The alliance that keeps the book; there is one in each.
struct Alliance : Part {
  Text name;
  Text short_name;
  Located<Date> founded;
  Ref<Target::unit> office;
  Text brand;
  Located<BookLanguage> lang;
  Text currency;
  Nested<Policy> policy;
  List<Text> ignore;
  Severities severities;

  Place key = Place::none;  ///< Of the key `alliance` itself; set by the book's reader.

  static const RecordType type;
};

}  // namespace lianxi
