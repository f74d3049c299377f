#include <algorithm>
#include <utf8proc.h>

#include <lianxi/base/words.hpp>
#include <lianxi/exchange/cut_text.hpp>

namespace lianxi LIANXI_EXPORT {

std::string cut_to_width(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  std::u32string kept, cluster;
  int used = 0, of_cluster = 0;
  utf8proc_int32_t state = 0;
  char32_t before = 0;
  for (const char32_t code : code_points_of(text)) {
    const bool begins =
        before != 0 &&
        utf8proc_grapheme_break_stateful(utf8proc_int32_t(before), utf8proc_int32_t(code), &state);
    if (begins) {
      if (used + of_cluster > width - 1) break;
      used += of_cluster;
      kept += cluster;
      cluster.clear();
      of_cluster = 0;
    }
    cluster += code;
    of_cluster = std::max(of_cluster, utf8proc_charwidth(utf8proc_int32_t(code)));
    before = code;
  }
  return utf8_of(kept) + "…";
}

}  // namespace lianxi
