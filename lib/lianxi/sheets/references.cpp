#include <vector>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/records/series.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/schema/suggestions.hpp>
#include <lianxi/schema/targets.hpp>
#include <lianxi/sheets/references.hpp>

namespace lianxi {
namespace {

bool is_same_name(std::string_view a, std::string_view mapped) {
  std::string buffer;
  return mapped_id(trimmed(a), buffer) == mapped;
}

const Committee* committee_meant(const Book& book, std::string_view mapped) {
  if (const Committee* committee = book.committee(mapped)) return committee;
  const Committee* found = nullptr;
  for (const Committee& committee : book.committees) {
    if (!committee.name || !is_same_name(*committee.name, mapped)) continue;
    if (found) return nullptr;
    found = &committee;
  }
  return found;
}

const Fund* fund_meant(const Book& book, std::string_view mapped) {
  if (const Fund* fund = book.fund(mapped)) return fund;
  for (const Fund& fund : book.funds)
    if (fund.name && is_same_name(*fund.name, mapped)) return &fund;
  return nullptr;
}

template <class T>
std::optional<std::string> id_if(const T* record) {
  return record && record->id ? std::optional(std::string(*record->id)) : std::nullopt;
}

std::optional<std::string> as_written(bool is_there, std::string_view mapped) {
  return is_there ? std::optional(std::string(mapped)) : std::nullopt;
}

template <class T>
void add_ids(const Records<T>& records, std::vector<std::string_view>& words) {
  for (const T& record : records) {
    if (record.id) words.push_back(*record.id);
    if constexpr (requires { record.name; })
      if (record.name) words.push_back(*record.name);
    if constexpr (requires { record.short_name; })
      if (record.short_name) words.push_back(*record.short_name);
  }
}

std::vector<std::string_view> words_for(const Book& book, Target target) {
  std::vector<std::string_view> words;
  if (target == Target::unit || target == Target::unit_or_committee) add_ids(book.units, words);
  if (target == Target::committee || target == Target::unit_or_committee)
    add_ids(book.committees, words);
  if (target == Target::meeting || target == Target::meeting_or_resolution)
    add_ids(book.meetings, words);
  if (target == Target::fund) add_ids(book.funds, words);
  if (target == Target::series) add_ids(book.series, words);
  if (target == Target::project) add_ids(book.projects, words);
  return words;
}

}  // namespace

std::optional<std::string> reference_to(const Book& book, Target target, std::string_view written) {
  std::string buffer;
  const auto mapped = mapped_id(trimmed(written), buffer);
  switch (target) {
    case Target::unit:
      return id_if(book.unit_by_any_name(mapped));
    case Target::committee:
      return id_if(committee_meant(book, mapped));
    case Target::unit_or_committee: {
      const auto unit = id_if(book.unit_by_any_name(mapped));
      return unit ? unit : id_if(committee_meant(book, mapped));
    }
    case Target::meeting:
      return id_if(book.meeting(mapped));
    case Target::meeting_or_resolution:
      return as_written(book.meeting(mapped) || book.resolution(mapped), mapped);
    case Target::resolution:
      return as_written(bool(book.resolution(mapped)), mapped);
    case Target::topic:
      return as_written(bool(book.topic(mapped)), mapped);
    case Target::task:
      return as_written(book.task(mapped) != nullptr, mapped);
    case Target::fund:
      return id_if(fund_meant(book, mapped));
    case Target::series:
      return id_if(book.series_of(mapped));
    case Target::project:
      return id_if(book.project(mapped));
    case Target::resolution_of_meeting:
    case Target::topic_of_meeting:
      break;  // no cell stands in a meeting
  }
  return std::string(mapped);
}

std::string unit_or_name(const Book& book, std::string_view written) {
  const auto unit = id_if(book.unit_by_any_name(written));
  return unit ? *unit : std::string(written);
}

Refusal unknown_reference(const Book& book, Target target, std::string_view written) {
  const auto near = nearest(written, words_for(book, target));
  return {say({"there is no {} “{}”", "没有这个{}：“{}”"}, info_of(target).name, written),
          near.empty() ? say({"declare it, or correct the id", "请先登记，或更正编号"})
                       : did_you_mean(near)};
}

}  // namespace lianxi
