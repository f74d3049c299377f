// What is noted about a file besides its bytes, its mode and its owner.
#pragma once
#include <filesystem>

namespace lianxi {

/// Gives a file the access list and whatever else people and systems note about another one. What
/// cannot be set is passed over: that is no reason not to write.
void copy_attributes(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace lianxi
