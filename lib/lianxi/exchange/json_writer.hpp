// JSON written straight to an output, byte for byte as `json::dump` and `json::dump_masked` write
// a tree of it: for lists that may be long.
#pragma once
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/exchange/json_values.hpp>
#include <lianxi/exchange/text_output.hpp>

namespace lianxi::json {

/// Whether the personal numbers in texts are masked.
enum class Masking : std::uint8_t { off, on };

class JsonWriter {
 public:
  JsonWriter(TextOutput out, Masking masking) : out_(std::move(out)), masking_(masking) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }

  /// The name of the member whose value comes next.
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  template <std::same_as<Json> Tree>
  void value(const Tree& tree) {
    write_tree(tree);
  }
  template <std::integral Number>
  void value(Number number) {
    before_value();
    if constexpr (std::same_as<Number, bool>)
      out_.text() += number ? "true" : "false";
    else
      out_.text() += std::to_string(number);
  }
  void null();
  /// A text, or null where there is none.
  void value_or_null(std::string_view text);
  template <class Value>
  void value_or_null(const std::optional<Value>& what) {
    if (what)
      value(*what);
    else
      null();
  }

  template <class Value>
  void member(std::string_view name, const Value& what) {
    key(name);
    value(what);
  }

  /// The end of the text; nothing may follow.
  void finish();

 private:
  void begin(char bracket);
  void end(char bracket);
  void before_value();
  void new_line();
  void write(std::string_view text);
  void write_text(std::string_view text);
  void write_tree(const Json&);

  GatheredText out_;
  Masking masking_;
  std::vector<bool> has_items_;  ///< Of each list and mapping that is open.
  bool after_key_ = false;
};

}  // namespace lianxi::json
