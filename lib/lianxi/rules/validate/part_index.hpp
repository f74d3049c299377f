// Finds the parts of one record by id, at the same cost however many there are.
#pragma once
#include <string_view>
#include <unordered_map>

#include <lianxi/schema/field.hpp>

namespace lianxi {

template <class P>
class PartIndex {
 public:
  explicit PartIndex(const List<P>& parts) : parts_(parts) {
    if (parts.size() <= few) return;
    for (const P& part : parts)
      if (part.id) by_id_.emplace(*part.id, &part);
  }

  /// The first of that id, or null.
  const P* find(std::string_view id) const {
    if (parts_.size() > few) {
      const auto at = by_id_.find(id);
      return at == by_id_.end() ? nullptr : at->second;
    }
    for (const P& part : parts_)
      if (part.id && *part.id == id) return &part;
    return nullptr;
  }

 private:
  static constexpr std::size_t few = 16;  // that looking at each is faster

  const List<P>& parts_;
  std::unordered_map<std::string_view, const P*> by_id_;
};

}  // namespace lianxi
