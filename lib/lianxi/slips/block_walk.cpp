#include <lianxi/slips/flow_walk.hpp>
#include <lianxi/slips/written_line.hpp>

namespace lianxi {
namespace {

class BlockWalk : public FlowWalk {
 public:
  using FlowWalk::FlowWalk;

  WalkedLine run() {
    if (out_.open.quote != '\0' && !leave_quote()) return std::move(out_);
    if (out_.open.brackets.empty() && at_ == 0)
      block();
    else if (!out_.open.brackets.empty())
      flow();
    std::ranges::stable_sort(out_.slips, {}, &Slip::at);
    settle_commas();
    return std::move(out_);
  }

 private:
  void block() {
    indentation();
    if (at_end() || at_comment()) return;
    while (hyphen()) skip_to_content();
    if (at_end() || at_comment()) return;
    entry_column_ = int(at_);
    if (opens_flow()) return flow();
    if (key()) skip_spaces();
    if (at_end() || at_comment()) return;
    value();
  }

  /// Tabs and wide spaces before the first sign; those before nothing do no harm.
  void indentation() {
    const std::size_t start = at_;
    while (!at_end() && (is_space(at_) || !wide_space().empty()))
      at_ += is_space(at_) ? 1 : wide_space().size();
    if (at_end() || at_comment()) return;
    const std::size_t content = at_;
    for (at_ = start; at_ < content;) indentation_sign();
  }

  void indentation_sign() {
    const auto wide = wide_space();
    if (!wide.empty()) {
      slip_of_indentation(Kind::space_in_indentation, wide)
          .edits.push_back(edit(at_, wide.size(), "", Edit::Filler::each_space));
      at_ += wide.size();
      return;
    }
    if (line_[at_] == '\t')
      slip_of_indentation(Kind::tab_in_indentation, "\t")
          .edits.push_back(edit(at_, 1, "", Edit::Filler::each_tab));
    ++at_;
  }

  /// All signs of one kind in an indentation are one slip.
  Slip& slip_of_indentation(Kind kind, std::string_view sign) {
    if (out_.slips.empty() || out_.slips.back().kind != kind) note(kind, at_, sign);
    return out_.slips.back();
  }

  /// Over what comes after a hyphen; a key after a tab is none to YAML.
  void skip_to_content() {
    const std::size_t start = at_;
    skip_spaces();
    const auto tab = line_.substr(start, at_ - start).find('\t');
    if (tab != line_.npos && !at_end() && !at_comment())
      note(Kind::tab_after_hyphen, start + tab, "\t")
          .edits.push_back(edit(start, at_ - start, " "));
    const auto wide = wide_space();
    if (!wide.empty()) indentation();
  }

  /// Takes a hyphen that begins a list item, of whatever width.
  bool hyphen() {
    const std::size_t start = at_;
    const auto wide = one_of(wide_hyphens);
    if (!wide.empty()) {
      const auto after = line_.substr(at_ + wide.size());
      if (after.starts_with(wide)) return false;  // a dash, as text has it
      note_replaced(Kind::hyphen, wide,
                    is_space(at_ + wide.size()) || starts_wide(after) ? "-" : "- ");
      return true;
    }
    if (!here("-")) return false;
    if (is_space(at_ + 1) || starts_wide(line_.substr(at_ + 1))) {
      ++at_;
      return true;
    }
    const char next = line_[at_ + 1];
    const bool word = (next & 0x80) != 0 || (next >= 'A' && next <= 'Z') ||
                      (next >= 'a' && next <= 'z') || next == '{' || next == '[' || next == '"';
    if (!doubts_.spaces || !word) return false;
    note(Kind::no_space_after_hyphen, start, "-").edits.push_back(edit(at_, 1, "- "));
    ++at_;
    return true;
  }

  /// Takes a key and its colon; false, and nothing taken, where there is none.
  bool key() {
    const std::size_t start = at_;
    const auto slips = std::ptrdiff_t(out_.slips.size());
    const bool open_quote = (here("\"") || here("'")) && !quoted(false);
    for (; !open_quote && !at_end() && !at_comment(); step())
      if (colon(start, doubts_.spaces)) return true;
    at_ = start;
    out_.slips.erase(out_.slips.begin() + slips, out_.slips.end());
    return false;
  }

  void value() {
    const std::size_t start = at_;
    if (begins_block_text()) return;
    if (opens_flow()) return flow();
    if (here("\"") || here("'")) {
      if (quoted(true)) text_after_quote(start);
      return;
    }
    const std::size_t end = end_of_block_value(start);
    if (wide_quoted(end)) return;
    plain_text(start, end);
    at_ = line_.size();
  }

  bool begins_block_text() {
    if (!here("|") && !here(">")) return false;
    auto header = rest().substr(1);
    const auto comment = header.find(" #");
    header = header.substr(0, comment);
    while (header.ends_with(' ') || header.ends_with('\t')) header.remove_suffix(1);
    if (header.find_first_not_of("+-123456789") != header.npos || header.size() > 2) return false;
    // A text in a list item must be deeper than the hyphen, one under a key than the key.
    out_.block_text_parent = entry_column_ == int(at_) ? last_hyphen_column() : entry_column_;
    at_ = line_.size();
    return true;
  }

  int last_hyphen_column() const {
    const auto hyphen = line_.substr(0, at_).rfind('-');
    return hyphen == line_.npos ? 0 : int(hyphen);
  }

  int entry_column_ = 0;  ///< Where the line's key or value begins.
};

}  // namespace

bool Slip::is_certain() const {
  switch (kind) {
    case Kind::colon:
    case Kind::comma:
    case Kind::list_comma:
    case Kind::quote:
    case Kind::bracket:
    case Kind::hyphen:
    case Kind::space_in_indentation:
    case Kind::space_before_key:
    case Kind::space_after_colon:
    case Kind::tab_in_indentation:
      return true;
    case Kind::tab_after_hyphen:
    case Kind::unclear_comma:
    case Kind::enumeration_comma:
    case Kind::no_space_after_colon:
    case Kind::no_space_after_hyphen:
    case Kind::first_sign:
    case Kind::colon_in_text:
    case Kind::text_after_quote:
      break;
  }
  return false;
}

WalkedLine walk_line(std::string_view line, std::size_t offset, Place document, OpenFlow open,
                     Doubts doubts) {
  return BlockWalk(line, offset, document, std::move(open), doubts).run();
}

}  // namespace lianxi
