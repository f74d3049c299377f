#include <fmt/format.h>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/runner_commands.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/json_writer.hpp>

namespace lianxi::json {
namespace {

bool is_plain(char byte) {
  return static_cast<unsigned char>(byte) >= 0x20 && byte != '"' && byte != '\\' && is_ascii(byte);
}

/// What stands for a byte that may not stand for itself; "" for one that may.
std::string_view escape_of(char byte, char (&buffer)[7]) {
  switch (byte) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  return {buffer, std::size_t(fmt::format_to(buffer, "\\u{:04x}", unsigned(byte)) - buffer)};
}

/// Puts the text in quotes behind `out`; false, with `out` as it was, where it is not UTF-8.
bool append_quoted(std::string& out, std::string_view text) {
  const std::size_t before = out.size();
  char buffer[7];
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_plain(text[end])) ++end;
    while (end < text.size() && !is_ascii(text[end])) {
      const std::size_t size = utf8_length(text, end);
      if (size == 0) {
        out.resize(before);
        return false;
      }
      end += size;
    }
    out += text.substr(at, end - at);
    if (end == at) out += escape_of(text[end++], buffer);
    at = end;
  }
  out += '"';
  return true;
}

}  // namespace

void JsonWriter::new_line() {
  out_.text() += '\n';
  out_.text().append(2 * has_items_.size(), ' ');
}

void JsonWriter::before_value() {
  if (after_key_ || has_items_.empty()) {
    after_key_ = false;
    return;
  }
  if (has_items_.back()) out_.text() += ',';
  has_items_.back() = true;
  new_line();
}

void JsonWriter::begin(char bracket) {
  before_value();
  out_.text() += bracket;
  has_items_.push_back(false);
}

void JsonWriter::end(char bracket) {
  const bool had_items = has_items_.back();
  has_items_.pop_back();
  if (had_items) new_line();
  out_.text() += bracket;
  out_.hand_on_if_large();
}

void JsonWriter::key(std::string_view name) {
  before_value();
  write_text(name);
  out_.text() += ": ";
  after_key_ = true;
}

void JsonWriter::write(std::string_view text) {
  const std::size_t before = out_.text().size();
  if (!append_quoted(out_.text(), text)) append_quoted(out_.text(), readable_path(text));
  if (text.find("##") == text.npos) return;
  std::string quoted = out_.text().substr(before);
  out_.text().resize(before);
  out_.text() += without_commands(std::move(quoted), signs_in_json);
}

void JsonWriter::write_text(std::string_view text) {
  if (masking_ == Masking::off || !find_personal_number(text))
    write(text);
  else
    write(masked(text));
}

void JsonWriter::value(std::string_view text) {
  before_value();
  write_text(text);
}

void JsonWriter::value_or_null(std::string_view text) {
  if (!text.empty()) return value(text);
  null();
}

void JsonWriter::null() {
  before_value();
  out_.text() += "null";
}

void JsonWriter::write_tree(const Json& tree) {
  before_value();
  std::string text = masking_ == Masking::on ? dump_masked(tree) : dump(tree);
  text.pop_back();  // the line break at its end
  std::string_view rest = text;
  for (auto line = rest.find('\n'); line != rest.npos; line = rest.find('\n')) {
    out_.text() += rest.substr(0, line);
    new_line();
    rest.remove_prefix(line + 1);
  }
  out_.text() += rest;
  out_.hand_on_if_large();
}

void JsonWriter::finish() {
  out_.text() += '\n';
  out_.hand_on();
}

}  // namespace lianxi::json
