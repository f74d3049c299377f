#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/slips/block_walk.hpp>
#include <lianxi/slips/written_document.hpp>

namespace lianxi {
namespace {

std::size_t indentation_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

bool is_wide(std::string_view space) { return space == "\u3000"; }

std::string_view plural(std::size_t number) { return number == 1 ? "" : "s"; }

/// What a slip of each kind is called.
Message cause_of(const Slip& slip) {
  using Kind = Slip::Kind;
  const Bilingual space = is_wide(slip.sign) ? Bilingual{"an ideographic space", "全角空格"}
                                             : Bilingual{"a non-breaking space", "不间断空格"};
  switch (slip.kind) {
    case Kind::colon:
      return say({"a full-width colon “：” after a key", "键后面用了全角冒号“：”"});
    case Kind::comma:
    case Kind::list_comma:
    case Kind::unclear_comma:
      return say({"a full-width comma “，” between entries", "各项之间用了全角逗号“，”"});
    case Kind::enumeration_comma:
      return say({"“、” between the items of a list", "列表各项之间用了顿号“、”"});
    case Kind::quote:
      return say({"a full-width quote ({})", "用了全角引号（{}）"}, slip.sign);
    case Kind::bracket:
      return say({"a full-width bracket “{}”", "用了全角括号“{}”"}, slip.sign);
    case Kind::hyphen:
      return say({"a full-width hyphen “{}” before a list item", "列表项前面用了全角横线“{}”"},
                 slip.sign);
    case Kind::space_in_indentation:
      return say({"{} in the indentation", "缩进里用了{}"}, space);
    case Kind::space_before_key:
      return say({"{} before a key", "键前面用了{}"}, space);
    case Kind::space_after_colon:
      return say({"{} after the colon", "冒号后面用了{}"}, space);
    case Kind::tab_in_indentation:
      return say({"a tab in the indentation", "缩进里用了制表符（Tab）"});
    case Kind::too_deep:
      return say(
          {"indented {} column{} deeper than the lines beside it", "比相邻各行多缩进了 {} 列"},
          slip.edits.front().size, plural(slip.edits.front().size));
    case Kind::not_as_deep:
      return say({"indented {} column{} less than the lines beside it", "比相邻各行少缩进了 {} 列"},
                 slip.edits.front().replacement.size(),
                 plural(slip.edits.front().replacement.size()));
    case Kind::tab_after_hyphen:
      return say({"a tab after the hyphen “-”", "列表项的“-”后面用了制表符（Tab）"});
    case Kind::no_space_after_colon:
      return say({"no space after the colon", "冒号后面缺少空格"});
    case Kind::no_space_after_hyphen:
      return say({"no space after the hyphen “-”", "列表项的“-”后面缺少空格"});
    case Kind::first_sign:
      return say({"a text that begins with “{}” must be quoted", "以“{}”开头的文字要加引号"},
                 slip.sign);
    case Kind::colon_in_text:
      return say({"a text with a colon in it must be quoted", "含有冒号的文字要加引号"});
    case Kind::text_after_quote:
      return say({"text goes on after a closing quote; all of it must be quoted",
                  "引号之后还有文字：整段都要加引号"});
    case Kind::text_after_bracket:
      return say({"text goes on after a closing bracket; all of it must be quoted",
                  "括号之后还有文字：整段都要加引号"});
    case Kind::question_mark:
      return say({"a text with a question mark inside brackets must be quoted",
                  "括号里含有问号的文字要加引号"});
  }
  return {};
}

/// What is to be done, before the mended line.
Bilingual advice_for(Slip::Kind kind) {
  using Kind = Slip::Kind;
  switch (kind) {
    case Kind::colon:
      return {"write an ASCII colon and a space", "请用半角冒号加一个空格"};
    case Kind::comma:
    case Kind::list_comma:
    case Kind::unclear_comma:
    case Kind::enumeration_comma:
      return {"write an ASCII comma and a space", "请用半角逗号加一个空格"};
    case Kind::quote:
      return {"write ASCII quotes", "请用半角引号"};
    case Kind::bracket:
      return {"write ASCII brackets", "请用半角括号"};
    case Kind::hyphen:
      return {"write an ASCII hyphen and a space", "请用半角“-”加一个空格"};
    case Kind::space_in_indentation:
    case Kind::tab_in_indentation:
      return {"indent with spaces, two for each level", "请改用空格缩进，每级两个空格"};
    case Kind::too_deep:
    case Kind::not_as_deep:
      return {"indent it as they are", "请与相邻各行对齐"};
    case Kind::tab_after_hyphen:
    case Kind::space_before_key:
    case Kind::space_after_colon:
      return {"write an ASCII space", "请用半角空格"};
    case Kind::no_space_after_colon:
    case Kind::no_space_after_hyphen:
      return {"put a space there", "请加一个空格"};
    case Kind::first_sign:
    case Kind::colon_in_text:
    case Kind::text_after_quote:
    case Kind::text_after_bracket:
    case Kind::question_mark:
      break;
  }
  return {"quote it", "请加引号"};
}

/// A piece of a line: a line may be a whole file, and is shown for each of its faults.
struct Piece {
  std::size_t begin = 0, end = 0;

  Piece(std::string_view line, std::size_t around) {
    constexpr std::size_t before = 1024, after = 4096;
    begin = around > before ? around - before : 0;
    end = std::min(around + after, line.size());
    begin = start_of_character(line, begin);
    end = end_of_character(line, end);
  }
};

/// About so many characters of a line on either side of `around`.
std::string window(std::string_view line, std::size_t around, bool begins_before, bool goes_on) {
  constexpr std::size_t before = 40, most = 120;
  const auto codes = code_points_of(line);
  const bool whole = !begins_before && !goes_on && codes.size() <= most;
  if (whole) return std::string(line);
  const auto at = code_points_of(line.substr(0, around)).size();
  const auto start = at > before ? at - before : 0;
  const auto shown = std::u32string_view(codes).substr(start, most);
  return (begins_before || start > 0 ? "…" : "") + utf8_of(shown) +
         (goes_on || start + most < codes.size() ? "…" : "");
}

}  // namespace

WrittenDocument::WrittenDocument(const DocumentText& document) : document_(document) {
  OpenFlow open;
  int text_parent = -1;  // of a block text: the column that its lines exceed
  const std::string_view all = document.bytes;
  lines_.reserve(std::size_t(std::ranges::count(all, '\n')) + 1);
  for (std::size_t at = 0; at < all.size();) {
    const auto end = std::min(all.find('\n', at), all.size());
    auto text = all.substr(at, end - at);
    if (text.ends_with('\r')) text.remove_suffix(1);
    const auto indentation = indentation_of(text);
    const bool in_text =
        text_parent >= 0 && (indentation == text.size() || int(indentation) > text_parent);
    lines_.push_back({at, text, in_text, open});
    if (!in_text) {
      auto walked = walk_line(text, at, document.start, std::move(open), {});
      open = std::move(walked.open);
      text_parent = walked.block_text_parent;
    }
    at = end + 1;
  }
  if (lines_.empty()) lines_.emplace_back();
}

std::size_t WrittenDocument::line_number(std::size_t at) const {
  const auto after = std::ranges::upper_bound(lines_, at, {}, &WrittenLine::start);
  return after == lines_.begin() ? 0 : std::size_t(after - lines_.begin() - 1);
}

const std::vector<Slip>& WrittenDocument::slips(std::size_t number, Doubts doubts) const {
  if (walked_line_ != number) walked_.clear();
  walked_line_ = number;
  for (const auto& [known, slips] : walked_)
    if (known == doubts) return slips;
  const WrittenLine& line = lines_[number];
  std::vector<Slip> slips;
  if (!line.is_text)
    slips = walk_line(line.text, line.start, document_.start, line.open, doubts).slips;
  return walked_.emplace_back(doubts, std::move(slips)).second;
}

std::string WrittenDocument::mended(std::size_t number, const std::vector<Edit>& edits,
                                    const Widths& widths) const {
  const WrittenLine& line = lines_[number];
  const auto start_of = [&](const Edit& edit) {
    return offset_of(edit.at) - line.start;  // far too large for an earlier line
  };
  const auto is_here = [&](const Edit& edit) { return start_of(edit) <= line.text.size(); };
  const auto first = std::ranges::find_if(edits, is_here);
  const Piece piece(line.text, first == edits.end() ? 0 : start_of(*first));
  std::string out;
  std::size_t at = piece.begin, around = std::string::npos;
  for (auto edit = first; edit != edits.end() && start_of(*edit) <= piece.end; ++edit) {
    out += line.text.substr(at, start_of(*edit) - at);
    around = std::min(around, out.size());
    at = start_of(*edit) + edit->size;
    out += replacement_for(*edit, widths);
  }
  if (at < piece.end) out += line.text.substr(at, piece.end - at);
  return window(out, std::min(around, out.size()), piece.begin > 0, piece.end < line.text.size());
}

std::vector<Edit> all_edits(const std::vector<Slip>& slips) {
  std::vector<Edit> edits;
  for (const Slip& slip : slips) edits.insert(edits.end(), slip.edits.begin(), slip.edits.end());
  std::ranges::sort(edits, {}, &Edit::at);
  return edits;
}

static bool is_indentation(Slip::Kind kind) {
  return kind == Slip::Kind::space_in_indentation || kind == Slip::Kind::tab_in_indentation ||
         kind == Slip::Kind::too_deep || kind == Slip::Kind::not_as_deep;
}

void blame(Finding& finding, const std::vector<Slip>& slips, const WrittenDocument& document,
           const Widths& widths) {
  const Slip& first = slips.front();
  const auto cause = cause_of(first);
  finding.message =
      finding.message.empty() ? cause : say({"{}: {}", "{}：{}"}, cause, finding.message);
  std::string line = document.mended(document.line_number(first.at), all_edits(slips), widths);
  if (!std::ranges::any_of(slips, is_indentation, &Slip::kind))
    line.erase(0, line.find_first_not_of(" \t"));
  finding.hint = say({"{}: `{}`", "{}：`{}`"}, advice_for(first.kind), line);
  finding.edits.clear();
  for (const Slip& slip : slips)
    if (slip.is_certain())
      finding.edits.insert(finding.edits.end(), slip.edits.begin(), slip.edits.end());
  std::ranges::sort(finding.edits, {}, &Edit::at);
}

}  // namespace lianxi
