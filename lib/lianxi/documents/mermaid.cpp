#include <fmt/format.h>

#include <lianxi/base/words.hpp>
#include <lianxi/documents/mermaid.hpp>

namespace lianxi::mermaid {
namespace {

struct Entity {
  char character;
  std::string_view name;
};

/// Mermaid's own entities, for what would end a label, a statement or a task's name, for
/// what begins something (%% comments, ` Markdown) and what browsers would take for HTML.
constexpr Entity entities[] = {{'"', "#quot;"}, {'#', "#35;"}, {':', "#colon;"}, {';', "#59;"},
                               {'%', "#37;"},   {'`', "#96;"}, {'\\', "#92;"},   {'&', "#amp;"},
                               {'<', "#lt;"},   {'>', "#gt;"}};

std::string_view entity(char c) {
  for (const Entity& entity : entities)
    if (entity.character == c) return entity.name;
  return {};
}

/// A text as part of a statement.
std::string label(std::string_view raw) {
  std::string out;
  for (const char c : doc::one_line(raw)) {
    const auto escape = entity(c);
    out += escape.empty() ? std::string_view(&c, 1) : escape;
  }
  return out;
}

/// A gantt's names stand bare at the start of a line, where `section` or a date would
/// be read as a statement: the first letter is written as an entity where it is ASCII.
std::string bare_label(std::string_view raw) {
  std::string out = label(trimmed(raw));
  const char first = out.empty() ? '\0' : out[0];
  if (first <= ' ' || first >= '\x7f' || first == '#') return out.empty() ? "-" : out;
  return fmt::format("#{};{}", int(first), out.substr(1));
}

std::string source_of(const doc::Pie& pie) {
  std::string slices;
  for (const auto& [name, value] : pie.slices)
    if (value > 0) slices += fmt::format("    \"{}\" : {}\n", label(name), value);
  if (slices.empty()) return "";
  return fmt::format("pie showData\n    title {}\n{}", label(pie.title), slices);
}

std::string_view tag(doc::Gantt::State state) {
  switch (state) {
    case doc::Gantt::State::open:
      break;
    case doc::Gantt::State::done:
      return "done, ";
    case doc::Gantt::State::late:
      return "crit, ";
  }
  return "";
}

std::string source_of(const doc::Gantt& gantt) {
  std::string lanes;
  for (const auto& [name, bars] : gantt.lanes) {
    if (!bars.empty()) lanes += fmt::format("    section {}\n", label(trimmed(name)));
    // Mermaid's ends are not part of the task, ours are.
    for (const auto& bar : bars)
      lanes += fmt::format("    {} :{}{}, {}\n", bare_label(bar.label), tag(bar.state),
                           iso(bar.start), iso(bar.end + 1));
  }
  if (lanes.empty()) return "";
  return fmt::format("gantt\n    title {}\n    dateFormat YYYY-MM-DD\n    axisFormat %m-%d\n{}",
                     label(gantt.title), lanes);
}

/// No version before 10 draws bars; the table beside says it all.
std::string source_of(const doc::Bars&) { return ""; }

}  // namespace

std::string source(const doc::Chart& chart) {
  return std::visit([](const auto& each) { return source_of(each); }, chart);
}

}  // namespace lianxi::mermaid
