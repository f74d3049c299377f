#include <utf8proc.h>
#include <vector>

#include <lianxi/base/words.hpp>
#include <lianxi/documents/markdown_text.hpp>

namespace lianxi::markdown {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || is_digit(c); }

/// A stretch of bytes.
struct Range {
  std::size_t begin, end;
};

/// One line of text, and what of it is strong.
struct Line {
  std::string text;
  std::vector<Range> strong;

  char at(std::size_t i) const { return i < text.size() ? text[i] : '\0'; }
  /// Whether a block marker that ends before byte i would count as one.
  bool gap_at(std::size_t i) const { return i >= text.size() || text[i] == ' '; }
};

// ---- what needs a backslash, and why -------------------------------------------
// Tested with cmark-gfm, markdown-it and pandoc -f gfm (tests/peers/markdown_test.py).
// Rarely used characters are escaped wherever they stand. Those that dates, times and
// figures are made of are only escaped where they would mean something.

bool always_escaped(char c) {
  switch (c) {
    case '\\':  // the escape itself
    case '`':   // code
    case '*':
    case '_':  // emphasis
    case '[':
    case ']':  // links, images, footnotes, task boxes; so ! ( ) ^ are harmless
    case '<':  // HTML, <links>; so > is harmless but at the start of a line
    case '|':  // ends a cell
    case '~':  // struck through
    case '$':  // formulas
    case '#':  // headings at either end of the line; #123 as an issue
    case '{':  // {{ }} and {% %} of page generators
    case '@':  // mentions; e-mail addresses in pandoc
      return true;
    default:
      return false;
  }
}

/// `&amp;`, `&#38;`: written out, an entity would become its character.
bool begins_entity(const Line& line, std::size_t at) {
  std::size_t end = at + 1;
  while (is_word(line.at(end)) || line.at(end) == '#') ++end;
  return end > at + 1 && line.at(end) == ';';
}

/// `:smile:` in pandoc.
bool begins_emoji(const Line& line, std::size_t at) {
  const auto belongs = [](char c) { return is_word(c) || c == '_' || c == '-' || c == '+'; };
  std::size_t end = at + 1;
  while (belongs(line.at(end))) ++end;
  return end > at + 1 && line.at(end) == ':';
}

/// `https://…` everywhere, `tel:…` and other known schemes in pandoc: a colon right
/// after a word with a letter in it and right before something.
bool ends_scheme(const Line& line, std::size_t at) {
  if (line.gap_at(at + 1)) return false;
  for (std::size_t i = at; i-- > 0;) {
    const char c = line.text[i];
    if (is_letter(c)) return true;
    if (!is_digit(c) && c != '+' && c != '-' && c != '.') return false;
  }
  return false;
}

/// `www.…` is linked without a scheme.
bool follows_www(const Line& line, std::size_t at) {
  const auto is_w = [&](std::size_t i) { return (line.text[i] | 0x20) == 'w'; };
  return at >= 3 && is_w(at - 1) && is_w(at - 2) && is_w(at - 3);
}

/// `1.` and `1)` at the start of a line begin a list where a space or nothing follows.
bool numbers_item(const Line& line, std::size_t at) {
  for (std::size_t i = 0; i < at; ++i)
    if (!is_digit(line.text[i])) return false;
  return at > 0 && line.gap_at(at + 1);
}

bool opens_block(const Line& line, std::size_t at) {
  switch (line.text[at]) {
    case '>':  // a quote
    case '=':  // makes the line before a heading
    case '-':
      return at == 0;  // that, a rule, or a list
    case '+':
      return at == 0 && line.gap_at(1);  // a list
    case ':':
      return at == 0 && line.at(1) == ':';  // ::: a part, in pandoc with fenced_divs
    case '.':
    case ')':
      return numbers_item(line, at);
    default:
      return false;
  }
}

bool needs_escape(const Line& line, std::size_t at, Spot spot) {
  const char c = line.text[at];
  if (always_escaped(c)) return true;
  if (spot == Spot::line_start && opens_block(line, at)) return true;
  switch (c) {
    case '&':
      return begins_entity(line, at);
    case ':':
      return begins_emoji(line, at) || ends_scheme(line, at);
    case '.':
      return follows_www(line, at);
    default:
      return false;
  }
}

// ---- lines ----------------------------------------------------------------------

/// The text with every line break as a line feed, a tab as a space, and what cannot be
/// seen made visible.
std::string seen(std::string_view raw) {
  if (raw.find_first_of("\n\r\t") == raw.npos) return visible(raw);
  std::string out, line;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\n' && raw[i] != '\r') {
      line += raw[i] == '\t' ? ' ' : raw[i];
      continue;
    }
    if (raw[i] == '\r' && i + 1 < raw.size() && raw[i + 1] == '\n') ++i;
    out += visible(line) + '\n';
    line.clear();
  }
  return out + visible(line);
}

/// Whether emphasis may begin or end at the character: beside punctuation or white
/// space the markers would not be recognized (`**支部：**后`).
bool holds_emphasis(std::int32_t code) {
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

/// The part of a stretch that the markers go around. Punctuation at its ends is left out
/// where it would disable them, which looks much the same; at the ends of the line it does not.
Range emphasized(const Line& line, Range strong) {
  Range part{line.text.size(), 0};
  for (std::size_t i = strong.begin; i < strong.end;) {
    std::int32_t code = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(line.text.data()) + i;
    const auto length = utf8proc_iterate(bytes, utf8proc_ssize_t(strong.end - i), &code);
    const std::size_t end = i + (length > 0 ? std::size_t(length) : 1);
    if (length > 0 && holds_emphasis(code)) part = {std::min(part.begin, i), end};
    i = end;
  }
  if (strong.begin == 0) part.begin = 0;
  if (strong.end == line.text.size()) part.end = strong.end;
  return part;
}

/// The bytes before which a marker stands, in order.
std::vector<std::size_t> marks(const Line& line) {
  std::vector<std::size_t> marks;
  for (const Range& strong : line.strong) {
    const Range part = emphasized(line, strong);
    if (strong.begin >= strong.end || part.begin >= part.end) continue;
    marks.push_back(part.begin);
    marks.push_back(part.end);
  }
  return marks;
}

std::vector<Line> lines_of(const doc::Prose& prose) {
  std::vector<Line> lines(1);
  for (const doc::Run& run : prose.runs()) {
    const std::string all = seen(run.text);
    for (std::size_t from = 0;;) {
      const auto end = std::min(all.find('\n', from), all.size());
      const auto piece = std::string_view(all).substr(from, end - from);
      Line& line = lines.back();
      const std::size_t begin = line.text.size();
      line.text += piece;
      if (run.strong) line.strong.push_back({begin, line.text.size()});
      if (end == all.size()) break;
      lines.emplace_back();
      from = end + 1;
    }
  }
  return lines;
}

/// White space at the ends says nothing, but at the start four spaces make code of a line
/// and at the end two make a line break.
void trim(Line& line) {
  const std::string_view rest = trimmed(line.text);
  const auto lead = std::size_t(rest.data() - line.text.data());
  line.text = std::string(rest);
  const auto moved = [&](std::size_t at) {
    return std::min(at - std::min(at, lead), line.text.size());
  };
  for (Range& strong : line.strong) strong = {moved(strong.begin), moved(strong.end)};
}

std::string escaped(const Line& line, Spot spot) {
  std::string out;
  const auto stops = marks(line);
  auto mark = stops.begin();
  for (std::size_t i = 0; i <= line.text.size(); ++i) {
    for (; mark != stops.end() && *mark == i; ++mark) out += "**";
    if (i == line.text.size()) break;
    if (needs_escape(line, i, spot)) out += '\\';
    out += line.text[i];
  }
  return out;
}

}  // namespace

std::string text(const doc::Prose& prose, Spot spot, std::string_view line_break) {
  std::string out;
  bool first = true;
  for (Line& line : lines_of(prose)) {
    trim(line);
    if (line.text.empty()) continue;
    if (!first) out += line_break;
    out += escaped(line, spot);
    first = false;
  }
  return out;
}

}  // namespace lianxi::markdown
