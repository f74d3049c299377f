#include <algorithm>
#include <vector>

#include <lianxi/base/invisible.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/book/record_sets.hpp>
#include <lianxi/rules/rule.hpp>
#include <lianxi/rules/validate/text_values.hpp>

namespace lianxi::invisible_character_rule {

/// Of every file of the book, whether it may hold such a character.
static std::vector<bool> files_to_search(const Sources& sources) {
  std::vector<bool> files;
  for (const Source& source : sources.files()) files.push_back(may_hold_invisible(source.bytes));
  return files;
}

static void report(const Book& book, const PartChain& chain, const Text& text, FindingSink& out) {
  const auto code = invisible_character(*text);
  if (!code) return;
  out.add(text.at(), book.name_of(chain),
          say({"a character that cannot be seen: U+{:04X}", "有看不见的字符：U+{:04X}"},
              std::uint32_t(*code)),
          say({"delete it", "请删去该字符"}));
}

static void check(const ValidateCase& c, FindingSink& out) {
  const auto files = files_to_search(c.book.sources());
  if (std::ranges::find(files, true) == files.end()) return;
  const auto visit = [&](const PartChain& chain, const Field&, const ValueType& type,
                         const void* value) {
    if (!is_text(type)) return;
    const Text& text = *static_cast<const Text*>(value);
    if (text && files[c.book.sources().file_of(text.at())]) report(c.book, chain, text, out);
  };
  for (const Collection& collection : all_collections())
    for (std::size_t i = 0; i < collection.size(c.book); ++i)
      walk_record(*collection.type, &collection.at(c.book, i), visit);
}

}  // namespace lianxi::invisible_character_rule

namespace lianxi::rules {
extern constinit const ValidateRule invisible_character{
    {"invisible-character",
     Severity::warning,
     {"A text holds a character that cannot be seen.", "文字中有看不见的字符。"},
     {"Soft hyphens, joiners, fillers, marks of direction, control characters and the like come "
      "along when a text is "
      "copied from a page or a chat. Nobody sees them, but a search does not find the word that "
      "they part, and they can hide words or turn them around. Reports print them as `\\u{200b}`, "
      "so that nothing is published unseen. What belongs where it stands is not reported: the "
      "selector of an emoji or of a form of a Chinese character, a joiner in a script that is "
      "written with joiners.",
      "软连字符、零宽字符、填充字符、方向标记、控制字符等，多是从网页、聊天记录复制时带入的。看不见"
      "，却会使检"
      "索找不到被隔开的词，还能藏字、颠倒文字。报告中印成 `\\u{200b}`，以免不知不觉公布出去。用得"
      "其所的不报：表情和异体字的选择符、某些文字中的连接符。"},
     {R"(shares:
  - id: s1
    date: 2017-05-10
    unit: north
    title: "A lost child\u200b brought home"
    kind: experience
)",
      R"(经验信息:
  - 编号: s1
    日期: 2017-05-10
    单位: 北广场
    标题: "走失儿童\u200b送回家"
    类型: 经验
)"},
     {R"(shares:
  - id: s1
    date: 2017-05-10
    unit: north
    title: A lost child brought home
    kind: experience
)",
      R"(经验信息:
  - 编号: s1
    日期: 2017-05-10
    单位: 北广场
    标题: 走失儿童送回家
    类型: 经验
)"}},
    invisible_character_rule::check};
}  // namespace lianxi::rules
