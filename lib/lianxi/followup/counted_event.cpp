#include <lianxi/book/book.hpp>
#include <lianxi/followup/counted_event.hpp>
#include <lianxi/records/series.hpp>

namespace lianxi {

const List<UnitOrName>& partners_of(const Book& book, const Event& event) {
  const Series* series = event.series ? book.series_of(*event.series) : nullptr;
  return event.partners.empty() && series ? series->partners : event.partners;
}

}  // namespace lianxi
