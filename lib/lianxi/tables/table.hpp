// The records of a book as rows and columns: what `list` shows, `export` writes and `query` asks.
//
// There is a table for each collection and for each list of parts inside one (`resolutions`,
// `expenses`), made from the field tables, and some that are worked out (`attendance`, `reports`,
// `findings`). A row is a few pointers into the book; its cells are made when they are asked for.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/language.hpp>
#include <lianxi/base/located.hpp>
#include <lianxi/base/period.hpp>
#include <lianxi/export.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {

class Book;
class BookFacts;
struct Collection;
struct Part;

/// One value, or the values of a list, as scripts get them: see plain_text().
struct TableCell {
  bool given = false;                    ///< Also where it cannot be read.
  std::vector<std::string> values = {};  ///< Of what is no list at most one.

  bool has_value() const { return !values.empty(); }
  std::string_view value() const { return values.empty() ? std::string_view() : values.front(); }
};

/// A record, or a part of one with the parts around it, outermost first.
struct TableRow {
  static constexpr std::size_t most = 3;

  std::array<const Part*, most> parts = {};
  std::array<std::uint32_t, most> numbers = {};  ///< Of each its place in its list, from 0.
  std::size_t depth = 0;
  const void* made = nullptr;  ///< What a row of a worked-out table is about.

  const Part& part() const { return *parts[depth - 1]; }
};

/// Where a column comes from.
enum class ColumnOrigin : std::uint8_t {
  key,       ///< It names the parts around, or the number of a part that has no id.
  field,     ///< A field of the field tables.
  own,       ///< An own field, `x-…`.
  computed,  ///< Worked out as of the day, see computed_fields.hpp.
};

/// One column.
struct TableColumn {
  std::string name, zh;  ///< `minutes.issued`, `会议纪要.印发日期`.
  Bilingual doc;
  const ValueType* type = nullptr;  ///< Of a value; of a list that of its elements.
  bool is_list = false;
  ColumnOrigin origin = ColumnOrigin::field;
  std::function<TableCell(const TableRow&)> cell = {};
  /// The text for people where it is not that of the cell.
  std::function<std::string(const TableRow&, Language)> words = {};
  std::string_view counts_as = {};  ///< What it counts as where it is not given, or "".

  std::string_view name_in(Language language) const { return language == Language::zh ? zh : name; }
};

/// From a part into a list of parts that it holds.
struct TableLevel {
  const RecordType* type = nullptr;
  std::vector<const Field*> path = {};  ///< Mappings, then the list; empty for a collection.
};

struct Table;

/// A table that every book has, with or without rows.
struct TableKind {
  std::string name, zh;  ///< `resolutions` 决议. No two are called the same.
  Bilingual doc;
  const Collection* collection = nullptr;  ///< Null where it is worked out.
  std::vector<TableLevel> levels = {};     ///< From the collection to the parts.
  void (*make)(Table&) = nullptr;          ///< Of a table that is worked out.
  const TableKind* parent = nullptr;       ///< That of the parts around.
};

/// All of them: collections in the order of the manual, each with its parts behind it, then what
/// is worked out.
const std::vector<TableKind>& all_tables();
/// The one that is called so in either language, in English also in the singular; or null.
const TableKind* table_named(std::string_view);
/// Their names in both languages, for saying which is the nearest.
std::vector<std::string_view> table_names();

/// A table of one book as of a day.
struct Table {
  const TableKind* kind = nullptr;
  std::shared_ptr<BookFacts> facts = {};
  std::vector<TableColumn> columns = {};
  std::vector<std::size_t> key = {};  ///< The columns that name a row; empty where none do.
  std::vector<TableRow> rows = {};    ///< In the order of the book.
  bool has_days = false;              ///< Whether a period can choose among its rows.
  std::function<std::string(const TableRow&)> record = {};  ///< A row's canonical name.
  std::function<Place(const TableRow&)> place = {};         ///< Where the row's record begins.
  std::function<std::optional<Period>(const TableRow&)> days =
      {};  ///< The day it belongs to, or year.

  const Book& book() const;
  /// The column that is called so in either language, or null.
  const TableColumn* column(std::string_view name) const;
};

/// Makes it. The book has to outlive it.
Table make_table(const TableKind&, const std::shared_ptr<BookFacts>&);

/// Leaves the rows that belong to the period; those of which nobody knows when do not.
void narrow_to_period(Table&, const Period&);

/// What stands in a cell for people: words of their language, `、` or `; ` between those of a
/// list. With `with_names` a reference to a unit or committee is its short name.
std::string shown(const Table&, const TableColumn&, const TableRow&, Language, bool with_names);

/// The few columns that say most of the table.
std::vector<const TableColumn*> usual_columns(const Table&);

}  // namespace lianxi
