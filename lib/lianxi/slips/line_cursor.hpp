// A place in a line that is walked over, what stands there, and what is noted of it.
#pragma once
#include <algorithm>
#include <string>
#include <utility>

#include <lianxi/slips/hand_signs.hpp>
#include <lianxi/slips/written_line.hpp>

namespace lianxi {

class LineCursor {
 public:
  LineCursor(std::string_view line, std::size_t offset, Place document, OpenFlow open,
             Doubts doubts)
      : line_(line), doubts_(doubts), offset_(offset), document_(document) {
    out_.open = std::move(open);
  }

 protected:
  using Kind = Slip::Kind;

  std::string_view rest() const { return line_.substr(at_); }
  bool at_end() const { return at_ >= line_.size(); }
  bool here(std::string_view text) const { return rest().starts_with(text); }
  bool is_space(std::size_t at) const {
    return at >= line_.size() || line_[at] == ' ' || line_[at] == '\t';
  }
  bool at_comment() const { return here("#") && (at_ == 0 || is_space(at_ - 1)); }
  template <std::size_t n>
  std::string_view one_of(const std::array<std::string_view, n>& signs) const {
    for (const auto sign : signs)
      if (here(sign)) return sign;
    return {};
  }
  std::string_view wide_space() const { return one_of(wide_spaces); }
  const Twin* twin(const std::array<Twin, 3>& twins) const {
    for (const Twin& t : twins)
      if (here(t.wide)) return &t;
    return nullptr;
  }
  static bool starts_wide(std::string_view text) {
    return std::ranges::any_of(wide_spaces, [&](auto space) { return text.starts_with(space); });
  }
  void skip_spaces() {
    while (!at_end() && is_space(at_)) ++at_;
  }
  /// Over one character.
  void step() {
    ++at_;
    while (!at_end() && (line_[at_] & 0xC0) == 0x80) ++at_;
  }
  Edit edit(std::size_t at, std::size_t size, std::string replacement,
            Edit::Filler filler = Edit::Filler::none) const {
    return {document_ + offset_ + at, std::uint32_t(size), std::move(replacement), filler};
  }
  Slip& note(Kind kind, std::size_t at, std::string_view sign) {
    return out_.slips.emplace_back(Slip{kind, offset_ + at, sign});
  }
  void note_replaced(Kind kind, std::string_view sign, std::string replacement) {
    note(kind, at_, sign).edits.push_back(edit(at_, sign.size(), std::move(replacement)));
    at_ += sign.size();
  }

  const std::string_view line_;
  const Doubts doubts_;
  std::size_t at_ = 0;
  WalkedLine out_;

 private:
  const std::size_t offset_;  ///< Of the line in the document.
  const Place document_;
};

}  // namespace lianxi
