#include <lianxi/base/places.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/findings_github.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

std::string_view command_of(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "notice";
}

std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char byte : text) {
    if (special.find(byte) != special.npos)
      out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    else
      out += byte;
  }
  return out;
}

std::string message(std::string_view text) { return escaped(printable(masked(text)), "%\r\n"); }

std::string property(std::string_view text) { return escaped(visible(text), "%\r\n:,"); }

/// Without any file there is nothing to annotate; the line then stands in the log alone.
std::string place(const PlacesFrom& places, Place at) {
  if (places.sources.empty()) return "";
  const auto position = places.sources.position(at);
  return fmt::format("file={},line={},col={},", property(readable_path(places.path(at))),
                     position.line, position.column);
}

std::string line_of(const PlacesFrom& places, const Finding& finding, Language language) {
  std::string out =
      fmt::format("::{} {}title={}::{}", command_of(finding.severity), place(places, finding.at),
                  property(finding.rule), message(finding.message.in(language)));
  if (!finding.hint.empty()) out += "%0A" + message(finding.hint.in(language));
  return out + "\n";
}

}  // namespace

void findings_github(const Book& book, const Verdict& verdict, Language language,
                     std::string_view folder, const TextOutput& out) {
  GatheredText gathered(out);
  for (const Finding& finding : verdict.findings) {
    if (finding.waived.empty())
      gathered.text() += line_of({book.sources(), folder}, finding, language);
    gathered.hand_on_if_large();
  }
  gathered.hand_on();
}

}  // namespace lianxi
