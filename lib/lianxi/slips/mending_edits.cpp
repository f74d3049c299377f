#include <algorithm>
#include <array>

#include <lianxi/slips/mending_edits.hpp>

namespace lianxi {

std::vector<Widths> all_widths(const std::vector<Edit>& edits) {
  static constexpr std::array tabs = {2U, 4U, 8U, 1U, 3U, 5U, 6U, 7U};
  static constexpr std::array<Widths, 3> spaces = {{{2, 2, 1}, {2, 1, 1}, {2, 0, 0}}};
  const bool tab = std::ranges::count(edits, Edit::Filler::each_tab, &Edit::filler) > 0;
  const bool space = std::ranges::count(edits, Edit::Filler::each_space, &Edit::filler) > 0;
  std::vector<Widths> all;
  for (const Widths& widths : spaces) {
    for (const unsigned width : tabs) {
      all.push_back({width, widths.wide, widths.narrow});
      if (!tab) break;
    }
    if (!space) break;
  }
  return all;
}

std::string replacement_for(const Edit& edit, const Widths& widths) {
  constexpr std::uint32_t size_of_ideographic_space = 3;
  switch (edit.filler) {
    case Edit::Filler::none:
      return edit.replacement;
    case Edit::Filler::each_tab:
      return std::string(widths.tab, ' ');
    case Edit::Filler::each_space:
      break;
  }
  return std::string(edit.size == size_of_ideographic_space ? widths.wide : widths.narrow, ' ');
}

std::ptrdiff_t apply_edits(std::string& text, Place start, const std::vector<Edit>& edits,
                           const Widths& widths) {
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    const auto from = std::size_t(edit.at) - std::size_t(start);
    out.append(text, at, from - at);
    out += replacement_for(edit, widths);
    at = from + edit.size;
  }
  out.append(text, at);
  const auto growth = std::ptrdiff_t(out.size()) - std::ptrdiff_t(text.size());
  text = std::move(out);
  return growth;
}

}  // namespace lianxi
