#include <lianxi/exchange/book_tables.hpp>

namespace lianxi LIANXI_EXPORT {

std::vector<Table> book_tables(const BookTablesRequest& request) {
  const auto facts = std::make_shared<BookFacts>(request.book, request.as_of);
  std::vector<Table> tables;
  for (const TableKind& kind : all_tables()) {
    if (!is_open_to(request.audience, kind)) continue;
    tables.push_back(make_table(kind, facts));
    narrow_to_period(tables.back(), request.period);
    narrow_to_audience(tables.back(), request.audience);
  }
  return tables;
}

}  // namespace lianxi
