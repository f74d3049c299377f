// What is late, behind or coming, by the colour under which it is watched.
#include <lianxi/reports/sections/sections.hpp>
#include <lianxi/reports/tables/resolution_rows.hpp>

namespace lianxi {
namespace {

struct Watched {
  Light light;
  Bilingual title;
};

constexpr Watched colours[] = {{Light::red, {"Red: late", "红灯：已经逾期"}},
                               {Light::yellow, {"Amber: behind", "黄灯：进度滞后"}},
                               {Light::blue, {"Blue: due soon", "蓝灯：即将到期"}}};

}  // namespace

std::optional<doc::Section> sections::watched(const ReportCase& c) {
  if (c.is_for_the_public()) return std::nullopt;
  using namespace resolution_columns;
  const ResolutionColumn columns[] = {matter, lead, due, status, next_step};
  doc::Section section{c.wording(Bilingual{"Watched matters", "亮灯督办事项"})};
  for (const Watched& colour : colours) {
    const auto rows = resolutions_of(
        c.ledger, [&](const ResolutionCompliance& r) { return r.light == colour.light; });
    if (!rows.empty())
      section.sections.push_back({c.wording(colour.title), {table_of(c, columns, rows)}});
  }
  return section.sections.empty() ? std::nullopt : std::optional(std::move(section));
}

}  // namespace lianxi
