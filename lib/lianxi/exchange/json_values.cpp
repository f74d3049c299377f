#include <lianxi/exchange/json_values.hpp>
#include <lianxi/exchange/plain_figure.hpp>

namespace lianxi::json {

Json of(const FigureValue& figure) {
  if (figure.is_null) return nullptr;
  const std::int64_t whole = figure.hundredths / 100;
  switch (figure.kind) {
    case FigureValue::Kind::count:
      return {{"value", whole}, {"qualifier", word_of(figure.qualifier)}};
    case FigureValue::Kind::amount:
      return plain(Amount{figure.hundredths});
    case FigureValue::Kind::rate:
      return of_rate(figure.hundredths / 10);
    case FigureValue::Kind::number:
      break;
  }
  return whole;
}

}  // namespace lianxi::json
