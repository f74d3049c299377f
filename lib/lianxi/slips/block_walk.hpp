// A line as a hand wrote it: where it uses another sign than the one YAML knows.
#pragma once
#include <lianxi/slips/slip.hpp>

namespace lianxi {

/// Walks over a line that starts at `offset` of a document which starts at `document`.
WalkedLine walk_line(std::string_view line, std::size_t offset, Place document, OpenFlow open,
                     Doubts);

}  // namespace lianxi
