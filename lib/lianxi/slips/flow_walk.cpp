#include <lianxi/slips/flow_walk.hpp>

namespace lianxi {

static bool is_flow_sign(char c) {
  return std::string_view(",[]{}").find(c) != std::string_view::npos;
}

bool FlowWalk::opens_flow() {
  if (here("[") || here("{")) {
    push(line_[at_++]);
    return true;
  }
  const Twin* opener = twin(openers);
  if (!opener) return false;
  const auto mate = closers[std::size_t(opener - openers.data())].wide;
  const auto close = line_.find(mate, at_);
  if (close == line_.npos ? rest().find_first_of("]}") == line_.npos
                          : !doubts_.pairs || !ends_token(close + mate.size()))
    return false;
  note_replaced(Kind::bracket, opener->wide, std::string(opener->ascii));
  push(opener->ascii[0]);
  return true;
}

void FlowWalk::push(char bracket) {
  out_.open.brackets += bracket;
  out_.open.before_value = false;
}

void FlowWalk::pop() {
  if (!out_.open.brackets.empty()) out_.open.brackets.pop_back();
  out_.open.before_value = true;
}

bool FlowWalk::in_map() const { return out_.open.brackets.back() == '{'; }

bool FlowWalk::at_key() const { return in_map() && !out_.open.before_value; }

void FlowWalk::flow() {
  while (!out_.open.brackets.empty()) {
    skip_in_flow();
    if (at_end() || at_comment()) return;
    if (closes_flow() || separates(at_)) continue;
    if (opens_flow()) continue;
    token();
  }
  // What comes after the last bracket is no business of this line's slips.
  at_ = line_.size();
}

void FlowWalk::skip_in_flow() {
  skip_spaces();
  const auto wide = wide_space();
  if (wide.empty()) return;
  const std::size_t start = at_;
  while (!at_end() && (is_space(at_) || !wide_space().empty()))
    at_ += is_space(at_) ? 1 : wide_space().size();
  if (at_key() && !at_end()) {
    std::string spaces = start > 0 && line_[start - 1] != ' ' ? " " : "";
    note(Kind::space_before_key, start, wide)
        .edits.push_back(edit(start, at_ - start, std::move(spaces)));
  }
}

bool FlowWalk::closes_flow() {
  if (here("]") || here("}")) {
    ++at_;
    pop();
    after_value_ = true;
    return true;
  }
  const Twin* closer = twin(closers);
  if (!closer || !closes_top(*closer)) return false;
  note_replaced(Kind::bracket, closer->wide, std::string(closer->ascii));
  pop();
  after_value_ = true;
  return true;
}

bool FlowWalk::closes_top(const Twin& closer) const {
  const char top = out_.open.brackets.back();
  return (top == '[') == (closer.ascii[0] == ']') && ends_token(at_ + closer.wide.size());
}

bool FlowWalk::separates(std::size_t token) {
  if (here(",")) {
    ++at_;
    out_.open.before_value = after_value_ = false;
    return true;
  }
  const bool comma = here(wide_comma);
  if (!comma && !here(listing_comma)) return false;
  const auto sign = comma ? wide_comma : listing_comma;
  const bool after_whole_value = token == at_ && after_value_;
  const bool before_key = in_map() && out_.open.before_value && key_follows(at_ + sign.size());
  const bool in_list = !in_map() && doubts_.commas;
  if (comma ? !(after_whole_value || before_key || in_list) : !in_list) return false;
  const bool spaced = is_space(at_ + sign.size());
  note_replaced(!comma     ? Kind::enumeration_comma
                : in_map() ? Kind::comma
                           : Kind::list_comma,
                sign, spaced ? "," : ", ");
  out_.open.before_value = after_value_ = false;
  return true;
}

bool FlowWalk::key_follows(std::size_t at) const {
  while (at < line_.size() && is_space(at)) ++at;
  if (at >= line_.size()) return true;
  constexpr std::size_t longest_key = 64;  // a line may be a whole file
  const auto text = line_.substr(at, longest_key);
  const auto end = std::min(
      {text.find(": "), text.find(wide_colon), text.find(":\u3000"), text.find(":\u00A0")});
  return end != text.npos && is_like_key(text.substr(0, end));
}

void FlowWalk::token() {
  const std::size_t start = at_;
  after_value_ = false;
  if (here("\"") || here("'")) {
    if (!quoted(true)) return;
    after_value_ = true;
    skip_spaces();
    if (at_key() && colon_after_quote()) after_value_ = false;
    return;
  }
  if (const auto end = end_of_wide_quoted(); end > 0 && wide_quoted(end)) return;
  plain_token(start);
}

bool FlowWalk::colon_after_quote() {
  if (here(wide_colon)) {
    take_wide_colon();
  } else if (here(":")) {
    ++at_;
    if (!wide_space().empty()) spaces_after_colon();
  } else {
    return false;
  }
  out_.open.before_value = true;
  return true;
}

std::size_t FlowWalk::end_of_wide_quoted() const {
  for (const Quotes& quotes : wide_quotes) {
    if (!here(quotes.open)) continue;
    const auto close = line_.find(quotes.close, at_ + quotes.open.size());
    if (close != line_.npos && ends_token(close + quotes.close.size()))
      return close + quotes.close.size();
  }
  return 0;
}

void FlowWalk::plain_token(std::size_t start) {
  int wide_open = 0;
  for (; !at_end() && !at_comment(); step()) {
    if (is_flow_sign(line_[at_])) break;
    if (twin(openers)) ++wide_open;
    if (const Twin* closer = twin(closers)) {
      if (wide_open == 0 && closes_top(*closer)) break;  // closes_flow() takes it
      wide_open = std::max(0, wide_open - 1);
    }
    if (at_key() && colon(start, doubts_.spaces)) {
      out_.open.before_value = true;
      return;
    }
    if (would_separate()) break;
    comma_in_text_ |= here(wide_comma) && !in_map();
  }
  if (at_ == start) return step();
  if (!at_key()) flow_text(start);
  separates(start);
}

bool FlowWalk::would_separate() const {
  if (here(wide_comma))
    return in_map() ? out_.open.before_value && key_follows(at_ + wide_comma.size())
                    : doubts_.commas;
  return here(listing_comma) && !in_map() && doubts_.commas;
}

void FlowWalk::flow_text(std::size_t start) {
  std::size_t end = at_;
  while (end > start && is_space(end - 1)) --end;
  plain_text(start, end);
}

void FlowWalk::settle_commas() {
  if (!comma_in_text_) return;
  for (Slip& slip : out_.slips)
    if (slip.kind == Kind::list_comma) slip.kind = Kind::unclear_comma;
}

}  // namespace lianxi
