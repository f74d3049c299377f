#include <lianxi/book/unread.hpp>
#include <lianxi/reports/sections/sections.hpp>

namespace lianxi {

doc::Paragraph sections::as_of_line(const ReportCase& c) {
  return {c.wording(say({"As of {}.", "截至{}。"}, c.wording.date(c.as_of)))};
}

std::vector<doc::Prose> sections::provenance(const ReportCase& c) {
  return provenance(c.wording, c.book, c.days(), c.as_of);
}

std::vector<doc::Prose> sections::provenance(const Wording& wording, const Book& book,
                                             std::string_view days, Date as_of) {
  const auto line = [&](Bilingual label, std::string_view value) {
    return doc::Prose(wording(say({"{}: {}", "{}：{}"}, label, value)));
  };
  std::vector<doc::Prose> lines{line({"Book", "台账"}, wording.alliance()),
                                line({"Period", "期间"}, days),
                                line({"As of", "截至"}, wording.date(as_of))};
  if (const Message warning = incomplete(book); !warning.empty())
    lines.push_back(line({"Note", "注意"}, wording(warning)));
  return lines;
}

}  // namespace lianxi
