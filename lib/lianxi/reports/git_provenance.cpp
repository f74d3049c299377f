#include <charconv>

#include <lianxi/reports/git_provenance.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// What stands before, between and behind the parts of the line in one language. It is read again
/// by the same words.
struct ProvenanceWords {
  std::string_view revision, day, end, none, count, one, several;
};

constexpr ProvenanceWords words_by_language[] = {
    {"Records: as of git revision ", " of ", "", "; no record changed since", "; ",
     " record changed since, not committed", " records changed since, not committed"},
    {"记录：git 版本 ", "（", "）", "；此后没有改动", "；此后有 ", " 条记录改动，尚未提交",
     " 条记录改动，尚未提交"},
};

std::string since(std::size_t changed, const ProvenanceWords& words) {
  if (changed == 0) return std::string(words.none);
  return std::string(words.count) + std::to_string(changed) +
         std::string(changed == 1 ? words.one : words.several);
}

std::string line_of(const GitProvenance& from, const ProvenanceWords& words) {
  std::string line(words.revision);
  line.append(from.revision).append(words.day).append(from.day).append(words.end);
  return from.changed ? line + since(*from.changed, words) : line;
}

bool take_words(std::string_view& text, std::string_view words) {
  if (!text.starts_with(words)) return false;
  text.remove_prefix(words.size());
  return true;
}

std::string take_all_of(std::string_view& text, std::string_view letters) {
  std::string taken(text.substr(0, text.find_first_not_of(letters)));
  text.remove_prefix(taken.size());
  return taken;
}

std::optional<std::size_t> read_since(std::string_view text, const ProvenanceWords& words) {
  if (text.starts_with(words.none)) return 0;
  if (!take_words(text, words.count)) return std::nullopt;
  const std::string digits = take_all_of(text, "0123456789");
  std::size_t changed = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), changed);
  const bool is_said = text.starts_with(words.one) || text.starts_with(words.several);
  return is_said && changed > 0 ? std::optional(changed) : std::nullopt;
}

/// A page puts tags around days and numbers, so that they are not broken.
std::string without_tags(std::string_view text) {
  std::string out;
  bool is_tag = false;
  for (const char c : text) {
    if (c == '<') is_tag = true;
    if (!is_tag) out += c;
    if (c == '>') is_tag = false;
  }
  return out;
}

/// From the words that begin the line on.
std::optional<GitProvenance> read_line(std::string_view text, const ProvenanceWords& words) {
  GitProvenance from;
  if (!take_words(text, words.revision)) return std::nullopt;
  from.revision = take_all_of(text, "0123456789abcdef");
  if (from.revision.empty() || !take_words(text, words.day)) return std::nullopt;
  from.day = take_all_of(text, "0123456789-");
  if (from.day.empty() || !take_words(text, words.end)) return std::nullopt;
  from.changed = read_since(text, words);
  return from;
}

}  // namespace

void add_provenance(Document& document, const GitProvenance& from) {
  document.provenance.emplace_back(
      line_of(from, words_by_language[std::size_t(document.language == Language::zh ? 1 : 0)]));
}

std::optional<GitProvenance> read_provenance(std::string_view file) {
  constexpr std::size_t longest = 600;  // bytes, with tags
  for (const ProvenanceWords& words : words_by_language) {
    // It stands at the foot.
    const auto at = file.rfind(words.revision);
    if (at == file.npos) continue;
    if (auto found = read_line(without_tags(file.substr(at, longest)), words)) return found;
  }
  return std::nullopt;
}

}  // namespace lianxi
