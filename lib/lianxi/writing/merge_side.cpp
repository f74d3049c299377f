#include <algorithm>
#include <numeric>
#include <set>

#include <lianxi/base/words.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/book/record_sets.hpp>
#include <lianxi/schema/value_text.hpp>
#include <lianxi/writing/merge_side.hpp>
#include <lianxi/writing/yaml_text.hpp>

namespace lianxi {

const Piece* Piece::entry(std::string_view name) const {
  const auto at = std::ranges::lower_bound(names, name);
  return at == names.end() || *at != name ? nullptr : &items[std::size_t(at - names.begin())];
}

bool same(const Piece& one, const Piece& other) {
  if (one.kind != other.kind || one.text != other.text || one.names != other.names) return false;
  return std::ranges::equal(one.items, other.items,
                            [](const Piece& a, const Piece& b) { return same(a, b); });
}

bool same(const Piece* one, const Piece* other) {
  if (!one || !other) return one == other;
  return same(*one, *other);
}

namespace {

/// Before a text that its type cannot read, so that it is no value that is spelled like it.
constexpr char unreadable_sign = '\x01';

/// Reads the values of one side.
class PieceReader {
 public:
  explicit PieceReader(const std::string& bytes) : bytes_(&bytes) {}

  bool is_plain = true;  ///< Nothing was met that is not part of the format.

  std::optional<Piece> value(const LayoutNode& node, const ValueType* type) {
    if (node.kind == Node::Kind::refused) is_plain = false;
    if (node.kind == Node::Kind::null || node.kind == Node::Kind::refused) return std::nullopt;
    if (type && type->kind == ValueType::Kind::list) return list(node, type->element);
    if (type && type->record) return record(node, *type->record);
    if (node.kind == Node::Kind::list) return list(node, nullptr);
    if (node.kind == Node::Kind::map) return mapping(node, nullptr);
    return scalar(node, type);
  }

  std::optional<Piece> list(const LayoutNode& node, const ValueType* element) {
    Piece out{.kind = Piece::Kind::list, .node = &node, .bytes = bytes_};
    if (node.kind != Node::Kind::list) {
      if (auto one = value(node, element)) out.items.push_back(std::move(*one));
    } else {
      for (const LayoutNode& child : node.children) {
        auto item = value(child, element);
        out.items.push_back(item ? std::move(*item) : Piece{.node = &child, .bytes = bytes_});
      }
    }
    if (out.items.empty()) return std::nullopt;
    return out;
  }

  /// A list of records, or the one mapping of the alliance.
  std::optional<Piece> collection(const LayoutNode& node, const RecordType& type) {
    if (node.kind == Node::Kind::null) return std::nullopt;
    if (type.en == "alliance") return record(node, type);
    Piece out{.kind = Piece::Kind::list, .node = &node, .bytes = bytes_};
    if (node.kind != Node::Kind::list) {
      if (auto one = record(node, type)) out.items.push_back(std::move(*one));
    } else {
      for (const LayoutNode& child : node.children) {
        auto item = record(child, type);
        out.items.push_back(item ? std::move(*item) : Piece{.node = &child, .bytes = bytes_});
      }
    }
    if (out.items.empty()) return std::nullopt;
    return out;
  }

 private:
  std::optional<Piece> scalar(const LayoutNode& node, const ValueType* type) const {
    const auto text = trimmed(node.text);
    if (text.empty()) return std::nullopt;
    if (!type || type->kind == ValueType::Kind::severities)
      return Piece{.text = std::string(text), .node = &node, .bytes = bytes_};
    auto read = plain_text_of(*type, node.text);
    return Piece{.text = read ? std::move(*read) : unreadable_sign + std::string(text),
                 .node = &node,
                 .bytes = bytes_};
  }

  std::optional<Piece> record(const LayoutNode& node, const RecordType& type) {
    if (node.kind == Node::Kind::refused) is_plain = false;
    if (node.kind == Node::Kind::null || node.kind == Node::Kind::refused) return std::nullopt;
    if (node.kind == Node::Kind::list) return list(node, nullptr);
    if (node.kind == Node::Kind::map) return mapping(node, &type);
    if (!type.short_form) return scalar(node, nullptr);
    auto word = scalar(node, type.short_form->type);
    if (!word) return std::nullopt;
    Piece out{.kind = Piece::Kind::mapping, .node = &node, .bytes = bytes_, .type = &type};
    out.names.emplace_back(type.short_form->en);
    out.items.push_back(std::move(*word));
    return out;
  }

  Piece mapping(const LayoutNode& node, const RecordType* type) {
    std::vector<std::pair<std::string, Piece>> entries;
    std::set<std::string> seen;
    for (const LayoutNode& child : node.children) {
      const Field* field = type ? find_field(*type, child.key) : nullptr;
      std::string name(field ? field->en : child.key);
      if (!seen.insert(name).second) is_plain = false;
      if (auto read = value(child, field ? field->type : nullptr))
        entries.emplace_back(std::move(name), std::move(*read));
    }
    std::ranges::sort(entries, {}, &std::pair<std::string, Piece>::first);
    Piece out{.kind = Piece::Kind::mapping, .node = &node, .bytes = bytes_, .type = type};
    for (auto& [name, read] : entries) {
      out.names.push_back(std::move(name));
      out.items.push_back(std::move(read));
    }
    return out;
  }

  const std::string* bytes_;
};

std::string with_plain_breaks(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + 1);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] != '\r' || i + 1 >= bytes.size() || bytes[i + 1] != '\n') out += bytes[i];
  if (!out.empty() && out.back() != '\n') out += '\n';
  return out;
}

bool has_markers(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); at = next_line(bytes, at)) {
    const auto line = bytes.substr(at, line_end(bytes, at) - at);
    if (line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>"))
      return true;
  }
  return false;
}

/// The bytes that belong to keys and scalars, where a `#` begins no comment.
void collect_texts(std::string_view bytes, const LayoutNode& node,
                   std::vector<std::pair<std::size_t, std::size_t>>& texts) {
  if (node.key_end > node.key_start) texts.emplace_back(node.key_start, node.key_end);
  if (node.kind == Node::Kind::scalar) {
    const bool header = node.style == Style::block && node.start < node.end;
    texts.emplace_back(header ? line_end(bytes, node.start) : node.start, node.end);
  }
  for (const LayoutNode& child : node.children) collect_texts(bytes, child, texts);
}

}  // namespace

RecordValue record_value(const Piece& piece) {
  RecordValue out;
  if (piece.kind == Piece::Kind::scalar) {
    out.text = piece.text.substr(piece.text.starts_with(unreadable_sign) ? 1 : 0);
    return out;
  }
  const bool map = piece.kind == Piece::Kind::mapping;
  out.kind = map ? RecordValue::Kind::mapping : RecordValue::Kind::list;
  for (std::size_t i = 0; i < piece.items.size(); ++i) {
    const RecordValue item = record_value(piece.items[i]);
    if (map && piece.type)
      put_entry(out, *piece.type, piece.names[i], &item);
    else if (map)
      out.names.push_back(piece.names[i]);
    if (!map || !piece.type) out.items.push_back(item);
  }
  return out;
}

/// In the order in which they are written, then what was joined, in that of the table.
static std::vector<std::size_t> written_order(const Piece& mapping) {
  std::vector<std::size_t> order(mapping.items.size());
  std::iota(order.begin(), order.end(), std::size_t(0));
  static constexpr std::span<const Field> none;
  const auto fields = mapping.type ? mapping.type->fields : none;
  const auto& children = mapping.node->children;
  const auto rank = [&](std::size_t i) {
    const auto at = std::ranges::find_if(children, [&](const LayoutNode& child) {
      const Field* field = mapping.type ? find_field(*mapping.type, child.key) : nullptr;
      return mapping.names[i] == (field ? field->en : std::string_view(child.key));
    });
    if (at != children.end()) return at - children.begin();
    const auto field = std::ranges::find(fields, mapping.names[i], &Field::en);
    return std::ssize(children) + (field - fields.begin());
  };
  std::ranges::stable_sort(order, {}, rank);
  return order;
}

DraftValue draft_value(const Piece& piece) {
  if (piece.kind == Piece::Kind::scalar) return {.text = std::string(trimmed(piece.node->text))};
  if (piece.kind == Piece::Kind::list) {
    DraftValue out{.kind = DraftValue::Kind::list};
    for (const Piece& item : piece.items) out.items.push_back(draft_value(item));
    return out;
  }
  static constexpr Field no_fields[] = {{}};
  static constexpr RecordType unknown{"", "", {}, no_fields};
  Draft draft{.type = piece.type ? piece.type : &unknown};
  for (const std::size_t i : written_order(piece)) {
    const std::string& name = piece.names[i];
    DraftField field{.field = piece.type ? find_field(*piece.type, name) : nullptr,
                     .value = draft_value(piece.items[i])};
    if (!field.field) field.own_name = name;
    draft.fields.push_back(std::move(field));
  }
  return {.kind = DraftValue::Kind::mapping, .mapping = {std::move(draft)}};
}

/// What can be put between brackets as it stands: one line, and no plain text, which may hold
/// what is a sign there.
static std::optional<std::string> as_written(const Piece& piece) {
  if (piece.is_joined) return std::nullopt;
  const LayoutNode& node = *piece.node;
  const bool is_quoted = node.kind == Node::Kind::scalar && node.style == Style::quoted;
  if (!is_quoted && !node.is_flow) return std::nullopt;
  std::string text = piece.bytes->substr(node.start, node.end - node.start);
  if (text.find('\n') != text.npos) return std::nullopt;
  return text;
}

static std::string key_in_flow(const Piece& mapping, const std::string& name, Language language) {
  const Field* field = mapping.type ? find_field(*mapping.type, name) : nullptr;
  const std::string_view en = field ? field->en : name, zh = field ? field->zh : name;
  for (const LayoutNode& child : mapping.node->children)
    if (child.key == en || child.key == zh) return one_line_scalar(child.key, true);
  return one_line_scalar(language == Language::zh ? zh : en, true);
}

std::string flow_text(const Piece& piece, Language language) {
  if (auto text = as_written(piece)) return *text;
  if (piece.kind == Piece::Kind::scalar) return flow_value(draft_value(piece), language);
  const bool is_word = piece.kind == Piece::Kind::mapping &&
                       piece.node->kind == Node::Kind::scalar && piece.items.size() == 1;
  if (is_word) return flow_text(piece.items.front(), language);
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : ", ") + text; };
  if (piece.kind == Piece::Kind::list) {
    for (const Piece& item : piece.items) add(flow_text(item, language));
    return "[" + out + "]";
  }
  for (const std::size_t i : written_order(piece))
    add(key_in_flow(piece, piece.names[i], language) + ": " + flow_text(piece.items[i], language));
  return "{" + out + "}";
}

MergeSide::MergeSide(std::string_view bytes) {
  has_mark_ = bytes.starts_with("\xEF\xBB\xBF");
  if (has_mark_) bytes.remove_prefix(3);
  is_ended_ = bytes.empty() || bytes.ends_with('\n');
  has_carriage_returns_ = bytes.substr(0, bytes.find('\n')).ends_with('\r');
  bytes_ = with_plain_breaks(bytes);
  documents_ = layout_of(bytes_);
  is_read_ = !has_markers(bytes_);
  PieceReader reader(bytes_);
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    const DocumentLayout& document = documents_[i];
    is_read_ = is_read_ && document.is_read && document.root.kind == Node::Kind::map;
    if (!is_read_) return;
    std::set<std::string> seen;
    for (const LayoutNode& entry : document.root.children) {
      const Collection* known = collection_named(entry.key);
      const RecordType* type = known ? known->type : nullptr;
      std::string name(type ? type->en : entry.key);
      if (!seen.insert(name).second) is_read_ = false;
      auto value = type ? reader.collection(entry, *type) : reader.value(entry, nullptr);
      collections_.push_back({std::move(name), i, &entry, type, std::move(value)});
    }
  }
  is_read_ = is_read_ && reader.is_plain;
  find_comments();
}

void MergeSide::find_comments() {
  std::vector<std::pair<std::size_t, std::size_t>> texts;
  for (const DocumentLayout& document : documents_) collect_texts(bytes_, document.root, texts);
  std::ranges::sort(texts);
  auto text = texts.begin();
  for (auto at = bytes_.find('#'); at != bytes_.npos; at = bytes_.find('#', at + 1)) {
    while (text != texts.end() && text->second <= at) ++text;
    if (text != texts.end() && text->first <= at) continue;
    const bool begins =
        at == 0 || bytes_[at - 1] == ' ' || bytes_[at - 1] == '\t' || bytes_[at - 1] == '\n';
    if (!begins) continue;
    const std::size_t end = line_end(bytes_, at);
    comments_.push_back({at, bytes_.substr(at, end - at)});
    at = end;
  }
}

std::vector<std::string> MergeSide::comments(std::size_t begin, std::size_t end) const {
  std::vector<std::string> found;
  auto at = std::ranges::lower_bound(comments_, begin, {}, &PlacedComment::at);
  for (; at != comments_.end() && at->at < end; ++at) found.push_back(at->text);
  return found;
}

}  // namespace lianxi
