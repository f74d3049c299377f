// Figures as JSON and as a table for people.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <lianxi/exchange/figures_json.hpp>
#include <lianxi/exchange/figures_text.hpp>
#include <lianxi/figures/figure_paths.hpp>

namespace figures_print_test {

using namespace lianxi;

namespace {

const Period third_quarter{Date::make(2017, 7, 1), Date::make(2017, 9, 30)};

const std::string text = R"(
alliance: {name: "站\e[1m区", founded: 2013-04-28, office: a}
units: [{id: a, name: 甲, category: 驻地单位}, {id: b, name: 乙}]
events:
  - {id: e1, title: 一, kind: team_service, date: 2017-07-01, lead: a, served: 约5500, hours: 12.5}
  - {id: e2, title: 二, date: 2017-07-02, lead: a, materials: {item: 宣传册, quantity: 9}}
  - {id: e3, title: 三, kind: visit, date: 2017-01-01, lead: a, materials: [{item: 宣传册, quantity: 1200余, to: 旅客}]}
funds: [{id: 爱心基金, name: 基金, steward: a, opening: 100}]
donations:
  - {id: d1, date: 2017-06-30, fund: 爱心基金, amount: 800.25}
  - {id: d2, date: 2017-07-01, fund: 爱心基金, amount: 5000}
  - id: d3
    date: 2017-08-01
    recipient: a
    goods: [{item: 急救箱, quantity: 10余, uom: 个}, {item: AED, quantity: 1, value: 20000}]
grants: [{id: g, date: 2017-08-01, fund: 爱心基金, amount: 300, beneficiaries: 约90}]
)";

Figures figures_in(const Book& book, const Period& period = {}) {
  return figures_of(book, *Date::make(2017, 12, 31), period);
}

}  // namespace

TEST_CASE("the JSON of stats has its keys in the order of the manual") {
  const Book book = Book::of(text);
  const std::string out = to_json(figures_in(book, third_quarter));
  CHECK(out.starts_with("{\n  \"version\": \""));
  CHECK(out.find("\n  \"book\": \"站\\u001b[1m区\",\n  \"label\": \"2017-Q3\",\n") != out.npos);
  CHECK(out.ends_with("}\n"));
  std::string keys;
  const auto json = nlohmann::ordered_json::parse(out);
  for (const auto& [key, value] : json.items()) keys += key + " ";
  CHECK(keys ==
        "version format book label record_errors unread period units meetings events donations "
        "funds projects requests shares honors ");
}

TEST_CASE("the JSON of each section") {
  const Book book = Book::of(text);
  const auto json = nlohmann::ordered_json::parse(to_json(figures_in(book, third_quarter)));
  CHECK(json["period"].dump() == R"({"from":"2017-07-01","to":"2017-09-30"})");
  CHECK(json["units"].dump() == R"({"members":2,"by_category":{"驻地单位":1}})");
  CHECK(json["meetings"].dump() ==
        R"({"held":0,"regular":0,"special":0,"attendance_rate":null,"suggestions":0,)"
        R"("suggestions_settled":0,"resolutions":0})");
  const std::string zero = R"({"value":0,"qualifier":"exact"})";
  CHECK(json["events"]["records"] == 2);
  CHECK(json["events"]["by_kind"].dump() ==
        R"({"team_service":{"records":1,"units":1,"organizations":)" + zero +
            R"(,"sessions":{"value":1,"qualifier":"exact"},"served":)"
            R"({"value":5500,"qualifier":"about"},"volunteers":)" +
            zero + R"(,"hours":"12.50","trained":)" + zero + R"(,"certified":)" + zero + "}}");
  CHECK(json["events"]["total"]["sessions"]["value"] == 2);
  CHECK(
      json["donations"].dump() ==
      R"({"records":2,"money":"5000.00","goods_value":"20000.00","goods":[)"
      R"({"item":"AED","uom":null,"quantity":{"value":1,"qualifier":"exact"},"value":"20000.00"},)"
      R"({"item":"急救箱","uom":"个","quantity":{"value":10,"qualifier":"at_least"},"value":null}]})");
  CHECK(json["funds"].dump() ==
        R"([{"id":"爱心基金","opening":"900.25","received":"5000.00","granted":"300.00",)"
        R"("beneficiaries":{"value":90,"qualifier":"about"},"closing":"5600.25"}])");
  CHECK(json["projects"].dump() ==
        R"({"records":0,"approved":"0.00","spent":"0.00","reimbursed":"0.00"})");
  CHECK(json["requests"].dump() == R"({"records":0,"answered":0,"closed":0})");
  CHECK(json["shares"] == 0);
}

TEST_CASE("materials, and a period without a start, in JSON") {
  const Book book = Book::of(text);
  const auto json = nlohmann::ordered_json::parse(to_json(figures_in(book)));
  CHECK(json["period"].dump() == R"({"from":null,"to":"2017-12-31"})");
  REQUIRE(json["events"]["materials"].size() == 1);  // those of e2 are not a list
  CHECK(
      json["events"]["materials"][0].dump() ==
      R"({"item":"宣传册","uom":null,"to":"旅客","quantity":{"value":1200,"qualifier":"at_least"}})");
}

TEST_CASE("the table for people, in Chinese") {
  const Book book = Book::of(text);
  CHECK(to_table(figures_in(book, third_quarter), Language::zh) ==
        "站\\u{1b}[1m区：统计数据（2017-07-01 至 2017-09-30）\n"
        "\n单位\n"
        "  成员单位    2\n"
        "    驻地单位  1\n"
        "\n活动\n"
        "  类型      活动  参与单位（去重）  参与单位  场次  服务人次  志愿者人次  志愿时长  "
        "培训人次  持证人数\n"
        "  组团服务     1                 1         0     1   约5,500           0     12.50        "
        " 0         0\n"
        "  合计         2                 1         0     2   约5,500           0     12.50        "
        " 0         0\n"
        "\n捐赠\n"
        "  捐赠笔数          2\n"
        "  捐款       5,000.00\n"
        "  捐物估值  20,000.00\n"
        "\n捐赠物资\n"
        "  品名    计量单位  数量       估值\n"
        "  AED                  1  20,000.00\n"
        "  急救箱  个        10余          -\n"
        "\n基金\n"
        "  基金      期初余额      收入  救助支出  受助人数  期末余额\n"
        "  爱心基金    900.25  5,000.00    300.00      约90  5,600.25\n");
}

TEST_CASE("the table for people, in English, leaves out what did not happen") {
  const Book book = Book::of("alliance: {name: A}\nunits: [{id: a, name: a}]\n");
  CHECK(to_table(figures_in(book), Language::en) ==
        "A: figures up to 2017-12-31\n\nUnits\n  members  1\n");
  const Book full = Book::of(text);
  CHECK(to_text(*find_figure(figures_in(full), "donations.goods.急救箱/个"), Language::en) ==
        "10+");
}

}  // namespace figures_print_test
