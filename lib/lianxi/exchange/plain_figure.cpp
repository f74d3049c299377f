#include <lianxi/base/percent.hpp>
#include <lianxi/exchange/plain_figure.hpp>

namespace lianxi {

std::string_view word_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::at_least:
      return "at_least";
    case Qualifier::about:
      return "about";
    case Qualifier::exact:
      break;
  }
  return "exact";
}

std::string plain(const FigureValue& figure) {
  if (figure.is_null) return "";
  switch (figure.kind) {
    case FigureValue::Kind::amount:
      return plain(Amount{figure.hundredths});
    case FigureValue::Kind::rate:
      return with_one_decimal(figure.hundredths / 10);
    case FigureValue::Kind::count:
    case FigureValue::Kind::number:
      break;
  }
  return std::to_string(figure.hundredths / 100);
}

std::string qualifier_in(Qualifier qualifier, Language language) {
  constexpr std::string_view chinese[] = {"准确", "至少", "约"};
  return std::string(language == Language::zh ? chinese[std::size_t(qualifier)]
                                              : word_of(qualifier));
}

}  // namespace lianxi
