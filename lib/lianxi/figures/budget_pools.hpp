// Which projects draw on which budget.
#pragma once
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <lianxi/base/quantity.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Money set aside for the projects of one year, and the projects that draw on it.
struct BudgetPool {
  Amount budget;
  std::vector<Place> budgets = {};            ///< Where the amounts stand.
  std::vector<const Project*> projects = {};  ///< Approved ones with an amount, in book order.
};

struct Budgets {
  /// By year and committee; "" for what no committee has to itself.
  std::map<std::pair<std::int32_t, std::string_view>, BudgetPool> pools;
  bool is_complete = true;  ///< No budget was lost because it could not be read.
};

/// A project draws on the budget of its committee for its year where there is one, else on
/// what its year has for all.
Budgets budgets_of(const Book&);

}  // namespace LIANXI_EXPORT
