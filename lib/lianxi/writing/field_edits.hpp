// One change of one field, as edits of the bytes around it.
#pragma once
#include <optional>
#include <vector>

#include <lianxi/writing/changes.hpp>
#include <lianxi/writing/text_edits.hpp>

namespace lianxi {

/// The language of a mapping's keys: that of most of them.
Language language_of_keys(const LayoutNode& map, Language otherwise);

/// Where a field stands among those of the table; behind them all where it is none of theirs.
std::size_t place_in_table(const RecordType&, const Field*);

/// How far right of its key a list's dashes stand, in the first block list below a node; nothing
/// where there is none.
std::optional<std::size_t> dash_offset_in(std::string_view bytes, const LayoutNode&);

/// How one change is put into one mapping.
class FieldEdit {
 public:
  using Edits = std::optional<std::vector<TextEdit>>;

  FieldEdit(const TextEditor& editor, Language language, std::size_t dash_offset)
      : editor_(editor), language_(language), dash_offset_(dash_offset) {}

  /// What makes the change in the record or part of that type that the node holds; nothing where
  /// it cannot be made for certain.
  Edits edits(const LayoutNode&, const RecordType&, const FieldChange&) const;

 private:
  Edits own_field(const LayoutNode& map, const FieldChange&) const;
  Edits in_mapping(const LayoutNode& map, const RecordType&, const FieldChange&,
                   std::size_t depth) const;
  Edits from_short_form(const LayoutNode& word, const RecordType&, const Field&, const FieldChange&,
                        std::size_t depth) const;
  Edits last_field(const LayoutNode& map, const LayoutNode* entry, const RecordType&,
                   const FieldChange&) const;
  Edits put(const LayoutNode& map, const LayoutNode* entry, const RecordType&,
            const DraftField&) const;
  Edits below_key(const LayoutNode& map, const LayoutNode& entry, const DraftField&) const;
  Edits add(const LayoutNode& map, const LayoutNode* entry, const RecordType&, DraftField) const;
  Edits take(const LayoutNode& map, const LayoutNode* entry, const DraftField&) const;

  const TextEditor& editor_;
  Language language_;
  std::size_t dash_offset_;
};

}  // namespace lianxi
