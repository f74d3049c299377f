// The bytes of a file, shared by whoever needs them.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace lianxi {

/// Bytes that stay where they are as long as anybody holds them. Copies share them.
class FileBytes {
 public:
  FileBytes() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a text is the bytes of a file
  explicit(false) FileBytes(std::string text) {
    auto owned = std::make_shared<const std::string>(std::move(text));
    view_ = *owned;
    owner_ = std::move(owned);
  }
  // NOLINTNEXTLINE(google-explicit-constructor): likewise
  explicit(false) FileBytes(const char* text) : FileBytes(std::string(text)) {}
  /// Bytes within something that `owner` keeps.
  FileBytes(std::string_view view, std::shared_ptr<const void> owner)
      : view_(view), owner_(std::move(owner)) {}

  // NOLINTNEXTLINE(google-explicit-constructor): likewise
  constexpr explicit(false) operator std::string_view() const { return view_; }
  std::string_view view() const { return view_; }
  std::size_t size() const { return view_.size(); }
  bool empty() const { return view_.empty(); }
  const std::shared_ptr<const void>& owner() const { return owner_; }

 private:
  std::string_view view_;
  std::shared_ptr<const void> owner_;
};

}  // namespace lianxi
