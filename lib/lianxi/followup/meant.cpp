#include <algorithm>

#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/followup/compliance.hpp>
#include <lianxi/followup/meant.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/units.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// A record and the words by which it can be meant besides its id; the first is what it is called.
struct Nameable {
  std::string_view id;
  std::vector<std::string_view> names;
};

void add_name(Nameable& one, const Text& name) {
  if (name) one.names.push_back(*name);
}

Nameable nameable(const Unit& unit) {
  Nameable one{unit.id.value_or(""), {}};
  add_name(one, unit.name);
  add_name(one, unit.short_name);
  for (const Text& alias : unit.aliases) add_name(one, alias);
  for (const FormerName& former : unit.former) {
    add_name(one, former.name);
    add_name(one, former.short_name);
  }
  return one;
}

template <class Named>
Nameable nameable(const Named& record) {
  Nameable one{record.id.value_or(""), {}};
  add_name(one, record.name);
  return one;
}

Nameable nameable(const Meeting& meeting) {
  Nameable one{*meeting.id, {}};
  add_name(one, meeting.title);
  return one;
}

/// `last` and `next`: the latest one held by the day, the earliest that is announced after it;
/// where none is, the earliest that is written down, whose notice is about to be printed.
void add_turns(const Book& book, Date as_of, std::vector<Nameable>& all) {
  const Meeting *last = nullptr, *next = nullptr, *planned = nullptr;
  const auto is_sooner = [&](const Meeting& meeting, const Meeting* other) {
    return *meeting.date > as_of && (!other || *meeting.date < *other->date);
  };
  for (const Meeting& meeting : book.meetings) {
    if (!counts(meeting, as_of)) continue;
    if (is_sooner(meeting, planned)) planned = &meeting;
    if (!is_known(meeting, as_of)) continue;
    if (*meeting.date <= as_of && (!last || *last->date <= *meeting.date)) last = &meeting;
    if (is_sooner(meeting, next)) next = &meeting;
  }
  if (!next) next = planned;
  for (Nameable& one : all) {
    if (last && one.id == *last->id) one.names.push_back("last");
    if (next && one.id == *next->id) one.names.push_back("next");
  }
}

template <class Records>
std::vector<Nameable> nameables_of(const Records& records) {
  std::vector<Nameable> all;
  for (const auto& record : records)
    if (record.id) all.push_back(nameable(record));
  return all;
}

std::vector<Nameable> nameables(const Book& book, Naming kind, Date as_of) {
  std::vector<Nameable> all;
  switch (kind) {
    case Naming::unit:
      for (const Unit* unit : book.units_in_order())
        if (unit->id) all.push_back(nameable(*unit));
      return all;
    case Naming::fund:
      return nameables_of(book.funds);
    case Naming::committee:
      return nameables_of(book.committees);
    case Naming::meeting:
      break;
  }
  for (const Meeting& meeting : book.meetings)
    if (counts(meeting, as_of)) all.push_back(nameable(meeting));
  add_turns(book, as_of, all);
  return all;
}

Meant meant(const Nameable& one) {
  return {one.id, one.names.empty() ? std::string_view() : one.names.front()};
}

/// Compares as ids are compared: full-width letters are ASCII ones.
class SameWord {
 public:
  explicit SameWord(std::string_view word) : word_(mapped(word)) {}
  bool operator()(std::string_view other) const { return mapped(other) == word_; }

 private:
  static std::string mapped(std::string_view word) {
    std::string buffer;
    return std::string(mapped_id(word, buffer));
  }
  std::string word_;
};

}  // namespace

std::vector<Meant> all_meant(const Book& book, Naming kind, Date as_of) {
  std::vector<Meant> all;
  for (const Nameable& one : nameables(book, kind, as_of)) all.push_back(meant(one));
  return all;
}

std::vector<Meant> meant_by(const Book& book, Naming kind, std::string_view written, Date as_of) {
  const auto all = nameables(book, kind, as_of);
  const SameWord is_it(written);
  for (const Nameable& one : all)
    if (is_it(one.id)) return {meant(one)};
  std::vector<Meant> found;
  for (const Nameable& one : all)
    if (std::ranges::any_of(one.names, is_it)) found.push_back(meant(one));
  return found;
}

std::vector<Meant> meant_in_part(const Book& book, Naming kind, std::string_view part, Date as_of) {
  std::vector<Meant> found;
  const auto has_part = [&](std::string_view word) { return word.find(part) != word.npos; };
  for (const Nameable& one : nameables(book, kind, as_of))
    if (has_part(one.id) || std::ranges::any_of(one.names, has_part)) found.push_back(meant(one));
  return found;
}

std::vector<std::string_view> words_for(const Book& book, Naming kind, Date as_of) {
  std::vector<std::string_view> words;
  for (const Nameable& one : nameables(book, kind, as_of)) {
    words.push_back(one.id);
    words.insert(words.end(), one.names.begin(), one.names.end());
  }
  return words;
}

}  // namespace lianxi
