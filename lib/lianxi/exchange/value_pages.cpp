#include <algorithm>
#include <fmt/format.h>

#include <lianxi/base/words.hpp>
#include <lianxi/exchange/manual.hpp>
#include <lianxi/exchange/value_pages.hpp>
#include <lianxi/schema/value_forms.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr Bilingual title{"VALUES", "值的写法"};
constexpr Bilingual about{
    "In what follows | stands between spellings of the same value; before them stands the value as "
    "the program writes it.",
    "以下用 | 隔开同一个值的不同写法，其前是程序自己的写法。"};
constexpr Bilingual not_read{"Not read:", "不能识别："};

/// Lines of at most that many columns, broken behind `|` and at spaces.
std::string filled(std::string_view text, int indentation, int columns) {
  std::string out, line(std::size_t(indentation), ' ');
  const auto empty = line.size();
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, end);
    if (line.size() > empty && display_width(line) + 1 + display_width(word) > columns) {
      out += line + "\n";
      line.resize(empty);
    }
    if (line.size() > empty) line += ' ';
    line += word;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + line + "\n";
}

constexpr int width = 80;

std::string form_text(const ValueForm& form, Language language) {
  std::string out =
      fmt::format("\n{}\n{}", form.name.in(language), filled(form.rule.in(language), 2, width));
  for (const Spellings& alike : form.examples)
    out += filled(fmt::format("{}: {}", alike.value.in(language), alike.all), 4, width);
  if (!form.refused.empty())
    out += filled(fmt::format("{} {}", not_read.in(language), form.refused), 2, width);
  return out;
}

}  // namespace

std::string values_text(Language language) {
  std::string out;
  for (const Bilingual rule : value_rules()) out += filled(rule.in(language), 0, width);
  out += filled(about.in(language), 0, width);
  for (const ValueForm& form : value_forms()) out += form_text(form, language);
  return out;
}

void add_values(MdocWriter& page, Language language) {
  page.heading(title.in(language));
  for (const Bilingual rule : value_rules()) page.paragraph(rule.in(language));
  page.paragraph(about.in(language));
  for (const ValueForm& form : value_forms()) {
    page.subheading(form.name.in(language));
    page.line(form.rule.in(language));
    page.begin_list();
    for (const Spellings& alike : form.examples) {
      page.item(alike.value.in(language));
      page.unbroken_line(alike.all);
    }
    page.end_list();
    if (form.refused.empty()) continue;
    page.paragraph(not_read.in(language));
    page.unbroken_line(form.refused);
  }
}

}  // namespace lianxi
