// What the columns of a sheet mean: headings held against the names of fields.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/schema/field.hpp>
#include <lianxi/sheets/import_options.hpp>

namespace lianxi {

/// A field of a record, or of a mapping inside it: `minutes.issued` has two steps.
using FieldPath = std::vector<const Field*>;

/// `minutes.issued`, `会议纪要.印发日期`.
Message name_of(const FieldPath&);

/// What a column is for.
struct Column {
  std::size_t at = 0;  ///< From 0.
  std::string heading;
  FieldPath path = {};        ///< Empty where the column is passed over, or of an own field.
  std::string own_name = {};  ///< Of an own field: `x-…`, `另-…`.

  bool is_used() const { return !path.empty() || !own_name.empty(); }
};

/// A heading without what forms put around it: `*`, a colon, 必填 in brackets.
std::string bare_heading(std::string_view);

/// The columns of a sheet.
struct Columns {
  std::size_t row = 0;  ///< Of the headings; 0 where the sheet has none.
  std::vector<Column> all = {};
  /// The column of a field, or null.
  const Column* of(const FieldPath&) const;
};

/// Other headings that a sheet of some kind may have, beside the fields.
struct OtherHeadings {
  std::string_view words;  ///< With spaces between.
  std::string_view path;   ///< The English name of the field that it stands for; "" for none.
};

/// Reads the row of headings: the first after those that are to be skipped. A heading that is
/// nothing, and two for one field, are faults. Throws Error where an option names what is not.
Columns columns_of(const Grid&, const RecordType&, std::span<const OtherHeadings>,
                   const ImportOptions&, std::vector<SheetFault>&, std::vector<Message>& notes);

}  // namespace lianxi
