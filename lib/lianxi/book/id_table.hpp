// Records by their ids.
#pragma once
#include <string_view>

#include <lianxi/base/flat_index.hpp>
#include <lianxi/book/record_sets.hpp>

namespace lianxi {

/// Finds a record by its id, the first where several have it. Eight to sixteen bytes a record.
template <class T>
class IdTable {
 public:
  /// O(records). They must not be added to afterwards.
  void fill(const Records<T>& records) {
    index_ = FlatIndex(records.size());
    records_ = records.data();
    for (std::uint32_t i = 0; i < records.size(); ++i)
      if (const auto& id = records_[i]->id) index_.find_or_note(*id, i, id_of());
  }

  /// The record of that id, or null. O(length of the id).
  const T* find(std::string_view id) const {
    const auto number = index_.find(id, id_of());
    return number ? records_[*number] : nullptr;
  }

 private:
  auto id_of() const {
    return [this](std::uint32_t number) { return *records_[number]->id; };
  }

  FlatIndex index_;
  const T* const* records_ = nullptr;
};

}  // namespace lianxi
