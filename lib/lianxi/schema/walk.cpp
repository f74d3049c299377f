#include <lianxi/schema/walk.hpp>

namespace lianxi {

std::string PartChain::name() const {
  const auto own = segment_of(type, part);
  if (!outer) return own.empty() ? std::string(type.en) : own;  // the alliance has no id
  const auto around = outer->name();
  return own.empty() ? around : around + "/" + own;
}

}  // namespace lianxi
