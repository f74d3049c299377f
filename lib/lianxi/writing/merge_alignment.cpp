#include <algorithm>
#include <map>
#include <set>

#include <lianxi/records/alliance.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/plans.hpp>
#include <lianxi/records/summaries.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/writing/merge_alignment.hpp>

namespace lianxi {
namespace {

using Pieces = std::vector<Piece>;
using Others = std::vector<std::optional<std::size_t>>;

std::string text_of(const Piece& piece) {
  return piece.kind == Piece::Kind::scalar ? piece.text : in_one_line(record_value(piece));
}

/// These of its fields, as far as they are given; "" where none is.
std::string joined_fields(const Piece& item, std::initializer_list<std::string_view> names) {
  std::string key;
  for (const std::string_view name : names)
    if (const Piece* value = item.entry(name)) key += (key.empty() ? "" : "/") + text_of(*value);
  return key;
}

bool names_another(const ValueType& type) {
  return type.kind == ValueType::Kind::ref || type.kind == ValueType::Kind::unit_or_name;
}

std::string id_of_record(const Piece& item) {
  if (item.type == &Followup::type) return joined_fields(item, {"meeting", "unit", "date"});
  if (item.type == &Summary::type) return joined_fields(item, {"period", "report", "unit"});
  if (item.type == &Plan::type) return joined_fields(item, {"year"});
  // The first entry of a policy needs no day.
  if (item.type == &Policy::type) return "from " + joined_fields(item, {"from"});
  return joined_fields(item, {"id"});
}

/// Pairs the items of two versions of a list.
class Pairing {
 public:
  Pairing(const Pieces& before, const Pieces& after)
      : before_(before), after_(after), other_(before.size()), taken_(after.size()) {
    for (const Piece& item : before) before_keys_.push_back(key_of(item));
    for (const Piece& item : after) after_keys_.push_back(key_of(item));
    doubt_what_is_twice();
    for (std::size_t i = 0; i < after.size(); ++i) by_key_[after_keys_[i].text].push_back(i);
  }

  /// Only what is certainly the same: equal, or of one identity.
  Others certain() {
    pair([&](std::size_t i, std::size_t k) { return i == k && same(before_[i], after_[k]); });
    pair([&](std::size_t i, std::size_t k) { return same(before_[i], after_[k]); });
    pair([&](std::size_t i, std::size_t k) {
      return before_keys_[i].identifies && after_keys_[k].identifies;
    });
    return other_;
  }

  /// Also what was changed beyond its key.
  Others likely() {
    certain();
    pair_lone_keys();
    pair_alike();
    return other_;
  }

 private:
  /// An id that two records of one version have identifies neither.
  void doubt_what_is_twice() {
    std::set<std::string> doubted;
    for (const auto* keys : {&before_keys_, &after_keys_}) {
      std::set<std::string> seen;
      for (const PieceKey& key : *keys)
        if (!seen.insert(key.text).second) doubted.insert(key.text);
    }
    for (auto* keys : {&before_keys_, &after_keys_})
      for (PieceKey& key : *keys) key.identifies = key.identifies && !doubted.contains(key.text);
  }

  template <class Belong>
  void pair(Belong belong) {
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (other_[i]) continue;
      const auto candidates = by_key_.find(before_keys_[i].text);
      if (candidates == by_key_.end()) continue;
      for (const std::size_t k : candidates->second)
        if (!taken_[k] && belong(i, k)) {
          take(i, k);
          break;
        }
    }
  }

  void take(std::size_t before, std::size_t after) {
    other_[before] = after;
    taken_[after] = true;
  }

  static std::size_t equal_entries(const Piece& one, const Piece& other) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < one.names.size(); ++i)
      if (const Piece* entry = other.entry(one.names[i]); entry && same(one.items[i], *entry))
        ++count;
    return count;
  }

  /// Parts without an identity that share their key with no other.
  void pair_lone_keys() {
    std::map<std::string, std::size_t> left_before, left_after;
    for (std::size_t i = 0; i < before_.size(); ++i)
      if (!other_[i]) ++left_before[before_keys_[i].text];
    for (std::size_t k = 0; k < after_.size(); ++k)
      if (!taken_[k]) ++left_after[after_keys_[k].text];
    pair([&](std::size_t i, std::size_t k) {
      const std::string& key = before_keys_[i].text;
      return !key.empty() && left_before[key] == 1 && left_after[key] == 1 &&
             (!before_keys_[i].is_day || equal_entries(before_[i], after_[k]) > 1);
    });
  }

  /// The rest by how much of them is the same, where that is half of it at least. Two that hold
  /// nothing are equal, and paired already.
  void pair_alike() {
    struct Likeness {
      std::size_t equal, before, after;
    };
    std::vector<Likeness> all;
    for (std::size_t i = 0; i < before_.size(); ++i)
      for (std::size_t k = 0; k < after_.size() && !other_[i]; ++k) {
        if (taken_[k] || before_keys_[i].identifies || after_keys_[k].identifies) continue;
        const std::size_t equal = equal_entries(before_[i], after_[k]);
        const std::size_t size = std::max(before_[i].items.size(), after_[k].items.size());
        if (2 * equal >= size) all.push_back({equal, i, k});
      }
    std::ranges::stable_sort(all, std::ranges::greater(), &Likeness::equal);
    for (const Likeness& one : all)
      if (!other_[one.before] && !taken_[one.after]) take(one.before, one.after);
  }

  const Pieces &before_, &after_;
  std::vector<PieceKey> before_keys_, after_keys_;
  std::map<std::string, std::vector<std::size_t>> by_key_;
  Others other_;
  std::vector<bool> taken_;
};

Pieces those_at(const Pieces& all, const std::vector<std::size_t>& places) {
  Pieces out;
  for (const std::size_t at : places) out.push_back(all[at]);
  return out;
}

/// Puts the three versions of a list together.
class Joining {
 public:
  Joining(const Pieces& base, const Pieces& ours, const Pieces& theirs)
      : ours_(ours.size()), theirs_(theirs.size()) {
    Others in_ours = Pairing(base, ours).likely(), in_theirs = Pairing(base, theirs).likely();
    pair_what_both_lost(base, ours, theirs, in_ours, in_theirs);
    for (std::size_t i = 0; i < base.size(); ++i) add({i, in_ours[i], in_theirs[i]});
    add_what_came(ours, theirs);
    theirs_moved_ = !is_rising(in_theirs) && is_rising(in_ours);
  }

  std::vector<JoinedItem> run() {
    const auto& first = theirs_moved_ ? theirs_ : ours_;
    const auto& second = theirs_moved_ ? ours_ : theirs_;
    order_.assign(first.begin(), first.end());
    std::size_t last = none;
    for (const std::size_t item : second) {
      if (!is_in_first(item)) insert(item, last);
      last = item;
    }
    std::vector<JoinedItem> out;
    for (const std::size_t item : order_) out.push_back(items_[item]);
    return out;
  }

 private:
  static constexpr std::size_t none = std::size_t(-1);

  static bool may_be_another(const Piece& item) {
    return item.kind == Piece::Kind::mapping && !key_of(item).identifies;
  }

  /// The item nearest to a place that came and that nothing identifies.
  static std::optional<std::size_t> nearest_that_came(const Pieces& items, const Others& others,
                                                      std::size_t place) {
    std::optional<std::size_t> found;
    const auto distance = [&](std::size_t k) { return k > place ? k - place : place - k; };
    for (std::size_t k = 0; k < items.size(); ++k) {
      if (std::ranges::find(others, std::optional(k)) != others.end()) continue;
      if (may_be_another(items[k]) && (!found || distance(k) < distance(*found))) found = k;
    }
    return found;
  }

  /// An item without an identity that neither side has any more may have been changed beyond
  /// recognition, while the other side removed or changed it: then it is a conflict, not an
  /// addition.
  static void pair_what_both_lost(const Pieces& base, const Pieces& ours, const Pieces& theirs,
                                  Others& in_ours, Others& in_theirs) {
    for (std::size_t i = 0; i < base.size(); ++i) {
      if (in_ours[i] || in_theirs[i] || !may_be_another(base[i])) continue;
      in_ours[i] = nearest_that_came(ours, in_ours, i);
      in_theirs[i] = nearest_that_came(theirs, in_theirs, i);
    }
  }

  static bool is_rising(const Others& others) {
    std::optional<std::size_t> last;
    for (const auto& other : others) {
      if (other && last && *other < *last) return false;
      if (other) last = other;
    }
    return true;
  }

  void add(const JoinedItem& item) {
    if (item.ours) ours_[*item.ours] = items_.size();
    if (item.theirs) theirs_[*item.theirs] = items_.size();
    items_.push_back(item);
  }

  static std::vector<std::size_t> unmet(const std::vector<JoinedItem>& items, std::size_t size,
                                        std::optional<std::size_t> JoinedItem::*side) {
    std::vector<bool> met(size);
    for (const JoinedItem& item : items)
      if (item.*side) met[*(item.*side)] = true;
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < size; ++i)
      if (!met[i]) out.push_back(i);
    return out;
  }

  void add_what_came(const Pieces& ours, const Pieces& theirs) {
    const auto mine = unmet(items_, ours.size(), &JoinedItem::ours);
    const auto yours = unmet(items_, theirs.size(), &JoinedItem::theirs);
    const Pieces left = those_at(ours, mine), right = those_at(theirs, yours);
    const Others pairs = Pairing(left, right).certain();
    std::vector<bool> met(yours.size());
    for (std::size_t i = 0; i < mine.size(); ++i) {
      JoinedItem item{std::nullopt, mine[i], std::nullopt};
      if (pairs[i]) item.theirs = yours[*pairs[i]];
      if (pairs[i]) met[*pairs[i]] = true;
      add(item);
    }
    for (std::size_t k = 0; k < yours.size(); ++k)
      if (!met[k]) add({std::nullopt, std::nullopt, yours[k]});
  }

  bool is_in_first(std::size_t item) const {
    return theirs_moved_ ? items_[item].theirs.has_value() : items_[item].ours.has_value();
  }

  /// Behind the item that it was put behind, and behind what ours put there.
  void insert(std::size_t item, std::size_t last) {
    std::size_t at = 0;
    if (last != none) at = std::size_t(std::ranges::find(order_, last) - order_.begin()) + 1;
    const auto is_ours_alone = [&](std::size_t one) {
      return items_[one].ours && !items_[one].base && !items_[one].theirs;
    };
    if (!theirs_moved_)
      while (at < order_.size() && is_ours_alone(order_[at])) ++at;
    order_.insert(order_.begin() + std::ptrdiff_t(at), item);
  }

  std::vector<JoinedItem> items_;
  std::vector<std::size_t> ours_, theirs_;  ///< Which of the items stands there.
  std::vector<std::size_t> order_;
  bool theirs_moved_ = false;
};

}  // namespace

PieceKey key_of(const Piece& item) {
  if (item.kind == Piece::Kind::scalar) return {item.text, true};
  if (item.kind == Piece::Kind::list || !item.type) return {text_of(item), false};
  if (item.type == &Waiver::type) return {joined_fields(item, {"rule", "record"}), true};
  if (auto id = id_of_record(item); !id.empty()) return {std::move(id), true};
  for (const Field& field : item.type->fields)
    if (field.required)
      if (const Piece* value = item.entry(field.en))
        return {text_of(*value), names_another(*field.type),
                field.type->kind == ValueType::Kind::date};
  return {};
}

std::string id_of_piece(const Piece& item) {
  return item.kind == Piece::Kind::mapping && item.type ? id_of_record(item) : std::string();
}

std::vector<JoinedItem> joined_items(const std::vector<Piece>& base, const std::vector<Piece>& ours,
                                     const std::vector<Piece>& theirs) {
  return Joining(base, ours, theirs).run();
}

}  // namespace lianxi
