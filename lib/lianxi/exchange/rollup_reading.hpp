// Reads many books at once, each freed before the next: memory grows with the number of threads,
// not of books.
#pragma once
#include <functional>
#include <memory>
#include <span>
#include <string>

#include <lianxi/book/book_source.hpp>
#include <lianxi/exchange/rollup.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

struct RollupRequest {
  Date as_of;
  Period period = {};
  std::string label;  ///< The period's canonical name.
  unsigned jobs = 1;  ///< How many books are read at once.
  /// Where a book is read from; throws Error where there is none. Called in several threads.
  std::function<std::unique_ptr<BookSource>(const std::string& path)> source;
  /// What else is to be done with a book while it is at hand, or null. What it throws ends all.
  std::function<void(const Book&, const RollupLine&)> visit = {};
};

/// Lines come in the order of the books, whatever the number of threads.
Rollup rollup_of(std::span<const std::string> books, const RollupRequest&);

}  // namespace lianxi
