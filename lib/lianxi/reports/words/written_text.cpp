// Texts of several lines, as an office writes them into a record.
#include <lianxi/base/words.hpp>
#include <lianxi/reports/words/papers.hpp>

namespace lianxi {
namespace {

/// What of the line is the item's text, where it begins one; `numbered` says of which list.
std::optional<std::string_view> item_of(std::string_view line, bool& numbered) {
  for (const std::string_view bullet : {"- ", "* ", "• "})
    if (line.starts_with(bullet)) {
      numbered = false;
      return trimmed(line.substr(bullet.size()));
    }
  std::size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  const std::string_view rest = line.substr(digits);
  if (digits == 0 || digits > 3 || !rest.starts_with(". ")) return std::nullopt;
  numbered = true;
  return trimmed(rest.substr(2));
}

/// Puts the blocks together, line by line.
class Writer {
 public:
  void line(std::string_view text) {
    bool numbered = false;
    if (text.empty())
      gap_ = true;
    else if (const auto item = item_of(text, numbered))
      add_item(*item, numbered);
    else
      add_text(text);
    if (!text.empty()) gap_ = false;
  }

  std::vector<doc::Block> take() {
    end();
    return std::move(blocks_);
  }

 private:
  /// Goes on with what stands before it, but after a blank line.
  void add_text(std::string_view text) {
    if (gap_) end();
    if (items_)
      items_->items.back() += doc::Prose("\n" + std::string(text));
    else
      paragraph_ += (paragraph_.empty() ? "" : "\n") + std::string(text);
  }

  void add_item(std::string_view text, bool numbered) {
    if (!items_ || items_->numbered != numbered) {
      end();
      items_ = doc::Items{.items = {}, .numbered = numbered};
    }
    items_->items.emplace_back(text);
  }

  void end() {
    if (!paragraph_.empty()) blocks_.push_back(doc::Paragraph{paragraph_});
    if (items_) blocks_.push_back(std::move(*items_));
    paragraph_.clear();
    items_.reset();
  }

  std::vector<doc::Block> blocks_;
  std::string paragraph_;
  std::optional<doc::Items> items_;
  bool gap_ = false;
};

}  // namespace

std::vector<doc::Block> papers::written(std::string_view text) {
  Writer writer;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    writer.line(trimmed(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return writer.take();
}

}  // namespace lianxi
