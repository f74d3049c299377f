// Findings for people: the place, what is wrong, the line with a caret, a way out.
#pragma once
#include <string>

#include <lianxi/exchange/text_output.hpp>
#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// How text for a terminal is written.
struct TextStyle {
  Language language = Language::en;
  bool color = false;
  /// The book's folder as it is called from where the reader is, "" or with a slash at its end:
  /// put before each path, so that terminals and editors can open it.
  std::string folder = {};
  /// Whether infos and what is waived are shown whole, not only counted.
  bool all = false;
};

/// One finding, with the quoted line it stands in.
std::string to_text(const Book&, const Finding&, const TextStyle&);

/// Whether the finding is shown whole: an error or a warning that is not waived, or all are.
bool is_shown(const Finding&, const TextStyle&);
/// A line for each rule of which findings are not shown, with their number.
std::string folded(const Verdict&, const TextStyle&);
/// The sums by rule, where there are too many findings to count; else "".
std::string sums_by_rule(const Verdict&, Language);
/// All findings, folded as the style has it, and the sums by rule.
void findings_text(const Book&, const Verdict&, const TextStyle&, const TextOutput&);

/// `3 errors, 1 warning` or `3 个错误，1 个警告`; names waived ones where there are any.
std::string summary(const Verdict&, Language);

}  // namespace lianxi
