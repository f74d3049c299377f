// A book's calendar: which meetings are events, and what stays the same. How calendars read it is
// tested in tests/peers/ical_test.mjs.
#include <doctest/doctest.h>
#include <string>

#include <lianxi/base/error.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/exchange/calendar.hpp>

namespace calendar_test {

using namespace lianxi;

namespace {

const std::string records = R"(alliance: {name: 站区联盟, founded: 2017-01-01}
units: [{id: a, name: 甲}]
meetings:
  - id: m1
    kind: regular
    date: 2017-03-10
    time: 9:30
    minutes: {issued: 2017-03-10}
    resolutions: [{id: r1, text: 增设指引, lead: a, due: 2017-06-30}]
  - {id: m2, kind: regular, date: 2017-06-20}
  - {id: m3, kind: regular, date: 2017-05-20, cancelled: 汛情}
)";

/// Without the breaks of folded lines; "" where this build has no libical.
std::string calendar(const std::string& text, Date as_of, const Period& period = {}) {
  const Book book = Book::of(text);
  std::string out;
  try {
    out = book_calendar(book, as_of, period, Language::en);
  } catch (const Error& error) {
    MESSAGE("passed over: " << error.what());
    return {};
  }
  for (auto at = out.find("\r\n "); at != std::string::npos; at = out.find("\r\n "))
    out.erase(at, 3);
  return out;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string uid_of(const std::string& text, std::string_view start) {
  const auto at = text.find("UID:" + std::string(start));
  return at == std::string::npos ? "" : text.substr(at, text.find("\r\n", at) - at);
}

const Date spring = *Date::make(2017, 4, 1);

}  // namespace

TEST_CASE("held and scheduled meetings are events, what is open is to be done") {
  const std::string text = calendar(records, spring);
  if (text.empty()) return;
  CHECK(has(text, "DTSTART:20170310T093000\r\n"));
  CHECK(has(text, "DTSTART;VALUE=DATE:20170620\r\n"));
  CHECK_FALSE(has(text, "20170520"));
  CHECK(has(text, "SUMMARY:resolution: 增设指引 (甲)\r\n"));
  CHECK(has(text, "DUE;VALUE=DATE:20170630\r\n"));
  CHECK(has(text, "DTSTAMP:20170401T000000Z\r\n"));
  CHECK_FALSE(has(text, "METHOD"));
}

TEST_CASE("only what lies in the period is in its calendar") {
  const std::string text =
      calendar(records, spring, {*Date::make(2017, 6, 21), *Date::make(2017, 6, 30)});
  if (text.empty()) return;
  CHECK_FALSE(has(text, "VEVENT"));
  CHECK(has(text, "DUE;VALUE=DATE:20170630\r\n"));
}

TEST_CASE("what is moved keeps its UID, and another alliance's record has another") {
  const std::string before = calendar(records, spring);
  if (before.empty()) return;
  std::string moved = records, other = records;
  moved.replace(moved.find("date: 2017-06-20"), 16, "date: 2017-06-27");
  other.replace(other.find("站区联盟"), std::string("站区联盟").size(), "广场联盟");
  const std::string uid = uid_of(before, "meetings/m2@");
  CHECK_FALSE(uid.empty());
  CHECK(uid_of(calendar(moved, spring), "meetings/m2@") == uid);
  CHECK(uid_of(calendar(other, spring), "meetings/m2@") != uid);
  CHECK(calendar(records, spring) == before);
}

TEST_CASE("a book of nothing has an empty calendar") {
  const std::string text = calendar("", spring);
  if (text.empty()) return;
  CHECK(text.starts_with("BEGIN:VCALENDAR\r\n"));
  CHECK_FALSE(has(text, "UID:"));
}

}  // namespace calendar_test
