// The plain reader against yaml-cpp: the same bytes give the same values in the same places.
// plain_reader_fuzz.cpp does this with inputs that it makes by a grammar.
#include "../../plain_reader_comparison.hpp"
#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  lianxi::plain_reader_check::Tally tally;
  tally.add_file(std::string(reinterpret_cast<const char*>(data), size));
  lianxi::fuzz::must(tally.differences == 0, "read in two ways", tally.first_difference);
  return 0;
}
