#include <algorithm>
#include <set>

#include <lianxi/writing/value_merge.hpp>

namespace lianxi {
namespace {

bool is_list_or_none(const Piece* piece) { return !piece || piece->kind == Piece::Kind::list; }

const Piece* item_at(const std::vector<Piece>& items, std::optional<std::size_t> at) {
  return at ? &items[*at] : nullptr;
}

const std::vector<Piece>& items_of(const Piece* list) {
  static const std::vector<Piece> none;
  return list ? list->items : none;
}

std::optional<Piece> copy_of(const Piece* piece) {
  return piece ? std::optional(*piece) : std::nullopt;
}

std::optional<RecordValue> record_value_if_any(const Piece* piece) {
  return piece ? std::optional(record_value(*piece)) : std::nullopt;
}

const Piece* find(const std::map<std::string, Piece>& all, const std::string& name) {
  const auto at = all.find(name);
  return at == all.end() ? nullptr : &at->second;
}

std::string with_slashes(std::string field) {
  std::ranges::replace(field, '.', '/');
  return field;
}

}  // namespace

std::map<std::string, Piece> values_of(const MergeSide& side) {
  std::map<std::string, Piece> all;
  for (const CollectionPiece& one : side.collections()) {
    if (!one.value) continue;
    const auto [at, fresh] = all.emplace(one.name, *one.value);
    auto& items = at->second.items;
    if (!fresh) items.insert(items.end(), one.value->items.begin(), one.value->items.end());
  }
  return all;
}

static std::vector<std::string> sorted_records(const Piece& list) {
  std::vector<std::string> all;
  for (const Piece& record : list.items) all.push_back(in_one_line(record_value(record)));
  std::ranges::sort(all);
  return all;
}

bool same_records(const std::map<std::string, Piece>& one,
                  const std::map<std::string, Piece>& other) {
  return std::ranges::equal(one, other, [](const auto& a, const auto& b) {
    if (a.first != b.first) return false;
    if (a.second.kind != Piece::Kind::list) return same(a.second, b.second);
    return sorted_records(a.second) == sorted_records(b.second);
  });
}

std::map<std::string, Piece> ValueMerge::files(const MergeSide& base, const MergeSide& ours,
                                               const MergeSide& theirs) {
  const auto before = values_of(base), mine = values_of(ours), yours = values_of(theirs);
  std::set<std::string> names;
  for (const auto* side : {&before, &mine, &yours})
    for (const auto& [name, value] : *side) names.insert(name);
  std::map<std::string, Piece> out;
  for (const std::string& name : names)
    if (auto joined = value(name, "", find(before, name), find(mine, name), find(yours, name)))
      out.emplace(name, std::move(*joined));
  return out;
}

std::optional<Piece> ValueMerge::value(const std::string& record, const std::string& field,
                                       const Piece* base, const Piece* ours, const Piece* theirs) {
  if (same(ours, theirs) || same(base, theirs)) return copy_of(ours);
  if (same(base, ours)) return copy_of(theirs);
  const bool lists = is_list_or_none(base) && is_list_or_none(ours) && is_list_or_none(theirs);
  const bool in_record = record.find('/') != record.npos;
  if (whole_records_ && (in_record || !lists)) return conflict(record, field, base, ours, theirs);
  if (lists) return list(record, field, base, ours, theirs);
  const auto is_mapping = [](const Piece* one) { return one && one->kind == Piece::Kind::mapping; };
  // A mapping that is a field (minutes) may be begun by both; an item that both added may not be
  // mixed.
  const bool may_begin = !base && !field.empty();
  static const Piece nothing{.kind = Piece::Kind::mapping};
  if ((is_mapping(base) || may_begin) && is_mapping(ours) && is_mapping(theirs))
    return mapping(record, field, base ? base : &nothing, *ours, *theirs);
  return conflict(record, field, base, ours, theirs);
}

std::optional<Piece> ValueMerge::conflict(const std::string& record, const std::string& field,
                                          const Piece* base, const Piece* ours,
                                          const Piece* theirs) {
  conflicts_.push_back({record, field, record_value_if_any(base), record_value_if_any(ours),
                        record_value_if_any(theirs)});
  return copy_of(prefer_ == Prefer::ours ? ours : theirs);
}

std::optional<Piece> ValueMerge::list(const std::string& record, const std::string& field,
                                      const Piece* base, const Piece* ours, const Piece* theirs) {
  Piece out{.kind = Piece::Kind::list, .node = (ours ? ours : theirs)->node, .is_joined = true};
  const auto &before = items_of(base), &mine = items_of(ours), &yours = items_of(theirs);
  const std::string place = field.empty() ? record : record + "/" + with_slashes(field);
  for (const JoinedItem& item : joined_items(before, mine, yours)) {
    const Piece *was = item_at(before, item.base), *here = item_at(mine, item.ours),
                *there = item_at(yours, item.theirs);
    if (!here && !there) continue;
    const Piece& one = here ? *here : *there;
    const std::string id = id_of_piece(one);
    const std::size_t number = (here ? *item.ours : *item.theirs) + 1;
    const std::string name = place + "/" + (id.empty() ? std::to_string(number) : id);
    if (auto joined = value(name, "", was, here, there)) out.items.push_back(std::move(*joined));
  }
  if (out.items.empty()) return std::nullopt;
  return out;
}

Piece ValueMerge::mapping(const std::string& record, const std::string& field, const Piece* base,
                          const Piece& ours, const Piece& theirs) {
  Piece out{.kind = Piece::Kind::mapping, .node = ours.node, .type = ours.type, .is_joined = true};
  std::set<std::string> names(ours.names.begin(), ours.names.end());
  names.insert(theirs.names.begin(), theirs.names.end());
  for (const std::string& name : names) {
    std::string path = field;
    if (!path.empty()) path += '.';
    path += name;
    auto joined = value(record, path, base->entry(name), ours.entry(name), theirs.entry(name));
    if (!joined) continue;
    out.names.push_back(name);
    out.items.push_back(std::move(*joined));
  }
  return out;
}

}  // namespace lianxi
