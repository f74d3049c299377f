// Values and drafts as YAML that reads back as just that.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>
#include <lianxi/writing/draft.hpp>
#include <lianxi/yaml/node.hpp>

namespace lianxi LIANXI_EXPORT {

/// How the lines of a record are laid out.
struct RecordStyle {
  std::size_t column = 2;            ///< Where its keys stand.
  std::size_t dash_offset = 2;       ///< How far the dashes of a list stand right of its key.
  std::size_t after_dash = 2;        ///< From a dash to what follows it.
  Language language = Language::zh;  ///< Of its keys.
  std::string_view line_break = "\n";
};

/// A text as a scalar on one line: plain where that reads back as the same, else quoted;
/// in `quotes` where they are given (' or "). `in_flow`: between brackets.
std::string one_line_scalar(std::string_view text, bool in_flow, char quotes = '\0');

/// A text as the value of a key in a block: on one line, or as a `|` text whose lines stand at
/// `column`. It begins right after the colon's space.
std::string block_scalar(std::string_view text, std::size_t column, std::string_view line_break,
                         char quotes = '\0');

/// The fields of a draft, a line each from the column on, with their line breaks.
std::string block_fields(const Draft&, const RecordStyle&);

/// A draft as an item of a list whose dashes stand at `dash`: `- id: …`, with its comments above.
std::string block_item(const Draft&, std::size_t dash, const RecordStyle&);
/// Any value as such an item.
std::string block_item(const DraftValue&, std::size_t dash, const RecordStyle&);

/// One field of a draft as lines of a block: `key: value`.
std::string block_field(const DraftField&, const RecordStyle&);

/// A value between brackets: `{id: r1, text: …}`.
std::string flow_value(const DraftValue&, Language);
std::string flow_value(const Draft&, Language);

/// The name of a draft's field in that language.
std::string_view name_of_field(const DraftField&, Language);

}  // namespace lianxi
