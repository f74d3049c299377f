// What reading makes of records, and what it says of faults: "line:column rule record",
// never messages, which tests/cli holds.
#include <doctest/doctest.h>

#include <lianxi/base/source.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/shares.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/rules/judge.hpp>

namespace reading_test {

using namespace lianxi;

static const std::string start =
    "alliance: {name: A, founded: 2013-04-28, office: a}\n"
    "units: [{id: a, name: A}]\n---\n";

/// The errors of a book; `start` is its first three lines.
static std::string errors(const std::string& text) {
  const Book book = Book::of(start + text);
  std::string all;
  for (const Finding& f : validate({book, *Date::make(2017, 9, 30), false}).findings) {
    if (f.severity != Severity::error) continue;
    const auto at = book.sources().position(f.at);
    all +=
        fmt::format("{}:{} {} {}\n", at.line, at.column, f.rule, f.record.empty() ? "-" : f.record);
  }
  return all;
}

TEST_CASE("keys are read in English and in Chinese, and columns count characters") {
  const Book book = Book::of("单位:\n- id: a\n  name: 甲\n- 编号: b\n  名称: 乙\n");
  REQUIRE(book.units.size() == 2);
  CHECK(*book.units[1].name == "乙");
  const auto at = book.sources().position(book.units[1].name.at());
  CHECK(at.line == 5);
  CHECK(at.column == 7);
}

TEST_CASE("values mean what the format says, whatever YAML would guess") {
  const Book book = Book::of(start + R"(
meetings:
  - {id: ｍ１, 类型: REGULAR, date: 2017年9月20日, record: no}
minutes: ~
---
units: [{id: b, name: "null", short_name: null, form: ~, category: ' '}, {id: c, name: 007}]
)");
  REQUIRE(book.meetings.size() == 1);
  CHECK(*book.meetings[0].id == "m1");
  CHECK(*book.meetings[0].kind == MeetingKind::regular);
  CHECK(iso(*book.meetings[0].date) == "2017-09-20");
  CHECK(*book.meetings[0].record == "no");
  CHECK(*book.unit("b")->name == "null");
  CHECK_FALSE(book.unit("b")->short_name.given());
  CHECK_FALSE(book.unit("b")->form.given());
  CHECK_FALSE(book.unit("b")->category.given());
  CHECK(*book.unit("c")->name == "007");
}

TEST_CASE("nothing, white space, ~ and null are not given, whatever the type") {
  for (const auto* nothing : {"", "' '", "\"\\u3000\"", "~", "null", "[]"}) {
    CAPTURE(nothing);
    const Book book = Book::of(start + fmt::format(R"(
meetings:
  - {{id: m, kind: regular, date: 2017-09-20, title: {0}, time: {0}, chair: {0}, observers: {0},
     notice: {0}, topics: {0}, resolutions: [{{id: r, text: A, due: {0}, ongoing: {0}}}]}}
units: [{{id: b, name: B, role: {0}, party_members: {0}, joined: {0}, order: {0}}}]
)",
                                                   nothing));
    REQUIRE(book.meetings.size() == 1);
    const Meeting& meeting = book.meetings[0];
    CHECK_FALSE(meeting.title.given());
    CHECK_FALSE(meeting.time.given());
    CHECK_FALSE(meeting.chair.given());
    CHECK_FALSE(meeting.notice.given());
    CHECK(meeting.topics.empty());
    CHECK_FALSE(meeting.resolutions[0].due.given());
    CHECK_FALSE(meeting.resolutions[0].ongoing.given());
    CHECK_FALSE(book.unit("b")->role.given());
    CHECK_FALSE(book.unit("b")->party_members.given());
    CHECK_FALSE(book.unit("b")->joined.given());
    CHECK_FALSE(book.unit("b")->order.given());
  }
  CHECK(errors("units: [{id: b, name: ~}]") == "4:10 missing-field units/b\n");
}

TEST_CASE("items that are not given are left out; an empty mapping is given, null in quotes text") {
  const Book book = Book::of(start + R"(
meetings:
  - {id: m, kind: regular, date: 2017-09-20, observers: [Guest, ~, '', null, "null", []], attendance: {}}
)");
  REQUIRE(book.meetings.size() == 1);
  const auto& observers = book.meetings[0].observers;
  REQUIRE(observers.size() == 2);
  CHECK(*observers[0] == "Guest");
  CHECK(*observers[1] == "null");
  CHECK(book.meetings[0].attendance.given());
}

TEST_CASE("a single word stands for a list of one") {
  const Book book =
      Book::of(start + "meetings:\n- id: m\n  attendance: {present: a}\n  evidence: x.md\n");
  CHECK(book.meetings[0].attendance->present.size() == 1);
  CHECK(*book.meetings[0].attendance->present[0].unit == "a");
  CHECK(*book.meetings[0].evidence[0] == "x.md");
}

TEST_CASE("escapes and folded lines are put together") {
  const Book book = Book::of(
      start +
      "units:\n- id: b\n  name: \"a\\tb\"\n  head: one\n    two\n  note: |\n    x\n    y\n");
  CHECK(*book.unit("b")->name == "a\tb");
  CHECK(*book.unit("b")->head == "one two");
  CHECK(*book.unit("b")->note() == "x\ny");
}

TEST_CASE("a surrogate pair is one character, however it is read") {
  // With a tag, which is none of the plain reader's, it is yaml-cpp that reads the value.
  for (const std::string tag : {"", "!!str "}) {
    const auto name = [&](const std::string& written) {
      const Book book = Book::of(start + "units:\n- id: b\n  name: " + tag + written + "\n");
      return book.unit("b") && book.unit("b")->name ? std::string(*book.unit("b")->name) : "";
    };
    CHECK(name("\"\\ud842\\udfb7的\\uD83D\\uDE00\"") == "𠮷的😀");
    CHECK(name("\"\\uDBFF\\udfff\"") == "\U0010FFFF");
    // What is no escape stays as it was written.
    CHECK(name("'\\ud842\\udfb7'") == "\\ud842\\udfb7");
    CHECK(name("x \\uD842\\udfB7") == "x \\uD842\\udfB7");
    CHECK(name("\"\\\\ud842\\\\udfb7\"") == "\\ud842\\udfb7");
    // Beside the characters that stand for halves before yaml-cpp, of the one kind and the other.
    CHECK(name("\"\\ud842\\udfb7\uE83D\uEC00\"") == "𠮷\uE83D\uEC00");
    CHECK(name("\"\\ud842\\udfb7\uF8FF\"") == "𠮷\uF8FF");
    CHECK(name("\"\\ud842\\udfb7\\ue83d\\uEC00\"") == "𠮷\uE83D\uEC00");
  }
}

TEST_CASE("half of a surrogate pair is called that, at its place") {
  for (const std::string half :
       {"\\ud83d", "\\uDE00", "\\ude00\\ud83d", "\\ud83d \\ude00", "\\ud83d\\\\ude00"}) {
    const Book book = Book::of(start + "units:\n- id: b\n  name: \"x" + half + "\"\n");
    REQUIRE(book.findings().size() == 1);
    CHECK(book.findings()[0].rule == rule_names::yaml_syntax);
    CHECK(book.sources().position(book.findings()[0].at).column == 11);
    CHECK(book.findings()[0].message.en.find("half of a character") != std::string::npos);
  }
}

TEST_CASE("a key that is too long for YAML is called that") {
  const auto said = [](const std::string& text) {
    const Book book = Book::of(start + text);
    std::string all;
    for (const Finding& finding : book.findings())
      all += fmt::format("{} {} {}\n", book.sources().position(finding.at).column, finding.rule,
                         finding.message.en.substr(0, 20));
    return all;
  };
  const std::string long_key(1100, 'k');
  const std::string too_long = " yaml-syntax this key is too long\n";
  CHECK(said("units:\n- id: a\n  " + long_key + ": v\n") == "3" + too_long);
  CHECK(said("units:\n- id: a\n  \"" + long_key + "\": v\n") == "3" + too_long);
  CHECK(said("units:\n- " + long_key + ": v\n") == "3" + too_long);
  CHECK(said(long_key + ":\n- id: a\n") == "1" + too_long);
  CHECK(said("units:\n- {id: a, name: A, " + long_key + ": v}\n") == "20" + too_long);
  // A long text with a colon in it is another slip.
  CHECK(said("units:\n- id: a\n  name: " + long_key + ": v\n").find("too long") ==
        std::string::npos);
}

TEST_CASE("each fault is one finding at its place") {
  CHECK(errors("unitz: []\n") == "4:1 unknown-collection -\n");
  CHECK(errors("units: 3\n") == "4:8 wrong-type -\n");
  CHECK(errors("units: [x]\n") == "4:9 wrong-type -\n");
  CHECK(errors("units:\n- id: b\n  name: B\n  joined: x\n") == "7:11 wrong-type units/b\n");
  CHECK(errors("units:\n- id: b\n  naem: B\n") == "6:3 unknown-field units/b\n");
  CHECK(errors("units:\n- id: b\n") == "5:3 missing-field units/b\n");
  CHECK(errors("units:\n- name: B\n  名称: C\n  id: b\n") == "6:3 duplicate-field units/b\n");
  CHECK(errors("units:\n- name: B\n  name: C\n  id: b\n") == "6:3 duplicate-key units/b\n");
  CHECK(errors("units:\n- {id: -b, name: B}\n") == "5:8 wrong-type units/?\n");
  CHECK(errors("- a\n- b\n") == "4:1 wrong-type -\n");
  CHECK(errors("units: [{id: b, name: [x]}]\n") == "4:23 wrong-type units/b\n");
}

TEST_CASE("what the format leaves out of YAML is refused") {
  CHECK(errors("units:\n- &x {id: b, name: B}\n") == "5:3 yaml-subset units/b\n");
  CHECK(errors("units:\n- {id: b, name: !t B}\n") == "5:17 yaml-subset units/b\n");
  CHECK(errors("units:\n- {id: b, name: &n B}\n- {id: c, name: *n}\n") ==
        "5:17 yaml-subset units/b\n6:17 yaml-subset units/c\n");
  CHECK(errors("units:\n- {id: b, name: B, [x]: y}\n") == "5:20 yaml-subset units/b\n");
  CHECK(errors("units:\n- {id: b, name: B, <<: y}\n") == "5:20 yaml-subset units/b\n");
  // The document's mapping, its list and the record are three levels.
  const auto nested = [](int levels) {
    return "units:\n- {id: b, name: B, note: " + std::string(std::size_t(levels), '[') + "x" +
           std::string(std::size_t(levels), ']') + "}\n";
  };
  CHECK(errors(nested(13)) == "5:26 wrong-type units/b\n");
  CHECK(errors(nested(14)) == "5:39 yaml-subset units/b\n");
  CHECK(errors(nested(400)) == "5:39 yaml-subset units/b\n");
  CHECK(errors(nested(4000)) == "5:39 yaml-subset -\n");
}

TEST_CASE("a fault of syntax costs its document, and nothing else is said of it") {
  CHECK(errors("units:\n- id: b\n  name: \"B\n---\nunits: [{id: c}]\n") ==
        "6:9 yaml-syntax -\n8:10 missing-field units/c\n");
  CHECK(errors("units: [{id: b, name: B}\n").find("yaml-syntax") != std::string::npos);
  CHECK(errors("units:\n- id: b\n\t  name: B\n") == "6:1 yaml-syntax -\n");
  // The unit may be in the part that was lost.
  CHECK(errors("units:\n- id: \"b\n---\nmeetings: [{id: m, kind: regular, date: 2014-01-01, chair: "
               "b}]\n") == "5:7 yaml-syntax -\n");
  // Funds were not.
  CHECK(
      errors("units:\n- id: \"b\n---\ngrants: [{id: g, date: 2014-01-01, fund: f, amount: 1}]\n") ==
      "5:7 yaml-syntax -\n7:42 unknown-reference grants/g\n");
}

TEST_CASE("an empty document, or one of only comments, is fine wherever it stands") {
  const std::string
      first = "alliance: {name: A, founded: 2017-01-10}\n",
      last = "shares: [{id: s1, date: 2017-03-01, unit: a, title: T, kind: information}]\n";
  for (const std::string between :
       {"---\n---\n", "---\n\n---\n---\n", "---\n# nothing\n---\n", "--- # none\n...\n---\n",
        "---\n---\n...\n", "...\n---\n---\n"}) {
    CAPTURE(between);
    const Book book = Book::of(first + between + last);
    for (const Finding& finding : book.findings()) CHECK(finding.rule == "missing-field");
    REQUIRE(book.shares.size() == 1);
    const auto at = book.sources().position(book.shares[0].id.at());
    CHECK(at.line == 2 + std::ranges::count(between, '\n'));
    CHECK(Book::of("---\n" + between + first + last).shares.size() == 1);
    CHECK(Book::of(first + last + between).shares.size() == 1);
  }
}

TEST_CASE("a document that is one text is not of the right type, at its first character") {
  CHECK(errors("note\n") == "4:1 wrong-type -\n");
  CHECK(errors("\n# c\n  会议\n") == "6:3 wrong-type -\n");
  CHECK(errors("units: []\n--- note\n") == "5:5 wrong-type -\n");
  CHECK(errors("\"note\"\n") == "4:1 wrong-type -\n");
  CHECK(errors("two words\nand a line\n---\nunits: [{id: c}]\n") ==
        "4:1 wrong-type -\n7:10 missing-field units/c\n");
  // What the hand slipped at is said first.
  CHECK(errors("会议：\n") == "4:3 yaml-syntax -\n");
  CHECK(errors("\"note\n") == "4:1 yaml-syntax -\n");
}

TEST_CASE("a line indented further or less than those beside it is found where it begins") {
  const std::string record = "units:\n- id: b\n";
  CHECK(errors(record + "   name: B\n") == "6:4 yaml-syntax -\n");
  CHECK(errors(record + " name: B\n") == "6:2 yaml-syntax -\n");
  CHECK(errors(record + "  name: B\n   head: H\n") == "7:4 yaml-syntax -\n");
  CHECK(errors(record + "  name: [B]\n   head: H\n") == "7:4 yaml-syntax -\n");
  CHECK(errors(record + "  name:\n   head: H\n") == "7:4 wrong-type units/b\n");
  // Of a line and those after it, the one that stands alone is at fault.
  CHECK(errors("units:\n - {id: b, name: B}\n- {id: c, name: C}\n- {id: d, name: D}\n") ==
        "5:2 yaml-syntax -\n");
  // A field is not moved out to where collections stand.
  CHECK(errors("units:\n  - id: b\n  name: B\n") == "6:3 yaml-syntax -\n");
}

TEST_CASE("git's conflict markers cost their document, whatever they leave of it") {
  const std::string ours = "<<<<<<< HEAD\n", both = "=======\n", theirs = ">>>>>>> x (y: z)\n";
  CHECK(errors("units:\n" + ours + "- {id: b, name: B}\n" + both + "- {id: b, name: C}\n" + theirs +
               "---\nunits: [{id: c}]\n") == "5:1 merge-conflict -\n11:10 missing-field units/c\n");
  // A name may look like a key.
  CHECK(errors("<<<<<<< a: b\nunits: []\n") == "4:1 merge-conflict -\n");
  // What opens on lines one below the other is opened once; with a line between it is a left-over.
  CHECK(errors("<<<<<<< a\n<<<<<<< a\n<<<<<<< a\nx: y\n>>>>>>> b\n") == "4:1 merge-conflict -\n");
  CHECK(errors("<<<<<<< a\nx: y\n<<<<<<< a\nx: y\n>>>>>>> b\n") ==
        "4:1 merge-conflict -\n6:1 merge-conflict -\n");
  CHECK(errors("units: []\n" + both) == "5:1 merge-conflict -\n");
  CHECK(errors("units: []\r\n=======\r\n") == "5:1 merge-conflict -\n");
  CHECK(errors("units: []\n" + ours + ours + theirs) == "5:1 merge-conflict -\n");
  // A conflict without an end does not swallow the documents below it.
  CHECK(errors(ours + "units: []\n---\nunits: [{id: c}]\n") ==
        "4:1 merge-conflict -\n7:10 missing-field units/c\n");
  // Neither six signs nor eight are a marker, nor are seven within a text.
  CHECK(errors("<<<<<< a: b\n") == "4:1 unknown-collection -\n");
  CHECK(errors("<<<<<<<< a: b\n") == "4:1 unknown-collection -\n");
  CHECK(errors("units:\n- {id: b, name: B, head: H, note: \"=======\"}\n") == "");
}

TEST_CASE("documents that yaml-cpp would accept or never finish are refused") {
  for (const auto* text : {",\n", "\"x\",\n", "units: [] b\n", "\"a\" \"b\"\n", "units: {\n",
                           "[a] b\n", "units:\n- id: b\n  name\n"}) {
    CAPTURE(text);
    CHECK(errors(text) != "");
  }
}

TEST_CASE("bytes that are not text cost the file") {
  CHECK(errors("units: [{id: b, name: \xb1\xb1}]\n") == "4:23 file-encoding -\n");
  CHECK(errors("units: [{id: b, name: \x01}]\n") == "4:23 file-encoding -\n");
  const Book utf16 = Book::of(std::string("u\0n\0i\0t\0s\0:\0", 12));
  CHECK(utf16.findings().at(0).rule == "file-encoding");
  const Book bom = Book::of("\xEF\xBB\xBFunits: [{id: b, name: 3}, {}]\r\n");
  CHECK(bom.sources().position(bom.units[0].id.at()).column == 14);
}

TEST_CASE("references are looked up by their mapped ids, with the parts of meetings") {
  const std::string meeting =
      "meetings:\n- {id: m1, kind: regular, date: 2014-01-01, topics: [{id: t1, title: x, outcome: "
      "deferred}],"
      " resolutions: [{id: r1, text: x, lead: ａ, due: 2014-06-30}]}\n";
  CHECK(errors(meeting + "followups:\n- {meeting: m1, unit: a, date: 2014-02-01, items: "
                         "[{resolution: r1, status: done}, "
                         "{resolution: m1/r1, status: done}]}\n") == "");
  CHECK(errors(meeting + "followups:\n- {meeting: m1, unit: a, date: 2014-02-01, items: "
                         "[{resolution: r2, status: done}]}\n") ==
        "7:65 unknown-reference followups/m1/a/2014-02-01\n");
  CHECK(errors(meeting + "followups:\n- {meeting: m2, unit: a, date: 2014-02-01, items: "
                         "[{resolution: r2, status: done}]}\n") ==
        "7:13 unknown-reference followups/m2/a/2014-02-01\n");
}

TEST_CASE("records without an id have a name all the same") {
  const Book book = Book::of(
      "alliance: {name: A, founded: 2013-04-28, office: b}\n"
      "waivers:\n- {rule: report-late, record: x, reason: y}\n- {rule: report-late, record: x, "
      "reason: y, approved: m}\n");
  std::string all;
  for (const Finding& f : validate({book, *Date::make(2017, 9, 30), false}).findings)
    if (f.severity == Severity::error) all += f.record + "\n";
  CHECK(all == "alliance\nwaivers/book.yaml/2\n");
}

TEST_CASE("the order of files and the number of threads change nothing") {
  std::vector<InputFile> files;
  for (int i = 0; i < 40; ++i)
    files.push_back({fmt::format("f{:02}.yaml", i),
                     fmt::format("units:\n- {{id: u{}, name: U, bad: 1}}\n", i)});
  const Book one = Book::read(files, 1), many = Book::read(files, 4);
  REQUIRE(one.units.size() == 40);
  for (std::size_t i = 0; i < 40; ++i) CHECK(*one.units[i].id == *many.units[i].id);
  for (std::size_t i = 0; i < 40; ++i) CHECK(one.findings()[i].at == many.findings()[i].at);
}

TEST_CASE("globs cover folders and names") {
  CHECK(matches_glob("drafts/a.yaml", "drafts"));
  CHECK(matches_glob("drafts/a.yaml", "drafts/*"));
  CHECK(matches_glob("x/drafts/a.yaml", "**/drafts/*"));
  CHECK(matches_glob("x/y/a.yml", "*.yml"));
  CHECK_FALSE(matches_glob("a/b.yaml", "a/*.yml"));
  CHECK_FALSE(matches_glob("ab/c.yaml", "a"));
  CHECK(matches_glob("drafts/a.yaml", "**/drafts/*"));
  CHECK(matches_glob("a.yaml", "**/*.yaml"));
  CHECK(matches_glob("x/y/z/a.yaml", "x/**/a.yaml"));
  CHECK(matches_glob("x/a.yaml", "x/**/a.yaml"));
  CHECK(matches_glob("x/y/a.yaml", "x/**"));
  CHECK(matches_glob("x/a.yaml", "/x"));
  CHECK_FALSE(matches_glob("y/x/a.yaml", "/x"));
  CHECK_FALSE(matches_glob("x/y/b.yaml", "x/**/a.yaml"));
  CHECK_FALSE(matches_glob("a.yaml", ""));
}

TEST_CASE("columns are right in a line of any length, and of it no more is quoted than is near") {
  // 3 bytes each, so that blocks of bytes end within characters.
  std::string line;
  for (int i = 0; i < 5000; ++i) line += "联";
  const std::string before = "\xEF\xBB\xBF# " + line + "\n";
  Sources sources;
  sources.add("a.yaml", "x\n");
  sources.add("b.yaml", before + line + "13812345678" + line + "\r\nend");
  const Place first = sources[1].start;
  const auto column = [&](std::size_t offset) { return sources.position(first + offset).column; };
  CHECK(column(0) == 1);
  CHECK(column(3) == 1);  // after the byte order mark
  CHECK(column(5 + 3 * 4999) == 5002);
  for (const int i : {0, 1, 300, 341, 342, 1365, 1366, 4999}) {
    CAPTURE(i);
    CHECK(column(before.size() + 3 * std::size_t(i)) == i + 1);
  }
  CHECK(column(before.size() + 15011) == 5012);

  const Excerpt near = sources.line_around(first + before.size() + 15005);
  CHECK(near.text.size() < 4096);
  CHECK(near.text.substr(near.before).starts_with("345678联"));
  CHECK(near.text.substr(0, near.before).ends_with("联13812"));
  CHECK(near.text.starts_with("联"));
  CHECK(near.text.ends_with("联"));
  CHECK(sources.line_around(first + before.size() + 30011 + 2).text == "end");
}

}  // namespace reading_test
