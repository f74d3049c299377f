// All tables of a book, for exports and SQL.
#pragma once
#include <memory>
#include <vector>

#include <lianxi/exchange/audience_columns.hpp>
#include <lianxi/export.hpp>
#include <lianxi/tables/facts.hpp>
#include <lianxi/tables/table.hpp>

namespace lianxi LIANXI_EXPORT {

/// What is exported of a book.
struct BookTablesRequest {
  const Book& book;
  Date as_of;
  Period period = {};  ///< Records without any day are there whatever the period.
  Audience audience = Audience::office;
};

/// In the order of all_tables(), those that the audience may see. The book has to outlive them.
std::vector<Table> book_tables(const BookTablesRequest&);

}  // namespace lianxi
