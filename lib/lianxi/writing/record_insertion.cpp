#include <lianxi/base/utf8.hpp>
#include <lianxi/writing/field_edits.hpp>
#include <lianxi/writing/record_insertion.hpp>

namespace lianxi {
namespace {

std::vector<DraftValue> as_values(const std::vector<Draft>& drafts) {
  std::vector<DraftValue> values;
  values.reserve(drafts.size());
  for (const Draft& draft : drafts)
    values.push_back({.kind = DraftValue::Kind::mapping, .mapping = {draft}});
  return values;
}

TextEdit at_end_of_list(const TextEditor& editor, const LayoutNode& list,
                        const Insertion& insertion, const LayoutNode& root, Language otherwise) {
  const Language fallback = language_of_keys(root, otherwise);
  const Language language =
      list.children.empty() ? fallback : language_of_keys(list.children.back(), fallback);
  auto offset = list.children.empty() ? std::optional<std::size_t>()
                                      : dash_offset_in(editor.bytes(), list.children.back());
  if (!offset) offset = dash_offset_in(editor.bytes(), root);
  return editor.append_items(list, as_values(insertion.drafts), language, offset.value_or(2),
                             editor.has_blank_lines(list));
}

/// The collection's first records in this file.
TextEdit in_new_list(const TextEditor& editor, const LayoutNode* key,
                     const std::vector<DocumentLayout>& documents, const LayoutNode* root,
                     const Insertion& insertion, Language otherwise) {
  const RecordType& type = *insertion.collection->type;
  const Language language = key    ? (is_ascii(key->key) ? Language::en : Language::zh)
                            : root ? language_of_keys(*root, otherwise)
                                   : otherwise;
  const std::size_t offset =
      (root ? dash_offset_in(editor.bytes(), *root) : std::nullopt).value_or(2);
  const RecordStyle style{.dash_offset = offset,
                          .after_dash = 2,
                          .language = language,
                          .line_break = editor.line_break()};
  std::string items;
  for (const Draft& draft : insertion.drafts) items += block_item(draft, offset, style);
  if (key && key->end == key->start) {
    items.resize(items.size() - style.line_break.size());
    return {line_end(editor.bytes(), key->key_end), 0, std::string(style.line_break) + items};
  }
  const std::string name(language == Language::zh ? type.zh : type.en);
  const std::size_t at = documents.empty() ? editor.bytes().size() : documents.back().end;
  const bool after_line = at == 0 || editor.bytes()[at - 1] == '\n';
  const bool new_document = !documents.empty() && (!root || documents.back().root.is_flow || key);
  std::string text = after_line ? "" : std::string(style.line_break);
  if (new_document) text += "---" + std::string(style.line_break);
  return {at, 0, text + name + ":" + std::string(style.line_break) + items};
}

}  // namespace

TextEdit insertion_edit(std::string_view bytes, const Insertion& insertion, Language otherwise) {
  const auto documents = layout_of(bytes);
  const RecordType& type = *insertion.collection->type;
  const LayoutNode* list = nullptr;
  const LayoutNode* root = nullptr;
  for (const DocumentLayout& document : documents) {
    if (!document.is_read) continue;
    if (!document.root.is_flow) root = &document.root;
    const LayoutNode* found = document.root.entry(type.en, type.zh);
    if (found && (found->kind == Node::Kind::list || found->kind == Node::Kind::null)) {
      list = found;
      root = &document.root;
    }
  }
  const TextEditor editor(bytes);
  if (list && list->kind == Node::Kind::list && (list->is_flow || !list->children.empty()))
    return at_end_of_list(editor, *list, insertion, *root, otherwise);
  const Language last =
      documents.empty() ? otherwise : language_of_keys(documents.back().root, otherwise);
  return in_new_list(editor, list, documents, root, insertion, last);
}

}  // namespace lianxi
