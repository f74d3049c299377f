#include <algorithm>

#include <lianxi/writing/text_edits.hpp>

namespace lianxi {

std::string with_edits(std::string_view bytes, std::vector<TextEdit> edits) {
  std::ranges::stable_sort(edits, {}, &TextEdit::at);
  std::string out;
  std::size_t at = 0;
  for (const TextEdit& edit : edits) {
    out.append(bytes, at, edit.at - at);
    out += edit.replacement;
    at = edit.at + edit.size;
  }
  return out.append(bytes.substr(at));
}

TextEditor::TextEditor(std::string_view bytes) : bytes_(bytes) {
  line_break_ = bytes.substr(0, bytes.find('\n')).ends_with('\r') ? "\r\n" : "\n";
}

std::string_view TextEditor::rest_of_line(std::size_t at) const {
  return bytes_.substr(at, line_end(bytes_, at) - at);
}

std::size_t TextEditor::column(const LayoutNode& map) const {
  return map.children.empty() ? column_of(bytes_, map.start) + 2
                              : column_of(bytes_, map.children.front().key_start);
}

/// Without the line break at its end: edits go before one that is there.
static std::string without_break(std::string text, std::string_view line_break) {
  if (text.ends_with(line_break)) text.resize(text.size() - line_break.size());
  return text;
}

/// The end of the last line of comments that stand right below a value, deeper than `column`: they
/// are its own.
std::size_t TextEditor::end_with_comments(std::size_t at, std::size_t column) const {
  std::size_t end = line_end(bytes_, at);
  for (std::size_t next = next_line(bytes_, end); next < bytes_.size();
       next = next_line(bytes_, next)) {
    const auto line = rest_of_line(next);
    const auto first = line.find_first_not_of(' ');
    if (first == line.npos || line[first] != '#' || first <= column) break;
    end = next + line.size();
  }
  return end;
}

/// The marks behind blanks that had to be filled go when they are.
std::size_t TextEditor::mark_after(const LayoutNode& blank) const {
  if (blank.kind != Node::Kind::null) return 0;
  const auto rest = rest_of_line(blank.end);
  const auto first = rest.find_first_not_of(" \t");
  const bool mark =
      first != rest.npos && (rest.substr(first) == "# 必填" || rest.substr(first) == "# required");
  return mark ? rest.size() : 0;
}

TextEdit TextEditor::replace_scalar(const LayoutNode& old, std::string_view text, bool in_flow,
                                    std::size_t column) const {
  const char first = old.end > old.start ? bytes_[old.start] : '\0';
  const char quotes = first == '"' || first == '\'' ? first : '\0';
  if (in_flow) {
    const bool glued = old.end == old.start;
    return {old.start, old.end - old.start,
            (glued ? " " : "") + one_line_scalar(text, true, quotes)};
  }
  // A comment behind the header of a `|` text stays on that line; one behind any other value
  // would become part of lines that come between.
  std::string comment;
  if (old.kind == Node::Kind::scalar && old.style == Style::block) {
    const auto header = rest_of_line(old.start);
    const auto sign = header.find('#');
    if (sign != header.npos) comment = " " + std::string(header.substr(sign));
  }
  const std::size_t mark = mark_after(old);
  const bool has_rest =
      mark == 0 && rest_of_line(old.end).find_first_not_of(" \t") != std::string_view::npos;
  std::string value = has_rest || !comment.empty()
                          ? one_line_scalar(text, false, quotes)
                          : block_scalar(text, column + 2, line_break_, quotes);
  const bool glued = bytes_[old.start - 1] == ':';
  return {old.start, old.end + mark - old.start, (glued ? " " : "") + value + comment};
}

TextEdit TextEditor::replace_value(const LayoutNode& map, const LayoutNode& entry,
                                   const DraftField& field, Language language) const {
  using Kind = DraftValue::Kind;
  const bool in_brackets = entry.kind == Node::Kind::list || entry.kind == Node::Kind::map;
  if (field.value.kind == Kind::scalar && !in_brackets)
    return replace_scalar(entry, field.value.text, map.is_flow, column(map));
  const bool glued = bytes_[entry.start - 1] == ':';
  const bool block_list = entry.kind == Node::Kind::list && !entry.is_flow;
  if (entry.kind == Node::Kind::map && !entry.is_flow) {
    // Its lines go; what takes their place follows the key.
    const auto after_key = bytes_.find(':', entry.key_end) + 1;
    return {after_key, entry.end - after_key, " " + flow_value(field.value, language)};
  }
  if (!block_list || field.value.items.empty())
    return {entry.start, entry.end - entry.start,
            (glued ? " " : "") + flow_value(field.value, language)};
  const std::size_t dash = entry.children.front().dash;
  RecordStyle style{.language = language, .line_break = line_break_};
  std::string items;
  for (const DraftValue& item : field.value.items)
    items += block_item(item, column_of(bytes_, dash), style);
  items.erase(0, column_of(bytes_, dash));
  return {dash, entry.end - dash, without_break(std::move(items), line_break_)};
}

TextEdit TextEditor::insert_entry(const LayoutNode& map, const LayoutNode* before,
                                  const DraftField& field, Language language,
                                  std::size_t dash_offset) const {
  if (!before && !map.children.empty()) before = &map.children.back();
  if (map.is_flow) {
    const auto text = one_line_scalar(name_of_field(field, language), true) + ": " +
                      flow_value(field.value, language);
    if (!before) return {map.start + 1, 0, text};
    const bool nothing = before->end <= before->start;
    return {std::max(before->end, before->key_end), 0, (nothing ? " , " : ", ") + text};
  }
  const RecordStyle style{.column = column(map),
                          .dash_offset = dash_offset,
                          .after_dash = 2,
                          .language = language,
                          .line_break = line_break_};
  // A mapping on lines of its own has an entry.
  const LayoutNode& entry = before ? *before : map.children.back();
  return {end_with_comments(std::max(entry.end, entry.key_end), style.column), 0,
          std::string(line_break_) + without_break(block_field(field, style), line_break_)};
}

std::string TextEditor::lines_of_value(const LayoutNode& map, const DraftField& field,
                                       Language language, std::size_t dash_offset) const {
  const RecordStyle style{.column = column(map),
                          .dash_offset = dash_offset,
                          .after_dash = 2,
                          .language = language,
                          .line_break = line_break_};
  const auto text = without_break(block_field(field, style), line_break_);
  return text.substr(text.find(':') + 1);
}

/// The next sign that is neither white space nor of a comment.
static std::size_t next_sign(std::string_view bytes, std::size_t at) {
  at = bytes.find_first_not_of(" \t\r\n", at);
  while (at != bytes.npos && bytes[at] == '#')
    at = bytes.find_first_not_of(" \t\r\n", line_end(bytes, at));
  return at;
}

/// What stands in brackets goes with the comma that parts it from a neighbour; a comment between
/// them stays.
TextEdit TextEditor::take_flow(std::size_t start, std::size_t end, bool is_last,
                               bool is_first) const {
  const auto after = next_sign(bytes_, end);
  if (after != bytes_.npos && bytes_[after] == ',') {
    const auto between = bytes_.substr(end, after - end);
    if (between.find('#') != between.npos) return {start, after + 1 - start, std::string(between)};
    const auto next = bytes_.find_first_not_of(" \t", after + 1);
    return {start, (next == bytes_.npos ? after + 1 : next) - start, ""};
  }
  if (is_last && !is_first) {
    const auto before = bytes_.find_last_not_of(" \t\r\n", start - 1);
    if (before != bytes_.npos && bytes_[before] == ',') return {before, end - before, ""};
  }
  return {start, end - start, ""};
}

/// What stands on lines of its own goes with them. Where something stands before it on its first
/// line (a dash), what follows moves up there.
TextEdit TextEditor::take_lines(std::size_t start, std::size_t end,
                                std::optional<std::size_t> next) const {
  const std::size_t line = line_start(bytes_, start), after = next_line(bytes_, end);
  const bool alone =
      bytes_.substr(line, start - line).find_first_not_of(' ') == std::string_view::npos;
  if (alone) {
    const bool at_end = after == bytes_.size() && !bytes_.ends_with('\n') && line > 0;
    const std::size_t from =
        at_end ? line_end(bytes_, line - 1 - (line > 1 && bytes_[line - 2] == '\r' ? 1 : 0)) : line;
    return {from, after - from, ""};
  }
  if (next && line_start(bytes_, *next) == after) return {start, *next - start, ""};
  return {start, line_end(bytes_, end) - start, ""};
}

TextEdit TextEditor::remove_entry(const LayoutNode& map, std::size_t index) const {
  const LayoutNode& entry = map.children[index];
  const std::size_t end = std::max(entry.end, entry.key_end);
  const bool is_last = index + 1 == map.children.size();
  if (map.is_flow)
    return take_flow(entry.key_start, std::max(end, bytes_.find(':', entry.key_end) + 1), is_last,
                     index == 0);
  if (map.children.size() == 1) {
    const auto rest = std::max(end, bytes_.find(':', entry.key_end) + 1);
    return {entry.key_start, rest - entry.key_start, "{}"};
  }
  const auto next = is_last ? std::nullopt : std::optional(map.children[index + 1].key_start);
  return take_lines(entry.key_start, end, next);
}

bool TextEditor::has_blank_lines(const LayoutNode& list) const {
  if (list.is_flow || list.children.size() < 2) return false;
  const auto& last = list.children[list.children.size() - 2];
  for (std::size_t at = next_line(bytes_, last.end); at < list.children.back().dash;
       at = next_line(bytes_, at))
    if (rest_of_line(at).find_first_not_of(" \t") == std::string_view::npos) return true;
  return false;
}

TextEdit TextEditor::append_items(const LayoutNode& list, const std::vector<DraftValue>& values,
                                  Language language, std::size_t dash_offset, bool parted) const {
  std::string text;
  if (list.is_flow) {
    for (const DraftValue& value : values)
      text += (text.empty() && list.children.empty() ? "" : ", ") + flow_value(value, language);
    return {list.children.empty() ? list.start + 1 : list.children.back().end, 0, text};
  }
  const LayoutNode& last = list.children.back();
  const bool same_line = line_start(bytes_, last.dash) == line_start(bytes_, last.start);
  const bool has_value = last.end > last.start && last.start > last.dash;
  const RecordStyle style{.dash_offset = dash_offset,
                          .after_dash = same_line && has_value ? last.start - last.dash : 2,
                          .language = language,
                          .line_break = line_break_};
  const std::string gap(parted ? line_break_ : std::string_view());
  for (const DraftValue& value : values)
    text += std::string(line_break_) + gap +
            without_break(block_item(value, column_of(bytes_, last.dash), style), line_break_);
  return {end_with_comments(last.end, column_of(bytes_, last.dash)), 0, text};
}

TextEdit TextEditor::extend_single(const LayoutNode& scalar, const DraftValue& value,
                                   Language language) const {
  return {scalar.start, scalar.end - scalar.start,
          "[" + one_line_scalar(scalar.text, true) + ", " + flow_value(value, language) + "]"};
}

TextEdit TextEditor::remove_item(const LayoutNode& list, std::size_t index) const {
  const LayoutNode& item = list.children[index];
  const bool is_last = index + 1 == list.children.size();
  if (list.is_flow) return take_flow(item.start, item.end, is_last, index == 0);
  const auto next = is_last ? std::nullopt : std::optional(list.children[index + 1].dash);
  return take_lines(item.dash, std::max(item.end, item.dash + 1), next);
}

}  // namespace lianxi
