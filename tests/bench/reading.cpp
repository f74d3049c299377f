// How fast and in how much memory a book is read, against yaml-cpp's own tree:
//
//     cmake -B build -DLIANXI_BENCH=ON && cmake --build build && build/tests/bench-reading
//     [RECORDS]
//
// Both read the same donations in one process, one after the other, on one thread.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <sys/resource.h>
#include <yaml-cpp/yaml.h>

#include <lianxi/rules/judge.hpp>

using namespace lianxi;

static std::string donations(int records) {
  std::string text =
      "alliance: {name: A, founded: 2013-04-28, office: a}\n"
      "units: [{id: a, name: A, head: post}]\nfunds: [{id: care, name: Care, steward: "
      "a}]\ndonations:\n";
  for (int i = 0; i < records; ++i)
    text += fmt::format(
        "  - id: d{:07}\n    date: {}-{:02}-{:02}\n    donor: Donor number {}\n    fund: care\n"
        "    amount: {}.{:02}\n    purpose: for travellers in need\n    receipt: R-{:08}\n    "
        "place: office\n",
        i, 2014 + i % 10, 1 + i % 12, 1 + i % 28, i % 977, i % 9000, i % 100, i);
  return text;
}

static double cpu_seconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

static double peak_bytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return double(usage.ru_maxrss) * 1024;
}

int main(int argc, char** argv) {
  const int records = argc > 1 ? std::atoi(argv[1]) : 100'000;
  std::vector<InputFile> files(1);
  files[0] = {"donations.yaml", donations(records)};
  const double bytes = double(files[0].bytes.size());
  const std::string copy = files[0].bytes;

  const double before = cpu_seconds();
  const Book book = Book::read(std::move(files));
  const double read = cpu_seconds();
  const Verdict verdict = validate({book, *Date::make(2023, 12, 31), false});
  const double validated = cpu_seconds();
  // The copy for yaml-cpp is ours, not the reader's.
  const double peak = peak_bytes() - bytes;

  const YAML::Node tree = YAML::Load(copy);
  const double loaded = cpu_seconds();

  fmt::print("{} donations, {:.1f} MB, {} findings\n", records, bytes / 1e6,
             verdict.findings.size());
  fmt::print("read      {:8.3f} s  {:6.1f} MB/s\n", read - before, bytes / 1e6 / (read - before));
  fmt::print("validated {:8.3f} s\n", validated - before);
  fmt::print("yaml-cpp  {:8.3f} s  {:6.1f} MB/s  ({} keys at the top)\n", loaded - validated,
             bytes / 1e6 / (loaded - validated), tree.size());
  fmt::print("yaml-cpp's tree / read and validated: {:.1f}\n",
             (loaded - validated) / (validated - before));
  fmt::print("peak memory / bytes of the book: {:.2f}\n", peak / bytes);
}
