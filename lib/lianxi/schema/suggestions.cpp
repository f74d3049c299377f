#include <algorithm>
#include <vector>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/schema/suggestions.hpp>

namespace lianxi {

/// Words that people use for one of a list, though they look like none of it.
struct Synonym {
  std::string_view written, meant;
};
static constexpr Synonym synonyms[] = {
    {"进行中", "推进中"},       {"办理中", "推进中"},       {"在办", "推进中"},
    {"正在办理", "推进中"},     {"办结", "已完成"},         {"已办结", "已完成"},
    {"已落实", "已完成"},       {"完结", "已完成"},         {"未开始", "未启动"},
    {"尚未开始", "未启动"},     {"暂停", "受阻"},           {"取消", "已终止"},
    {"同意", "赞成"},           {"弃权", "保留"},           {"不同意", "反对"},
    {"季度例会", "例会"},       {"联席会", "例会"},         {"定期会议", "例会"},
    {"ongoing", "in_progress"}, {"started", "in_progress"}, {"finished", "done"},
    {"completed", "done"},      {"cancelled", "dropped"},   {"stopped", "blocked"},
    {"agree", "support"},       {"against", "object"},      {"ordinary", "regular"}};

/// What the word stands for on that list; "" where nothing.
static std::string_view meant_by(std::string_view word, std::span<const std::string_view> names) {
  for (const Synonym& one : synonyms)
    if (one.written == word && std::ranges::find(names, one.meant) != names.end()) return one.meant;
  return {};
}

std::string_view nearest_name(std::string_view word, std::span<const Word> words) {
  const bool english = is_ascii(word);
  std::vector<std::string_view> names;
  for (const Word& w : words) names.push_back(english ? w.en : w.zh);
  const auto meant = meant_by(word, names);
  return meant.empty() ? nearest(word, names) : meant;
}

Message did_you_mean(std::string_view near) {
  return say({"did you mean “{}”?", "是不是“{}”？"}, near);
}

}  // namespace lianxi
