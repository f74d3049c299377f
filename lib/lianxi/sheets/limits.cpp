#include <lianxi/base/phrase.hpp>
#include <lianxi/sheets/limits.hpp>

namespace lianxi {

Error too_many_columns() {
  return Error(say({"there are more than {} columns", "超过 {} 列"}, most_columns));
}

Error too_many_cells() {
  return Error(say({"there are more than {} cells", "超过 {} 个单元格"}, most_cells),
               say({"import it in parts", "请分批导入"}));
}

}  // namespace lianxi
