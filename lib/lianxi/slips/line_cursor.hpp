// A place in a line that is walked over, what stands there, and what is noted of it.
#pragma once
#include <algorithm>
#include <string>
#include <utility>

#include <lianxi/base/utf8.hpp>
#include <lianxi/slips/hand_signs.hpp>
#include <lianxi/slips/slip.hpp>

namespace lianxi {

/// The walks below are parts of one walk: what one takes, the next goes on from.
class LineCursor {
 public:
  LineCursor(std::string_view line, std::size_t offset, Place document, OpenFlow open_before,
             Doubts to_doubt)
      : text(line),
        doubts(to_doubt),
        open(std::move(open_before)),
        offset_(offset),
        document_(document) {}

  const std::string_view text;  ///< Of the line.
  const Doubts doubts;
  std::size_t at = 0;       ///< The next byte.
  OpenFlow open;            ///< What is open here.
  std::vector<Slip> slips;  ///< Found so far.

  std::string_view rest() const { return text.substr(at); }
  bool at_end() const { return at >= text.size(); }
  void go_to_end() { at = text.size(); }
  bool here(std::string_view sign) const { return rest().starts_with(sign); }
  bool is_space(std::size_t place) const {
    return place >= text.size() || text[place] == ' ' || text[place] == '\t';
  }
  bool at_comment() const { return here("#") && (at == 0 || is_space(at - 1)); }
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

  void skip_spaces() {
    while (!at_end() && is_space(at)) ++at;
  }
  /// Over spaces of any width.
  void skip_all_spaces() {
    while (!at_end() && (is_space(at) || !wide_space().empty()))
      at += is_space(at) ? 1 : wide_space().size();
  }
  /// Over one character.
  void step() { at = end_of_character(text, at + 1); }

  /// An edit of bytes of the line.
  Edit edit(std::size_t from, std::size_t size, std::string replacement,
            Edit::Filler filler = Edit::Filler::none) const {
    return {document_ + offset_ + from, std::uint32_t(size), std::move(replacement), filler};
  }
  Slip& note(Slip::Kind kind, std::size_t from, std::string_view sign) {
    return slips.emplace_back(Slip{kind, offset_ + from, sign});
  }
  /// Takes the sign here as a slip that the replacement mends.
  void note_replaced(Slip::Kind kind, std::string_view sign, std::string replacement) {
    note(kind, at, sign).edits.push_back(edit(at, sign.size(), std::move(replacement)));
    at += sign.size();
  }

 private:
  const std::size_t offset_;  ///< Of the line in the document.
  const Place document_;
};

inline bool starts_wide(std::string_view text) {
  return std::ranges::any_of(wide_spaces, [&](auto space) { return text.starts_with(space); });
}

}  // namespace lianxi
