// The figures of small books, worked out by hand.
#include <algorithm>
#include <doctest/doctest.h>

#include <lianxi/base/source.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/figures/figure_paths.hpp>
#include <lianxi/figures/figures.hpp>
#include <lianxi/figures/section_figures.hpp>
#include <lianxi/records/claims.hpp>

namespace lianxi {
std::string written(const Quantity&, Writing);
}  // namespace lianxi

namespace figures_test {

using namespace lianxi;

namespace {

Date day(int year, unsigned month, unsigned number) { return *Date::make(year, month, number); }

const Date end_of_2017 = day(2017, 12, 31);
const Period third_quarter{day(2017, 7, 1), day(2017, 9, 30)};

const std::string alliance =
    "alliance: {name: 站区联盟, founded: 2013-04-28, office: a}\n"
    "units:\n"
    "  - {id: a, name: 甲, category: 驻地单位}\n"
    "  - {id: b, name: 乙, category: 区级机关, joined: 2017-08-01}\n"
    "  - {id: c, name: 丙, category: 驻地单位, left: 2017-10-01}\n"
    "  - {id: d, name: 丁, role: observer, category: 列席单位}\n"
    "  - {编号: e, 名称: 戊}\n";

Figures figures_in(const Book& book, const Period& period = {}, Date as_of = end_of_2017) {
  return figures_of(book, as_of, period);
}

std::int64_t hundredths(const Figures& figures, std::string_view path) {
  const auto value = find_figure(figures, path);
  INFO(path);
  REQUIRE(value);
  return value->hundredths;
}

/// The sum of the sources of every figure is the figure.
void check_sources(const Book& book, Date as_of, const Period& period) {
  for (const auto& [path, value] : all_figures(figures_of(book, as_of, period))) {
    Rate sum;
    for (const FigureSource& source : sources_of(book, as_of, period, path))
      sum += {source.hundredths, source.whole};
    CAPTURE(path);
    if (value.kind == FigureValue::Kind::rate)
      CHECK(sum.tenths().value_or(0) * 10 == value.hundredths);
    else
      CHECK(sum.part == value.hundredths);
  }
}

}  // namespace

TEST_CASE("what is claimed is written as a count where it is whole, else as an amount") {
  CHECK(written(Quantity{150'000}, Writing::plain) == "1500");
  CHECK(written(Quantity{150'000, Qualifier::about}, Writing::english) == "about 1,500");
  CHECK(written(Quantity{150'001}, Writing::plain) == "1500.01");
  CHECK(written(Quantity{150'050}, Writing::english) == "1,500.50");
}

TEST_CASE("members are those of the period's last day, or of the as-of day") {
  const Book book = Book::of(alliance);
  const Figures all = figures_in(book);
  CHECK(all.units.members == 3);  // a, b, e; c has left, d is an observer
  REQUIRE(all.units.by_category.size() == 2);
  CHECK(all.units.by_category[0].category == "驻地单位");
  CHECK(all.units.by_category[0].members == 1);
  CHECK(all.units.by_category[1].category == "区级机关");
  CHECK(figures_in(book, third_quarter).units.members == 4);
  CHECK(figures_in(book, third_quarter, day(2017, 7, 15)).units.members == 3);  // without b
  CHECK(figures_in(book, third_quarter, day(2017, 7, 15)).period.to == day(2017, 7, 15));
}

TEST_CASE("meetings held in the period") {
  const Book book = Book::of(alliance + R"(
meetings:
  - id: m1
    kind: regular
    date: 2017-07-20
    attendance: {present: [a, d], leave: [{unit: c, reason: 值班}]}
    suggestions:
      - {text: 一, outcome: settled, settled: 2017-09-30}
      - {text: 二, outcome: settled, settled: 2017-10-01}
      - {text: 三, 办理结果: 办结}
      - {text: 四, settled: 2017-08-01}
    resolutions: [{id: r1, text: 甲, lead: a}, {id: r2, text: 乙, lead: b}]
  - {id: m2, 类型: 临时会议, 日期: 2017年9月20日, 签到: {出席: [a, b, c, e]}}
  - {id: m3, kind: regular, date: 2017-09-25}
  - {id: m4, kind: regular, date: 2017-09-26, cancelled: 台风}
  - {id: m5, kind: regular, date: 2017-10-10, suggestions: [{text: 五}]}
  - {id: m6, kind: regular, date: 2017-13-01}
)");
  const MeetingFigures meetings = figures_in(book, third_quarter).meetings;
  CHECK(meetings.held == 3);
  CHECK(meetings.regular == 2);
  CHECK(meetings.special == 1);
  // m1: one of a, c and e; m2: all four; m3 has no sign-in.
  CHECK(meetings.attendance.part == 5);
  CHECK(meetings.attendance.whole == 7);
  CHECK(meetings.attendance.tenths() == 714);
  CHECK(meetings.suggestions == 4);
  CHECK(meetings.suggestions_settled == 2);  // 一, and 三 without a day
  CHECK(meetings.resolutions == 2);
  CHECK(figures_in(book).meetings.suggestions_settled == 3);
  CHECK(figures_in(book, third_quarter, day(2017, 9, 19)).meetings.held == 1);
  const Figures before = figures_in(book, {}, day(2017, 1, 1));
  CHECK(before.meetings.attendance.tenths() == std::nullopt);
  CHECK(find_figure(before, "meetings.attendance_rate")->is_null);
  check_sources(book, end_of_2017, third_quarter);

  const auto reused = figures_of(compliance_of(book, end_of_2017, third_quarter));
  CHECK(reused.meetings.attendance.tenths() == 714);
  CHECK(reused.units.members == 4);
}

const std::string events = R"(
events:
  - {id: e1, title: 一, kind: team_service, date: 2017-07-01, lead: a, served: 约5500, organizations: 4}
  - {编号: e2, 标题: 二, 类型: 组团服务, 日期: 2017-08-01, 牵头单位: a, 服务人次: 220余, 志愿时长: 12.5}
  - id: e3
    title: 三
    kind: volunteer
    date: 2017-09-29
    until: 2017-10-02
    lead: a
    sessions: 220余
    materials:
      - {item: 书籍, quantity: 600余, uom: 册, to: 驻地单位}
      - {item: 书籍, quantity: 1, uom: 册}
      - {item: AED, quantity: 1}
  - id: e4
    title: 四
    date: 2017-10-05
    lead: a
    trained: 20
    certified: 12
    materials:
      - {品名: 书籍, 数量: 约1200, 计量单位: 册, 发放对象: 旅客}
      - {品名: 书籍, 数量: 40, 计量单位: 册, 发放对象: 驻地单位}
      - {品名: 书籍, 数量: many, 计量单位: 箱}
)";

TEST_CASE("events count where their last day falls, and keep how exact they are") {
  const Book book = Book::of(alliance + events);
  const EventsFigures quarter = figures_in(book, third_quarter).events;
  CHECK(quarter.total.records == 2);
  const EventFigures& team = quarter.by_kind[std::size_t(EventKind::team_service)];
  CHECK(team.served == Count{5720, Qualifier::about});
  CHECK(team.organizations == Count{4, Qualifier::exact});
  CHECK(team.sessions == Count{2, Qualifier::exact});  // one each where not given
  CHECK(team.hours == Amount{1250});
  CHECK(quarter.by_kind[std::size_t(EventKind::volunteer)].records == 0);

  const EventsFigures all = figures_in(book).events;
  CHECK(all.total.records == 4);
  CHECK(all.total.sessions == Count{223, Qualifier::at_least});
  CHECK(all.total.trained == Count{20, Qualifier::exact});
  CHECK(all.total.certified == Count{12, Qualifier::exact});
  CHECK(all.by_kind[std::size_t(EventKind::volunteer)].sessions == Count{220, Qualifier::at_least});
  CHECK(figures_in(book, third_quarter, day(2017, 7, 31)).events.total.records == 1);
}

TEST_CASE("materials by item, unit of measure and recipient") {
  const Book book = Book::of(alliance + events);
  const auto rows = figures_in(book).events.materials;
  REQUIRE(rows.size() == 5);
  CHECK(rows[0].item == "AED");
  CHECK(rows[1].to.empty());
  CHECK(rows[1].quantity == Count{1, Qualifier::exact});
  CHECK(rows[2].to == "旅客");
  CHECK(rows[2].quantity == Count{1200, Qualifier::about});
  CHECK(rows[3].to == "驻地单位");
  CHECK(rows[3].quantity == Count{640, Qualifier::at_least});
  CHECK(rows[4].uom == "箱");
  CHECK(rows[4].quantity == Count{0, Qualifier::exact});

  const Figures figures = figures_in(book);
  CHECK(hundredths(figures, "events.materials.书籍/册/旅客") == 120000);
  CHECK(hundredths(figures, "events.materials.书籍/册") == 184100);
  CHECK(find_figure(figures, "events.materials.书籍/册")->qualifier == Qualifier::about);
  CHECK(hundredths(figures, "events.materials.AED") == 100);
  CHECK_FALSE(find_figure(figures, "events.materials.书籍"));
  check_sources(book, end_of_2017, {});
}

const std::string money = R"(
funds:
  - {id: 爱心基金, name: 爱心基金, steward: a, opening: 100}
  - {id: 另一基金, name: 另一基金, steward: a}
donations:
  - {id: d1, date: 2017-06-30, fund: 爱心基金, amount: "1,000.50"}
  - {id: d2, date: 2017-07-01, fund: 爱心基金, amount: 500}
  - id: d3
    date: 2017-09-30
    recipient: a
    goods:
      - {item: AED, quantity: 1, uom: 台, value: 20000}
      - {item: AED, quantity: 2余, uom: 台}
      - {item: 急救箱, quantity: 10, uom: 个}
  - {编号: d4, 日期: 2017-10-01, 基金: 爱心基金, 金额: 3}
  - {id: d5, date: someday, fund: 爱心基金, amount: 999}
grants:
  - {id: g1, date: 2017-05-01, fund: 爱心基金, amount: 200.25, beneficiaries: 7}
  - {id: g2, date: 2017-08-01, fund: 爱心基金, amount: 300, beneficiaries: 约90}
  - {id: g3, date: 2017-08-02, fund: nobody, amount: 1}
)";

TEST_CASE("donations and funds: what was there before, came, went and is left") {
  const Book book = Book::of(alliance + money);
  const Figures quarter = figures_in(book, third_quarter);
  CHECK(quarter.donations.records == 2);
  CHECK(quarter.donations.money == Amount{50000});
  CHECK(quarter.donations.goods_value == Amount{2000000});
  REQUIRE(quarter.donations.goods.size() == 2);
  CHECK(quarter.donations.goods[0].quantity == Count{3, Qualifier::at_least});
  CHECK(quarter.donations.goods[0].value == Amount{2000000});
  CHECK(quarter.donations.goods[1].value == std::nullopt);
  REQUIRE(quarter.funds.size() == 2);
  const FundFigures& fund = quarter.funds[0];
  CHECK(fund.opening == Amount{10000 + 100050 - 20025});
  CHECK(fund.received == Amount{50000});
  CHECK(fund.granted == Amount{30000});
  CHECK(fund.beneficiaries == Count{90, Qualifier::about});
  CHECK(fund.closing == Amount{10000 + 100050 - 20025 + 50000 - 30000});
  CHECK(quarter.funds[1].closing == Amount{0});

  const Figures all = figures_in(book);
  CHECK(all.funds[0].opening == Amount{10000});
  CHECK(all.funds[0].received == Amount{150350});
  CHECK(all.funds[0].closing == Amount{10000 + 150350 - 50025});
  // On a day before the period only what is known by then.
  const Figures early = figures_in(book, third_quarter, day(2017, 5, 31));
  CHECK(early.funds[0].opening == Amount{10000 - 20025});
  CHECK(early.funds[0].closing == early.funds[0].opening);
  check_sources(book, end_of_2017, third_quarter);
  check_sources(book, end_of_2017, {});
}

TEST_CASE("sources name each record once, with what it adds") {
  const Book book = Book::of(alliance + money);
  const auto closing = sources_of(book, end_of_2017, third_quarter, "funds.爱心基金.closing");
  REQUIRE(closing.size() == 5);
  CHECK(closing[0].record == "funds/爱心基金");
  CHECK(closing[0].hundredths == 10000);
  CHECK(closing[3].record == "grants/g1");
  CHECK(closing[3].hundredths == -20025);
  const auto goods = sources_of(book, end_of_2017, third_quarter, "donations.goods.AED/台");
  REQUIRE(goods.size() == 1);
  CHECK(goods[0].record == "donations/d3");
  CHECK(goods[0].hundredths == 300);
  CHECK(book.sources().rest(goods[0].at).starts_with("1, uom: 台, value"));
  CHECK(sources_of(book, end_of_2017, {}, "donations.goods.AED").empty());
  CHECK(sources_of(book, end_of_2017, {}, "").empty());
}

TEST_CASE("projects, requests, shares and honors by their days") {
  const Book book = Book::of(alliance + R"(
projects:
  - id: p1
    title: 项目
    applicant: a
    year: 2017
    approved: {date: 2017-06-01, amount: 9000}
    expenses:
      - {date: 2017-06-30, item: 一, amount: 1}
      - {date: 2017-07-01, item: 二, amount: 20.20}
    reimbursed: {date: 2017-09-30, amount: 21.20}
  - {id: p2, title: 另一个, applicant: b, year: 2017, 批准: {日期: 2017-08-08, 金额: 5000}}
requests:
  - id: q1
    date: 2017-07-01
    by: a
    to: [b, c]
    text: 请协助
    answers: [{unit: b, date: 2017-07-02, accepted: yes}, {unit: c, date: 2017-10-01, accepted: no}]
    closed: 2017-10-02
  - {id: q2, date: 2017-07-02, by: a, to: b, text: 请, answers: [{unit: b, date: 2017-07-03, accepted: no}], closed: 2017-07-03}
  - {id: q3, date: 2017-10-01, by: a, to: b, text: 请}
shares: [{id: s1, date: 2017-09-30, unit: a, title: 经验, kind: experience, text: 经验}]
honors: [{id: h1, date: 2017-10-01, unit: a, title: 标兵, level: city, kind: model}]
)");
  const Figures quarter = figures_in(book, third_quarter);
  CHECK(quarter.projects.records == 1);
  CHECK(quarter.projects.approved == Amount{500000});
  CHECK(quarter.projects.spent == Amount{2020});
  CHECK(quarter.projects.reimbursed == Amount{2120});
  CHECK(quarter.requests.records == 2);
  CHECK(quarter.requests.answered == 1);
  CHECK(quarter.requests.closed == 1);
  CHECK(quarter.shares == 1);
  CHECK(quarter.honors == 0);
  const Figures all = figures_in(book);
  CHECK(all.requests.records == 3);
  CHECK(all.requests.answered == 2);
  CHECK(hundredths(all, "projects.spent") == 2120);
  CHECK(hundredths(all, "honors") == 100);
  check_sources(book, end_of_2017, third_quarter);
}

TEST_CASE("names in paths may hold dots and slashes: the longest wins") {
  const Book book = Book::of(alliance + R"(
  - {id: f, name: 己, category: 区.属/其他}
funds: [{id: a.received, name: 甲, steward: a, opening: 7}, {id: a, name: 乙, steward: a}]
donations:
  - id: d
    date: 2017-01-01
    recipient: a
    fund: a
    amount: 5
    goods:
      - {item: x/y, quantity: 1, uom: z}
      - {item: x, quantity: 2, uom: y/z}
      - {item: AED, quantity: 3, uom: 台, value: 9}
      - {item: AED, quantity: 4, uom: 台.value}
)");
  const Figures figures = figures_in(book);
  CHECK(hundredths(figures, "units.by_category.区.属/其他") == 100);
  CHECK(hundredths(figures, "funds.a.received.opening") == 700);
  CHECK(hundredths(figures, "funds.a.received") == 500);
  CHECK(hundredths(figures, "donations.goods.x/y/z") == 100);
  CHECK(hundredths(figures, "donations.goods.AED/台") == 300);
  CHECK(hundredths(figures, "donations.goods.AED/台.value") == 400);
}

TEST_CASE("every path finds its figure, others find none") {
  const Book book = Book::of(alliance + events);
  const Figures figures = figures_in(book);
  for (const auto& [path, value] : all_figures(figures)) {
    CAPTURE(path);
    CHECK(find_figure(figures, path) == value);
  }
  const auto paths = all_figure_paths(figures);
  CHECK(std::ranges::find(paths, "events.by_kind.team_service.served") != paths.end());
  CHECK(hundredths(figures, "events.records") == 400);
  CHECK(hundredths(figures, "events.total.hours") == 1250);
  CHECK(find_figure(figures, "events.total.hours")->is_amount);
  CHECK(hundredths(figures, "events.by_kind.lecture.served") == 0);  // there were none
  for (const auto path : {"", ".", "events", "events.by_kind.team_service", "units.by_category.",
                          "meetings.helt", "events.total.hours.", "shares.x"})
    CHECK_FALSE(find_figure(figures, path));
}

TEST_CASE("the sample book gives the published figures") {
  const Book book = Book::read(read_folder(LIANXI_SAMPLES_DIR "/nanjing-south"));
  const Date as_of = day(2017, 9, 30);
  const Figures figures = figures_of(book, as_of);
  CHECK(hundredths(figures, "meetings.suggestions") == 4400);
  for (const Claim& claim : book.claims) {
    const auto period = claim.period ? *read_period(*claim.period, as_of) : Period();
    const auto value = find_figure(figures_of(book, *claim.date, period), *claim.figure);
    CAPTURE(*claim.figure);
    REQUIRE(value);
    CHECK(value->hundredths == claim.value->hundredths);
  }
  check_sources(book, as_of, {});
  check_sources(book, as_of, third_quarter);
}

TEST_CASE("figures of one section are those of all, and worked out once for all who need them") {
  const Book book =
      Book::of(alliance +
               "donations: [{id: d1, date: 2017-05-10, fund: f, amount: 4000}]\n"
               "funds: [{id: f, name: F, steward: a}]\n"
               "meetings: [{id: m, kind: regular, date: 2017-05-10, attendance: {present: [a]}}]\n"
               "shares: [{id: s, date: 2017-05-11, unit: a, title: T, kind: experience}]\n");
  const Period year{day(2017, 1, 1), day(2017, 12, 31)};
  SectionFigures figures(book);
  for (const Date as_of : {day(2017, 12, 31), day(2018, 3, 1), day(2019, 1, 1)}) {
    const Figures all = figures_of(book, as_of, year);
    for (const std::string& path : all_figure_paths(all)) {
      CAPTURE(path);
      const auto value = find_figure(figures.of(as_of, year, path), path);
      REQUIRE(value);
      CHECK(value->hundredths == find_figure(all, path)->hundredths);
    }
  }
  // Six sections that the day matters nothing to, once; meetings as of each day.
  CHECK(figures.passes() == 6 + 3);
  figures.of(day(2017, 6, 30), year, "donations.money");  // the year so far
  CHECK(figures.passes() == 10);
  figures.of(day(2017, 6, 30), year, "no such figure");  // all are needed to say what is near
  CHECK(figures.passes() == 11);
}

}  // namespace figures_test
