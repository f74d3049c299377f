// What is said wherever an answer goes that may be wrong because records could not be read.
#pragma once
#include <lianxi/base/phrase.hpp>
#include <lianxi/book/book.hpp>

namespace lianxi {

/// "" where everything could be read.
inline Message incomplete(const Book& book) {
  const int unread = book.unread();
  if (unread == 0) return {};
  return say({"the figures may be incomplete: {} record{} could not be read",
              "数据可能不完整：有 {} 处记录无法读取{}"},
             unread, unread == 1 ? Bilingual{"", ""} : Bilingual{"s", ""});
}

}  // namespace lianxi
