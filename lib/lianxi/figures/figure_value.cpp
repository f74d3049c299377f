#include <lianxi/base/percent.hpp>
#include <lianxi/figures/figure_value.hpp>

namespace lianxi LIANXI_EXPORT {

std::string to_text(const FigureValue& value, Language language) {
  if (value.is_null) return "-";
  switch (value.kind) {
    case FigureValue::Kind::amount:
      return to_text(Amount{value.hundredths});
    case FigureValue::Kind::rate:
      return percent(value.hundredths / 10);
    case FigureValue::Kind::number:
    case FigureValue::Kind::count:
      break;
  }
  return to_text(Count{value.hundredths / 100, value.qualifier}, language);
}

}  // namespace lianxi
