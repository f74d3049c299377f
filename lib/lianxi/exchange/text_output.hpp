// Where a long text goes while it is made, so that it never lies in memory as a whole.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace lianxi {

/// Takes the next piece of a text.
using TextOutput = std::function<void(std::string_view)>;

/// Gathers a text into pieces that are worth handing on.
class GatheredText {
 public:
  explicit GatheredText(TextOutput out) : out_(std::move(out)) {}

  /// Where the next words are put; `hand_on` is called now and then, and at the end.
  std::string& text() { return text_; }
  void hand_on_if_large() {
    if (text_.size() >= enough) hand_on();
  }
  void hand_on() {
    if (!text_.empty()) out_(text_);
    text_.clear();
  }

 private:
  static constexpr std::size_t enough = std::size_t(64) << 10;

  TextOutput out_;
  std::string text_;
};

/// All that is handed to an output, in one text.
template <class Write>
std::string gathered(const Write& write) {
  std::string all;
  write([&](std::string_view piece) { all += piece; });
  return all;
}

}  // namespace lianxi
