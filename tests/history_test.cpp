// Names in histories, and which files need not be read for one.
#include <doctest/doctest.h>

#include <lianxi/history/lone_file.hpp>
#include <lianxi/history/record_watch.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/units.hpp>

namespace history_test {

using namespace lianxi;

TEST_CASE("a name is put into English without a book") {
  CHECK(english_name("会议/2017-q3/决议/r1").text == "meetings/2017-q3/resolutions/r1");
  CHECK(english_name("会议/2017-q3/决议/r1").type == &Resolution::type);
  CHECK(english_name("meetings/2017-q3/会议纪要").text == "meetings/2017-q3/minutes");
  CHECK(english_name("meetings/２０１７-q3/").text == "meetings/2017-q3");
  // The words of parts may be ids: here 决议 is a meeting's.
  CHECK(english_name("会议/决议/决议/r1").text == "meetings/决议/resolutions/r1");
  CHECK(english_name("落实报告/2017-q3/北广场/2017-11-02").text ==
        "followups/2017-q3/北广场/2017-11-02");
  CHECK(english_name("联盟").text == "alliance");
  CHECK(english_name("2017-q3/r1").type == nullptr);
  CHECK(english_name("").type == nullptr);
}

TEST_CASE("only a meeting's resolution is one") {
  CHECK(is_resolution("meetings/2017-q3/resolutions/r1"));
  CHECK_FALSE(is_resolution("meetings/2017-q3"));
  CHECK_FALSE(is_resolution("meetings/2017-q3/topics/r1"));
  CHECK_FALSE(is_resolution("meetings/2017-q3/resolutions/r1/stages/1"));
}

TEST_CASE("a file is passed over only where the id cannot be in it") {
  CHECK(id_may_be_in("- id: 2017-q3\n", "2017-q3"));
  CHECK_FALSE(id_may_be_in("- id: 2017-q4  # 议定（全体）：一、二；三，四\n", "2017-q3"));
  CHECK(id_may_be_in("- id: ２０１７-q3\n", "2017-q3"));  // full-width digits
  CHECK(
      id_may_be_in("- id: \"2017-\\u0071"
                   "3\"\n",
                   "2017-q3"));  // an escaped letter
  CHECK(
      id_may_be_in("- id: \xE2\x84\xAA"
                   "1\n",
                   "K1"));                            // the Kelvin sign
  CHECK(id_may_be_in("- id: \xEF\xA4\x80\n", "豈"));  // another form of an ideograph
  CHECK(id_may_be_in("nothing like it", "é1"));       // may be written in two ways
  CHECK(collection_may_be_in("会议:\n", Meeting::type));
  CHECK(collection_may_be_in("meetings:\n", Meeting::type));
  CHECK_FALSE(collection_may_be_in("活动:\n", Meeting::type));
}

TEST_CASE("a file read alone knows the units' names, unless it has units itself") {
  const Book whole = Book::of(
      "units:\n- {id: north, name: North Square, former: [{name: Old Square, until: "
      "2015-01-01}]}\n");
  const std::string names = names_in(whole);
  const Book alone = read_alone(
      "m.yaml", "meetings: [{id: m, kind: regular, date: 2017-01-01, chair: Old Square}]\n", names);
  REQUIRE(alone.meetings.size() == 1);
  CHECK(*alone.meetings[0].chair == "north");
  const Book own = read_alone("u.yaml", "units: [{id: other, name: North Square}]\n", names);
  REQUIRE(own.units.size() == 1);
  CHECK(*own.units[0].id == "other");
}

}  // namespace history_test
