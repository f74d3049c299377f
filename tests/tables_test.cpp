#include <doctest/doctest.h>
#include <set>

#include <lianxi/base/error.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/exchange/cut_text.hpp>
#include <lianxi/exchange/sql_tables.hpp>
#include <lianxi/exchange/table_print.hpp>
#include <lianxi/tables/computed_fields.hpp>
#include <lianxi/tables/conditions.hpp>
#include <lianxi/tables/facts.hpp>
#include <lianxi/tables/table.hpp>

namespace tables_test {
namespace {

using namespace lianxi;

constexpr const char* small_book = R"(
alliance: {name: A, founded: 2017-01-01, office: a}
units:
  - {id: a, name: Station, short_name: St, aliases: [Old Station], x-room: 3}
  - {id: b, name: Police}
meetings:
  - id: m1
    kind: regular
    date: 2017-02-01
    attendance: {present: [a, {unit: b, person: P, time: '14:05'}]}
    minutes: {issued: 2017-02-03}
    suggestions: [{text: first}, {id: s, text: second, handler: b, date: 2017-03-05}]
    resolutions:
      - {id: r1, text: do, lead: a, support: [b], due: 2017-02-20, revisions: [{date: 2017-02-10, due: 2017-03-31, reason: rain}]}
      - {id: r2, text: go, lead: b}
events:
  - {id: e1, title: 10, kind: volunteer, date: 2017-02-10, until: 2017-03-02, lead: a, partners: [Police, C], served: 约1500, hours: 2.5}
  - {id: e2, title: 9, kind: aid, date: 2017-02-11, lead: b, served: 220余}
)";

struct Read {
  Book book = Book::of(small_book);
  std::shared_ptr<BookFacts> facts = std::make_shared<BookFacts>(book, *Date::make(2017, 4, 10));

  Table table(std::string_view name) const { return make_table(*table_named(name), facts); }

  /// The names of the rows for which the conditions hold.
  std::vector<std::string> rows(std::string_view name,
                                const std::vector<std::string>& conditions) const {
    Table found = table(name);
    std::vector<Condition> all;
    for (const std::string& written : conditions) all.push_back(read_condition(found, written));
    narrow(found, all);
    return names(found);
  }

  static std::vector<std::string> names(const Table& table) {
    std::vector<std::string> names;
    for (const TableRow& row : table.rows) names.push_back(table.record(row));
    return names;
  }
};

using Names = std::vector<std::string>;

TEST_CASE("no two tables are called the same, in any language") {
  std::set<std::string_view> names;
  for (const auto name : table_names()) CHECK(names.insert(name).second);
  CHECK(names.contains("resolutions"));
  CHECK(names.contains("决议"));
  CHECK(table_named("resolution") == table_named("决议"));
  CHECK(table_named("series") == table_named("服务项目"));
  CHECK(table_named("summary") == table_named("summaries"));
  CHECK(table_named("resolutoins") == nullptr);
}

TEST_CASE("no two columns of a table are called the same") {
  const Read read;
  for (const TableKind& kind : all_tables()) {
    CAPTURE(kind.name);
    std::set<std::string_view> en, zh;
    for (const TableColumn& column : make_table(kind, read.facts).columns) {
      CHECK_MESSAGE(en.insert(column.name).second, column.name);
      CHECK_MESSAGE(zh.insert(column.zh).second, column.zh);
    }
  }
}

TEST_CASE("every computed field is a column of a table") {
  const Read read;
  for (const ComputedField& field : computed_fields()) {
    const TableKind* kind = table_named(field.table);
    REQUIRE(kind);
    const Table table = make_table(*kind, read.facts);
    const TableColumn* column = table.column(field.en);
    REQUIRE(column);
    CHECK(column->origin == ColumnOrigin::computed);
    CHECK(table.column(field.zh) == column);
  }
}

TEST_CASE("parts are named as they are found") {
  const Read read;
  CHECK(Read::names(read.table("suggestions")) ==
        Names{"meetings/m1/suggestions/1", "meetings/m1/suggestions/s"});
  CHECK(Read::names(read.table("revisions")) == Names{"meetings/m1/resolutions/r1/revisions/1"});
  CHECK(Read::names(read.table("present")) ==
        Names{"meetings/m1/attendance/present/1", "meetings/m1/attendance/present/2"});
}

TEST_CASE("values are compared by their type") {
  const Read read;
  CHECK(read.rows("events", {"served>=1500"}) == Names{"events/e1"});
  CHECK(read.rows("events", {"served=220"}) == Names{"events/e2"});
  CHECK(read.rows("events", {"hours>2.25"}) == Names{"events/e1"});
  CHECK(read.rows("events", {"title<9"}) == Names{"events/e1"});  // text, not a number
  CHECK(read.rows("events", {"类型=帮扶"}) == Names{"events/e2"});
  CHECK(read.rows("events", {"date>2017年2月10日"}) == Names{"events/e2"});
  CHECK(read.rows("events", {"until="}) == Names{"events/e2"});
  CHECK(read.rows("events", {"until!="}) == Names{"events/e1"});
  CHECK(read.rows("attendance", {"time<14:10"}) == Names{"meetings/m1/units/b"});
  CHECK(read.rows("meetings", {"minutes.issued=2017-02-03", "会议纪要.印发日期<2017-03-01"}) ==
        Names{"meetings/m1"});
  CHECK(read.rows("units", {"x-room=3"}) == Names{"units/a"});
}

TEST_CASE("units go by any name, and a list by any of its elements") {
  const Read read;
  CHECK(read.rows("resolutions", {"lead=Old Station"}) == Names{"meetings/m1/resolutions/r1"});
  CHECK(read.rows("resolutions", {"support=Police"}) == Names{"meetings/m1/resolutions/r1"});
  CHECK(read.rows("resolutions", {"support!=Police"}) == Names{"meetings/m1/resolutions/r2"});
  CHECK(read.rows("events", {"partners=C"}) == Names{"events/e1"});
  CHECK(read.rows("resolutions", {"lead~stat"}) == Names{"meetings/m1/resolutions/r1"});
  CHECK_THROWS_AS(read.rows("resolutions", {"lead=nobody"}), Error);
  CHECK_THROWS_AS(read.rows("resolutions", {"lead>a"}), Error);
  CHECK_THROWS_AS(read.rows("resolutions", {"=a"}), Error);
}

TEST_CASE("what is computed is as of the day") {
  const Read read;
  CHECK(read.rows("resolutions", {"days_overdue=10", "status=overdue", "亮灯=红"}) ==
        Names{"meetings/m1/resolutions/r1"});
  CHECK(read.rows("resolutions", {"effective_due=2017-03-31"}).size() == 1);
  CHECK(read.rows("meetings", {"present_units=2", "next="}).size() == 1);
}

TEST_CASE("a period chooses by the day, of an event by its last") {
  const Read read;
  const auto in_march = [&](std::string_view name) {
    Table table = read.table(name);
    narrow_to_period(table, {Date::make(2017, 3, 1), Date::make(2017, 3, 31)});
    return Read::names(table);
  };
  CHECK(in_march("events") == Names{"events/e1"});
  CHECK(in_march("suggestions") == Names{"meetings/m1/suggestions/s"});
  CHECK(in_march("resolutions").empty());
}

TEST_CASE("a unit is concerned in whatever role") {
  const Read read;
  const auto of_b = [&](std::string_view name) {
    Table table = read.table(name);
    narrow_to_unit(table, "b");
    return Read::names(table);
  };
  CHECK(of_b("resolutions").size() == 2);
  CHECK(of_b("suggestions") == Names{"meetings/m1/suggestions/s"});
  CHECK(of_b("events").size() == 2);  // a partner by its name as well
  CHECK(of_b("units") == Names{"units/b"});
  CHECK(of_b("attendance") == Names{"meetings/m1/units/b"});
}

TEST_CASE("what has no value is sorted last either way") {
  const Read read;
  Table table = read.table("resolutions");
  sort_rows(table, "due");
  CHECK(Read::names(table).front().ends_with("r1"));
  sort_rows(table, "-due");
  CHECK(Read::names(table).front().ends_with("r1"));
}

TEST_CASE("a debt is a figure, and a formula is none") {
  const Book book = Book::of(R"(
alliance: {name: A, founded: 2017-01-01, office: a}
units: [{id: a, name: "=1+1"}]
funds: [{id: f, name: F, steward: a}, {id: g, name: G, steward: a, opening: 1}]
grants: [{id: g1, date: 2017-02-01, fund: f, amount: 12.5}]
)");
  const auto facts = std::make_shared<BookFacts>(book, *Date::make(2017, 4, 10));
  Table funds = make_table(*table_named("funds"), facts);
  const std::vector<const TableColumn*> columns{funds.column("id"), funds.column("balance")};
  sort_rows(funds, "balance");
  CHECK(table_csv({funds, columns}, Language::en, false) == "id,balance\nf,-12.50\ng,1.00\n");
  CHECK(holds(read_condition(funds, "balance<0.5"), funds, funds.rows[0]));
  const Table units = make_table(*table_named("units"), facts);
  CHECK(table_tsv({units, {units.column("name")}}, Language::zh) == "名称\n'=1+1\n");
}

TEST_CASE("text is cut at a grapheme, and never wider") {
  CHECK(cut_to_width("abc", 3) == "abc");
  CHECK(cut_to_width("abcd", 3) == "ab…");
  CHECK(cut_to_width("南京南站", 5) == "南京…");
  CHECK(cut_to_width("南京南站", 6) == "南京…");
  CHECK(cut_to_width("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
  for (int width = 1; width < 12; ++width)
    CHECK(display_width(cut_to_width("a南e\u0301b京👩‍👩‍👧c站x", width)) <= width);
}

TEST_CASE("a table fits the terminal") {
  const Read read;
  const Table table = read.table("resolutions");
  const std::string text = table_text({table, usual_columns(table)}, Language::zh, 60);
  std::size_t from = 0;
  for (auto end = text.find('\n'); end != text.npos; end = text.find('\n', from)) {
    CHECK(display_width(std::string_view(text).substr(from, end - from)) <= 60);
    from = end + 1;
  }
}

TEST_CASE("SQL has money in 分, counts with their qualifiers, and whole names") {
  const Read read;
  const auto tables = sql::tables_of({read.table("events")}, {});
  const sql::Table& events = tables[1];
  CHECK(events.name == "events");
  CHECK(sql::create_statement(events).find("\"served_qualifier\" TEXT") != std::string::npos);
  CHECK(sql::create_statement(events).find("\"hours_hundredths\" INTEGER") != std::string::npos);
  CHECK(sql::create_statement(events).find("PRIMARY KEY (\"id\")") != std::string::npos);
  // The units are not among these tables, so that nothing can refer to them.
  CHECK(sql::create_statement(events).find("REFERENCES") == std::string::npos);
}

}  // namespace
}  // namespace tables_test
