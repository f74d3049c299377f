// What YAML has and the format has not: anchors, aliases, tags, deep nesting; and keys
// given twice.
#pragma once
#include <lianxi/schema/decoder.hpp>

namespace lianxi {

/// Reports what the node has of these.
void report_oddity(const Node&, Decoder&);
/// Reports them anywhere below a node that is not decoded; false where there are none.
bool report_oddities_below(const Node&, Decoder&);
/// Reports a key that was given before, under the same name or its other one.
void report_repeated(const Node& key, const Node& first, Decoder&);

}  // namespace lianxi
