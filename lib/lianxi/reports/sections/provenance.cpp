#include <lianxi/reports/sections/sections.hpp>

namespace lianxi {

doc::Paragraph sections::as_of_line(const ReportCase& c) {
  return {c.wording(say({"As of {}.", "截至{}。"}, c.wording.date(c.as_of)))};
}

std::vector<doc::Prose> sections::provenance(const ReportCase& c) {
  return provenance(c.wording, c.days(), c.as_of);
}

std::vector<doc::Prose> sections::provenance(const Wording& wording, std::string_view days,
                                             Date as_of) {
  const auto line = [&](Bilingual label, std::string_view value) {
    return doc::Prose(wording(say({"{}: {}", "{}：{}"}, label, value)));
  };
  return {line({"Book", "台账"}, wording.alliance()), line({"Period", "期间"}, days),
          line({"As of", "截至"}, wording.date(as_of))};
}

}  // namespace lianxi
