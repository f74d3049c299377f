#include <vector>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/schema/suggestions.hpp>

namespace lianxi {

std::string_view nearest_name(std::string_view word, std::span<const Word> words) {
  const bool english = is_ascii(word);
  std::vector<std::string_view> names;
  for (const Word& w : words) names.push_back(english ? w.en : w.zh);
  return nearest(word, names);
}

Message did_you_mean(std::string_view near) {
  return say({"did you mean “{}”?", "是不是“{}”？"}, near);
}

}  // namespace lianxi
