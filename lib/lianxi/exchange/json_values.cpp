#include <lianxi/base/privacy.hpp>
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

static Json masked_texts(const Json& json) {
  if (json.is_string()) return masked(json.get_ref<const std::string&>());
  if (json.is_array()) {
    Json::array_t items;
    for (const Json& item : json) items.push_back(masked_texts(item));
    return items;
  }
  if (!json.is_object()) return json;
  Json::object_t entries;
  for (const auto& [key, value] : json.items())
    entries.emplace_back(masked(key), masked_texts(value));
  return entries;
}

std::string dump_masked(const Json& json) { return dump(masked_texts(json)); }

std::string line_masked(const Json& json) {
  return masked_texts(json).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lianxi::json
