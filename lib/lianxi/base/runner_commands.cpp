// As GitHub's ActionCommand reads a line: `::` after white space of any kind, `##[` wherever it
// stands. Azure's agent looks for `##vso[` anywhere too, TeamCity for `##teamcity[`.
#include <algorithm>

#include <lianxi/base/runner_commands.hpp>
#include <lianxi/base/words.hpp>

namespace lianxi {
namespace {

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

/// Whether there stands what begins a command anywhere.
bool is_bracketed(std::string_view text, std::size_t at) {
  at += 2;
  while (at < text.size() && is_small_letter(text[at])) ++at;
  return at < text.size() && text[at] == '[';
}

}  // namespace

bool begins_command(std::string_view line) {
  const std::string_view first = without_spaces_around(line);
  const bool is_named = first.size() > 2 && is_small_letter(char(first[2] | 0x20));
  return is_named && first.starts_with("::") && first.find("::", 2) != first.npos;
}

std::string without_commands(std::string text, const SignsWritten& written) {
  for (auto at = text.find("##"); at != text.npos; at = text.find("##", at + 1))
    if (is_bracketed(text, at)) text.replace(at + 1, 1, written.sharp);
  if (text.find("::") == text.npos) return text;
  for (std::size_t line = 0; line < text.size(); line = text.find('\n', line) + 1) {
    const auto end = std::min(text.find('\n', line), text.size());
    if (begins_command(std::string_view(text).substr(line, end - line)))
      text.replace(text.find("::", line), 1, written.colon);
    if (text.find('\n', line) == text.npos) break;
  }
  return text;
}

}  // namespace lianxi
