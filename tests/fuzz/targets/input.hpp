// What the targets have in common: how bytes become files and choices, and what must hold of all
// that is printed.
//
// An input is text that people could have written, so that any book's file is one: its parts stand
// between bytes 0x1E, which no file may hold; choices are taken from its end.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/utf8.hpp>

namespace lianxi::fuzz {

class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size)
      : bytes_(reinterpret_cast<const char*>(data), size) {}

  /// A number below `most`, from the last byte that is left; 0 where none is.
  std::size_t choice(std::size_t most) {
    if (bytes_.empty() || most == 0) return 0;
    const auto last = static_cast<unsigned char>(bytes_.back());
    bytes_.remove_suffix(1);
    return last % most;
  }

  /// The parts of what is left; at least one.
  std::vector<std::string> parts() const {
    std::vector<std::string> parts(1);
    for (const char byte : bytes_)
      if (byte == '\x1E')
        parts.emplace_back();
      else
        parts.back() += byte;
    return parts;
  }

  std::string_view rest() const { return bytes_; }

 private:
  std::string_view bytes_;
};

/// Ends the program with what did not hold, which the fuzzer takes for a crash.
[[noreturn]] inline void broken(std::string_view promise, std::string_view text) {
  std::fprintf(stderr, "%.*s: %.*s\n", int(promise.size()), promise.data(),
               int(text.size() < 2000 ? text.size() : 2000), text.data());
  std::abort();
}

inline void must(bool holds, std::string_view promise, std::string_view text = {}) {
  if (!holds) broken(promise, text);
}

/// What people read is UTF-8 without control characters but for line ends.
inline void must_be_readable(std::string_view text) {
  must(is_utf8(text), "not UTF-8", text);
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    must((code >= 0x20 && code != 0x7F) || byte == '\n', "a control character", text);
  }
}

/// What programs read is JSON.
inline void must_be_json(std::string_view text) {
  must(nlohmann::json::accept(text), "not JSON", text);
}

}  // namespace lianxi::fuzz
