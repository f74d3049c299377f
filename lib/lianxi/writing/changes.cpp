#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/places.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/schema/decoder.hpp>
#include <lianxi/schema/value_text.hpp>
#include <lianxi/writing/changes.hpp>
#include <lianxi/writing/field_edits.hpp>
#include <lianxi/writing/record_insertion.hpp>
#include <lianxi/writing/renaming.hpp>
#include <lianxi/writing/text_edits.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Where a record or part stands in a file, by what encloses it; good as long as nothing before
/// it in a list comes or goes.
struct NodeAddress {
  std::string file;
  std::size_t document = 0;
  std::string collection;
  std::vector<std::pair<const Field*, std::size_t>> steps;  ///< A list's item by its child.
  std::size_t item = 0;                                     ///< Of the collection's list.
};

/// The first byte of what a part was read from.
bool begins_at(const LayoutNode& node, std::size_t offset) {
  if (node.kind == Node::Kind::map && !node.children.empty())
    return node.children.front().key_start == offset;
  return node.start == offset;
}

std::optional<std::size_t> child_at(const LayoutNode& list, std::size_t offset) {
  for (std::size_t i = 0; i < list.children.size(); ++i)
    if (begins_at(list.children[i], offset)) return i;
  return std::nullopt;
}

/// The language of keys where no record is beside: that in which the alliance is written down.
Language spoken_in(const Book& book) {
  const Alliance* alliance = book.alliance();
  if (!alliance) return Language::zh;
  const auto first_key = book.sources().rest(alliance->at);
  const auto sign = first_key.find_first_not_of("\"'");
  return sign != first_key.npos && is_ascii(first_key[sign]) ? Language::en : Language::zh;
}

Message edit_by_hand(const std::string& file, std::size_t line) {
  return say({"change it by hand: {}:{}", "请手工修改：{}:{}"}, printable(file), line);
}

}  // namespace

/// The changes so far: the files' bytes, and what their records are to be.
class Editing::Work {
 public:
  Work(const std::vector<InputFile>& files, const Book& book) : files_(files), book_(book) {
    for (const InputFile& file : files) bytes_.emplace(file.path, file.bytes);
  }

  void change(const FieldChange& change) {
    const NodeAddress address = address_of(change.target);
    expect(change);
    edit(address, change);
  }

  void insert(const Insertion& insertion) {
    for (const Draft& draft : insertion.drafts)
      expected(insertion.file)[insertion.collection].push_back(value_of(draft));
    std::string& bytes = now(insertion.file);
    bytes = with_edits(bytes, {insertion_edit(bytes, insertion, spoken_in(book_))});
  }

  void remove(const RecordPath& path) {
    const NodeAddress address = address_of(path);
    auto& records = expected(address.file)[path.collection];
    const std::size_t number = number_in_file(path);
    if (path.steps.empty())
      records.erase(records.begin() + std::ptrdiff_t(number));
    else
      remove_part(records[number], path);
    std::string& bytes = now(address.file);
    bytes = with_edits(bytes, {removal(TextEditor(bytes), layout_of(bytes), address, path)});
  }

  void rename(const RecordPath& path, const std::string& id) {
    const Renaming renaming = renaming_of(book_, path, id);
    replaced_ = renaming.values;
    std::set<std::string> touched;
    for (const auto& [place, text] : renaming.written) touched.insert(file_of(place));
    for (const auto& [place, text] : renaming.values) touched.insert(file_of(place));
    for (const std::string& file : touched) expected(file);
    std::map<std::string, std::vector<TextEdit>> edits;
    for (const auto& [place, text] : renaming.written) {
      const std::string file = file_of(place);
      edits[file].push_back(scalar_edit(file, offset_of(place), text));
    }
    for (auto& [file, list] : edits) now(file) = with_edits(now(file), std::move(list));
  }

  ProvedChange prove() {
    ProvedChange proved;
    std::vector<InputFile> files = files_;
    for (auto& [path, bytes] : now_) {
      const auto old = std::ranges::find(files, path, &InputFile::path);
      ChangedFile changed{path, std::nullopt, bytes};
      if (old != files.end()) {
        changed.before = std::string(old->bytes.view());
        old->bytes = bytes;
      } else {
        files.push_back({path, bytes, std::nullopt, false});
      }
      if (changed.before != changed.after) proved.files.push_back(std::move(changed));
    }
    std::ranges::sort(files, {}, &InputFile::path);
    proved.book = Book::read(std::move(files));
    hold_against_expectations(proved.book);
    return proved;
  }

 private:
  using ByCollection = std::map<const Collection*, std::vector<RecordValue>>;

  // ---- the book as it was ---------------------------------------------------------------

  std::string file_of(Place place) const { return path_of(book_.sources(), place); }

  std::size_t offset_of(Place place) const {
    const Source& source = book_.sources()[book_.sources().file_of(place)];
    return std::size_t(place) - std::size_t(source.start);
  }

  const std::vector<DocumentLayout>& first_layout(const std::string& file) {
    const auto at = layouts_.find(file);
    if (at != layouts_.end()) return at->second;
    const auto found = bytes_.find(file);
    return layouts_
        .emplace(file, layout_of(found == bytes_.end() ? std::string_view() : found->second))
        .first->second;
  }

  /// What stands at that part of a record, where it can be found for certain.
  NodeAddress address_of(const RecordPath& path) {
    const Part& record = path.collection->at(book_, path.number);
    NodeAddress address;
    address.file = file_of(record.at);
    const LayoutNode* node = record_node(address, *path.collection, offset_of(record.at));
    const void* part = &record;
    for (const PartStep& step : path.steps) {
      node = node ? node->entry(step.field->en, step.field->zh) : nullptr;
      const void* value = step.field->get(part);
      part = value;
      std::size_t child = 0;
      if (step.field->type->element && node) {
        part = step.field->type->item(value, step.index);
        node = item_node(*node, offset_of(static_cast<const Part*>(part)->at), child);
      }
      address.steps.emplace_back(step.field, child);
    }
    if (!node) refuse(address.file, record.at);
    return address;
  }

  const LayoutNode* record_node(NodeAddress& address, const Collection& collection,
                                std::size_t offset) {
    const auto& documents = first_layout(address.file);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const LayoutNode* list = documents[i].root.entry(collection.type->en, collection.type->zh);
      if (!list || offset >= documents[i].end) continue;
      address.document = i;
      address.collection = list->key;
      if (list->kind != Node::Kind::list) return list;
      const auto item = child_at(*list, offset);
      address.item = item.value_or(0);
      return item ? &list->children[*item] : nullptr;
    }
    return nullptr;
  }

  /// A mapping, or a word, may stand for a list of one.
  static const LayoutNode* item_node(const LayoutNode& list, std::size_t offset,
                                     std::size_t& child) {
    if (list.kind != Node::Kind::list) return &list;
    const auto index = child_at(list, offset);
    child = index.value_or(0);
    return index ? &list.children[*index] : nullptr;
  }

  [[noreturn]] void refuse(const std::string& file, Place at) const {
    throw Error(say({"this cannot be changed for certain; nothing was written",
                     "无法确保改得正确，未写入任何内容"}),
                edit_by_hand(file, book_.sources().position(at).line));
  }

  // ---- what is to be ---------------------------------------------------------------------

  ByCollection& expected(const std::string& file) {
    const auto at = expected_.find(file);
    if (at != expected_.end()) return at->second;
    return expected_.emplace(file, records_of(book_, file, &replaced_)).first->second;
  }

  static std::optional<std::uint32_t> number_of(const Book& book, const std::string& file) {
    const auto& files = book.sources().files();
    const auto at = std::ranges::find(files, file, &Source::path);
    if (at == files.end()) return std::nullopt;
    return std::uint32_t(at - files.begin());
  }

  static ByCollection records_of(const Book& book, const std::string& file,
                                 const Replacements* replaced) {
    ByCollection all;
    const auto number = number_of(book, file);
    if (!number) return all;
    for (const Collection& collection : all_collections())
      for (std::size_t i = 0, n = collection.size(book); i < n; ++i) {
        const Part& part = collection.at(book, i);
        if (book.sources().file_of(part.at) == *number)
          all[&collection].push_back(value_of(*collection.type, &part, replaced));
      }
    return all;
  }

  /// The how many-th record of its collection in its file.
  std::size_t number_in_file(const RecordPath& path) const {
    const auto file = book_.sources().file_of(path.collection->at(book_, path.number).at);
    std::size_t number = 0;
    for (std::size_t i = 0; i < path.number; ++i)
      if (book_.sources().file_of(path.collection->at(book_, i).at) == file) ++number;
    return number;
  }

  void expect(const FieldChange& change) {
    const RecordPath& path = change.target;
    const auto file = file_of(path.collection->at(book_, path.number).at);
    RecordValue* value = &expected(file)[path.collection][number_in_file(path)];
    for (const PartStep& step : path.steps) {
      value = value->entry(step.field->en);
      if (step.field->type->element) value = &value->items[step.index];
    }
    const RecordType* type = path.type;
    for (std::size_t i = 0; i + 1 < change.fields.size(); ++i) {
      const Field& field = *change.fields[i];
      const RecordValue mapping{.kind = RecordValue::Kind::mapping};
      if (!value->entry(field.en)) {
        if (change.kind == FieldChange::Kind::clear || change.kind == FieldChange::Kind::take)
          return;
        put_entry(*value, *type, field.en, &mapping);
      }
      value = value->entry(field.en);
      type = field.type->record;
    }
    expect_in(*value, *type, change);
  }

  static void expect_in(RecordValue& mapping, const RecordType& type, const FieldChange& change) {
    using Kind = FieldChange::Kind;
    if (change.fields.empty()) {
      const RecordValue text{.text = change.value.text};
      put_entry(mapping, type, change.own_name, change.kind == Kind::clear ? nullptr : &text);
      return;
    }
    const Field& field = *change.fields.back();
    if (change.kind == Kind::clear) return put_entry(mapping, type, field.en, nullptr);
    RecordValue value = value_of(*field.type, change.value);
    const bool nothing = value.kind == RecordValue::Kind::list && value.items.empty();
    if (change.kind == Kind::set)
      return put_entry(mapping, type, field.en, nothing ? nullptr : &value);
    const RecordValue* old = mapping.entry(field.en);
    RecordValue list = old ? *old : RecordValue{.kind = RecordValue::Kind::list};
    if (change.kind == Kind::add)
      list.items.insert(list.items.end(), value.items.begin(), value.items.end());
    else
      std::erase_if(list.items, [&](const RecordValue& item) {
        const RecordValue named = by_short_form(*field.type->element, item);
        return std::ranges::find(value.items, item) != value.items.end() ||
               std::ranges::find(value.items, named) != value.items.end();
      });
    put_entry(mapping, type, field.en, list.items.empty() ? nullptr : &list);
  }

  static void remove_part(RecordValue& record, const RecordPath& path) {
    RecordValue* value = &record;
    const RecordType* type = path.collection->type;
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
      const Field& field = *path.steps[i].field;
      const bool last = i + 1 == path.steps.size(), listed = field.type->element != nullptr;
      RecordValue* inner = value->entry(field.en);
      if (last && listed)
        inner->items.erase(inner->items.begin() + std::ptrdiff_t(path.steps[i].index));
      if (last && (!listed || inner->items.empty())) put_entry(*value, *type, field.en, nullptr);
      if (last) return;
      value = listed ? &inner->items[path.steps[i].index] : inner;
      type = listed ? field.type->element->record : field.type->record;
    }
  }

  void hold_against_expectations(const Book& after) const {
    for (const auto& [file, collections] : expected_) {
      ByCollection found = records_of(after, file, nullptr);
      for (const auto& [collection, records] : collections)
        if (!records.empty() && found[collection] != records) refuse_proof(file);
      for (const auto& [collection, records] : found) {
        const auto wanted = collections.find(collection);
        if (!records.empty() && (wanted == collections.end() || wanted->second != records))
          refuse_proof(file);
      }
    }
  }

  [[noreturn]] void refuse_proof(const std::string& file) const {
    throw Error(say({"{} would not hold just what was asked for; nothing was written",
                     "改后的 {} 与要求不完全一致，未写入任何内容"},
                    printable(file)),
                say({"change it by hand", "请手工修改"}));
  }

  // ---- the bytes ---------------------------------------------------------------------------

  std::string& now(const std::string& file) {
    const auto at = now_.find(file);
    if (at != now_.end()) return at->second;
    const auto found = bytes_.find(file);
    return now_
        .emplace(file, std::string(found == bytes_.end() ? std::string_view() : found->second))
        .first->second;
  }

  /// The node at an address, in the bytes as they are now.
  const LayoutNode* node_at(const std::vector<DocumentLayout>& documents,
                            const NodeAddress& address, std::size_t steps) const {
    if (address.document >= documents.size()) return nullptr;
    const LayoutNode* node = &documents[address.document].root;
    node = node->entry(address.collection, address.collection);
    if (node && node->kind == Node::Kind::list)
      node = address.item < node->children.size() ? &node->children[address.item] : nullptr;
    for (std::size_t i = 0; node && i < steps; ++i) {
      const auto& [field, child] = address.steps[i];
      node = node->entry(field->en, field->zh);
      if (node && field->type->element && node->kind == Node::Kind::list)
        node = child < node->children.size() ? &node->children[child] : nullptr;
    }
    return node;
  }

  void edit(const NodeAddress& address, const FieldChange& change) {
    std::string& bytes = now(address.file);
    const auto documents = layout_of(bytes);
    const LayoutNode* node = node_at(documents, address, address.steps.size());
    if (!node) refuse(address.file, change.target.part->at);
    const LayoutNode& root = documents[address.document].root;
    auto offset = dash_offset_in(bytes, *node);
    if (!offset) offset = dash_offset_in(bytes, root);
    const TextEditor editor(bytes);
    const Language language = language_of_keys(*node, language_of_keys(root, spoken_in(book_)));
    auto edits =
        FieldEdit(editor, language, offset.value_or(2)).edits(*node, *change.target.type, change);
    if (!edits) refuse(address.file, change.target.part->at);
    bytes = with_edits(bytes, std::move(*edits));
  }

  // ---- records -----------------------------------------------------------------------------

  /// What takes a record or part out of the list that it is an item of, or out of the mapping.
  TextEdit removal(const TextEditor& editor, const std::vector<DocumentLayout>& documents,
                   const NodeAddress& address, const RecordPath& path) const {
    if (path.steps.empty()) {
      const LayoutNode& root = documents[address.document].root;
      const LayoutNode* list = root.entry(address.collection, address.collection);
      if (list->children.size() > 1) return editor.remove_item(*list, address.item);
      return {list->start, list->end - list->start, "[]"};
    }
    const LayoutNode* owner = node_at(documents, address, path.steps.size() - 1);
    const Field& field = *path.steps.back().field;
    const LayoutNode* entry = owner ? owner->entry(field.en, field.zh) : nullptr;
    if (!entry) refuse(address.file, path.part->at);
    if (entry->kind == Node::Kind::list && entry->children.size() > 1)
      return editor.remove_item(*entry, address.steps.back().second);
    return editor.remove_entry(*owner, std::size_t(entry - owner->children.data()));
  }

  TextEdit scalar_edit(const std::string& file, std::size_t offset, const std::string& text) {
    const auto& documents = first_layout(file);
    for (const DocumentLayout& document : documents)
      if (offset >= document.start && offset < document.end) {
        bool in_flow = false;
        if (const LayoutNode* node = scalar_at(document.root, offset, in_flow))
          return TextEditor(std::string(bytes_.at(file))).replace_scalar(*node, text, in_flow, 0);
      }
    throw Error(say({"this cannot be changed for certain; nothing was written",
                     "无法确保改得正确，未写入任何内容"}),
                say({"change it by hand in {}", "请手工修改 {}"}, printable(file)));
  }

  static const LayoutNode* scalar_at(const LayoutNode& node, std::size_t offset, bool& in_flow) {
    for (const LayoutNode& child : node.children) {
      if (child.kind == Node::Kind::scalar && child.start == offset) {
        in_flow = node.is_flow;
        return &child;
      }
      if (const LayoutNode* found = scalar_at(child, offset, in_flow)) return found;
    }
    return nullptr;
  }

  const std::vector<InputFile>& files_;
  const Book& book_;
  std::unordered_map<std::string, std::string_view> bytes_;
  std::unordered_map<std::string, std::vector<DocumentLayout>> layouts_;  ///< As the book was.
  std::map<std::string, std::string> now_;
  std::map<std::string, ByCollection> expected_;
  Replacements replaced_;
};

Editing::Editing(const std::vector<InputFile>& files, const Book& book)
    : work_(std::make_unique<Work>(files, book)) {}
Editing::~Editing() = default;
void Editing::change(const FieldChange& change) { work_->change(change); }
void Editing::insert(const Insertion& insertion) { work_->insert(insertion); }
void Editing::remove(const RecordPath& path) { work_->remove(path); }
void Editing::rename(const RecordPath& path, const std::string& id) { work_->rename(path, id); }
ProvedChange Editing::prove() { return work_->prove(); }

Findings new_findings(const Findings& before, const Findings& after) {
  std::multiset<std::string> known;
  const auto name = [](const Finding& finding) {
    return std::string(finding.rule) + "\n" + finding.record + "\n" + finding.message.en;
  };
  for (const Finding& finding : before) known.insert(name(finding));
  Findings fresh;
  for (const Finding& finding : after) {
    const auto at = known.find(name(finding));
    if (at == known.end())
      fresh.push_back(finding);
    else
      known.erase(at);
  }
  return fresh;
}

}  // namespace lianxi
