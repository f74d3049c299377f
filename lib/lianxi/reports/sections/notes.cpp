// What people noted beside the records: for the office that keeps them.
#include <lianxi/book/book.hpp>
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/table.hpp>
#include <lianxi/reports/words/sentences.hpp>
#include <lianxi/schema/walk.hpp>

namespace lianxi {

/// The note of the parts of every record, in the order of the collections and of the book.
static doc::Table table_of_notes(const ReportCase& c) {
  doc::Table table{{titled(c.wording, {"Of", "记录"}), titled(c.wording, {"Note", "备注"})}, {}};
  const auto visit = [&](const PartChain& chain, const Field& field, const ValueType&,
                         const void* value) {
    if (field.en != "note") return;
    if (const Text& note = *static_cast<const Text*>(value))
      table.rows.push_back({record_in_words(c, c.book.name_of(chain)), *note});
  };
  for (const Collection& collection : all_collections())
    for (std::size_t i = 0, n = collection.size(c.book); i < n; ++i)
      walk_record(*collection.type, &collection.at(c.book, i), visit);
  return table;
}

std::optional<doc::Section> sections::notes(const ReportCase& c) {
  if (c.audience != Audience::office) return std::nullopt;
  doc::Table table = table_of_notes(c);
  if (table.rows.empty()) return std::nullopt;
  return doc::Section{
      c.wording(Bilingual{"Notes on the records (for the office)", "记录备注（办公室留存）"}),
      {std::move(table)}};
}

}  // namespace lianxi
