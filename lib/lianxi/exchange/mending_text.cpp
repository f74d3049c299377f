#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/places.hpp>
#include <lianxi/base/privacy.hpp>
#include <lianxi/base/text_diff.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/exchange/mending_text.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// A line of a diff of that text. Tabs and a carriage return at the end stay: they do no harm, and
/// the diff can be applied.
std::string diff_line(char sign, std::string_view text, std::string_view line) {
  const bool broken = line.ends_with('\n');
  if (broken) line.remove_suffix(1);
  const bool carriage_return = line.ends_with('\r');
  if (carriage_return) line.remove_suffix(1);
  std::string out(1, sign);
  const auto shown = masked_part(text, line);
  for (std::string_view rest = shown;;) {
    const auto tab = rest.find('\t');
    out += printable(rest.substr(0, tab));
    if (tab == std::string_view::npos) break;
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
      : old_(before),
        new_(after),
        before_(lines_with_breaks(before)),
        after_(lines_with_breaks(after)) {}

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
      for (std::size_t i = at; i < same; ++i) out += diff_line('-', old_, before_[i]);
      for (std::size_t i = at; i < same; ++i) out += diff_line('+', new_, after_[i]);
      at = same;
      for (; at < end && before_[at] == after_[at]; ++at) out += diff_line(' ', old_, before_[at]);
    }
    return out;
  }

  std::string_view old_, new_;
  const std::vector<std::string_view> before_, after_;
};

/// The part of a line around its change, quoted: from a little before `prefix` characters that
/// did not change to a little before its last `suffix` ones.
std::string around(std::u32string_view line, std::size_t prefix, std::size_t suffix) {
  constexpr std::size_t margin = 40, most = 160;
  const auto begin = line.size() <= most ? 0 : prefix - std::min(prefix, margin);
  const auto end = line.size() <= most
                       ? line.size()
                       : std::min({line.size() - suffix + margin, line.size(), begin + most});
  return fmt::format("`{}{}{}`", begin > 0 ? "…" : "", utf8_of(line.substr(begin, end - begin)),
                     end < line.size() ? "…" : "");
}

/// What is shown of a line of a text: without its break, with nothing that may harm.
std::u32string shown(std::string_view text, std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return code_points_of(printable(masked_part(text, line)));
}

/// `old` → `new`. Where a line stands is left out unless it is what has changed.
std::string change(std::u32string_view a, std::u32string_view b) {
  const auto first = std::min(a.find_first_not_of(U' '), b.find_first_not_of(U' '));
  if (first != std::string_view::npos && a.substr(first, 1) != U" " && b.substr(first, 1) != U" ")
    a.remove_prefix(first), b.remove_prefix(first);
  const auto prefix = std::size_t(std::ranges::mismatch(a, b).in1 - a.begin());
  const auto most = std::min(a.size(), b.size()) - prefix;
  std::size_t suffix = 0;
  while (suffix < most && a[a.size() - suffix - 1] == b[b.size() - suffix - 1]) ++suffix;
  return around(a, prefix, suffix) + " → " + around(b, prefix, suffix);
}

/// What mending did to a file, line by line.
class Account {
 public:
  Account(const MendedFile& file, bool dry, Language language, std::string_view folder)
      : file_(file),
        folder_(folder),
        label_(
            (dry ? Bilingual{"would mend", "可改正"} : Bilingual{"mended", "已改正"}).in(language)),
        language_(language),
        before_(lines_with_breaks(file.before)),
        after_(lines_with_breaks(file.bytes)) {}

  std::string text() {
    std::string out;
    auto mend = file_.mends.begin();
    for (std::size_t i = 0; i < before_.size() || mend != file_.mends.end(); ++i) {
      std::vector<std::string> whats;
      for (; mend != file_.mends.end() && (mend->line <= i + 1 || i >= before_.size()); ++mend)
        whats.push_back(printable(masked(mend->what.in(language_))));
      const bool changed = i < before_.size() && before_[i] != after_[i];
      faults_ += std::max<std::size_t>(whats.size(), changed ? 1 : 0);
      if (changed || !whats.empty()) out += line(i, std::move(whats), changed);
    }
    return out;
  }

  /// How many faults `text` told of: a line that changed with another counts as one.
  std::size_t faults() const { return faults_; }

 private:
  std::string line(std::size_t i, std::vector<std::string> whats, bool changed) const {
    // Faults of one kind on a line, one after the other, are told once.
    whats.erase(std::unique(whats.begin(), whats.end()), whats.end());
    auto what = fmt::format("{}", fmt::join(whats, language_ == Language::zh ? "；" : "; "));
    if (changed && !what.empty()) what += language_ == Language::zh ? "：" : ": ";
    if (changed) what += change(shown(file_.before, before_[i]), shown(file_.bytes, after_[i]));
    return fmt::format("{}:{}: {}: {}\n", printable_path(masked(path_from(folder_, file_.path))),
                       i + 1, label_, what);
  }

  const MendedFile& file_;
  std::string_view folder_, label_;
  Language language_;
  std::vector<std::string_view> before_, after_;
  std::size_t faults_ = 0;
};

/// That faults are left which were not tried: there may be some that could be mended.
std::string unfinished(const MendedFile& file, Language language, std::string_view folder) {
  return say({"{}: too many faults that hide one another: mend some of them by hand, then run "
              "--fix again\n",
              "{}：相互掩盖的问题太多，未能逐一尝试：请先手工改正几处，再运行 --fix\n"},
             printable_path(masked(path_from(folder, file.path))))
      .in(language);
}

std::string sum(std::size_t faults, std::size_t files, bool dry, bool gave_up, Language language) {
  if (faults == 0 && gave_up)
    return std::string(Bilingual{"nothing was mended\n", "没有改正任何问题\n"}.in(language));
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
  const std::string path = masked(file.path);
  const bool converted = !file.encoding.empty();
  return fmt::format("--- {}{}\n+++ {}{}\n", name_in_diff("a/", path),
                     converted ? "\t(" + file.encoding + ")" : "", name_in_diff("b/", path),
                     converted ? "\t(UTF-8)" : "") +
         Diff(file.before, file.bytes).text();
}

std::string mending_text(std::span<const MendedFile> files, bool dry, Language language,
                         std::string_view folder) {
  std::string out;
  std::size_t faults = 0, changed = 0;
  bool gave_up = false;
  for (const MendedFile& file : files) {
    Account account(file, dry, language, folder);
    out += account.text();
    if (file.gave_up) out += unfinished(file, language, folder);
    faults += account.faults();
    changed += file.mends.empty() ? 0 : 1;
    gave_up |= file.gave_up;
  }
  return out + sum(faults, changed, dry, gave_up, language);
}

}  // namespace lianxi
