// Which items of two lists are the same one, so that a list can be compared although items came,
// went and changed places.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <lianxi/schema/field.hpp>
#include <lianxi/writing/record_value.hpp>

namespace lianxi {

/// What an item of a list is known by: a part by its id, else by the first field that it must have
/// (who was present, which resolution was reported on, the day of a revision); a word by itself.
/// `type` is null where the items are words.
std::string item_key(const RecordType* type, const RecordValue& item);

/// An item before and after: one that came has no place before, one that went none after.
struct AlignedItems {
  std::optional<std::size_t> before, after;
};

/// Items of one key belong together, equal ones first, those in their old place before all; and
/// where one of each list is left over, these two, since then only its key was changed. In the
/// order of `before`, then what came in that of `after`. O(items · log items).
std::vector<AlignedItems> align(const RecordType* type, const std::vector<RecordValue>& before,
                                const std::vector<RecordValue>& after);

}  // namespace lianxi
