// Findings for people: the place, what is wrong, the line with a caret, a way out.
#pragma once
#include <string>

#include <lianxi/rules/judge.hpp>

namespace lianxi LIANXI_EXPORT {

/// How text for a terminal is written.
struct TextStyle {
  Language language = Language::en;
  bool color = false;
};

/// One finding, with the quoted line it stands in.
std::string to_text(const Book&, const Finding&, const TextStyle&);

/// `3 errors, 1 warning` or `3 个错误，1 个警告`; names waived ones where there are any.
std::string summary(const Verdict&, Language);

}  // namespace lianxi
