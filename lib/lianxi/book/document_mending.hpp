// The mending of one document; see mending.hpp for what is mended.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/phrase.hpp>

namespace lianxi {

/// A mended fault and the byte where it stood, as the document is now.
struct MendedPlace {
  std::size_t at = 0;
  Message what;
};

struct MendedDocument {
  std::string bytes;
  std::vector<MendedPlace> places;
  bool is_read = true;   ///< Whether its records can be read, mended or not.
  bool gave_up = false;  ///< Whether it would have taken too long to try all of its faults.
};

/// The document with every certain fault mended; as it was where it could not be read even
/// so. O(bytes · faults) where the faults lie in one record or between records, and bounded then;
/// else O(bytes).
MendedDocument mend_document(std::string_view bytes);

}  // namespace lianxi
