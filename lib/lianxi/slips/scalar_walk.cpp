#include <lianxi/slips/scalar_walk.hpp>

namespace lianxi {

bool ScalarWalk::colon(std::size_t start, bool space_may_lack) {
  const auto name = line_.substr(start, at_ - start);
  if (here(wide_colon) && (is_like_key(name) || is_quoted(name))) {
    take_wide_colon();
    return true;
  }
  if (!here(":")) return false;
  if (is_space(at_ + 1)) {
    if (doubts_.quotes) wide_quoted_key(start);
    ++at_;
    return true;
  }
  if (starts_wide(line_.substr(at_ + 1))) {
    ++at_;
    spaces_after_colon();
    return true;
  }
  const bool is_number = name.find_first_not_of("0123456789") == name.npos;
  if (!space_may_lack || !is_like_key(name) || is_number || here("://")) return false;
  note(Kind::no_space_after_colon, at_, ":").edits.push_back(edit(at_, 1, ": "));
  ++at_;
  return true;
}

void ScalarWalk::wide_quoted_key(std::size_t start) {
  const std::size_t end = std::exchange(at_, start);
  wide_quoted(end);
  at_ = end;
}

bool ScalarWalk::is_quoted(std::string_view name) {
  return name.size() > 1 && (name[0] == '"' || name[0] == '\'') && name.back() == name[0];
}

void ScalarWalk::take_wide_colon() {
  std::size_t end = at_ + wide_colon.size();
  while (starts_wide(line_.substr(end))) end += line_.substr(end).starts_with("\u3000") ? 3 : 2;
  const bool spaced = end == at_ + wide_colon.size() && is_space(end);
  note(Kind::colon, at_, wide_colon).edits.push_back(edit(at_, end - at_, spaced ? ":" : ": "));
  at_ = end;
}

void ScalarWalk::spaces_after_colon() {
  const std::size_t start = at_;
  const auto sign = wide_space();
  while (!wide_space().empty()) at_ += wide_space().size();
  note(Kind::space_after_colon, start, sign).edits.push_back(edit(start, at_ - start, " "));
}

bool ScalarWalk::quoted(bool is_value) {
  const std::size_t start = at_;
  const char quote = line_[at_++];
  if (find_close(quote)) return true;
  at_ = start;
  if (const auto close = wide_close(quote); close) {
    at_ = close->first;
    note_replaced(Kind::quote, close->second, std::string(1, quote));
    return true;
  }
  if (is_value) {
    out_.open.quote = quote;
    at_ = line_.size();
  }
  return false;
}

bool ScalarWalk::find_close(char quote) {
  for (; !at_end(); ++at_) {
    if (quote == '"' && line_[at_] == '\\') {
      ++at_;
    } else if (line_[at_] == quote) {
      ++at_;
      if (quote == '"' || !here("'")) return true;
    }
  }
  return false;
}

bool ScalarWalk::leave_quote() {
  if (!find_close(out_.open.quote)) return false;
  out_.open.quote = '\0';
  return true;
}

std::optional<std::pair<std::size_t, std::string_view>> ScalarWalk::wide_close(char quote) const {
  const std::size_t end = end_of_value(at_);
  const auto text = line_.substr(at_ + 1, end - at_ - 1);
  for (const Quotes& quotes : wide_quotes) {
    if (quotes.ascii[0] != quote || !text.ends_with(quotes.close)) continue;
    const auto count = [&](std::string_view sign) {
      std::size_t n = 0;
      for (auto i = text.find(sign); i != text.npos; i = text.find(sign, i + 1)) ++n;
      return n;
    };
    if (quotes.open != quotes.close && count(quotes.open) >= count(quotes.close)) continue;
    return std::pair{end - quotes.close.size(), quotes.close};
  }
  return std::nullopt;
}

std::size_t ScalarWalk::end_of_value(std::size_t start) const {
  if (out_.open.brackets.empty()) return end_of_block_value(start);
  for (std::size_t at = start + 1; at < line_.size(); ++at)
    for (const Quotes& quotes : wide_quotes)
      if (line_.substr(at).starts_with(quotes.close) && ends_token(at + quotes.close.size()))
        return at + quotes.close.size();
  return line_.size();
}

std::size_t ScalarWalk::end_of_block_value(std::size_t start) const {
  auto end = std::min(line_.find(" #", start), line_.size());
  while (end > start && is_space(end - 1)) --end;
  return end;
}

bool ScalarWalk::ends_token(std::size_t at) const {
  while (at < line_.size() && is_space(at)) ++at;
  if (at >= line_.size() || std::string_view(",]}:#").find(line_[at]) != line_.npos) return true;
  for (const std::string_view sign : {"，", "：", "］", "｝", "】"})
    if (line_.substr(at).starts_with(sign)) return true;
  return false;
}

bool ScalarWalk::wide_quoted(std::size_t end) {
  for (const Quotes& quotes : wide_quotes) {
    if (!here(quotes.open)) continue;
    const std::size_t inner = at_ + quotes.open.size();
    const std::size_t close = line_.find(quotes.close, inner);
    if (close == line_.npos || close + quotes.close.size() != end) continue;
    const auto text = line_.substr(inner, close - inner);
    if ((doubts_.quotes || is_special(text)) && text.find_first_of("\"'\\") == text.npos) {
      Slip& slip = note(Kind::quote, at_, quotes.open);
      slip.edits.push_back(edit(at_, quotes.open.size(), std::string(quotes.ascii)));
      slip.edits.push_back(edit(close, quotes.close.size(), std::string(quotes.ascii)));
    }
    at_ = end;
    return true;
  }
  return false;
}

bool ScalarWalk::is_special(std::string_view text) const {
  if (text.find(": ") != text.npos || text.find(" #") != text.npos) return true;
  return !out_.open.brackets.empty() && text.find_first_of(",[]{}") != text.npos;
}

void ScalarWalk::plain_text(std::size_t start, std::size_t end) {
  if (!doubts_.texts || end <= start) return;
  const auto text = line_.substr(start, end - start);
  if (std::string_view("@`*&!%|>").find(text[0]) != std::string_view::npos)
    return quote_text(Kind::first_sign, start, end, start);
  const auto colon = std::min(text.find(": "), text.ends_with(':') ? text.size() - 1 : text.npos);
  if (colon != text.npos) quote_text(Kind::colon_in_text, start, end, start + colon);
}

void ScalarWalk::text_after_quote(std::size_t start) {
  const std::size_t end = end_of_block_value(start);
  if (!doubts_.texts || at_ >= end) return;
  quote_text(Kind::text_after_quote, start, end, start);
  at_ = line_.size();
}

void ScalarWalk::quote_text(Kind kind, std::size_t start, std::size_t end, std::size_t at) {
  const auto text = line_.substr(start, end - start);
  const bool plain = text.find_first_of("\"\\") == text.npos;
  std::string quoted = plain ? "\"" : "'";
  for (const char c : text) quoted += !plain && c == '\'' ? "''" : std::string(1, c);
  quoted += plain ? '"' : '\'';
  const auto sign = kind == Kind::first_sign ? text.substr(0, 1) : text;
  note(kind, at, sign).edits.push_back(edit(start, text.size(), std::move(quoted)));
}

}  // namespace lianxi
