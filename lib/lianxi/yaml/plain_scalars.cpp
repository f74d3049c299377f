// Each rule below is one of yaml-cpp's; where it has a turn of its own, the document is given up.
#include <utf8proc.h>
#include <utility>

#include <lianxi/yaml/plain_scalars.hpp>
#include <lianxi/yaml/surrogate_pairs.hpp>

namespace lianxi {

// ---- in quotes -----------------------------------------------------------------------

bool PlainScalars::scan_quoted(Scalar& scalar) {
  const char quote = *at_++;
  const char* text = at_;
  at_ = quote == '"' ? find_any<'"', '\\', '\r'>(at_, line_end_, end_)
                     : find_any<'\'', '\r'>(at_, line_end_, end_);
  scalar.text = {text, std::size_t(at_ - text)};
  scalar.style = Style::quoted;
  scalar.on_one_line = true;
  // A single quote twice stands for one in the text.
  if (take(quote) && (at_ == line_end_ || *at_ != quote || quote == '"'))
    return at_ == line_end_ || *at_ != quote;
  at_ = text;
  return put_quoted_together(scalar, quote);
}

/// The quote that closes the text from here on, or null.
const char* PlainScalars::closing_quote(char quote) const {
  for (const char* at = at_; at < end_; at += 2) {
    at = quote == '"' ? find_any<'"', '\\'>(at, end_, end_) : find_any<'\''>(at, end_, end_);
    if (at == end_) return nullptr;
    const bool is_pair = quote == '\'' && at + 1 != end_ && at[1] == '\'';
    if (*at == quote && !is_pair) return at;
  }
  return nullptr;
}

/// A text with escapes, or over several lines: of each line break with the blanks around it
/// there comes a space, of those with empty lines between a line break for each of these.
bool PlainScalars::put_quoted_together(Scalar& scalar, char quote) {
  const char* const closing = closing_quote(quote);
  if (!closing) return false;
  char* const text = keep_.room(std::size_t(closing - at_) + 1);
  char* to = text;
  bool is_empty = false;
  while (true) {
    to = put_part_of_quoted(std::min(closing, line_end_), quote, to);
    if (!to) return false;
    if (closing <= line_end_ && closing >= line_) break;
    if (next_line_ == end_) return false;
    take_line();
    scalar.on_one_line = false;
    skip_blanks();
    const bool was_empty = std::exchange(is_empty, at_ == line_end_);
    if (is_empty)
      *to++ = '\n';
    else if (!was_empty)
      *to++ = ' ';
  }
  // Line breaks at the end of a text have a rule of their own.
  if (!scalar.on_one_line && to != text && to[-1] == '\n') return false;
  at_ = closing + 1;
  scalar.text = {text, std::size_t(to - text)};
  return at_ == line_end_ || *at_ != quote;
}

/// Adds what stands before `end` on this line, without the blanks before a line break. Null to
/// give up.
char* PlainScalars::put_part_of_quoted(const char* end, char quote, char* to) {
  char* solid = to;  // behind what no line break takes away
  while (at_ < end) {
    if (*at_ == '\r') return nullptr;
    if (quote == '"' && *at_ == '\\') {
      if (!unescape(to)) return nullptr;
      solid = to;
      continue;
    }
    if (quote == '\'' && *at_ == '\'') ++at_;  // the first of a pair
    const char byte = *at_++;
    *to++ = byte;
    if (byte != ' ' && byte != '\t') solid = to;
  }
  return end == line_end_ ? solid : to;
}

/// Adds the character that the escape here stands for, of those that programs write.
bool PlainScalars::unescape(char*& to) {
  constexpr std::string_view signs = "\"\\/'ntrbfave ", meant = "\"\\/'\n\t\r\b\f\a\v\x1B ";
  if (line_end_ - at_ < 2) return false;
  if (const auto sign = signs.find(at_[1]); sign != signs.npos) {
    *to++ = meant[sign];
    at_ += 2;
    return true;
  }
  const std::ptrdiff_t digits = at_[1] == 'x' ? 2 : at_[1] == 'u' ? 4 : at_[1] == 'U' ? 8 : 0;
  if (digits == 0 || line_end_ - at_ < 2 + digits) return false;
  auto code = hexadecimal({at_ + 2, std::size_t(digits)});
  if (!code || *code == 0 || *code > 0x10FFFF || is_second_half(*code)) return false;
  at_ += 2 + digits;
  if (is_first_half(*code)) {
    const auto second = short_escape({at_, std::size_t(line_end_ - at_)});
    if (digits != 4 || !second || !is_second_half(*second)) return false;
    code = joined_halves(*code, *second);
    at_ += 2 + digits;
  }
  to += utf8proc_encode_char(utf8proc_int32_t(*code), reinterpret_cast<utf8proc_uint8_t*>(to));
  return true;
}

// ---- plain, over several lines -------------------------------------------------------

/// Adds the text of this line after a space, or a line break for each blank line before it.
bool PlainScalars::add_plain_line(std::size_t blank_lines) {
  const char* const first = at_;
  for (;; ++at_) {
    at_ = find_any<':', '#', '\t', '\r'>(at_, line_end_, end_);
    if (at_ == line_end_) break;
    if (*at_ == '\t' || *at_ == '\r' || is_rest_empty() || is_colon()) return false;
  }
  const char* end = at_;
  while (end[-1] == ' ') --end;
  assembled_.append(std::max<std::size_t>(blank_lines, 1), blank_lines > 0 ? '\n' : ' ');
  assembled_.append(first, end);
  return true;
}

bool PlainScalars::take_in_lines(Scalar& scalar, std::ptrdiff_t parent_column) {
  assembled_.assign(scalar.text);
  while (true) {
    const Moment before = moment();
    std::size_t blank_lines = 0;
    do {
      if (next_line_ == end_) break;
      take_line();
      skip_spaces();
    } while (at_ == line_end_ && ++blank_lines);
    if (at_ != line_end_ && *at_ == '\t') return false;
    if (at_ == line_end_ || *at_ == '#' || at_ - line_ <= parent_column) {
      go_back(before);
      break;
    }
    if (!add_plain_line(blank_lines)) return false;
    scalar.on_one_line = false;
  }
  if (!scalar.on_one_line) scalar.text = keep_.keep(assembled_);
  return true;
}

// ---- blocks --------------------------------------------------------------------------

bool PlainScalars::scan_block(Scalar& scalar, std::ptrdiff_t parent_column) {
  scalar = {.first = at_, .text = {}, .style = Style::block, .on_one_line = false};
  const bool is_folded = *at_++ == '>';
  const bool without_break = take('-');
  skip_spaces();
  if (at_ != line_end_ || next_line_ == end_) return false;
  take_line();
  skip_spaces();
  const std::ptrdiff_t indent = at_ - line_;
  if (at_ == line_end_ || indent <= parent_column || *at_ == '\t') return false;
  const char* const first = at_;
  const char* end = nullptr;
  if (!leave_block(indent, end)) return false;
  if (!is_folded)
    scalar.text = literal(first, end, indent);
  else if (!fold(first, end, indent, scalar.text))
    return false;
  if (without_break) scalar.text.remove_suffix(1);
  return true;
}

/// Goes from the first line of a block text past it; `end` is that of its last line
/// which holds something, be it spaces beyond the indentation.
bool PlainScalars::leave_block(std::ptrdiff_t indent, const char*& end) {
  while (true) {
    if (!is_rest_unbroken()) return false;
    end = line_end_;
    do {
      if (next_line_ == end_) return go_to_next_line();
      take_line();
      while (at_ - line_ < indent && take(' ')) continue;
    } while (at_ == line_end_);
    if (at_ - line_ < indent) break;
  }
  next_line_ = line_;
  return go_to_next_line();
}

/// The lines of a block text, each ended by one LF: a view where they stand so.
std::string_view PlainScalars::literal(const char* first, const char* end, std::ptrdiff_t indent) {
  const auto size = std::size_t(end - first);
  const void* line_break = std::memchr(first, '\n', size);
  if (!line_break && end != end_ && *end == '\n') return {first, size + 1};
  char* const text = keep_.room(size + 1);
  char* to = text;
  for (const char* line = first;;) {
    const void* found = std::memchr(line, '\n', std::size_t(end - line));
    const char* line_end = found ? static_cast<const char*>(found) : end;
    to = std::copy(line, line_end, to);
    if (found && line_end != line && line_end[-1] == '\r') --to;
    *to++ = '\n';
    if (!found) return {text, std::size_t(to - text)};
    line = line_end + 1;
    for (auto spaces = indent; spaces > 0 && *line == ' '; --spaces) ++line;
  }
}

/// The lines of a block text with a space between them, or a line break for each blank line; one
/// that is indented further has rules of its own.
bool PlainScalars::fold(const char* first, const char* end, std::ptrdiff_t indent,
                        std::string_view& text) {
  assembled_.clear();
  std::size_t blank_lines = 0;
  for (const char* line = first;;) {
    const void* found = std::memchr(line, '\n', std::size_t(end - line));
    const char* line_end = found ? static_cast<const char*>(found) : end;
    std::string_view part(line, std::size_t(line_end - line));
    if (found && part.ends_with('\r')) part.remove_suffix(1);
    if (part.starts_with(' ') || part.starts_with('\t')) return false;
    if (!part.empty() && line != first)
      assembled_.append(std::max<std::size_t>(blank_lines, 1), blank_lines > 0 ? '\n' : ' ');
    blank_lines = part.empty() ? blank_lines + 1 : 0;
    assembled_ += part;
    if (!found) break;
    line = line_end + 1;
    for (auto spaces = indent; spaces > 0 && *line == ' '; --spaces) ++line;
  }
  text = keep_.keep(assembled_ += '\n');
  return true;
}

// ---- between brackets ----------------------------------------------------------------

bool PlainScalars::skip_in_flow() {
  while (true) {
    skip_spaces();
    if (!is_rest_empty()) return *at_ != '\t';
    if (!is_rest_unbroken() || next_line_ == end_) return false;
    take_line();
  }
}

}  // namespace lianxi
