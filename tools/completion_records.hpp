// What a book has to offer where a record or a period is typed.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/date.hpp>

namespace lianxi {
class Book;
}  // namespace lianxi

namespace lianxi::tool {

struct RecordCandidate {
  std::string word;
  std::string_view title;
};

/// Where nothing is typed yet the collections, as the beginnings of names, and meetings; then every
/// name that begins so: in full, in either language, or by the id alone, with parts behind it.
std::vector<RecordCandidate> record_candidates(const Book&, std::string_view typed);

/// The years from the founding to the day, and the halves and quarters of the last two of them;
/// once a year was typed, of that one.
std::vector<std::string> periods_of_book(const Book&, Date as_of, std::string_view typed);

}  // namespace lianxi::tool
