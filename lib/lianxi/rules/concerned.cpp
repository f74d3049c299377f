#include <lianxi/rules/concerned.hpp>

namespace lianxi LIANXI_EXPORT {

std::string_view meeting_concerned(const Finding& finding) {
  std::string_view record = finding.record;
  constexpr std::string_view collection = "meetings/";
  if (!record.starts_with(collection)) return {};
  record.remove_prefix(collection.size());
  return record.substr(0, record.find('/'));
}

}  // namespace lianxi
