// Why something could not be done, in both languages.
#pragma once
#include <cstdint>
#include <exception>
#include <utility>

#include <lianxi/base/language.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {

/// Thrown where there is no way on: no such folder, a full disk, an option that does not
/// exist. A fault of the records is a finding instead.
class Error : public std::exception {
 public:
  /// At fault is the world, what was asked for, or what the records say all together.
  enum class Cause : std::uint8_t { circumstances, usage, records };

  /// `hint` says what to do about it, or is empty.
  explicit Error(Message message, Message hint = {}, Cause cause = Cause::circumstances)
      : message_(std::move(message)), hint_(std::move(hint)), cause_(cause) {}

  const Message& message() const { return message_; }
  const Message& hint() const { return hint_; }
  Cause cause() const { return cause_; }
  /// The message in English.
  const char* what() const noexcept override { return message_.en.c_str(); }

 private:
  Message message_, hint_;
  Cause cause_;
};

}  // namespace lianxi
