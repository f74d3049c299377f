// Comments that were meant as a part of a text.
#pragma once
#include <lianxi/schema/decoder.hpp>

namespace lianxi {

/// Reports a comment right after the plain text of a scalar that looks like its end: `#2`.
void report_comment_in_value(const Node&, Decoder&);

}  // namespace lianxi
