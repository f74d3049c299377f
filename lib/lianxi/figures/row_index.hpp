// Finds or makes the row of a list of figures that a record belongs to.
#pragma once
#include <concepts>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <lianxi/figures/figures.hpp>

namespace lianxi {

/// What names a row, as views into the book; parts that are not given are empty.
struct RowName {
  std::string_view first, second = {}, third = {};
  friend bool operator==(const RowName&, const RowName&) = default;
  friend auto operator<=>(const RowName&, const RowName&) = default;
};

struct RowNameHash {
  std::size_t operator()(const RowName& name) const {
    const std::hash<std::string_view> hash;
    std::size_t mixed = hash(name.first);
    if (!name.second.empty()) mixed = mixed * 31 + hash(name.second);
    if (!name.third.empty()) mixed = mixed * 37 + hash(name.third);
    return mixed;
  }
};

inline RowName row_name(const CategoryFigures& row) { return {row.category}; }
inline RowName row_name(const MaterialFigures& row) { return {row.item, row.uom, row.to}; }
inline RowName row_name(const GoodsFigures& row) { return {row.item, row.uom}; }
inline RowName row_name(const FundFigures& row) { return {row.id}; }

/// An index over rows that are there already and those that it adds. Of rows with one
/// name it knows the first.
template <class Row>
class RowIndex {
 public:
  explicit RowIndex(std::vector<Row>& rows) : rows_(rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) index_.emplace(row_name(rows[i]), i);
  }

  /// The row of that name, or null. Neighbouring records often ask for the same one.
  Row* find(const RowName& name) {
    if (last_ < rows_.size() && row_name(rows_[last_]) == name) return &rows_[last_];
    const auto at = index_.find(name);
    if (at == index_.end()) return nullptr;
    last_ = at->second;
    return &rows_[last_];
  }

  /// The row of the same name as `row`, which becomes it where there is none.
  Row& find_or_add(const Row& row) {
    if (Row* found = find(row_name(row))) return *found;
    last_ = rows_.size();
    index_.emplace(row_name(row), last_);
    rows_.push_back(row);
    return rows_.back();
  }

 private:
  std::vector<Row>& rows_;
  std::unordered_map<RowName, std::size_t, RowNameHash> index_;
  std::size_t last_ = 0;
};

}  // namespace lianxi
