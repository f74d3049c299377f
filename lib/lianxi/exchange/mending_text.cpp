#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include <lianxi/base/privacy.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/mending_text.hpp>

namespace lianxi {
namespace {

/// The lines of a text, each with its break.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

/// A line of a diff. Tabs and a carriage return at the end stay: they do no harm, and the
/// diff can be applied.
std::string diff_line(char sign, std::string_view line) {
  const bool broken = line.ends_with('\n');
  if (broken) line.remove_suffix(1);
  const bool carriage_return = line.ends_with('\r');
  if (carriage_return) line.remove_suffix(1);
  std::string out(1, sign);
  const auto shown = masked(line);
  for (std::string_view rest = shown;;) {
    const auto tab = rest.find('\t');
    out += printable(rest.substr(0, tab));
    if (tab == rest.npos) break;
    out += '\t';
    rest.remove_prefix(tab + 1);
  }
  out += carriage_return ? "\r\n" : "\n";
  return broken ? out : out + "\\ No newline at end of file\n";
}

/// Mending never adds or takes a line, so line by line is how the two differ.
class Diff {
 public:
  Diff(std::string_view before, std::string_view after)
      : before_(lines_of(before)), after_(lines_of(after)) {}

  std::string text() const {
    std::string out;
    for (std::size_t at = 0; at < before_.size();) {
      const auto first = next_change(at);
      if (first == before_.size()) break;
      const auto start = first - std::min(first, context);
      at = end_of_hunk(first);
      out += hunk(start, at);
    }
    return out;
  }

 private:
  static constexpr std::size_t context = 3;

  std::size_t next_change(std::size_t at) const {
    while (at < before_.size() && before_[at] == after_[at]) ++at;
    return at;
  }

  std::size_t end_of_hunk(std::size_t first) const {
    std::size_t last = first;
    for (std::size_t next = first; next < before_.size() && next <= last + 2 * context;
         next = next_change(last + 1))
      last = next;
    return std::min(last + context + 1, before_.size());
  }

  std::string hunk(std::size_t start, std::size_t end) const {
    std::string out = fmt::format("@@ -{0},{1} +{0},{1} @@\n", start + 1, end - start);
    for (std::size_t at = start; at < end;) {
      std::size_t same = at;
      while (same < end && before_[same] != after_[same]) ++same;
      for (std::size_t i = at; i < same; ++i) out += diff_line('-', before_[i]);
      for (std::size_t i = at; i < same; ++i) out += diff_line('+', after_[i]);
      at = same;
      for (; at < end && before_[at] == after_[at]; ++at) out += diff_line(' ', before_[at]);
    }
    return out;
  }

  const std::vector<std::string_view> before_, after_;
};

std::string sum(std::size_t faults, std::size_t files, bool dry, Language language) {
  if (faults == 0)
    return std::string(
        Bilingual{"nothing that can be mended for certain\n", "没有可以自动改正的问题\n"}.in(
            language));
  if (language == Language::zh)
    return fmt::format("{} {} 个文件中的 {} 处问题\n", dry ? "可改正" : "已改正", files, faults);
  return fmt::format("{} {} fault{} in {} file{}\n", dry ? "would mend" : "mended", faults,
                     faults == 1 ? "" : "s", files, files == 1 ? "" : "s");
}

}  // namespace

std::string mending_diff(const MendedFile& file) {
  const auto name = printable(file.path);
  const bool converted = !file.encoding.empty();
  return fmt::format("--- a/{}{}\n+++ b/{}{}\n", name, converted ? "\t(" + file.encoding + ")" : "",
                     name, converted ? "\t(UTF-8)" : "") +
         Diff(file.before, file.bytes).text();
}

std::string mending_text(std::span<const MendedFile> files, bool dry, Language language) {
  const Bilingual label = dry ? Bilingual{"would mend", "可改正"} : Bilingual{"mended", "已改正"};
  std::string out;
  std::size_t faults = 0;
  for (const MendedFile& file : files) {
    faults += file.mends.size();
    for (const Mend& mend : file.mends)
      out += fmt::format("{}:{}: {}: {}\n", printable(file.path), mend.line, label.in(language),
                         printable(masked(mend.what.in(language))));
  }
  return out + sum(faults, files.size(), dry, language);
}

}  // namespace lianxi
