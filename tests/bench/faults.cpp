// How the time of `validate` grows with the faults of a book:
//
//     cmake -B build -DLIANXI_BENCH=ON && cmake --build build && build/tests/bench-faults
//     [LARGEST]
//
// Books of 1,000, 10,000 and 100,000 faults of mixed kinds are made in memory, once with a line
// for each record and once with all of a collection in one line, judged and printed as text,
// JSON and SARIF. Behind each time stands what one finding cost against the smaller book of the
// same run: near 1 is linear, near 10 is the square. Last, what `--fix` takes for 7,000 records
// that each stop reading against 700: near 10 is linear.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include <lianxi/book/mending.hpp>
#include <lianxi/exchange/findings_json.hpp>
#include <lianxi/exchange/findings_sarif.hpp>
#include <lianxi/exchange/findings_text.hpp>
#include <lianxi/rules/judge.hpp>

using namespace lianxi;

namespace {

enum class Layout { lines, one_line };

/// The records of one collection, as a block or in one line.
class List {
 public:
  List(std::string name, Layout layout) : layout_(layout) {
    text_ = std::move(name) + (layout == Layout::lines ? ":\n" : ": [");
  }
  void add(const std::string& record) {
    text_ += layout_ == Layout::lines ? "  - {" + record + "}\n" : "{" + record + "}, ";
  }
  std::string text() const { return layout_ == Layout::lines ? text_ : text_ + "]\n"; }

 private:
  Layout layout_;
  std::string text_;
};

/// Some ten faults for each `i`, of as many rules.
std::string book_with(int faults, Layout layout) {
  List units("units", layout), meetings("meetings", layout), events("events", layout),
      donations("donations", layout), shares("shares", layout), followups("followups", layout);
  units.add("id: a, name: A, head: H");
  units.add("id: b, name: B, head: H, left: 2014-01-01");
  for (int i = 0; i < faults / 10; ++i) {
    units.add(fmt::format("id: u{}, nane: U, head: 单位负责人", i % 1000));  // duplicate-id
    meetings.add(
        fmt::format("id: m{}, kind: regular, date: 2017-02-{:02}, chair: b, minutes: "
                    "{{issued: 2017-01-01}}, attendance: {{present: [a, a, u{}x]}}",
                    i, 1 + i % 28, i));
    followups.add(fmt::format("meeting: m{}, unit: a, date: 2016-01-01", i));
    events.add(
        fmt::format("id: e{}, title: 活动, kind: visti, date: 2017-02-3{}, lead: a, party: "
                    "x, service: y, thing{}: 1",
                    i, i % 10, i));
    donations.add(fmt::format("id: d{}, date: 2017-03-01, amount: 5元, receipt: R", i));
    shares.add(
        fmt::format("id: s{}, date: 2017-03-01, unit: a, title: 问 138{:08}, kind: "
                    "experience, text: T",
                    i, i));
  }
  std::string text = "alliance: {name: A, founded: 2013-04-28, office: a}\n";
  for (const List* list : {&units, &meetings, &followups, &events, &donations, &shares})
    text += list->text();
  return text;
}

double seconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

struct Times {
  std::size_t records = 0, findings = 0;
  double validate = 0, text = 0, json = 0, sarif = 0;
};

Times measure(int faults, Layout layout) {
  Times times;
  std::string bytes = book_with(faults, layout);
  const double start = seconds();
  const Book book = Book::of(std::move(bytes));
  const Verdict verdict = validate({book, *Date::make(2017, 9, 30), true});
  const double validated = seconds();
  std::size_t printed = 0;
  for (const Finding& finding : verdict.findings) printed += to_text(book, finding, {}).size();
  const double as_text = seconds();
  const auto count = [&](std::string_view text) { printed += text.size(); };
  validate_json(book, verdict, count);
  const double as_json = seconds();
  findings_sarif(book, verdict, Language::en, "", count);
  if (printed == 0) std::abort();  // so that nothing is left out for being unused
  for (const Collection& collection : all_collections()) times.records += collection.size(book);
  times.findings = verdict.findings.size();
  times.validate = validated - start;
  times.text = as_text - validated;
  times.json = as_json - as_text;
  times.sarif = seconds() - as_json;
  return times;
}

std::string with_growth(double time, double before, const Times& now, const Times& then) {
  if (then.findings == 0 || before <= 0) return fmt::format("{:8.3f} s        ", time);
  const double cost = time / double(now.findings), cost_before = before / double(then.findings);
  return fmt::format("{:8.3f} s (×{:4.2f})", time, cost / cost_before);
}

void run(std::string_view name, Layout layout, int largest) {
  fmt::print("{}\n{:>9} {:>9} {:>18} {:>18} {:>18} {:>18}\n", name, "records", "findings",
             "validate", "text", "json", "sarif");
  Times before;
  for (int faults = 1000; faults <= largest; faults *= 10) {
    const Times now = measure(faults, layout);
    fmt::print("{:>9} {:>9} {} {} {} {}\n", now.records, now.findings,
               with_growth(now.validate, before.validate, now, before),
               with_growth(now.text, before.text, now, before),
               with_growth(now.json, before.json, now, before),
               with_growth(now.sarif, before.sarif, now, before));
    std::fflush(stdout);
    before = now;
  }
}

/// Units whose names stand behind a full-width colon, which YAML cannot read.
double seconds_to_mend(int slips) {
  std::string bytes = "units:\n";
  for (int i = 0; i < slips; ++i)
    bytes += fmt::format("  - id: u{0}\n    name：单位{0}\n    head: H\n", i);
  const double start = seconds();
  const auto mended = mend({"units.yaml", std::move(bytes), {}});
  if (!mended || mended->mends.size() != std::size_t(slips)) std::abort();
  return seconds() - start;
}

void run_mending() {
  const double few = seconds_to_mend(700), many = seconds_to_mend(7000);
  fmt::print("--fix: 700 slips {:.3f} s, 7000 slips {:.3f} s (×{:.1f})\n", few, many, many / few);
}

}  // namespace

int main(int argc, char** argv) {
  const int largest = argc > 1 ? std::atoi(argv[1]) : 100'000;
  run("a line for each record", Layout::lines, largest);
  run("a collection in one line", Layout::one_line, largest);
  run_mending();
}
