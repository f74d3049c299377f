#include <algorithm>
#include <fmt/format.h>
#include <utf8proc.h>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/shortened.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/words.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// In graphemes: how much of what may stand in a message, and how much is left of more.
struct Room {
  std::size_t most, kept;
};
constexpr Room for_value{80, 60}, for_code{400, 300}, for_message{1200, 1000};

constexpr std::string_view opening_quote = "“", closing_quote = "”", backquote = "`";

bool is_longer(std::string_view text, std::size_t graphemes) {
  return text.size() > graphemes && first_graphemes(text, graphemes).size() < text.size();
}

/// Where the value ends that begins there: at the quote that closes it, other quotes within it
/// counted, else at the last one.
std::size_t end_of_value(std::string_view text, std::size_t from) {
  std::size_t end = text.npos;
  for (int open = 1; open > 0;) {
    const auto close = text.find(closing_quote, from);
    if (close == text.npos) break;
    const auto open_before = text.substr(0, close).find(opening_quote, from);
    end = close;
    from = open_before == text.npos ? close + closing_quote.size()
                                    : open_before + opening_quote.size();
    open += open_before == text.npos ? -1 : 1;
  }
  return end;
}

std::string length_said(std::string_view text, Language language) {
  const auto characters = std::ranges::count_if(text, [](char c) { return !is_continuation(c); });
  return language == Language::zh ? fmt::format("（共 {} 字）", characters)
                                  : fmt::format(" ({} characters)", characters);
}

/// A part of a message in quotes.
struct Quoted {
  std::size_t begin, end;  ///< What stands between them.
  bool is_value;
};

/// The next one from there on; both at the end where there is none.
Quoted next_quoted(std::string_view text, std::size_t from) {
  const auto value = text.find(opening_quote, from), other = text.find(backquote, from);
  const bool is_value = value < other;
  const std::size_t begin = is_value ? value + opening_quote.size() : other + backquote.size();
  const std::size_t start = std::min(value, other);
  const std::size_t end = start == text.npos ? start
                          : is_value         ? end_of_value(text, begin)
                                             : text.find(backquote, begin);
  if (end == text.npos) return {text.size(), text.size(), false};
  return {begin, end, is_value};
}

std::string with_short_parts(std::string_view text, Language language) {
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    const Quoted quoted = next_quoted(text, from);
    const auto part = text.substr(quoted.begin, quoted.end - quoted.begin);
    const Room room = quoted.is_value ? for_value : for_code;
    out += text.substr(from, quoted.begin - from);
    const bool cut = is_longer(part, room.most);
    out += cut ? std::string(first_graphemes(part, room.kept)) + "…" : std::string(part);
    if (quoted.end == text.size()) break;
    const auto mark = quoted.is_value ? closing_quote : backquote;
    out += mark;
    if (cut && quoted.is_value) out += length_said(part, language);
    from = quoted.end + mark.size();
  }
  return out;
}

}  // namespace

std::string_view first_graphemes(std::string_view text, std::size_t most) {
  constexpr std::size_t longest = 32;  // bytes
  utf8proc_int32_t state = 0, before = 0;
  std::size_t end = 0, begin = 0;
  for (std::size_t graphemes = 0; end < text.size();) {
    const auto size = std::max<std::size_t>(1, utf8_length(text, end));
    utf8proc_int32_t code_point = 0xFFFD;
    utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + end),
                     utf8proc_ssize_t(size), &code_point);
    const bool begins = end == 0 || end - begin >= longest ||
                        utf8proc_grapheme_break_stateful(before, code_point, &state);
    if (begins) {
      if (graphemes++ == most) break;
      begin = end;
    }
    before = code_point;
    end += size;
  }
  return text.substr(0, end);
}

std::string shortened(std::string text, Language language) {
  if (text.size() <= for_value.most) return text;
  const std::string hidden = masked(text);
  std::string out = with_short_parts(hidden, language);
  if (is_longer(out, for_message.most))
    out = std::string(first_graphemes(out, for_message.kept)) + "…";
  else if (out == hidden)
    return text;
  return out;
}

Message shortened(Message message) {
  return {shortened(std::move(message.en), Language::en),
          shortened(std::move(message.zh), Language::zh)};
}

}  // namespace lianxi
