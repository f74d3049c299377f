#include <lianxi/slips/flow_walk.hpp>

namespace lianxi {

static bool is_flow_sign(char c) {
  return std::string_view(",[]{}").find(c) != std::string_view::npos;
}

bool FlowWalk::opens() {
  if (line_.here("[") || line_.here("{")) {
    push(line_.text[line_.at++]);
    return true;
  }
  const Twin* opener = line_.twin(openers);
  if (!opener) return false;
  const auto mate = closers[std::size_t(opener - openers.data())].wide;
  const auto close = line_.text.find(mate, line_.at);
  if (close == line_.text.npos ? line_.rest().find_first_of("]}") == line_.text.npos
                               : !line_.doubts.pairs || !scalars_.ends_token(close + mate.size()))
    return false;
  line_.note_replaced(Kind::bracket, opener->wide, std::string(opener->ascii));
  push(opener->ascii[0]);
  return true;
}

void FlowWalk::push(char bracket) {
  line_.open.brackets += bracket;
  line_.open.before_value = false;
}

void FlowWalk::pop() {
  if (!line_.open.brackets.empty()) line_.open.brackets.pop_back();
  line_.open.before_value = true;
}

bool FlowWalk::in_map() const { return line_.open.brackets.back() == '{'; }

bool FlowWalk::at_key() const { return in_map() && !line_.open.before_value; }

void FlowWalk::run() {
  while (!line_.open.brackets.empty()) {
    skip_spaces();
    if (line_.at_end() || line_.at_comment()) return;
    if (closes() || separates(line_.at)) continue;
    if (opens()) continue;
    token();
  }
  // What comes after the last bracket is no business of this line's slips.
  line_.go_to_end();
}

void FlowWalk::skip_spaces() {
  line_.skip_spaces();
  const auto wide = line_.wide_space();
  if (wide.empty()) return;
  const std::size_t start = line_.at;
  line_.skip_all_spaces();
  if (at_key() && !line_.at_end()) {
    std::string spaces = start > 0 && line_.text[start - 1] != ' ' ? " " : "";
    line_.note(Kind::space_before_key, start, wide)
        .edits.push_back(line_.edit(start, line_.at - start, std::move(spaces)));
  }
}

bool FlowWalk::closes() {
  if (line_.here("]") || line_.here("}")) {
    ++line_.at;
    pop();
    after_value_ = true;
    return true;
  }
  const Twin* closer = line_.twin(closers);
  if (!closer || !closes_top(*closer)) return false;
  line_.note_replaced(Kind::bracket, closer->wide, std::string(closer->ascii));
  pop();
  after_value_ = true;
  return true;
}

bool FlowWalk::closes_top(const Twin& closer) const {
  const char top = line_.open.brackets.back();
  return (top == '[') == (closer.ascii[0] == ']') &&
         scalars_.ends_token(line_.at + closer.wide.size());
}

bool FlowWalk::separates(std::size_t token) {
  if (line_.here(",")) {
    ++line_.at;
    line_.open.before_value = after_value_ = false;
    return true;
  }
  const bool comma = line_.here(wide_comma);
  if (!comma && !line_.here(listing_comma)) return false;
  const auto sign = comma ? wide_comma : listing_comma;
  const bool after_whole_value = token == line_.at && after_value_;
  const bool before_key =
      in_map() && line_.open.before_value && key_follows(line_.at + sign.size());
  const bool in_list = !in_map() && line_.doubts.commas;
  if (comma ? !(after_whole_value || before_key || in_list) : !in_list) return false;
  const bool spaced = line_.is_space(line_.at + sign.size());
  line_.note_replaced(!comma     ? Kind::enumeration_comma
                      : in_map() ? Kind::comma
                                 : Kind::list_comma,
                      sign, spaced ? "," : ", ");
  line_.open.before_value = after_value_ = false;
  return true;
}

bool FlowWalk::key_follows(std::size_t at) const {
  while (at < line_.text.size() && line_.is_space(at)) ++at;
  if (at >= line_.text.size()) return true;
  constexpr std::size_t longest_key = 64;  // a line may be a whole file
  const auto text = line_.text.substr(at, longest_key);
  const auto end = std::min(
      {text.find(": "), text.find(wide_colon), text.find(":\u3000"), text.find(":\u00A0")});
  return end != text.npos && is_like_key(text.substr(0, end));
}

void FlowWalk::token() {
  const std::size_t start = line_.at;
  after_value_ = false;
  if (line_.here("\"") || line_.here("'")) {
    if (!scalars_.quoted(true)) return;
    after_value_ = true;
    line_.skip_spaces();
    if (at_key() && colon_after_quote()) after_value_ = false;
    return;
  }
  if (const auto end = end_of_wide_quoted(); end > 0 && scalars_.wide_quoted(end)) return;
  plain_token(start);
}

bool FlowWalk::colon_after_quote() {
  if (line_.here(wide_colon)) {
    scalars_.take_wide_colon();
  } else if (line_.here(":")) {
    ++line_.at;
    if (!line_.wide_space().empty()) scalars_.spaces_after_colon();
  } else {
    return false;
  }
  line_.open.before_value = true;
  return true;
}

std::size_t FlowWalk::end_of_wide_quoted() const {
  for (const Quotes& quotes : wide_quotes) {
    if (!line_.here(quotes.open)) continue;
    const auto close = line_.text.find(quotes.close, line_.at + quotes.open.size());
    if (close != line_.text.npos && scalars_.ends_token(close + quotes.close.size()))
      return close + quotes.close.size();
  }
  return 0;
}

void FlowWalk::plain_token(std::size_t start) {
  int wide_open = 0;
  for (; !line_.at_end() && !line_.at_comment(); line_.step()) {
    if (is_flow_sign(line_.text[line_.at])) break;
    if (line_.twin(openers)) ++wide_open;
    if (const Twin* closer = line_.twin(closers)) {
      if (wide_open == 0 && closes_top(*closer)) break;  // closes() takes it
      wide_open = std::max(0, wide_open - 1);
    }
    if (at_key() && scalars_.colon(start)) {
      line_.open.before_value = true;
      return;
    }
    if (would_separate()) break;
    comma_in_text_ |= line_.here(wide_comma) && !in_map();
  }
  if (line_.at == start) return line_.step();
  if (!at_key()) text(start);
  separates(start);
}

bool FlowWalk::would_separate() const {
  if (line_.here(wide_comma))
    return in_map() ? line_.open.before_value && key_follows(line_.at + wide_comma.size())
                    : line_.doubts.commas;
  return line_.here(listing_comma) && !in_map() && line_.doubts.commas;
}

void FlowWalk::text(std::size_t start) {
  std::size_t end = line_.at;
  while (end > start && line_.is_space(end - 1)) --end;
  scalars_.plain_text(start, end);
}

void FlowWalk::settle_commas() {
  if (!comma_in_text_) return;
  for (Slip& slip : line_.slips)
    if (slip.kind == Kind::list_comma) slip.kind = Kind::unclear_comma;
}

}  // namespace lianxi
