#include <algorithm>
#include <dtl/dtl.hpp>
#include <iterator>

#include <lianxi/base/word_diff.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

using Tokens = std::vector<std::string_view>;

/// Beyond that many a search for the shortest way is not worth its time.
constexpr std::size_t most_tokens = 4'000;

bool is_word_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Words of ASCII, other characters one by one.
Tokens tokens_of(std::string_view text) {
  Tokens tokens;
  while (!text.empty()) {
    std::size_t end = 1;
    const bool word = is_word_character(text[0]);
    while (end < text.size() &&
           (word ? is_word_character(text[end]) : continues_character(text[end])))
      ++end;
    tokens.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return tokens;
}

/// A stretch with the number of tokens of each side.
struct Counted {
  TextStretch text;
  std::size_t before = 0, after = 0;

  std::size_t longer() const { return std::max(before, after); }
};

class Stretches {
 public:
  void same(std::string_view token) {
    begin(true);
    gone(token);
    came(token);
  }
  void before(std::string_view token) {
    begin(false);
    gone(token);
  }
  void after(std::string_view token) {
    begin(false);
    came(token);
  }

  /// With what is too short to be told from the changes around it joined to them.
  std::vector<TextStretch> readable() const {
    std::vector<Counted> joined;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (!joined.empty() && !joined.back().text.is_same() &&
          (!all_[i].text.is_same() || is_lost(i)))
        join(joined.back(), all_[i]);
      else
        joined.push_back(all_[i]);
    }
    std::vector<TextStretch> out;
    out.reserve(joined.size());
    for (Counted& one : joined) out.push_back(std::move(one.text));
    return out;
  }

 private:
  void begin(bool same) {
    if (all_.empty() || same_ != same) all_.emplace_back();
    same_ = same;
  }
  void gone(std::string_view token) {
    all_.back().text.before += token;
    ++all_.back().before;
  }
  void came(std::string_view token) {
    all_.back().text.after += token;
    ++all_.back().after;
  }

  bool is_lost(std::size_t at) const {
    return at > 0 && at + 1 < all_.size() && all_[at].before < all_[at - 1].longer() &&
           all_[at].before < all_[at + 1].longer();
  }

  static void join(Counted& into, const Counted& more) {
    into.text.before += more.text.before;
    into.text.after += more.text.after;
    into.before += more.before;
    into.after += more.after;
  }

  std::vector<Counted> all_;
  bool same_ = false;
};

/// From tokens that differ in their first and last.
void add_changed_tokens(Stretches& out, const Tokens& before, const Tokens& after) {
  if (before.size() > most_tokens || after.size() > most_tokens) {
    for (const auto token : before) out.before(token);
    for (const auto token : after) out.after(token);
    return;
  }
  dtl::Diff<std::string_view> diff(before, after, true);
  diff.compose();
  for (const auto& [token, info] : diff.getSes().getSequence()) {
    if (info.type == dtl::SES_DELETE)
      out.before(token);
    else if (info.type == dtl::SES_ADD)
      out.after(token);
    else
      out.same(token);
  }
}

}  // namespace

std::vector<TextStretch> compare_words(std::string_view before, std::string_view after) {
  const Tokens old = tokens_of(before), now = tokens_of(after);
  const auto first = std::ranges::mismatch(old, now);
  const auto last = std::mismatch(old.rbegin(), std::make_reverse_iterator(first.in1), now.rbegin(),
                                  std::make_reverse_iterator(first.in2));
  Stretches out;
  for (auto at = old.begin(); at != first.in1; ++at) out.same(*at);
  add_changed_tokens(out, Tokens(first.in1, last.first.base()),
                     Tokens(first.in2, last.second.base()));
  for (auto at = last.first.base(); at != old.end(); ++at) out.same(*at);
  return out.readable();
}

}  // namespace lianxi
