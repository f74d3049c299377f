// What must hold together, and what is in the other language, within the text of a page.
#pragma once
#include <string>
#include <string_view>

#include <lianxi/base/language.hpp>

namespace lianxi::html {

/// The HTML with a `<span class="nb">` around dates and amounts, which are never broken, and in
/// English a `<span lang="zh">` around what is Chinese. Tags, attributes, styles and pictures stay
/// as they are. O(bytes).
std::string with_spans(std::string_view html, Language);

}  // namespace lianxi::html
