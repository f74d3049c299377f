// What a roll-up costs against only reading the same books, and against judging them:
//
//     build/tests/bench-rollup BOOK…        (tests/bench/rollup.py makes books for it)
//
// All in one process, on one thread, one book at a time, in turn; medians of five rounds.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <sys/resource.h>
#include <vector>

#include <lianxi/book/book.hpp>
#include <lianxi/exchange/rollup_reading.hpp>
#include <lianxi/rules/judge.hpp>

using namespace lianxi;

static double cpu_seconds_of(const std::function<void()>& work) {
  const auto before = std::clock();
  work();
  return double(std::clock() - before) / CLOCKS_PER_SEC;
}

static double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

static double peak_megabytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return double(usage.ru_maxrss) / 1000;
}

int main(int argc, char** argv) {
  const std::vector<std::string> books(argv + 1, argv + argc);
  const Date as_of = *Date::make(2018, 6, 30);
  const RollupRequest request{.as_of = as_of, .label = "all", .source = folder_source};
  const auto read = [&] {
    for (const auto& path : books) Book::read(folder_source(path)->files(1));
  };
  const auto judge = [&] {
    for (const auto& path : books) {
      const auto source = folder_source(path);
      const Book book = Book::read(source->files(1));
      validate({book, as_of, true, source.get()});
    }
  };
  rollup_of(books, request);  // so that no round is the first to meet the files
  const double peak = peak_megabytes();
  std::vector<double> reading, rolling, judging;
  for (int round = 0; round < 5; ++round) {
    reading.push_back(cpu_seconds_of(read));
    rolling.push_back(cpu_seconds_of([&] { rollup_of(books, request); }));
    judging.push_back(cpu_seconds_of(judge));
  }
  const double r = median(reading), u = median(rolling), j = median(judging);
  std::printf("%zu books: reading %.2f s, roll-up %.2f s, validate %.2f s; ", books.size(), r, u,
              j);
  std::printf("roll-up is %.2f times reading, %.2f times validate; peak %.0f MB\n", u / r, u / j,
              peak);
}
