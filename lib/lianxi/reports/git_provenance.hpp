// The line at a report's foot that says from which git revision its records are. It changes with
// every commit, so whoever holds a report against the records leaves it out of account.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <lianxi/documents/document.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Where the records of a report come from.
struct GitProvenance {
  std::string revision;  ///< The first digits of the commit.
  std::string day;       ///< Of the commit: `2017-09-20`.
  /// How many records differ from it; nothing where it is the revision itself that was read.
  std::optional<std::size_t> changed = {};

  friend bool operator==(const GitProvenance&, const GitProvenance&) = default;
};

/// Puts the line at the foot of a report.
void add_provenance(Document&, const GitProvenance&);

/// What such a line in a file says, in either language and whatever the file's form; nothing where
/// there is none.
std::optional<GitProvenance> read_provenance(std::string_view file);

}  // namespace lianxi
