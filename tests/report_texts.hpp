// Reports of small books, as lines of Markdown.
#pragma once
#include <doctest/doctest.h>
#include <initializer_list>
#include <string>
#include <string_view>

#include <lianxi/documents/markdown.hpp>
#include <lianxi/reports/report.hpp>

namespace lianxi::test {

/// A day written as 2017-09-30.
inline Date day(std::string_view iso) {
  const auto part = [&](std::size_t at, std::size_t size) {
    return std::stoi(std::string(iso.substr(at, size)));
  };
  return *Date::make(part(0, 4), unsigned(part(5, 2)), unsigned(part(8, 2)));
}

/// What a report is asked for, in the order in which people say it.
struct Asked {
  const ReportKind& kind;
  std::string_view subject = {};
  std::string_view period = "all";
  Language language = Language::zh;
  Audience audience = Audience::members;
};

inline std::string report(const Book& book, std::string_view as_of, const Asked& asked) {
  const Date today = day(as_of);
  const auto period = read_period(asked.period, today);
  REQUIRE(period);
  REQUIRE(suits(asked.kind, *period));
  return to_markdown(make_report(
      asked.kind, {book, today, *period, asked.language, asked.subject, asked.audience}));
}

inline bool has_line(const std::string& text, std::string_view line) {
  return ("\n" + text + "\n").find("\n" + std::string(line) + "\n") != std::string::npos;
}

inline void check_lines(const std::string& text, std::initializer_list<std::string_view> lines) {
  for (const std::string_view line : lines) {
    CAPTURE(line);
    CAPTURE(text);
    CHECK(has_line(text, line));
  }
}

inline void check_absent(const std::string& text, std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts) {
    CAPTURE(part);
    CHECK(text.find(part) == std::string::npos);
  }
}

}  // namespace lianxi::test
