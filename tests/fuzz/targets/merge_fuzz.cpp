// The merge driver: three versions of a file, of any bytes. Where only one side changed anything
// the result is that side; what is joined without conflict can be read where all versions could be.
#include <lianxi/book/book.hpp>
#include <lianxi/exchange/merge_text.hpp>
#include <lianxi/writing/file_merge.hpp>

#include "input.hpp"

using namespace lianxi;

namespace {

bool can_be_read(const std::string& bytes) { return Book::of(bytes).unread() == 0; }

void check_one_sided(const std::string& base, const std::string& side) {
  const MergedFile theirs = merge_files(base, base, side), ours = merge_files(base, side, base);
  const MergedFile both = merge_files(base, side, side);
  fuzz::must(!theirs.has_conflicts && theirs.bytes == side, "not theirs, who alone changed it",
             side);
  fuzz::must(!ours.has_conflicts && ours.bytes == side, "not ours, who alone changed it", side);
  fuzz::must(!both.has_conflicts && both.bytes == side, "not what both have", side);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Input input(data, size);
  auto parts = input.parts();
  parts.resize(3, parts[0]);
  const std::string &base = parts[0], &ours = parts[1], &theirs = parts[2];
  check_one_sided(base, ours);
  const MergedFile merged = merge_files(base, ours, theirs);
  const bool was_read = can_be_read(base) && can_be_read(ours) && can_be_read(theirs);
  if (was_read && !merged.has_conflicts)
    fuzz::must(can_be_read(merged.bytes), "joined, it can be read no more", merged.bytes);
  return 0;
}
