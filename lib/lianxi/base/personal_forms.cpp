#include <algorithm>
#include <array>

#include <lianxi/base/date.hpp>
#include <lianxi/base/personal_forms.hpp>

namespace lianxi {
namespace {

using Kind = PersonalNumber::Kind;

constexpr std::size_t phone_digits = 11, identity_digits = 18;
constexpr std::size_t least_of_card = 16, most_of_card = 19;

int value_of(std::string_view digits, std::size_t start, std::size_t size) {
  int value = 0;
  for (const char c : digits.substr(start, size)) value = value * 10 + (c - '0');
  return value;
}

// ---- what the digits say ---------------------------------------------------------

/// ISO 7064 MOD 11-2 over 17 digits.
char check_character(std::string_view digits) {
  constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view characters = "10X98765432";
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += (digits[i] - '0') * weights[i];
  return characters[std::size_t(sum % 11)];
}

bool is_identity(std::string_view digits) {
  if (digits[0] == '0' || digits[17] != check_character(digits)) return false;
  const int year = value_of(digits, 6, 4);
  return year >= 1850 && year < 2100 &&
         Date::make(year, unsigned(value_of(digits, 10, 2)), unsigned(value_of(digits, 12, 2)));
}

bool has_luhn_digit(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (auto at = digits.rbegin(); at != digits.rend(); ++at, twice = !twice) {
    const int value = (*at - '0') * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

bool is_card(std::string_view digits) {
  const bool known = digits.starts_with("62") || digits[0] == '4' || digits[0] == '5';
  return known && has_luhn_digit(digits);
}

bool is_phone(std::string_view digits) { return digits[0] == '1' && digits[1] >= '3'; }

// ---- what touches them --------------------------------------------------------------

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Whether a word says that the number behind it is one by which somebody is reached.
bool announces_number(std::string_view word) {
  constexpr std::string_view words[] = {"tel",    "telephone", "phone", "mobile",  "mob",
                                        "cell",   "cellphone", "call",  "contact", "ph",
                                        "wechat", "weixin",    "wx",    "vx",      "dianhua",
                                        "shouji", "dh",        "sj",    "telno",   "hp"};
  std::string lower(word);
  for (char& c : lower) c |= 0x20;
  return std::ranges::find(words, lower) != std::end(words);
}

std::string_view word_before(std::string_view text, std::size_t end) {
  constexpr std::size_t longest = 12;
  std::size_t start = end;
  while (start > 0 && end - start <= longest && is_letter(text[start - 1])) --start;
  return text.substr(start, end - start);
}

/// Whether a text, but for a space, begins or ends with one of the words.
bool begins_with(std::string_view text, std::initializer_list<std::string_view> words) {
  if (text.starts_with(' ')) text.remove_prefix(1);
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}
bool ends_with(std::string_view text, std::initializer_list<std::string_view> words) {
  if (text.ends_with(' ')) text.remove_suffix(1);
  return std::ranges::any_of(words, [&](std::string_view word) { return text.ends_with(word); });
}

/// Whether the digits are money, or the last number of a paper (`〔2017〕13812345678号`).
bool is_sum_or_paper(std::string_view text, std::size_t start, std::size_t end) {
  const auto before = text.substr(0, start), behind = text.substr(end);
  if (ends_with(before, {"¥", "￥", "$", "＄", "€"})) return true;
  if (begins_with(behind, {"元", "余元", "多元", "万元", "亿元", "人次", "余人次", "多人次"}))
    return true;
  return ends_with(before, {"〕", "］", "]"}) && begins_with(behind, {"号"});
}

/// Whether a dot before the digits makes them the places of a number: a share below one or a degree
/// of longitude (`0.138…`, `118.138…`), while a small number before it counts items.
bool are_decimal_places(std::string_view text, std::size_t start) {
  constexpr std::size_t degrees = 3;
  if (start < 2 || text[start - 1] != '.') return false;
  std::size_t first = start - 1;
  while (first > 0 && is_decimal(text[first - 1])) --first;
  const auto before = text.substr(first, start - 1 - first);
  return before == "0" || before.size() >= degrees;
}

/// Whether what touches the digits makes them a part of something longer: letters, decimal places;
/// of groups with hyphens also a letter behind one more hyphen.
bool is_part_of_a_word(std::string_view text, std::size_t start, std::size_t end,
                       bool has_hyphens) {
  if (are_decimal_places(text, start)) return true;
  if (has_hyphens && start > 1 && text[start - 1] == '-') --start;
  const auto word = word_before(text, start);
  if (!word.empty() && !announces_number(word)) return true;
  if (has_hyphens && end < text.size() && text[end] == '-') ++end;
  if (end >= text.size()) return false;
  return is_letter(text[end]) ||
         (text[end] == '.' && is_decimal(digit_or_cross(sign_at(text, end + 1).code)));
}

// ---- how they are grouped ------------------------------------------------------------

/// The digits of a row from `first` to before `last`, both ends of groups.
struct DigitSpan {
  const DigitRow& row;
  std::size_t first, last;

  std::size_t size() const { return last - first; }
  std::string_view ascii() const { return row.ascii().substr(first, size()); }
  /// The bytes of the text.
  std::size_t start() const { return row[first].start; }
  std::size_t end() const { return row[last - 1].end; }
};

/// The sizes of groups.
class GroupSizes {
 public:
  void begin_group() { ++count_; }
  void add_digit() { ++sizes_[count_ - 1]; }

  std::size_t count() const { return count_; }
  std::size_t operator[](std::size_t i) const { return sizes_[i]; }
  bool is(std::initializer_list<std::size_t> wanted) const {
    return wanted.size() == count_ && std::equal(wanted.begin(), wanted.end(), sizes_.begin());
  }

 private:
  std::array<std::size_t, most_of_card> sizes_{};
  std::size_t count_ = 1;
};

/// How the digits of a number are parted.
struct Grouping {
  GroupSizes groups;
  GroupSizes joined;      ///< Where the end of a line parts nothing.
  Gap gap = Gap::none;    ///< Between groups; `line_end` where they have no other.
  bool is_mixed = false;  ///< There are others than that and the ends of lines.
  bool has_line_end = false, has_odd_gap = false, has_bracket = false;

  explicit Grouping(const DigitSpan& span) {
    for (std::size_t i = span.first; i < span.last; ++i) {
      if (i > span.first) add(span.row.gap_before(i));
      groups.add_digit();
      joined.add_digit();
    }
    if (gap == Gap::none && has_line_end) gap = Gap::line_end;
  }

  bool is_whole() const { return groups.count() == 1; }
  /// Whether the gaps but for the ends of lines are of one kind, or spaces and hyphens.
  bool is_regular() const { return !has_odd_gap && (!is_mixed || groups.is({3, 4, 4})); }

 private:
  void add(Gap next) {
    if (next == Gap::none) return;
    groups.begin_group();
    has_line_end = has_line_end || next == Gap::line_end;
    if (next == Gap::line_end) return;
    joined.begin_group();
    is_mixed = is_mixed || (gap != Gap::none && gap != next);
    has_odd_gap = has_odd_gap || next == Gap::wide || (is_mixed && next == Gap::dot);
    has_bracket = has_bracket || next == Gap::bracket;
    gap = next;
  }
};

bool is_day(std::string_view digits) {
  return Date::make(value_of(digits, 0, 4), unsigned(value_of(digits, 4, 2)),
                    unsigned(value_of(digits, 6, 2)))
      .has_value();
}

/// Two groups as the end of a line may leave them, which in folded text is a space: not the number
/// of an item with another behind it, nor a day with a count.
bool are_halves(const Grouping& all, std::string_view digits) {
  const GroupSizes& groups = all.groups;
  if (groups.count() != 2 || (all.gap != Gap::space && !all.has_line_end)) return false;
  return groups[0] > 2 && (groups[0] != 8 || !is_day(digits));
}

/// `(138)12345678`, `(138) 1234-5678`.
bool has_prefix_in_brackets(std::string_view text, const DigitSpan& span) {
  constexpr std::size_t prefix = 3;
  const auto is_bracket = [&](std::size_t i) { return span.row.gap_before(i) == Gap::bracket; };
  for (std::size_t i = span.first + 1; i < span.last; ++i)
    if (is_bracket(i) != (i == span.first + prefix)) return false;
  return ends_with(text.substr(0, span.start()), {"(", "（"});
}

bool is_grouped_like_phone(const Grouping& all, std::string_view digits) {
  const GroupSizes& groups = all.groups;
  if (groups.is({3, 4, 4})) return true;
  if (all.gap == Gap::dot) return false;
  if (groups.is({4, 4, 3}) || groups.is({4, 3, 4}) || groups.is({3, 8}) || groups.is({7, 4}))
    return true;
  if (groups.count() == 2) return are_halves(all, digits);
  const GroupSizes& joined = all.joined;
  return all.has_line_end &&
         (joined.is({11}) || joined.is({3, 4, 4}) || joined.is({3, 8}) || joined.is({7, 4}));
}

/// Groups of four, of which the first may have six and the last is what is left.
bool are_fours(const GroupSizes& groups) {
  if (groups[0] != 4 && groups[0] != 6) return false;
  for (std::size_t i = 1; i + 1 < groups.count(); ++i)
    if (groups[i] != 4) return false;
  return groups[groups.count() - 1] <= 7;
}

bool is_grouped_like_card(const Grouping& all) {
  if (all.gap == Gap::dot) return false;
  if (all.groups.count() == 2) return all.gap != Gap::hyphen || all.groups.is({6, 13});
  return are_fours(all.groups) || (all.has_line_end && are_fours(all.joined));
}

/// Whether each group ends in a nought: then they are amounts in a row.
bool are_round(const DigitSpan& span) {
  for (std::size_t i = span.first; i < span.last; i = span.row.end_of_group(i))
    if (span.row[span.row.end_of_group(i) - 1].ascii != '0') return false;
  return true;
}

/// Whether a number may begin with that group: then it is no more of the list before.
bool may_begin_number(const DigitRow& row, std::size_t i) {
  const std::size_t size = row.end_of_group(i) - i;
  const auto digits = row.ascii().substr(i);
  if (size >= phone_digits || (size == 6 && digits.size() >= 17)) return true;
  if (size == 2) return digits.starts_with("86") && digits.size() >= 2 + phone_digits;
  if (digits.starts_with("62") && digits.size() >= least_of_card) return true;
  return size >= 3 && digits.size() >= phone_digits && is_phone(digits);
}

/// Whether a group of other numbers goes on from the span, parted like its groups, and how long it
/// is: 0 where there is none. What is parted otherwise from what is beside it (`2017-09-20`) and
/// what begins a number of its own is none.
std::size_t neighbour_before(const DigitSpan& span, Gap gap) {
  const DigitRow& row = span.row;
  if (span.first == 0 || row.gap_before(span.first) != gap) return 0;
  const std::size_t before = row.group_before(span.first);
  if (before == 0) return span.first;
  // A list goes on before it, so that it is not the number of an item.
  return row.gap_before(before) == gap ? most_of_card : 0;
}

std::size_t neighbour_behind(const DigitSpan& span, Gap gap) {
  const DigitRow& row = span.row;
  if (span.last == row.size() || row.gap_before(span.last) != gap) return 0;
  if (may_begin_number(row, span.last)) return 0;
  const std::size_t end = row.end_of_group(span.last);
  if (end == row.size()) return end - span.last;
  return row.gap_before(end) == gap ? most_of_card : 0;
}

/// Whether a card's number goes on: that of an account of an office may be two or three digits
/// longer, and begin like one of a card. The hour behind it is none.
bool is_beginning_of_account(std::string_view text, const DigitSpan& span) {
  const DigitRow& row = span.row;
  if (span.last == row.size()) return false;
  const std::size_t end = row.end_of_group(span.last);
  if (end - span.first > most_of_card + 2 || may_begin_number(row, span.last)) return false;
  const auto behind = text.substr(row[end - 1].end);
  return !behind.starts_with(':') && !behind.starts_with("：");
}

/// Whether groups are no part of a list of numbers: beside them stands no other, but for one that
/// may be the number of an item, an hour, or how often.
bool stands_apart(const DigitSpan& span, Gap gap) {
  constexpr std::size_t small = 2;
  const std::size_t before = neighbour_before(span, gap), behind = neighbour_behind(span, gap);
  return before + behind == std::max(before, behind) && before + behind <= small;
}

// ---- the three kinds --------------------------------------------------------------

PersonalNumber found_as(Kind kind, const DigitSpan& span) {
  return {kind, span.start(), span.end(), std::string(span.ascii())};
}

std::optional<PersonalNumber> identity_at(const DigitRow& row, std::size_t first) {
  const std::size_t last = first + identity_digits;
  if (last <= row.size() && row.begins_group(last)) {
    const DigitSpan span{row, first, last};
    return is_identity(span.ascii()) ? std::optional(found_as(Kind::identity, span)) : std::nullopt;
  }
  if (last != row.size() + 1 || !row.has_cross()) return std::nullopt;
  PersonalNumber found = found_as(Kind::identity, {row, first, row.size()});
  found.digits += 'X';
  found.end = row.cross().end;
  return is_identity(found.digits) ? std::optional(found) : std::nullopt;
}

bool is_card_of(std::string_view text, const DigitSpan& span) {
  if (!is_card(span.ascii())) return false;
  const Grouping groups(span);
  if (is_part_of_a_word(text, span.start(), span.end(), groups.gap == Gap::hyphen)) return false;
  if (groups.is_whole()) return true;
  return groups.is_regular() && !groups.has_bracket && is_grouped_like_card(groups) &&
         !are_round(span) && !is_beginning_of_account(text, span) && stands_apart(span, groups.gap);
}

std::optional<PersonalNumber> card_at(std::string_view text, const DigitRow& row,
                                      std::size_t first) {
  for (std::size_t size = most_of_card; size >= least_of_card; --size) {
    const std::size_t last = first + size;
    if (last > row.size() || !row.begins_group(last)) continue;
    const DigitSpan span{row, first, last};
    if (is_card_of(text, span)) return found_as(Kind::card, span);
  }
  return std::nullopt;
}

/// Of digits that may have the number of the country before them: those count as its start for
/// what touches it.
bool is_phone_of(std::string_view text, const DigitSpan& span, std::size_t country) {
  const Grouping groups(span);
  const std::size_t start = span.row[span.first - country].start;
  if (is_part_of_a_word(text, start, span.end(), groups.gap == Gap::hyphen)) return false;
  if (groups.is_whole()) return !is_sum_or_paper(text, start, span.end());
  if (groups.has_bracket)
    return has_prefix_in_brackets(text, span) && groups.groups.count() <= 3 &&
           is_grouped_like_phone(groups, span.ascii());
  return groups.is_regular() && is_grouped_like_phone(groups, span.ascii()) &&
         stands_apart({span.row, span.first - country, span.last}, groups.gap);
}

std::optional<PersonalNumber> phone_at(std::string_view text, const DigitRow& row,
                                       std::size_t first) {
  for (const std::string_view country : {"", "86", "0086", "086"}) {
    const std::size_t start = first + country.size(), last = start + phone_digits;
    if (last > row.size() || !row.begins_group(last)) continue;
    if (row.ascii().substr(first, country.size()) != country) continue;
    const DigitSpan span{row, start, last};
    if (is_phone(span.ascii()) && is_phone_of(text, span, country.size()))
      return found_as(Kind::phone, span);
  }
  return std::nullopt;
}

}  // namespace

std::optional<PersonalNumber> personal_number_at(std::string_view text, const DigitRow& row,
                                                 std::size_t first) {
  if (auto identity = identity_at(row, first)) return identity;
  if (auto card = card_at(text, row, first)) return card;
  return phone_at(text, row, first);
}

}  // namespace lianxi
