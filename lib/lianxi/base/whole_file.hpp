// Files that are written whole or not at all.
#pragma once
#include <filesystem>
#include <stdexcept>
#include <string_view>

#include <lianxi/base/phrase.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// A file could not be written; what stood there before still does. Exit status 3.
class WriteError : public std::runtime_error {
 public:
  explicit WriteError(Message message)
      : std::runtime_error(message.en), message_(std::move(message)) {}
  const Message& message() const { return message_; }

 private:
  Message message_;
};

/// Writes `bytes` to `path` so that at any moment, even after a power cut, the path names
/// either what it named before or all of the new bytes. With `replace` an existing file
/// keeps its mode and owner, and where the path is a link the file it leads to is
/// replaced; without it an existing file of whatever kind is an error. Throws WriteError
/// and leaves nothing behind. Signals that end a program wait until it is done.
void write_whole(const std::filesystem::path& path, std::string_view bytes, bool replace);

}  // namespace lianxi
