// Looks for a document that the plain reader and yaml-cpp do not read alike.
//
// By itself a program, built with -DLIANXI_FUZZ=ON or -DLIANXI_TESTS=ON:
//
//     fuzz-plain_reader_fuzz [--inputs N] [--seconds N] [--seed N] [--from N] [--jobs N]
//                            [--differences N] [FILE…]
//
// It goes through the inputs from number --from on until it has seen --inputs of them, --seconds
// have passed, or --differences were found, which it prints as small as it can make them. An input
// follows from its seed and number; FILEs are mutated besides the seeds in seeds.hpp.
// With LIANXI_LIBFUZZER defined and clang++ -fsanitize=fuzzer it is the input of libFuzzer.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../plain_reader_comparison.hpp"
#include "inputs.hpp"
#include "smallest.hpp"

namespace check = lianxi::plain_reader_check;
namespace fuzz = lianxi::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check::Tally tally;
  tally.add_file(std::string(reinterpret_cast<const char*>(data), size));
  if (tally.differences == 0) return 0;
  std::fputs(tally.first_difference.c_str(), stderr);
  std::abort();
}

#ifndef LIANXI_LIBFUZZER

namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  std::uint64_t inputs = ~std::uint64_t(0), seconds = 0, seed = 1, from = 0, jobs = 1;
  std::uint64_t differences = 1;
  std::vector<std::string> files = {};
};

/// What the processes have done so far, in memory that they share.
struct Progress {
  static constexpr std::size_t most_jobs = 256;

  std::atomic<std::uint64_t> inputs, documents, plain, by_item, in_pieces, differences;
  std::array<std::atomic<std::uint64_t>, fuzz::forms> made, valid, read_plainly;
  std::array<std::atomic<std::uint64_t>, most_jobs> number;  ///< Of the input that each reads.
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

std::uint64_t* option_named(std::string_view name, Options& options) {
  if (name == "--inputs") return &options.inputs;
  if (name == "--seconds") return &options.seconds;
  if (name == "--seed") return &options.seed;
  if (name == "--from") return &options.from;
  if (name == "--jobs") return &options.jobs;
  if (name == "--differences") return &options.differences;
  return nullptr;
}

bool read_arguments(int count, char** arguments, Options& options) {
  for (int i = 1; i < count; ++i) {
    auto* const number = option_named(arguments[i], options);
    if (number && i + 1 < count)
      *number = std::strtoull(arguments[++i], nullptr, 10);
    else if (number || !add_file(arguments[i], options.files))
      return false;
  }
  if (options.seconds == 0 && options.inputs == Options().inputs) options.inputs = 100'000;
  options.jobs =
      std::min<std::uint64_t>(std::max<std::uint64_t>(1, options.jobs), Progress::most_jobs);
  return true;
}

bool differs(const std::string& bytes) {
  check::Tally tally;
  tally.add_file(bytes);
  return tally.differences > 0;
}

void print_difference(std::uint64_t number, const Options& options, const std::string& bytes) {
  check::Tally tally;
  tally.add_file(fuzz::smallest(bytes, differs));
  fmt::print("input {} of seed {} is read in two ways; what is left of it:\n{}\n", number,
             options.seed, tally.first_difference);
  std::fflush(stdout);
}

/// One of the processes: every so many-th input.
class Worker {
 public:
  Worker(const Options& options, std::uint64_t job, Clock::time_point end, Progress& progress)
      : options_(options),
        job_(job),
        end_(end),
        progress_(progress),
        inputs_(options.seed, options.files) {}

  void run() {
    for (std::uint64_t at = job_; at < options_.inputs && !is_over(at); at += options_.jobs)
      look_at(options_.from + at);
  }

 private:
  /// No input takes seconds, so a reader that does has lost its way.
  static constexpr unsigned patience = 60;

  bool is_over(std::uint64_t at) {
    if (progress_.differences >= options_.differences) return true;
    if (at / options_.jobs % 64 != 0) return false;
    alarm(patience);
    return options_.seconds > 0 && Clock::now() >= end_;
  }

  void look_at(std::uint64_t number) {
    progress_.number[job_] = number;
    const auto input = inputs_[number];
    check::Tally tally;
    tally.add_file(input.bytes);
    ++progress_.inputs;
    progress_.documents += tally.documents;
    progress_.plain += tally.plain;
    progress_.by_item += tally.by_item;
    progress_.in_pieces += tally.in_pieces;
    if (input.form) note_form(std::size_t(*input.form), input.bytes, tally);
    if (tally.differences == 0 || progress_.differences++ >= options_.differences) return;
    alarm(0);
    print_difference(number, options_, input.bytes);
  }

  /// Only of files that are right in YAML it is interesting how they were read.
  void note_form(std::size_t form, const std::string& bytes, const check::Tally& tally) {
    const bool plain = tally.documents == tally.plain;
    ++progress_.made[form];
    progress_.valid[form] += plain || check::is_valid(bytes);
    progress_.read_plainly[form] += plain;
  }

  const Options& options_;
  std::uint64_t job_;
  Clock::time_point end_;
  Progress& progress_;
  fuzz::Inputs inputs_;
};

/// The same in processes of their own; false where one did not come to its end.
bool run_jobs(const Options& options, Clock::time_point end, Progress& progress) {
  std::vector<pid_t> jobs;
  for (std::uint64_t job = 0; job < options.jobs; ++job) {
    const pid_t id = fork();
    if (id == 0) {
      Worker(options, job, end, progress).run();
      std::_Exit(0);
    }
    jobs.push_back(id);
  }
  bool good = true;
  for (std::size_t job = 0; job < jobs.size(); ++job) {
    int status = 0;
    if (jobs[job] > 0 && waitpid(jobs[job], &status, 0) == jobs[job] && status == 0) continue;
    fmt::print(
        "a reader crashed or did not come back (status {}): --seed {} --from {} --inputs 1\n",
        status, options.seed, progress.number[job].load());
    good = false;
  }
  return good;
}

void print_forms(const Progress& progress) {
  const auto share = [](std::uint64_t some, std::uint64_t all) {
    return all ? 100 * double(some) / double(all) : 0;
  };
  fmt::print("\nOf files with one value of a form: valid YAML, and of that read plainly\n");
  for (std::size_t form = 0; form < fuzz::forms; ++form)
    fmt::print("{:>6.1f} % {:>6.1f} %  {}\n", share(progress.valid[form], progress.made[form]),
               share(progress.read_plainly[form], progress.valid[form]), fuzz::form_names[form]);
}

void print_progress(const Progress& progress, Clock::time_point start) {
  const std::chrono::duration<double> passed = Clock::now() - start;
  const auto inputs = progress.inputs.load();
  print_forms(progress);
  fmt::print("\nmeasured: {} inputs of the fuzzer in {:.1f} s ({:.0f} a second)\n", inputs,
             passed.count(), double(inputs) / passed.count());
  fmt::print(
      "measured: {} documents, {} read plainly, {} but for some records, {} also in pieces: ",
      progress.documents.load(), progress.plain.load(), progress.by_item.load(),
      progress.in_pieces.load());
  fmt::print("{} differences\n", progress.differences.load());
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  if (!read_arguments(count, arguments, options)) return 2;
  void* const shared =
      mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return 2;
  auto& progress = *new (shared) Progress();
  const fuzz::Inputs inputs(options.seed, options.files);
  for (const std::string& file : inputs.files())
    if (differs(file) && ++progress.differences) print_difference(0, options, file);
  const auto start = Clock::now();
  const bool good = run_jobs(options, start + std::chrono::seconds(options.seconds), progress);
  print_progress(progress, start);
  return good && progress.differences == 0 ? 0 : 1;
}

#endif
