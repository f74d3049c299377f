#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <lianxi/base/parallel.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/name_index.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/schema/spelling.hpp>
#include <lianxi/schema/walk.hpp>

namespace lianxi {
namespace {

std::string compared(std::string_view name) {
  std::string buffer;
  return std::string(mapped_id(name, buffer));
}

/// A name that two records have means neither.
template <class Map, class T>
void add(Map& names, const Text& name, const T& record) {
  if (!name || (*name).empty()) return;
  const auto [at, is_new] = names.emplace(compared(*name), &record);
  if (!is_new && at->second != &record) at->second = nullptr;
}

/// The scalar as it stands in the file, with its quotes; nothing where it is not written in one
/// of the plain ways.
std::optional<std::string_view> written(const Book& book, const Text& text) {
  const std::string_view rest = book.sources().rest(text.at());
  if (rest.starts_with(*text)) return rest.substr(0, (*text).size());
  if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) return std::nullopt;
  if (!rest.substr(1).starts_with(*text)) return std::nullopt;
  const std::size_t size = (*text).size() + 2;
  if (rest.size() < size || rest[size - 1] != rest[0]) return std::nullopt;
  return rest.substr(0, size);
}

constexpr std::string_view separators[] = {"、", "，", ",", ";", "；", "/", " ", "　"};

/// Whether any of them may stand in the text: most texts hold none of their first bytes.
bool may_be_several(std::string_view text) {
  return std::ranges::any_of(text, [](char byte) {
    return byte == ' ' || byte == ',' || byte == '/' || byte == ';' || byte == '\xE3' ||
           byte == '\xEF';
  });
}

/// The parts of a text between the signs that people put between names.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  const auto end_part = [&](std::size_t end) {
    if (const auto part = trimmed(text.substr(start, end - start)); !part.empty())
      parts.push_back(part);
  };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t width = 0;
    for (const auto sign : separators)
      if (text.substr(i).starts_with(sign)) width = sign.size();
    if (width > 0) {
      end_part(i);
      start = i + width;
    }
    i += width > 0 ? width : 1;
  }
  end_part(text.size());
  return parts;
}

/// Goes over the references of a book's records.
class Resolving {
 public:
  /// `decoded`: the findings that decoding made.
  Resolving(const Book& book, const NameIndex& names, const Findings& decoded)
      : book_(book), names_(names), decoded_(decoded) {}

  Findings& found() { return found_; }
  /// The numbers of decoding's findings about texts that turned out to be names.
  const std::unordered_set<std::size_t>& taken_back() const { return taken_back_; }

  void visit(const PartChain& chain, const ValueType& type, Text& text) {
    if (!text) return;
    if (type.kind == ValueType::Kind::unit_or_name) return visit_name(chain, text);
    if (type.kind != ValueType::Kind::ref) return;
    const bool unit = type.target == Target::unit || type.target == Target::unit_or_committee;
    const bool committee =
        type.target == Target::committee || type.target == Target::unit_or_committee;
    if (unit || committee) visit_reference(chain, text, unit, committee);
  }

 private:
  std::string_view id_of(std::string_view name, bool unit, bool committee) const {
    const Unit* u = unit ? names_.unit(name) : nullptr;
    const Committee* c = committee ? names_.committee(name) : nullptr;
    if (bool(u) == bool(c)) return {};
    return u ? u->id.value_or("") : c->id.value_or("");
  }

  void visit_name(const PartChain& chain, Text& text) {
    if (book_.unit_named(*text)) return;
    if (const auto id = id_of(*text, true, false); !id.empty()) return replace(chain, text, id);
    if (!may_be_several(*text)) return;
    const auto parts = known_parts(*text, true, false);
    if (parts.known >= 2) report_list(chain, text, parts);
  }

  void visit_reference(const PartChain& chain, Text& text, bool unit, bool committee) {
    if ((unit && book_.unit(*text)) || (committee && book_.committee(*text))) return;
    if (const auto id = id_of(*text, unit, committee); !id.empty()) return replace(chain, text, id);
    const auto parts = known_parts(*text, unit, committee);
    if (parts.ids.size() > 1 && parts.known >= 1) {
      report_list(chain, text, parts);
      text = Text::unreadable(text.at());
    } else if (!is_id(*text)) {
      text = Text::unreadable(text.at());
    }
  }

  struct Parts {
    std::vector<std::string_view> ids;  ///< The ids of those that are known, else as written.
    std::size_t known = 0;
  };

  Parts known_parts(std::string_view text, bool unit, bool committee) const {
    Parts parts;
    for (const auto part : parts_of(text)) {
      std::string_view id;
      if (const Unit* u = unit ? book_.unit_named(part) : nullptr) id = u->id.value_or("");
      if (id.empty() && committee && book_.committee(part)) id = part;
      if (id.empty()) id = id_of(part, unit, committee);
      parts.known += id.empty() ? 0 : 1;
      parts.ids.push_back(id.empty() ? part : id);
    }
    return parts;
  }

  Finding& report(RuleName rule, const PartChain& chain, const Text& text, Message message,
                  Message hint) {
    found_.push_back({.rule = rule,
                      .at = text.at(),
                      .record = book_.name_of(chain),
                      .message = std::move(message),
                      .hint = std::move(hint)});
    return found_.back();
  }

  void replace(const PartChain& chain, Text& text, std::string_view id) {
    if (!is_id(*text)) decoded_fault(text.at());
    Finding& finding =
        report(rule_names::name_for_id, chain, text,
               say({"“{}” is a name; an id belongs here", "“{}”是名称，此处应写编号"}, *text),
               say({"write its id: {}", "请写它的编号：{}"}, id));
    if (const auto scalar = written(book_, text))
      finding.edits.push_back(
          {text.at(), std::uint32_t(scalar->size()), std::string(id), Edit::Filler::none});
    text = {id, text.at()};
  }

  /// The finding that decoding made of a text that is no id, or null.
  const Finding* decoded_fault(Place at) {
    if (faults_.empty())
      for (std::size_t i = 0; i < decoded_.size(); ++i)
        if (decoded_[i].rule == rule_names::wrong_type) faults_.emplace(decoded_[i].at, i);
    const auto found = faults_.find(at);
    if (found == faults_.end()) return nullptr;
    taken_back_.insert(found->second);
    return &decoded_[found->second];
  }

  void report_list(const PartChain& chain, const Text& text, const Parts& parts) {
    std::vector<Edit> edits;
    if (const Finding* fault = decoded_fault(text.at())) edits = fault->edits;
    report(rule_names::list_in_text, chain, text,
           say({"“{}” names several in one text", "“{}”在一个值里写了几家"}, *text),
           say({"write a list: [{}]", "请写成列表：[{}]"}, fmt::join(parts.ids, ", ")))
        .edits = std::move(edits);
  }

  const Book& book_;
  const NameIndex& names_;
  const Findings& decoded_;
  Findings found_;
  std::unordered_map<Place, std::size_t>
      faults_;  ///< Those of wrong types; made when first needed.
  std::unordered_set<std::size_t> taken_back_;
};

}  // namespace

NameIndex::NameIndex(const Book& book) {
  for (const Unit& unit : book.units) {
    if (!unit.id) continue;
    add(units_, unit.name, unit);
    add(units_, unit.short_name, unit);
    for (const Text& alias : unit.aliases) add(units_, alias, unit);
    for (const FormerName& former : unit.former) {
      add(units_, former.name, unit);
      add(units_, former.short_name, unit);
    }
  }
  for (const Committee& committee : book.committees)
    if (committee.id) add(committees_, committee.name, committee);
}

const Unit* NameIndex::unit(std::string_view name) const {
  std::string buffer;
  const auto at = units_.find(mapped_id(name, buffer));
  return at == units_.end() ? nullptr : at->second;
}

const Committee* NameIndex::committee(std::string_view name) const {
  std::string buffer;
  const auto at = committees_.find(mapped_id(name, buffer));
  return at == committees_.end() ? nullptr : at->second;
}

namespace {

/// Records of one collection that are gone over together.
struct Batch {
  const Collection* collection;
  std::span<const Field* const> fields;  ///< In which references may stand.
  std::size_t from, to;
};

bool is_reference(const ValueType& type) {
  return type.kind == ValueType::Kind::ref || type.kind == ValueType::Kind::unit_or_name;
}

void resolve_batch(const Book& book, const Batch& batch, Resolving& resolving) {
  // The records lie in the book's own arena, and nobody has seen them yet.
  const auto visit = [&](const PartChain& chain, const Field&, const ValueType& type,
                         const void* value) {
    if (is_reference(type))
      resolving.visit(chain, type, *const_cast<Text*>(static_cast<const Text*>(value)));
  };
  for (std::size_t i = batch.from; i < batch.to; ++i)
    walk_chosen(*batch.collection->type, &batch.collection->at(book, i), batch.fields, visit);
}

std::vector<Batch> batches_of(const Book& book, std::span<const std::vector<const Field*>> fields) {
  constexpr std::size_t most = 8192;
  std::vector<Batch> batches;
  for (const Collection& collection : all_collections()) {
    const auto& chosen = fields[std::size_t(&collection - all_collections().data())];
    const std::size_t size = chosen.empty() ? 0 : collection.size(book);
    for (std::size_t from = 0; from < size; from += most)
      batches.push_back({&collection, chosen, from, std::min(from + most, size)});
  }
  return batches;
}

}  // namespace

void NameIndex::resolve(Book& book, Findings& findings, unsigned jobs) const {
  std::vector<std::vector<const Field*>> fields;
  for (const Collection& collection : all_collections())
    fields.push_back(fields_with(*collection.type, is_reference));
  const auto batches = batches_of(book, fields);
  std::vector<Resolving> resolving(batches.size(), Resolving(book, *this, findings));
  in_parallel(jobs, batches.size(), [&](std::size_t number, unsigned) {
    resolve_batch(book, batches[number], resolving[number]);
  });
  std::unordered_set<std::size_t> taken_back;
  for (const Resolving& one : resolving)
    taken_back.insert(one.taken_back().begin(), one.taken_back().end());
  if (!taken_back.empty()) {
    std::size_t number = 0;
    std::erase_if(findings, [&](const Finding&) { return taken_back.contains(number++); });
  }
  for (Resolving& one : resolving) std::ranges::move(one.found(), std::back_inserter(findings));
}

// ---- the names of a day --------------------------------------------------------------

namespace {

/// The former entry with the earliest `until` on or after the day of which `gives` is true.
template <class Gives>
const FormerName* former_on(const Unit& unit, Date day, Gives gives) {
  const FormerName* found = nullptr;
  for (const FormerName& former : unit.former)
    if (former.until && *former.until >= day && gives(former) &&
        (!found || *former.until < *found->until))
      found = &former;
  return found;
}

const FormerName* former_name_on(const Unit& unit, Date day) {
  return former_on(unit, day, [](const FormerName& former) { return bool(former.name); });
}

}  // namespace

std::string_view Book::name_on(const Unit& unit, Date day) const {
  if (const auto* former = former_name_on(unit, day)) return *former->name;
  return unit.name.value_or(unit.id.value_or("?"));
}

std::string_view Book::short_name_on(const Unit& unit, Date day) const {
  if (const auto* former = former_name_on(unit, day))
    return former->short_name.value_or(*former->name);
  return unit.short_name ? *unit.short_name : unit.name.value_or(unit.id.value_or("?"));
}

std::string_view Book::head_on(const Unit& unit, Date day) const {
  const auto* former =
      former_on(unit, day, [](const FormerName& entry) { return bool(entry.head); });
  return former ? *former->head : unit.head.value_or("");
}

}  // namespace lianxi
