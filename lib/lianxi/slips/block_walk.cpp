#include <lianxi/base/utf8.hpp>
#include <lianxi/slips/block_walk.hpp>
#include <lianxi/slips/flow_walk.hpp>

namespace lianxi {
namespace {

/// One walk over a line, made of the walk over its block structure, those over what stands
/// in brackets and those over single keys and values, all on one cursor.
class BlockWalk {
 public:
  explicit BlockWalk(LineCursor& line) : line_(line) {}

  WalkedLine run() {
    if (line_.open.quote != '\0' && !scalars_.leave_quote()) return result();
    if (!line_.open.brackets.empty())
      flow_.run();
    else if (line_.at == 0)
      block();
    std::ranges::stable_sort(line_.slips, {}, &Slip::at);
    flow_.settle_commas();
    return result();
  }

 private:
  using Kind = Slip::Kind;

  WalkedLine result() {
    return {std::move(line_.slips), std::move(line_.open), block_text_parent_};
  }

  void block() {
    indentation();
    if (line_.at_end() || line_.at_comment()) return;
    while (hyphen()) skip_to_content();
    if (line_.at_end() || line_.at_comment()) return;
    entry_column_ = int(line_.at);
    if (flow_.opens()) return flow_.run();
    if (key()) line_.skip_spaces();
    if (line_.at_end() || line_.at_comment()) return;
    value();
  }

  /// Tabs and wide spaces before the first sign; those before nothing do no harm.
  void indentation() {
    const std::size_t start = line_.at;
    line_.skip_all_spaces();
    if (line_.at_end() || line_.at_comment()) return;
    const std::size_t content = line_.at;
    for (line_.at = start; line_.at < content;) indentation_sign();
  }

  void indentation_sign() {
    const auto wide = line_.wide_space();
    if (!wide.empty()) {
      slip_of_indentation(Kind::space_in_indentation, wide)
          .edits.push_back(line_.edit(line_.at, wide.size(), "", Edit::Filler::each_space));
      line_.at += wide.size();
      return;
    }
    if (line_.text[line_.at] == '\t')
      slip_of_indentation(Kind::tab_in_indentation, "\t")
          .edits.push_back(line_.edit(line_.at, 1, "", Edit::Filler::each_tab));
    ++line_.at;
  }

  /// All signs of one kind in an indentation are one slip.
  Slip& slip_of_indentation(Kind kind, std::string_view sign) {
    if (line_.slips.empty() || line_.slips.back().kind != kind) line_.note(kind, line_.at, sign);
    return line_.slips.back();
  }

  /// Over what comes after a hyphen; a key after a tab is none to YAML.
  void skip_to_content() {
    const std::size_t start = line_.at;
    line_.skip_spaces();
    const auto tab = line_.text.substr(start, line_.at - start).find('\t');
    if (tab != std::string_view::npos && !line_.at_end() && !line_.at_comment())
      line_.note(Kind::tab_after_hyphen, start + tab, "\t")
          .edits.push_back(line_.edit(start, line_.at - start, " "));
    const auto wide = line_.wide_space();
    if (!wide.empty()) indentation();
  }

  /// Takes a hyphen that begins a list item, of whatever width.
  bool hyphen() {
    const std::size_t start = line_.at;
    const auto wide = line_.one_of(wide_hyphens);
    if (!wide.empty()) {
      const auto after = line_.text.substr(line_.at + wide.size());
      if (after.starts_with(wide)) return false;  // a dash, as text has it
      line_.note_replaced(
          Kind::hyphen, wide,
          line_.is_space(line_.at + wide.size()) || starts_wide(after) ? "-" : "- ");
      return true;
    }
    if (!line_.here("-")) return false;
    if (line_.is_space(line_.at + 1) || starts_wide(line_.text.substr(line_.at + 1))) {
      ++line_.at;
      return true;
    }
    const char next = line_.text[line_.at + 1];
    const bool word = !is_ascii(next) || (next >= 'A' && next <= 'Z') ||
                      (next >= 'a' && next <= 'z') || next == '{' || next == '[' || next == '"';
    if (!line_.doubts.spaces || !word) return false;
    line_.note(Kind::no_space_after_hyphen, start, "-")
        .edits.push_back(line_.edit(line_.at, 1, "- "));
    ++line_.at;
    return true;
  }

  /// Takes a key and its colon; false, and nothing taken, where there is none.
  bool key() {
    const std::size_t start = line_.at;
    const auto slips = std::ptrdiff_t(line_.slips.size());
    const bool open_quote = (line_.here("\"") || line_.here("'")) && !scalars_.quoted(false);
    for (; !open_quote && !line_.at_end() && !line_.at_comment(); line_.step())
      if (scalars_.colon(start)) return true;
    line_.at = start;
    line_.slips.erase(line_.slips.begin() + slips, line_.slips.end());
    return false;
  }

  void value() {
    const std::size_t start = line_.at;
    if (begins_block_text()) return;
    if (scalars_.text_after_bracket(start, scalars_.end_of_block_value(start))) return;
    if (flow_.opens()) return flow_.run();
    if (line_.here("\"") || line_.here("'")) {
      if (scalars_.quoted(true))
        scalars_.text_after_quote(start, scalars_.end_of_block_value(start));
      return;
    }
    const std::size_t end = scalars_.end_of_block_value(start);
    if (scalars_.wide_quoted(end)) return;
    scalars_.plain_text(start, end);
    line_.go_to_end();
  }

  bool begins_block_text() {
    if (!line_.here("|") && !line_.here(">")) return false;
    auto header = line_.rest().substr(1);
    const auto comment = header.find(" #");
    header = header.substr(0, comment);
    while (header.ends_with(' ') || header.ends_with('\t')) header.remove_suffix(1);
    if (header.find_first_not_of("+-123456789") != std::string_view::npos || header.size() > 2)
      return false;
    // A text in a list item must be deeper than the hyphen, one under a key than the key.
    block_text_parent_ = entry_column_ == int(line_.at) ? last_hyphen_column() : entry_column_;
    line_.go_to_end();
    return true;
  }

  int last_hyphen_column() const {
    const auto hyphen = line_.text.substr(0, line_.at).rfind('-');
    return hyphen == std::string_view::npos ? 0 : int(hyphen);
  }

  LineCursor& line_;
  ScalarWalk scalars_{line_};
  FlowWalk flow_{line_, scalars_};
  int block_text_parent_ = -1;  ///< See WalkedLine.
  int entry_column_ = 0;        ///< Where the line's key or value begins.
};

}  // namespace

WalkedLine walk_line(std::string_view line, std::size_t offset, Place document, OpenFlow open,
                     Doubts doubts) {
  LineCursor cursor(line, offset, document, std::move(open), doubts);
  return BlockWalk(cursor).run();
}

}  // namespace lianxi
