#include <lianxi/base/words.hpp>
#include <lianxi/documents/html_spans.hpp>

namespace lianxi::html {
namespace {

constexpr std::string_view unbroken_span = "<span class=\"nb\">",
                           chinese_span = "<span lang=\"zh\">", end_of_span = "</span>";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t at, std::size_t most) {
  std::size_t count = 0;
  while (count < most && at + count < text.size() && is_digit(text[at + count])) ++count;
  return count;
}

/// 2017年9月20日 or 2017-09-20 at the beginning of a text: how long it is, or 0.
std::size_t date_length(std::string_view text) {
  std::size_t at = digits_at(text, 0, 4);
  if (at != 4) return 0;
  if (text.substr(at, 1) == "-") {
    const bool whole = digits_at(text, 5, 2) == 2 && text.substr(7, 1) == "-" &&
                       digits_at(text, 8, 2) == 2 && digits_at(text, 10, 1) == 0;
    return whole ? 10 : 0;
  }
  for (const std::string_view sign : {"年", "月", "日"}) {
    if (!text.substr(at).starts_with(sign)) return 0;
    at += sign.size();
    if (sign != "日") {
      const std::size_t digits = digits_at(text, at, 2);
      if (digits == 0) return 0;
      at += digits;
    }
  }
  return at;
}

/// 1,600.00, with 元 or yuan behind it: how long it is, or 0.
std::size_t amount_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (is_digit(text[at]) || (at > 0 && text[at] == ','))) ++at;
  if (at == 0 || text.substr(at, 1) != "." || digits_at(text, at + 1, 3) != 2) return 0;
  at += 3;
  for (const std::string_view unit : {"元", " yuan"})
    if (text.substr(at).starts_with(unit)) return at + unit.size();
  return at;
}

/// The code point at the beginning of UTF-8 text and how many bytes it has.
struct Point {
  char32_t value;
  std::size_t size;
};

Point point_at(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  const auto points = code_points_of(text.substr(0, size));
  return {points.empty() ? U' ' : points[0], std::min(size, text.size())};
}

bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

/// What stands between Chinese characters: their punctuation, figures.
bool joins_han(char32_t c) {
  return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF) || c == U'·' || c == U'—' ||
         (c >= U'0' && c <= U'9');
}

/// How long the Chinese text is that begins here; it ends with its last character or punctuation.
std::size_t chinese_length(std::string_view text) {
  std::size_t at = 0, length = 0;
  while (at < text.size() && text[at] != '<' && text[at] != '&') {
    const Point point = point_at(text.substr(at));
    if (!is_han(point.value) && !joins_han(point.value)) break;
    at += point.size;
    if (is_han(point.value) || point.value >= 0x3000) length = at;
  }
  return length;
}

class Spans {
 public:
  Spans(std::string_view html, Language language) : rest_(html), language_(language) {}

  std::string take() {
    while (!rest_.empty()) {
      if (rest_[0] == '<')
        copy(length_of_tag());
      else
        text();
    }
    return std::move(out_);
  }

 private:
  void copy(std::size_t size) {
    out_ += rest_.substr(0, size);
    rest_.remove_prefix(size);
    before_ = ' ';
  }

  /// A tag; a picture or style as a whole.
  std::size_t length_of_tag() const {
    for (const std::string_view whole : {"svg", "style", "title"})
      if (rest_.substr(1).starts_with(whole)) {
        const std::string closing = "</" + std::string(whole) + ">";
        const auto at = rest_.find(closing);
        return at == std::string_view::npos ? rest_.size() : at + closing.size();
      }
    return std::min(rest_.find('>'), rest_.size() - 1) + 1;
  }

  void wrap(std::string_view opening, std::size_t size) {
    out_ += opening;
    if (opening == chinese_span)
      out_ += Spans(rest_.substr(0, size), Language::zh).take();
    else
      out_ += rest_.substr(0, size);
    out_ += end_of_span;
    rest_.remove_prefix(size);
    before_ = ' ';
  }

  void text() {
    if (is_digit(rest_[0]) && !is_digit(before_) && before_ != '.' && before_ != ',') {
      const std::size_t date = date_length(rest_), amount = date ? 0 : amount_length(rest_);
      if (const std::size_t size = date + amount; size > 0) return wrap(unbroken_span, size);
    }
    const Point point = point_at(rest_);
    if (language_ == Language::en && is_han(point.value))
      return wrap(chinese_span, chinese_length(rest_));
    before_ = rest_[0];
    out_ += rest_.substr(0, point.size);
    rest_.remove_prefix(point.size);
  }

  std::string_view rest_;
  Language language_;
  char before_ = ' ';
  std::string out_;
};

}  // namespace

std::string with_spans(std::string_view html, Language language) {
  return Spans(html, language).take();
}

}  // namespace lianxi::html
