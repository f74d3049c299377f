// A difference is easier to understand in three lines than in thirty.
#pragma once
#include <algorithm>
#include <string>

namespace lianxi::fuzz {

/// Takes away from a text what can be taken away while `holds` still does, in ever smaller pieces.
template <class Holds>
std::string smallest(std::string text, const Holds& holds) {
  for (auto piece = std::max<std::size_t>(1, text.size() / 2);;) {
    bool smaller = false;
    for (std::size_t at = 0; at < text.size();) {
      auto without = text;
      without.erase(at, piece);
      if (holds(without)) {
        text = std::move(without);
        smaller = true;
      } else {
        at += piece;
      }
    }
    if (piece > 1)
      piece /= 2;
    else if (!smaller)
      return text;
  }
}

}  // namespace lianxi::fuzz
