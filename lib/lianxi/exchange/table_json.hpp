// Tables as JSON.
#pragma once
#include <string>
#include <vector>

#include <lianxi/exchange/table_print.hpp>
#include <lianxi/export.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// The JSON of `list`.
std::string list_json(const TableView&, const std::string& label, const RecordFaults&);
/// A row a line.
std::string list_ndjson(const TableView&);

}  // namespace lianxi
