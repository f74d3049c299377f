// One record with all that is tied to it, as JSON; lianxi-json.5 documents it.
#pragma once
#include <string>

#include <lianxi/rules/record_view.hpp>

namespace lianxi LIANXI_EXPORT {

std::string record_json(const RecordView&, const RecordFaults&);

}  // namespace lianxi
