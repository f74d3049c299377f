#include <algorithm>
#include <array>
#include <utility>

#include <lianxi/exchange/mdoc_words.hpp>

namespace lianxi {
namespace {

constexpr std::array marks = {"Ar", "Cm", "Em", "Ev", "Fl", "Ic", "Li", "Nm",
                              "No", "Ns", "Pa", "Sx", "Sy", "Va", "Xr"};

/// A macro that puts what follows in its line between two marks.
struct Brackets {
  std::string_view name, before, after;
};
constexpr std::array brackets = {Brackets{"Dq", "“", "”"}, Brackets{"Op", "[", "]"},
                                 Brackets{"Pq", "(", ")"}, Brackets{"Ql", "`", "`"},
                                 Brackets{"Oo", "[", ""},  Brackets{"Po", "(", ""},
                                 Brackets{"Oc", "]", ""},  Brackets{"Pc", ")", ""}};

const Brackets* brackets_of(std::string_view word) {
  const auto* const found = std::ranges::find(brackets, word, &Brackets::name);
  return found == brackets.end() ? nullptr : found;
}

bool is_mark(std::string_view word) { return std::ranges::find(marks, word) != marks.end(); }

bool ends_something(std::string_view word) {
  return word.size() == 1 &&
         std::string_view(".,:;)]?!").find(word.front()) != std::string_view::npos;
}

}  // namespace

std::string without_mdoc_escapes(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto backslash = text.find('\\');
    out += text.substr(0, backslash);
    text.remove_prefix(backslash == std::string_view::npos ? text.size() : backslash);
    for (const auto& [escape, meant] : {std::pair{"\\(dq", "\""},
                                        {"\\(aq", "'"},
                                        {"\\(lq", "“"},
                                        {"\\(rq", "”"},
                                        {"\\(mu", "×"},
                                        {"\\(di", "÷"},
                                        {"\\e", "\\"},
                                        {"\\&", ""},
                                        {"\\-", "-"},
                                        {"\\", ""}})
      if (text.starts_with(escape)) {
        out += meant;
        text.remove_prefix(std::string_view(escape).size());
        break;
      }
  }
  return out;
}

std::vector<MdocParagraph::Word> MdocParagraph::words_of(std::string_view line) {
  std::vector<Word> words;
  while (!line.empty()) {
    const bool is_quoted = line.front() == '"';
    if (is_quoted) line.remove_prefix(1);
    const auto end = std::min(line.find(is_quoted ? '"' : ' '), line.size());
    const bool is_gap = end == 0 && !is_quoted;
    if (!is_gap) words.push_back({without_mdoc_escapes(line.substr(0, end)), is_quoted});
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

void MdocParagraph::put(const std::string& word) {
  if (!is_joined_) out_ += ' ';
  out_ += word;
  is_joined_ = false;
}

void MdocParagraph::attach(const std::string& word) {
  is_joined_ = true;
  put(word);
}

void MdocParagraph::close() {
  while (!open_.empty()) {
    const auto line_end = open_.rfind('\n', open_.size() - 2);
    const auto begin = line_end == std::string::npos ? 0 : line_end + 1;
    attach(open_.substr(begin, open_.size() - begin - 1));
    open_.resize(begin);
  }
}

void MdocParagraph::name(const std::string& macro) {
  // An option without a name is a single hyphen.
  if (macro_ == "Fl" && !has_arguments_) put("-");
  macro_ = macro;
  has_arguments_ = false;
  if (macro == "Ns") close();
  if (macro == "Ns" || macro == "Oc" || macro == "Pc") is_joined_ = true;
  const Brackets* const pair = brackets_of(macro);
  if (!pair) return;
  put(std::string(pair->before));
  is_joined_ = macro != "Oc" && macro != "Pc";
  if (!pair->after.empty()) open_ += std::string(pair->after) + "\n";
}

void MdocParagraph::argument(const Word& word) {
  if (macro_ == "Xr" && has_arguments_ && word.text.size() == 1 && !ends_something(word.text))
    return attach("(" + word.text + ")");
  if (!word.is_quoted && ends_something(word.text)) return attach(word.text);
  put((macro_ == "Fl" && word.text != "|" ? "-" : "") + word.text);
  has_arguments_ = true;
}

void MdocParagraph::arguments(std::string_view line) {
  auto words = words_of(line);
  auto last = words.end();
  while (last != words.begin() && !(last - 1)->is_quoted && ends_something((last - 1)->text))
    --last;
  for (auto word = words.begin(); word != last; ++word)
    if (!word->is_quoted && (is_mark(word->text) || brackets_of(word->text)))
      name(word->text);
    else
      argument(*word);
  name("");
  close();
  for (; last != words.end(); ++last) attach(last->text);
}

void MdocParagraph::macro(std::string_view line) {
  const auto first = line.substr(0, line.find(' '));
  if (is_mark(first) || brackets_of(first)) arguments(line);
}

void MdocParagraph::text(std::string_view line) {
  if (!line.empty()) put(without_mdoc_escapes(line));
}

std::string MdocParagraph::take() {
  is_joined_ = true;
  return std::exchange(out_, {});
}

}  // namespace lianxi
