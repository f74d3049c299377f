#include <lianxi/base/chinese_numerals.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/document.hpp>

namespace lianxi LIANXI_EXPORT {
namespace doc {

void Prose::add(Run run) {
  if (run.text.empty()) return;
  if (!runs_.empty() && runs_.back().strong == run.strong && runs_.back().tone == run.tone)
    runs_.back().text += run.text;
  else
    runs_.push_back(std::move(run));
}

std::string Prose::plain() const {
  std::string text;
  for (const Run& run : runs_) text += run.text;
  return text;
}

std::string one_line(std::string_view text) {
  std::string line = masked(text);
  for (char& c : line)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return visible(line);
}

std::vector<Block>::const_iterator above_title(const std::vector<Block>& preface) {
  const auto role_of = [](const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    return paragraph ? paragraph->role : Role::text;
  };
  auto at = preface.begin();
  if (at == preface.end() || role_of(*at) != Role::letterhead) return at;
  while (at != preface.end() && (role_of(*at) == Role::letterhead || role_of(*at) == Role::number))
    ++at;
  return at;
}

Paragraph lines(const std::vector<Prose>& lines) {
  Prose all;
  for (const Prose& line : lines) {
    if (!all.empty()) all += "\n";
    all += line;
  }
  return {all};
}

std::string heading_number(Language language, int depth, int index) {
  if (language != Language::zh) return "";
  switch (depth) {
    case 1:
      return chinese_number(index) + "、";
    case 2:
      return "（" + chinese_number(index) + "）";
    case 3:
      return std::to_string(index) + ". ";
    default:
      return "（" + std::to_string(index) + "）";
  }
}

}  // namespace doc
}  // namespace lianxi
