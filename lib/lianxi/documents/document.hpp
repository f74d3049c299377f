// A report as a value, before it is text. Those who build a document say what it
// holds; what a heading, a table or an awkward character looks like in Markdown, HTML
// or JSON is the renderers' business, and so is escaping. Nothing here knows of reports.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <lianxi/base/date.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/export.hpp>

namespace lianxi LIANXI_EXPORT {
namespace doc {

/// What a state means for whoever reads it. The word is always there; a page may colour it.
enum class Tone : std::uint8_t { none, late, behind, soon, done };

/// A stretch of text in one style. A line feed in it is a line break.
struct Run {
  std::string text;
  bool strong = false;
  Tone tone = Tone::none;
};

/// Text: of a paragraph, a cell, an item. What comes from records goes in as it is, but
/// for personal numbers: whatever the renderer, they are masked.
class Prose {
 public:
  Prose() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): meant, as it says
  explicit(false) Prose(std::string_view text) { add({masked(text)}); }
  // NOLINTNEXTLINE(google-explicit-constructor): meant, as it says
  explicit(false) Prose(const std::string& text) : Prose(std::string_view(text)) {}
  // NOLINTNEXTLINE(google-explicit-constructor): meant, as it says
  explicit(false) Prose(const char* text) : Prose(std::string_view(text)) {}

  static Prose strong(std::string_view text) {
    Prose prose;
    prose.add({masked(text), true});
    return prose;
  }
  static Prose state(std::string_view text, Tone tone) {
    Prose prose;
    prose.add({masked(text), false, tone});
    return prose;
  }
  /// How an office can be reached: there a telephone number is meant to be read.
  static Prose contact(std::string_view text) {
    Prose prose;
    prose.add({masked_but_phones(text)});
    return prose;
  }
  Prose& operator+=(const Prose& more) {
    for (const Run& run : more.runs_) add(run);
    return *this;
  }

  const std::vector<Run>& runs() const { return runs_; }
  bool empty() const { return runs_.empty(); }
  /// The text without its styles.
  std::string plain() const;

 private:
  void add(Run);

  std::vector<Run> runs_;  ///< None is empty, and neighbours differ in style.
};

/// Text where there is only one line and no style, as in a chart: personal numbers masked,
/// what cannot be seen written out.
std::string one_line(std::string_view);

enum class Align : std::uint8_t { left, center, right };

/// What a paragraph is in a paper that an office sends out, as GB/T 9704 has its parts. Where a
/// renderer knows no such part, it is a paragraph like others.
enum class Role : std::uint8_t {
  text,
  letterhead,  ///< 版头: who issues it. Stands before the title.
  number,      ///< 发文字号: below the letterhead, or the title.
  addressee,   ///< 主送: to whom it goes, flush left.
  imprint,     ///< 版记: copies, at the foot of the last page, between rules.
};

/// Right-aligned ones make up a signature: office and date, line by line.
struct Paragraph {
  Prose text;
  Align align = Align::left;
  Role role = Role::text;
};

/// Lines of one paragraph.
Paragraph lines(const std::vector<Prose>&);

/// Points, or steps that are numbered from 1.
struct Items {
  std::vector<Prose> items;
  bool numbered = false;
};

/// How a whole is divided. Values that are not over 0 have no slice.
struct Pie {
  struct Slice {
    std::string label;
    std::int64_t value = 0;
  };
  std::string title;
  std::vector<Slice> slices;
};

/// Values side by side. Only pages draw them; elsewhere the table beside says it all.
struct Bars {
  std::string title;
  std::vector<Pie::Slice> bars;
};

/// Tasks on a time line.
struct Gantt {
  enum class State : std::uint8_t { open, done, late };
  struct Bar {
    std::string label;
    Date start, end;  ///< Both included.
    State state = State::open;
  };
  struct Lane {
    std::string title;
    std::vector<Bar> bars;
  };
  std::string title;
  std::vector<Lane> lanes;
  std::optional<Date> today = {};  ///< The as-of day, where it is to be seen.
};

using Chart = std::variant<Pie, Gantt, Bars>;

struct Column {
  Prose title;
  Align align = Align::left;  ///< Figures stand to the right.
  bool for_pen = false;       ///< Left empty in print, to be filled in by hand.
};

/// Every row has as many cells as there are columns. A chart only ever stands beside
/// the table that holds its numbers, so it is part of one.
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Prose>> rows;
  std::optional<Chart> chart = {};
  /// Of key figures the column whose values a page may show large, above the table.
  std::optional<std::size_t> headline = {};
};

using Block = std::variant<Paragraph, Items, Table>;

/// Where in a preface begins what stands below the title: after the letterhead and what belongs to
/// it, or at once where there is none.
std::vector<Block>::const_iterator above_title(const std::vector<Block>& preface);

/// What stands under one heading. Depth follows from nesting; numbers are put before
/// the title by `heading_number`, never typed into it.
struct Section {
  Prose title;
  std::vector<Block> blocks = {};
  std::vector<Section> sections = {};
};

/// How a section at that depth (1 is outermost), the `index`-th (from 1) of its
/// parent, is numbered: 一、 （一） 1. （1） in Chinese, not at all in English.
std::string heading_number(Language, int depth, int index);

}  // namespace doc

/// The whole of it, from top to bottom.
struct Document {
  Language language = Language::en;
  doc::Prose title;
  std::vector<doc::Block> preface = {};  ///< Before the first heading: addressees, facts.
  std::vector<doc::Section> sections = {};
  std::vector<doc::Block> closing = {};       ///< Signature, copies sent to.
  std::vector<doc::Section> enclosures = {};  ///< Forms that go along, under titles without number.
  std::vector<doc::Prose> provenance = {};    ///< Where it came from, a line each.
  std::optional<Date> day = {};  ///< When it says it was written, where it is a file that says so.
  std::string mark = {};         ///< What its file says it is..
};

}  // namespace lianxi
