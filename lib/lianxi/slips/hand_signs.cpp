#include <lianxi/slips/hand_signs.hpp>

namespace lianxi {

bool is_like_key(std::string_view text) {
  if (text.empty() || text.size() > 60) return false;
  if (text.find_first_of(" \t\"'[]{},#:|>@`*&!%?") != text.npos) return false;
  for (const std::string_view sign :
       {"，", "。", "；", "、", "！", "？", "“", "”", "：", "（", "《"})
    if (text.find(sign) != text.npos) return false;
  return true;
}

}  // namespace lianxi
