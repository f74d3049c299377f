// The text of a cell as the value of a field.
#pragma once
#include <string_view>
#include <vector>

#include <lianxi/schema/refusal.hpp>
#include <lianxi/writing/draft.hpp>

namespace lianxi {

class Book;

/// Reads texts of cells for the records of a book.
class CellValues {
 public:
  explicit CellValues(const Book& book) : book_(book) {}

  /// The value; what is wrong with it goes into `refusals`, and leaves it without that part.
  DraftValue read(const ValueType&, std::string_view text, std::vector<Refusal>& refusals) const;

 private:
  DraftValue scalar(const ValueType&, std::string_view text, std::vector<Refusal>&) const;
  DraftValue list(const ValueType& element, std::string_view text, std::vector<Refusal>&) const;
  std::vector<std::string_view> names(const ValueType& element, std::string_view text) const;
  std::vector<std::string_view> parts(const ValueType& element, std::string_view text) const;
  bool is_known(const ValueType&, std::string_view text) const;

  const Book& book_;
};

}  // namespace lianxi
