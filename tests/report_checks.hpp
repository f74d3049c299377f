// Reports of small books by the kind's name, and parts of their text.
#pragma once
#include <string>
#include <string_view>

#include "report_texts.hpp"

namespace report_checks {

/// What to make of a book besides its kind and language.
struct Of {
  std::string_view subject = {};
  std::string_view period = "all";
  lianxi::Date as_of = *lianxi::Date::make(2017, 9, 30);
  lianxi::Audience audience = lianxi::Audience::members;
};

/// The report in Markdown. The book may have faults.
inline std::string report(std::string_view kind, std::string_view book_text,
                          lianxi::Language language, const Of& of) {
  using namespace lianxi;
  const ReportKind* found = find_report(kind);
  REQUIRE(found);
  const Book book = Book::of(std::string(book_text));
  const auto period = read_period(of.period, of.as_of);
  REQUIRE(period);
  return to_markdown(
      make_report(*found, {book, of.as_of, *period, language, of.subject, of.audience}));
}

using lianxi::test::check_lines;

inline bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// What stands under a heading that contains those words, up to the next one of its depth.
inline std::string under(const std::string& text, std::string_view heading) {
  const auto at = text.find(heading);
  if (at == std::string::npos) return "";
  const auto start = text.rfind('\n', at) + 1;
  const auto depth = text.find(' ', start) - start;
  const auto end = text.find("\n" + text.substr(start, depth + 1), at);
  return text.substr(start, end == std::string::npos ? end : end - start);
}

}  // namespace report_checks
