#include <lianxi/slips/mending_edits.hpp>
#include <lianxi/slips/scalar_walk.hpp>

namespace lianxi {

static bool is_quoted(std::string_view name) {
  return name.size() > 1 && (name[0] == '"' || name[0] == '\'') && name.back() == name[0];
}

bool ScalarWalk::colon(std::size_t start) {
  const auto name = line_.text.substr(start, line_.at - start);
  if (line_.here(wide_colon) && (is_like_key(name) || is_quoted(name))) {
    take_wide_colon();
    return true;
  }
  if (!line_.here(":")) return false;
  if (line_.is_space(line_.at + 1)) {
    if (line_.doubts.quotes) wide_quoted_key(start);
    ++line_.at;
    return true;
  }
  if (starts_wide(line_.text.substr(line_.at + 1))) {
    ++line_.at;
    spaces_after_colon();
    return true;
  }
  const bool is_number = name.find_first_not_of("0123456789") == std::string_view::npos;
  if (!line_.doubts.spaces || !is_like_key(name) || is_number || line_.here("://")) return false;
  line_.note(Kind::no_space_after_colon, line_.at, ":")
      .edits.push_back(line_.edit(line_.at, 1, ": "));
  ++line_.at;
  return true;
}

void ScalarWalk::wide_quoted_key(std::size_t start) {
  const std::size_t end = std::exchange(line_.at, start);
  wide_quoted(end);
  line_.at = end;
}

void ScalarWalk::take_wide_colon() {
  std::size_t end = line_.at + wide_colon.size();
  while (starts_wide(line_.text.substr(end)))
    end += line_.text.substr(end).starts_with("\u3000") ? 3 : 2;
  const bool spaced = end == line_.at + wide_colon.size() && line_.is_space(end);
  line_.note(Kind::colon, line_.at, wide_colon)
      .edits.push_back(line_.edit(line_.at, end - line_.at, spaced ? ":" : ": "));
  line_.at = end;
}

void ScalarWalk::spaces_after_colon() {
  const std::size_t start = line_.at;
  const auto sign = line_.wide_space();
  while (!line_.wide_space().empty()) line_.at += line_.wide_space().size();
  line_.note(Kind::space_after_colon, start, sign)
      .edits.push_back(line_.edit(start, line_.at - start, " "));
}

bool ScalarWalk::quoted(bool is_value) {
  const std::size_t start = line_.at;
  const char quote = line_.text[line_.at++];
  if (find_close(quote)) return true;
  line_.at = start;
  if (const auto close = wide_close(quote); close) {
    line_.at = close->first;
    line_.note_replaced(Kind::quote, close->second, std::string(1, quote));
    return true;
  }
  if (is_value) {
    line_.open.quote = quote;
    line_.go_to_end();
  }
  return false;
}

bool ScalarWalk::find_close(char quote) {
  for (; !line_.at_end(); ++line_.at) {
    if (quote == '"' && line_.text[line_.at] == '\\') {
      ++line_.at;
    } else if (line_.text[line_.at] == quote) {
      ++line_.at;
      if (quote == '"' || !line_.here("'")) return true;
    }
  }
  return false;
}

bool ScalarWalk::leave_quote() {
  if (!find_close(line_.open.quote)) return false;
  line_.open.quote = '\0';
  return true;
}

std::optional<std::pair<std::size_t, std::string_view>> ScalarWalk::wide_close(char quote) const {
  const std::size_t end = end_of_value(line_.at);
  const auto text = line_.text.substr(line_.at + 1, end - line_.at - 1);
  for (const Quotes& quotes : wide_quotes) {
    if (quotes.ascii[0] != quote || !text.ends_with(quotes.close)) continue;
    const auto count = [&](std::string_view sign) {
      std::size_t n = 0;
      for (auto i = text.find(sign); i != std::string_view::npos; i = text.find(sign, i + 1)) ++n;
      return n;
    };
    if (quotes.open != quotes.close && count(quotes.open) >= count(quotes.close)) continue;
    return std::pair{end - quotes.close.size(), quotes.close};
  }
  return std::nullopt;
}

std::size_t ScalarWalk::end_of_value(std::size_t start) const {
  if (line_.open.brackets.empty()) return end_of_block_value(start);
  for (std::size_t at = start + 1; at < line_.text.size(); ++at)
    for (const Quotes& quotes : wide_quotes)
      if (line_.text.substr(at).starts_with(quotes.close) && ends_token(at + quotes.close.size()))
        return at + quotes.close.size();
  return line_.text.size();
}

std::size_t ScalarWalk::end_of_block_value(std::size_t start) const {
  auto end = std::min(line_.text.find(" #", start), line_.text.size());
  while (end > start && line_.is_space(end - 1)) --end;
  return end;
}

bool ScalarWalk::ends_token(std::size_t at) const {
  while (at < line_.text.size() && line_.is_space(at)) ++at;
  if (at >= line_.text.size() ||
      std::string_view(",]}:#").find(line_.text[at]) != std::string_view::npos)
    return true;
  for (const std::string_view sign : {"，", "：", "］", "｝", "】"})
    if (line_.text.substr(at).starts_with(sign)) return true;
  return false;
}

bool ScalarWalk::wide_quoted(std::size_t end) {
  for (const Quotes& quotes : wide_quotes) {
    if (!line_.here(quotes.open)) continue;
    const std::size_t inner = line_.at + quotes.open.size();
    const std::size_t close = line_.text.find(quotes.close, inner);
    if (close == std::string_view::npos || close + quotes.close.size() != end) continue;
    const auto text = line_.text.substr(inner, close - inner);
    if ((line_.doubts.quotes || is_special(text)) &&
        text.find_first_of("\"'\\") == std::string_view::npos) {
      Slip& slip = line_.note(Kind::quote, line_.at, quotes.open);
      slip.edits.push_back(line_.edit(line_.at, quotes.open.size(), std::string(quotes.ascii)));
      slip.edits.push_back(line_.edit(close, quotes.close.size(), std::string(quotes.ascii)));
    }
    line_.at = end;
    return true;
  }
  return false;
}

bool ScalarWalk::is_special(std::string_view text) const {
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos)
    return true;
  return !line_.open.brackets.empty() && text.find_first_of(",[]{}") != std::string_view::npos;
}

void ScalarWalk::plain_text(std::size_t start, std::size_t end) {
  if (!line_.doubts.texts || end <= start) return;
  const auto text = line_.text.substr(start, end - start);
  if (std::string_view("@`*&!%|>").find(text[0]) != std::string_view::npos)
    return quote_text(Kind::first_sign, start, end, start);
  const auto question = text.find('?');
  if (!line_.open.brackets.empty() && question != std::string_view::npos)
    return quote_text(Kind::question_mark, start, end, start + question);
  const auto colon =
      std::min(text.find(": "), text.ends_with(':') ? text.size() - 1 : std::string_view::npos);
  if (colon != std::string_view::npos) quote_text(Kind::colon_in_text, start, end, start + colon);
}

void ScalarWalk::text_after_quote(std::size_t start, std::size_t end) {
  if (!line_.doubts.texts || line_.at >= end) return;
  quote_text(Kind::text_after_quote, start, end, start);
  line_.at = end;
}

bool ScalarWalk::text_after_bracket(std::size_t start, std::size_t end) {
  if (!line_.doubts.texts || start >= end) return false;
  const char open = line_.text[start], close = open == '[' ? ']' : '}';
  if (open != '[' && open != '{') return false;
  int depth = 0;
  for (std::size_t at = start; at < end; ++at) {
    depth += int(line_.text[at] == open) - int(line_.text[at] == close);
    if (depth > 0) continue;
    if (at + 1 >= end) return false;
    quote_text(Kind::text_after_bracket, start, end, start);
    line_.at = end;
    return true;
  }
  return false;
}

void ScalarWalk::quote_text(Kind kind, std::size_t start, std::size_t end, std::size_t at) {
  const auto text = line_.text.substr(start, end - start);
  const auto sign = kind == Kind::first_sign ? text.substr(0, 1) : text;
  line_.note(kind, at, sign).edits.push_back(line_.edit(start, text.size(), in_quotes(text)));
}

}  // namespace lianxi
