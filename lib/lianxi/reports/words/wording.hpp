// How reports name things: dates, units, words and amounts as office usage has them.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <lianxi/base/period.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/quantity.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/documents/document.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/schema/field.hpp>

namespace lianxi {

/// What a cell says where there is nothing to say.
inline constexpr std::string_view dash = "—";

/// How a page may colour a state; the word says it all.
constexpr doc::Tone tone_of(ResolutionStatus status) {
  if (status == ResolutionStatus::overdue) return doc::Tone::late;
  if (status == ResolutionStatus::blocked) return doc::Tone::behind;
  return status == ResolutionStatus::done ? doc::Tone::done : doc::Tone::none;
}
constexpr doc::Tone tone_of(ReportStatus status) {
  if (status == ReportStatus::missing) return doc::Tone::late;
  if (status == ReportStatus::late) return doc::Tone::behind;
  return status == ReportStatus::on_time ? doc::Tone::done : doc::Tone::none;
}
constexpr doc::Tone tone_of(Presence presence) {
  return presence == Presence::absent ? doc::Tone::late : doc::Tone::none;
}

/// One language's ways, with the book's names at hand. Personal numbers in names are masked
/// here already: a year put right behind one would hide it from whoever looks later.
class Wording {
 public:
  /// Units and their heads have the names that they had on that day.
  Wording(const Book& book, Language language, Date day)
      : book_(book), language_(language), day_(day) {}

  Language language() const { return language_; }
  std::string operator()(Bilingual text) const { return std::string(text.in(language_)); }
  std::string operator()(const Message& message) const { return message.in(language_); }
  std::string operator()(Count count) const { return to_text(count, language_); }
  std::string operator()(ResolutionStatus) const;
  std::string operator()(ReportStatus) const;
  std::string operator()(Presence) const;

  /// 2017年9月20日; 2017-09-20 in English.
  std::string date(Date) const;
  std::string date(const std::optional<Date>& day) const {
    return day ? date(*day) : std::string(dash);
  }
  std::string date(const Located<Date>& day) const { return day ? date(*day) : std::string(dash); }
  /// 2017年第三季度; 2017-Q3 in English.
  std::string period(const Period&) const;
  /// From the first day to the last; either may be open.
  std::string days(const Scope&) const;

  /// The word of a choice, or a dash.
  template <class E>
  std::string choice(const Located<E>& value) const {
    return value ? choice(*value) : std::string(dash);
  }
  template <class E>
  std::string choice(E value) const {
    const Word& word = words_of(E{})[std::size_t(value)];
    return language_ == Language::zh ? std::string(word.zh) : spaced(word.en);
  }

  /// The short name of the unit or committee that an id or a text names, else the text
  /// itself; a dash for "".
  std::string named(std::string_view id_or_name) const;
  /// All of them, one after the other; a dash where there is none.
  template <class Name>
  std::string all_named(const List<Name>& names) const {
    std::string text;
    for (const auto& name : names)
      text += (text.empty() ? "" : (*this)(Bilingual{", ", "、"})) + named(*name);
    return text.empty() ? std::string(dash) : text;
  }
  std::string unit(const Unit&) const;
  /// Its name in full, for signatures and addresses; its short one where it has no other.
  std::string full_name(const Unit&) const;
  /// Who headed it; a dash where nobody is recorded.
  std::string head(const Unit&) const;
  /// Regular or special meeting.
  std::string kind(const Meeting&) const;
  /// What a meeting is called in a line about something else: its title, or its kind and day.
  std::string meeting(const Meeting&) const;

  /// A text of a record in quotation marks, within a sentence of ours: without its full stop.
  std::string quoted(std::string_view text) const;
  /// A text of a record as a clause of a sentence of ours: without its full stop.
  std::string clause(std::string_view text) const;
  /// A text of a record as a sentence of its own: with a full stop where it ends in none.
  std::string ended(std::string_view text) const;

  /// The alliance's name, or that word.
  std::string alliance() const;
  /// 元 or yuan, or the alliance's own currency as it writes it.
  std::string currency() const;
  /// 1,600.00元; 1,600.00 yuan; a currency other than yuan stands apart, being a code.
  std::string money(Amount) const;
  /// Whether amounts can be given in capital numerals, which only count yuan.
  bool has_capitals() const;
  /// 93.1%, or a dash.
  std::string rate(const std::optional<std::int64_t>& tenths) const;

 private:
  /// English words of the format as people write them: `not_started` → “not started”.
  static std::string spaced(std::string_view word);

  const Book& book_;
  Language language_;
  Date day_;
};

}  // namespace lianxi
