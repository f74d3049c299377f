// What is said of two books whose records differ.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <lianxi/base/word_diff.hpp>
#include <lianxi/exchange/book_difference.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi::book_difference_test {
namespace {

const char* const units =
    "units:\n"
    "  - id: station\n    name: South Station\n    short_name: Station\n"
    "  - id: police\n    name: Station Police\n"
    "  - id: metro\n    name: Metro\n";

std::string meeting(const std::string& due, const std::string& more = {}) {
  return "---\nmeetings:\n  - id: 2017-q3\n    title: Third meeting\n    date: 2017-09-20\n" +
         more +
         "    resolutions:\n      - id: r1\n        text: Put up signs\n        lead: station\n"
         "        due: " +
         due + "\n";
}

struct Compared {
  Book from, to;

  Compared(const std::string& before, const std::string& after)
      : from(Book::of(before)), to(Book::of(after)) {}
  BookDifference all() const {
    return compare_books({from, ComparedBook::From::revision, "HEAD", std::string(40, 'a')}, {to});
  }
  std::string text(Language language = Language::en, bool color = false) const {
    const BookDifference differing = all();
    const std::string records = difference_text(differing, language, color);
    return records + (records.empty() ? "" : "\n") + std::string(sum_of(differing).in(language)) +
           "\n";
  }
  nlohmann::json json() const { return nlohmann::json::parse(difference_json(all(), {})); }
};

using Stretches = std::vector<TextStretch>;

}  // namespace

TEST_CASE("stretches of two texts: words are whole, Chinese goes by character") {
  CHECK(compare_words("the red car", "the green car") ==
        Stretches{{"the ", "the "}, {"red", "green"}, {" car", " car"}});
  CHECK(compare_words("北口施工", "北口停工") ==
        Stretches{{"北口", "北口"}, {"施", "停"}, {"工", "工"}});
  CHECK(compare_words("", "").empty());
  CHECK(compare_words("a", "a") == Stretches{{"a", "a"}});
  CHECK(compare_words("a b", "a b c") == Stretches{{"a b", "a b"}, {"", " c"}});
}

TEST_CASE("what is the same between two changes and shorter than both is no stretch of its own") {
  CHECK(compare_words("一二三四五", "甲乙三丁戊") == Stretches{{"一二三四五", "甲乙三丁戊"}});
}

TEST_CASE("a moved due date, and a record that came, are two differences") {
  const Compared books(units + meeting("2017-12-31"),
                       units + meeting("2018-03-31") +
                           "---\ndonations:\n  - id: d1\n    date: 2017-09-28\n    donor: station\n"
                           "    amount: 4000\n");
  CHECK(books.text() ==
        "meetings\n"
        "  ~ Put up signs  meetings/2017-q3/resolutions/r1\n"
        "      due: 2017-12-31 → 2018-03-31\n"
        "\n"
        "donations\n"
        "  + Station 2017-09-28  donations/d1\n"
        "      id: d1\n"
        "      date: 2017-09-28\n"
        "      donor: station\n"
        "      amount: 4,000.00\n"
        "\n"
        "1 record changed, 1 added\n");
  CHECK(books.text(Language::zh).ends_with("修改 1 条记录，新增 1 条\n"));
}

TEST_CASE("records in another order, and values written in another way, are no difference") {
  const Compared books(units + meeting("2017-12-31"), meeting("2017年12月31日") + "---\n" + units);
  CHECK(books.text() == "no record differs; 1 file does\n");
  CHECK(books.text(Language::zh) == "记录没有差异；1 个文件的写法不同\n");
  const Compared same(units, units);
  CHECK(same.text() == "nothing differs\n");
}

TEST_CASE("of a list what came and what went, of a mapping its fields") {
  const Compared books(
      units + meeting("2017-12-31", "    minutes:\n      number: No. 1\n") +
          "        support: [police]\n",
      units +
          meeting("2017-12-31", "    minutes:\n      number: No. 1\n      issued: 2017-09-25\n") +
          "        support: [metro]\n");
  const std::string text = books.text();
  CHECK(text.find("minutes.issued: (not given) → 2017-09-25\n") != text.npos);
  CHECK(text.find("support: - police, + metro\n") != text.npos);
}

TEST_CASE("of a long text only what differs, with what stands beside it") {
  const std::string long_text =
      "The station puts up the signs that the alliance has approved at all four of its exits ";
  const Compared books(
      units +
          meeting("2017-12-31").replace(meeting("").find("Put up signs"), 12, long_text + "by May"),
      units + meeting("2017-12-31")
                  .replace(meeting("").find("Put up signs"), 12, long_text + "by June"));
  CHECK(books.text().find("text: … exits by [-May-]{+June+}\n") != std::string::npos);
  CHECK(books.text(Language::en, true).find("by \x1b[31mMay\x1b[0m\x1b[32mJune\x1b[0m\n") !=
        std::string::npos);
}

TEST_CASE("JSON has canonical values, and every field of a record that came") {
  const Compared books(units, units + meeting("2017年12月31日") +
                                  "---\ndonations:\n  - id: d1\n    date: 2017-09-28\n"
                                  "    goods:\n      - item: umbrellas\n        quantity: 20余\n");
  const auto json = books.json();
  CHECK(json["from"] == nlohmann::json{{"revision", std::string(40, 'a')}, {"name", "HEAD"}});
  CHECK(json["to"] == nlohmann::json{{"revision", nullptr}, {"name", "work tree"}});
  REQUIRE(json["changes"].size() == 2);
  const auto& resolution = json["changes"][0];
  CHECK(resolution["record"] == "meetings/2017-q3");
  CHECK(resolution["change"] == "added");
  CHECK(resolution["title"] == "Third meeting");
  CHECK(resolution["line"] == 11);
  CHECK(resolution["fields"][2] ==
        nlohmann::json{{"field", "date"}, {"old", nullptr}, {"new", "2017-09-20"}});
  const auto& goods = json["changes"][1]["fields"][2];
  CHECK(goods["field"] == "goods");
  CHECK(goods["new"][0]["quantity"] == nlohmann::json{{"value", 20}, {"qualifier", "at_least"}});
  CHECK(goods["new"][0]["note"].is_null());
  CHECK(json["added"] == 2);
  CHECK(json["changed"] == 0);
}

TEST_CASE("personal numbers are masked in whatever form") {
  const Compared books(units, std::string(units) + "    contact: Li 13812345678\n");
  for (const std::string& form : {books.text(), difference_markdown(books.all(), Language::zh),
                                  difference_json(books.all(), {})})
    CHECK(form.find("13812345678") == std::string::npos);
}

TEST_CASE("Markdown: what comes from records cannot become markup") {
  const Compared books(units + meeting("2017-12-31"),
                       units + meeting("2017-12-31", "    place: '<b>|*here*'\n"));
  const std::string form = difference_markdown(books.all(), Language::en);
  CHECK(form.starts_with("# Records that differ: HEAD (aaaaaaaaaa) → the work tree\n"));
  CHECK(form.find("<b>|*here*") == form.npos);
  CHECK(form.find("1 record changed") != form.npos);
}

TEST_CASE("what could not be read of either book is told") {
  const Compared books(units, std::string(units) + "    joined: soon\n");
  CHECK(incomplete(books.all()).en ==
        "the comparison may be incomplete: 1 record could not be read");
  CHECK(books.text().find("joined: (not given) → (cannot be read)\n") != std::string::npos);
  CHECK(books.json()["unread"] == 1);
}

TEST_CASE("a record that went may only be unreadable now, and that is told") {
  const Compared books(units, "units:\n  - id: station\n   name: [\n");
  CHECK(books.text().find("  - Metro  units/metro  (perhaps only unreadable now)\n") !=
        std::string::npos);
  const Compared back("units:\n  - id: station\n   name: [\n", units);
  CHECK(back.text(Language::zh).find("  + Metro  单位/metro  （可能只是原来无法读取）\n") !=
        std::string::npos);
  CHECK(Compared(units, "").text().find("perhaps") == std::string::npos);
}

}  // namespace lianxi::book_difference_test
