#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <lianxi/yaml/written_line.hpp>

namespace lianxi {
namespace {

using Kind = Slip::Kind;

struct Twin {
  std::string_view wide, ascii;
};

constexpr std::string_view wide_colon = "：", wide_comma = "，", enumeration_comma = "、";
constexpr std::array<std::string_view, 2> wide_spaces = {"\u3000", "\u00A0"};
constexpr std::array<std::string_view, 3> wide_hyphens = {"－", "—", "–"};
constexpr std::array<Twin, 3> openers = {{{"［", "["}, {"｛", "{"}, {"【", "["}}};
constexpr std::array<Twin, 3> closers = {{{"］", "]"}, {"｝", "}"}, {"】", "]"}}};

struct Quotes {
  std::string_view open, close, ascii;
};
constexpr std::array<Quotes, 5> wide_quotes = {
    {{"“", "”", "\""}, {"＂", "＂", "\""}, {"「", "」", "\""}, {"‘", "’", "'"}, {"＇", "＇", "'"}}};

bool is_flow_sign(char c) { return std::string_view(",[]{}").find(c) != std::string_view::npos; }

/// Whether a text could be the name of a field: short, and none of the signs that a
/// sentence has.
bool is_like_key(std::string_view text) {
  if (text.empty() || text.size() > 60) return false;
  if (text.find_first_of(" \t\"'[]{},#:|>@`*&!%?") != text.npos) return false;
  for (const std::string_view sign :
       {"，", "。", "；", "、", "！", "？", "“", "”", "：", "（", "《"})
    if (text.find(sign) != text.npos) return false;
  return true;
}

class LineWalk {
 public:
  LineWalk(std::string_view line, std::size_t offset, Place document, OpenFlow open, Doubts doubts)
      : line_(line), offset_(offset), document_(document), doubts_(doubts) {
    out_.open = std::move(open);
  }

  WalkedLine run() {
    if (out_.open.quote != '\0' && !leave_quote()) return std::move(out_);
    if (out_.open.brackets.empty() && at_ == 0)
      block();
    else if (!out_.open.brackets.empty())
      flow();
    std::ranges::stable_sort(out_.slips, {}, &Slip::at);
    return std::move(out_);
  }

 private:
  // What stands here.

  std::string_view rest() const { return line_.substr(at_); }
  bool at_end() const { return at_ >= line_.size(); }
  bool here(std::string_view text) const { return rest().starts_with(text); }
  bool is_space(std::size_t at) const {
    return at >= line_.size() || line_[at] == ' ' || line_[at] == '\t';
  }
  bool at_comment() const { return here("#") && (at_ == 0 || is_space(at_ - 1)); }

  template <std::size_t n>
  std::string_view one_of(const std::array<std::string_view, n>& signs) const {
    for (const auto sign : signs)
      if (here(sign)) return sign;
    return {};
  }
  std::string_view wide_space() const { return one_of(wide_spaces); }
  const Twin* twin(const std::array<Twin, 3>& twins) const {
    for (const Twin& t : twins)
      if (here(t.wide)) return &t;
    return nullptr;
  }

  void skip_spaces() {
    while (!at_end() && is_space(at_)) ++at_;
  }
  /// Over one character.
  void step() {
    ++at_;
    while (!at_end() && (line_[at_] & 0xC0) == 0x80) ++at_;
  }

  // What is noted.

  Edit edit(std::size_t at, std::size_t size, std::string replacement,
            Edit::Filler filler = Edit::Filler::none) const {
    return {document_ + offset_ + at, std::uint32_t(size), std::move(replacement), filler};
  }
  Slip& note(Kind kind, std::size_t at, std::string_view sign) {
    return out_.slips.emplace_back(Slip{kind, offset_ + at, sign});
  }
  void note_replaced(Kind kind, std::string_view sign, std::string replacement) {
    note(kind, at_, sign).edits.push_back(edit(at_, sign.size(), std::move(replacement)));
    at_ += sign.size();
  }

  // Block style.

  void block() {
    indentation();
    if (at_end() || at_comment()) return;
    while (hyphen()) skip_to_content();
    if (at_end() || at_comment()) return;
    entry_column_ = int(at_);
    if (opens_flow()) return flow();
    if (key()) skip_spaces();
    if (at_end() || at_comment()) return;
    value();
  }

  /// Tabs and wide spaces before the first sign; those before nothing do no harm.
  void indentation() {
    const std::size_t start = at_;
    while (!at_end() && (is_space(at_) || !wide_space().empty()))
      at_ += is_space(at_) ? 1 : wide_space().size();
    if (at_end() || at_comment()) return;
    const std::size_t content = at_;
    for (at_ = start; at_ < content;) indentation_sign();
  }

  void indentation_sign() {
    const auto wide = wide_space();
    if (!wide.empty()) {
      slip_of_indentation(Kind::space_in_indentation, wide)
          .edits.push_back(edit(at_, wide.size(), "", Edit::Filler::each_space));
      at_ += wide.size();
      return;
    }
    if (line_[at_] == '\t')
      slip_of_indentation(Kind::tab_in_indentation, "\t")
          .edits.push_back(edit(at_, 1, "", Edit::Filler::each_tab));
    ++at_;
  }

  /// All signs of one kind in an indentation are one slip.
  Slip& slip_of_indentation(Kind kind, std::string_view sign) {
    if (out_.slips.empty() || out_.slips.back().kind != kind) note(kind, at_, sign);
    return out_.slips.back();
  }

  void skip_to_content() {
    skip_spaces();
    const auto wide = wide_space();
    if (!wide.empty()) indentation();
  }

  /// Takes a hyphen that begins a list item, of whatever width.
  bool hyphen() {
    const std::size_t start = at_;
    const auto wide = one_of(wide_hyphens);
    if (!wide.empty()) {
      const auto after = line_.substr(at_ + wide.size());
      if (after.starts_with(wide)) return false;  // a dash, as text has it
      note_replaced(Kind::hyphen, wide,
                    is_space(at_ + wide.size()) || starts_wide(after) ? "-" : "- ");
      return true;
    }
    if (!here("-")) return false;
    if (is_space(at_ + 1) || starts_wide(line_.substr(at_ + 1))) {
      ++at_;
      return true;
    }
    const char next = line_[at_ + 1];
    const bool word = (next & 0x80) != 0 || (next >= 'A' && next <= 'Z') ||
                      (next >= 'a' && next <= 'z') || next == '{' || next == '[' || next == '"';
    if (!doubts_.spaces || !word) return false;
    note(Kind::no_space_after_hyphen, start, "-").edits.push_back(edit(at_, 1, "- "));
    ++at_;
    return true;
  }

  static bool starts_wide(std::string_view text) {
    return std::ranges::any_of(wide_spaces, [&](auto space) { return text.starts_with(space); });
  }

  /// Takes a key and its colon; false, and nothing taken, where there is none.
  bool key() {
    const std::size_t start = at_;
    const auto slips = std::ptrdiff_t(out_.slips.size());
    const bool open_quote = (here("\"") || here("'")) && !quoted(false);
    for (; !open_quote && !at_end() && !at_comment(); step())
      if (colon(start, doubts_.spaces)) return true;
    at_ = start;
    out_.slips.erase(out_.slips.begin() + slips, out_.slips.end());
    return false;
  }

  /// Takes the colon here, of whatever width, if it ends the key that began at `start`.
  bool colon(std::size_t start, bool space_may_lack) {
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

  void wide_quoted_key(std::size_t start) {
    const std::size_t end = std::exchange(at_, start);
    wide_quoted(end);
    at_ = end;
  }

  static bool is_quoted(std::string_view name) {
    return name.size() > 1 && (name[0] == '"' || name[0] == '\'') && name.back() == name[0];
  }

  void take_wide_colon() {
    std::size_t end = at_ + wide_colon.size();
    while (starts_wide(line_.substr(end))) end += line_.substr(end).starts_with("\u3000") ? 3 : 2;
    const bool spaced = end == at_ + wide_colon.size() && is_space(end);
    note(Kind::colon, at_, wide_colon).edits.push_back(edit(at_, end - at_, spaced ? ":" : ": "));
    at_ = end;
  }

  void spaces_after_colon() {
    const std::size_t start = at_;
    const auto sign = wide_space();
    while (!wide_space().empty()) at_ += wide_space().size();
    note(Kind::space_after_colon, start, sign).edits.push_back(edit(start, at_ - start, " "));
  }

  void value() {
    const std::size_t start = at_;
    if (begins_block_text()) return;
    if (opens_flow()) return flow();
    if (here("\"") || here("'")) {
      if (quoted(true)) text_after_quote(start);
      return;
    }
    const std::size_t end = end_of_block_value(start);
    if (wide_quoted(end)) return;
    plain_text(start, end);
    at_ = line_.size();
  }

  bool begins_block_text() {
    if (!here("|") && !here(">")) return false;
    auto header = rest().substr(1);
    const auto comment = header.find(" #");
    header = header.substr(0, comment);
    while (header.ends_with(' ') || header.ends_with('\t')) header.remove_suffix(1);
    if (header.find_first_not_of("+-123456789") != header.npos || header.size() > 2) return false;
    // A text in a list item must be deeper than the hyphen, one under a key than the key.
    out_.block_text_parent = entry_column_ == int(at_) ? last_hyphen_column() : entry_column_;
    at_ = line_.size();
    return true;
  }

  int last_hyphen_column() const {
    const auto hyphen = line_.substr(0, at_).rfind('-');
    return hyphen == line_.npos ? 0 : int(hyphen);
  }

  std::size_t end_of_block_value(std::size_t start) const {
    auto end = std::min(line_.find(" #", start), line_.size());
    while (end > start && is_space(end - 1)) --end;
    return end;
  }

  // Scalars.

  /// Takes a quoted text; false where it is not closed on this line. A full-width quote
  /// that stands where the ASCII one should is a slip.
  bool quoted(bool is_value) {
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

  bool find_close(char quote) {
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

  bool leave_quote() {
    if (!find_close(out_.open.quote)) return false;
    out_.open.quote = '\0';
    return true;
  }

  /// The full-width quote that was to close the one here: the last sign of the value, and
  /// not the second of a pair within the text.
  std::optional<std::pair<std::size_t, std::string_view>> wide_close(char quote) const {
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

  /// Where a value that begins at `start` ends: in flow before the sign that follows the
  /// first full-width closing quote.
  std::size_t end_of_value(std::size_t start) const {
    if (out_.open.brackets.empty()) return end_of_block_value(start);
    for (std::size_t at = start + 1; at < line_.size(); ++at)
      for (const Quotes& quotes : wide_quotes)
        if (line_.substr(at).starts_with(quotes.close) && ends_token(at + quotes.close.size()))
          return at + quotes.close.size();
    return line_.size();
  }

  /// Whether nothing of a token stands at `at`: a separator, a closing bracket, the end.
  bool ends_token(std::size_t at) const {
    while (at < line_.size() && is_space(at)) ++at;
    if (at >= line_.size() || std::string_view(",]}:#").find(line_[at]) != line_.npos) return true;
    for (const std::string_view sign : {"，", "：", "］", "｝", "】"})
      if (line_.substr(at).starts_with(sign)) return true;
    return false;
  }

  /// Takes a text in full-width quotes that ends at `end`, a slip where it holds what only
  /// real quotes hide from YAML. Others are part of the text.
  bool wide_quoted(std::size_t end) {
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

  /// Whether YAML would not take all of the text for one plain text.
  bool is_special(std::string_view text) const {
    if (text.find(": ") != text.npos || text.find(" #") != text.npos) return true;
    return !out_.open.brackets.empty() && text.find_first_of(",[]{}") != text.npos;
  }

  /// A plain text between these places that YAML cannot read as one.
  void plain_text(std::size_t start, std::size_t end) {
    if (!doubts_.texts || end <= start) return;
    const auto text = line_.substr(start, end - start);
    if (std::string_view("@`*&!%|>").find(text[0]) != std::string_view::npos)
      return quote_text(Kind::first_sign, start, end, start);
    const auto colon = std::min(text.find(": "), text.ends_with(':') ? text.size() - 1 : text.npos);
    if (colon != text.npos) quote_text(Kind::colon_in_text, start, end, start + colon);
  }

  void text_after_quote(std::size_t start) {
    const std::size_t end = end_of_block_value(start);
    if (!doubts_.texts || at_ >= end) return;
    quote_text(Kind::text_after_quote, start, end, start);
    at_ = line_.size();
  }

  void quote_text(Kind kind, std::size_t start, std::size_t end, std::size_t at) {
    const auto text = line_.substr(start, end - start);
    const bool plain = text.find_first_of("\"\\") == text.npos;
    std::string quoted = plain ? "\"" : "'";
    for (const char c : text) quoted += !plain && c == '\'' ? "''" : std::string(1, c);
    quoted += plain ? '"' : '\'';
    const auto sign = kind == Kind::first_sign ? text.substr(0, 1) : text;
    note(kind, at, sign).edits.push_back(edit(start, text.size(), std::move(quoted)));
  }

  // Flow style.

  /// Takes a bracket that opens a list or mapping, of whatever width.
  bool opens_flow() {
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

  void push(char bracket) {
    out_.open.brackets += bracket;
    out_.open.before_value = false;
  }
  void pop() {
    if (!out_.open.brackets.empty()) out_.open.brackets.pop_back();
    out_.open.before_value = true;
  }
  bool in_map() const { return out_.open.brackets.back() == '{'; }
  bool at_key() const { return in_map() && !out_.open.before_value; }

  void flow() {
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

  void skip_in_flow() {
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

  bool closes_flow() {
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

  /// Whether that full-width bracket here was to close the innermost list or mapping.
  bool closes_top(const Twin& closer) const {
    const char top = out_.open.brackets.back();
    return (top == '[') == (closer.ascii[0] == ']') && ends_token(at_ + closer.wide.size());
  }

  /// Takes a comma between entries; `token` is where the text before it began.
  bool separates(std::size_t token) {
    if (here(",")) {
      ++at_;
      out_.open.before_value = after_value_ = false;
      return true;
    }
    const bool comma = here(wide_comma);
    if (!comma && !here(enumeration_comma)) return false;
    const auto sign = comma ? wide_comma : enumeration_comma;
    const bool after_whole_value = token == at_ && after_value_;
    const bool before_key = in_map() && out_.open.before_value && key_follows(at_ + sign.size());
    const bool in_list = !in_map() && doubts_.commas;
    if (comma ? !(after_whole_value || before_key || in_list) : !in_list) return false;
    const bool spaced = is_space(at_ + sign.size());
    note_replaced(comma ? Kind::comma : Kind::enumeration_comma, sign, spaced ? "," : ", ");
    out_.open.before_value = after_value_ = false;
    return true;
  }

  /// Whether a key and a colon stand at `at`, or may on the next line.
  bool key_follows(std::size_t at) const {
    while (at < line_.size() && is_space(at)) ++at;
    if (at >= line_.size()) return true;
    const auto text = line_.substr(at);
    const auto end = std::min(
        {text.find(": "), text.find(wide_colon), text.find(":\u3000"), text.find(":\u00A0")});
    return end != text.npos && is_like_key(text.substr(0, end));
  }

  /// Takes a key with its colon, or a value, up to what ends it.
  void token() {
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

  bool colon_after_quote() {
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

  /// The end of a text in full-width quotes here after which a token can end, or 0.
  std::size_t end_of_wide_quoted() const {
    for (const Quotes& quotes : wide_quotes) {
      if (!here(quotes.open)) continue;
      const auto close = line_.find(quotes.close, at_ + quotes.open.size());
      if (close != line_.npos && ends_token(close + quotes.close.size()))
        return close + quotes.close.size();
    }
    return 0;
  }

  void plain_token(std::size_t start) {
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
    }
    if (at_ == start) return step();
    if (!at_key()) flow_text(start);
    separates(start);
  }

  bool would_separate() const {
    if (here(wide_comma))
      return in_map() ? out_.open.before_value && key_follows(at_ + wide_comma.size())
                      : doubts_.commas;
    return here(enumeration_comma) && !in_map() && doubts_.commas;
  }

  void flow_text(std::size_t start) {
    std::size_t end = at_;
    while (end > start && is_space(end - 1)) --end;
    plain_text(start, end);
  }

  const std::string_view line_;
  const std::size_t offset_;
  const Place document_;
  const Doubts doubts_;
  std::size_t at_ = 0;
  int entry_column_ = 0;
  bool after_value_ = false;  ///< In flow: right after a quoted value.
  WalkedLine out_;
};

}  // namespace

bool Slip::is_certain() const {
  switch (kind) {
    case Kind::colon:
    case Kind::comma:
    case Kind::quote:
    case Kind::bracket:
    case Kind::hyphen:
    case Kind::space_in_indentation:
    case Kind::space_before_key:
    case Kind::space_after_colon:
    case Kind::tab_in_indentation:
      return true;
    case Kind::enumeration_comma:
    case Kind::no_space_after_colon:
    case Kind::no_space_after_hyphen:
    case Kind::first_sign:
    case Kind::colon_in_text:
    case Kind::text_after_quote:
      break;
  }
  return false;
}

WalkedLine walk_line(std::string_view line, std::size_t offset, Place document, OpenFlow open,
                     Doubts doubts) {
  return LineWalk(line, offset, document, std::move(open), doubts).run();
}

}  // namespace lianxi
