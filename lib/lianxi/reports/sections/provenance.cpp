#include <lianxi/book/unread.hpp>
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi {

doc::Paragraph sections::as_of_line(const ReportCase& c) {
  return {c.wording(say({"As of {}.", "截至{}。"}, c.wording.date(c.as_of)))};
}

std::vector<doc::Prose> sections::provenance(const ReportCase& c) {
  return provenance(c.wording, c.book, c.days(), c.as_of);
}

static doc::Prose line(const Wording& wording, Bilingual label, std::string_view value) {
  return wording(say({"{}: {}", "{}：{}"}, label, value));
}

std::vector<doc::Prose> sections::what_is_missing(const ReportCase& c) {
  const Message warning = incomplete(c.book);
  if (warning.empty()) return {};
  return {line(c.wording, {"Note", "注意"}, c.wording(warning))};
}

std::vector<doc::Prose> sections::provenance(const Wording& wording, const Book& book,
                                             std::string_view days, Date as_of) {
  std::vector<doc::Prose> lines{line(wording, {"Book", "台账"}, wording.alliance()),
                                line(wording, {"Period", "期间"}, days),
                                line(wording, {"As of", "截至"}, wording.date(as_of))};
  if (const Message warning = incomplete(book); !warning.empty())
    lines.push_back(line(wording, {"Note", "注意"}, wording(warning)));
  return lines;
}

}  // namespace lianxi
