#include <unordered_map>

#include <lianxi/book/record_sets.hpp>
#include <lianxi/book/record_words.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Words = std::unordered_map<std::string_view, std::string_view>;

void add(const RecordType& type, Words& words) {
  words.emplace(type.zh, type.en);
  for (const Field& field : type.fields) {
    const ValueType* value = field.type->element ? field.type->element : field.type;
    if (value->record) add(*value->record, words);
  }
}

const Words& record_words() {
  static const Words words = [] {
    Words all;
    for (const Collection& collection : all_collections())
      all.emplace(collection.type->zh, collection.type->en);
    for (const Collection& collection : all_collections()) add(*collection.type, all);
    return all;
  }();
  return words;
}

}  // namespace

std::string_view english_record_word(std::string_view word) {
  const auto at = record_words().find(word);
  return at == record_words().end() ? word : at->second;
}

}  // namespace lianxi
