// Looks for a document that the plain reader and yaml-cpp do not read alike.
//
// By itself a program: plain_reader_fuzz [--runs N] [--seed S] [FILE…]
// With LIANXI_LIBFUZZER defined and clang++ -fsanitize=fuzzer the input of libFuzzer.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "../plain_reader_comparison.hpp"

namespace check = lianxi::plain_reader_check;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check::Tally tally;
  tally.add_file(std::string(reinterpret_cast<const char*>(data), size));
  if (tally.differences == 0) return 0;
  std::fputs(tally.first_difference.c_str(), stderr);
  std::abort();
}

#ifndef LIANXI_LIBFUZZER

namespace {

struct Options {
  std::size_t runs = 100'000;
  std::uint64_t seed = 1;
  std::vector<std::string> files = check::seed_files();
};

bool add_file(const char* path, std::vector<std::string>& files) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    fmt::print(stderr, "{}: cannot be read\n", path);
    return false;
  }
  std::ostringstream bytes;
  bytes << in.rdbuf();
  files.push_back(std::move(bytes).str());
  return true;
}

bool read_arguments(int count, char** arguments, Options& options) {
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    const bool has_number = i + 1 < count;
    if (argument == "--runs" && has_number)
      options.runs = std::strtoull(arguments[++i], nullptr, 10);
    else if (argument == "--seed" && has_number)
      options.seed = std::strtoull(arguments[++i], nullptr, 10);
    else if (!add_file(arguments[i], options.files))
      return false;
  }
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  if (!read_arguments(count, arguments, options)) return 2;
  check::Tally tally;
  for (const std::string& file : options.files) tally.add_file(file);
  check::Mutator mutator(options.seed);
  for (std::size_t run = 0; run < options.runs && tally.differences == 0; ++run)
    tally.add_file(mutator.mutate(options.files));
  fmt::print("{}{} documents, {} read plainly, {} differences\n", tally.first_difference,
             tally.documents, tally.plain, tally.differences);
  return tally.differences == 0 ? 0 : 1;
}

#endif
