#include <algorithm>
#include <vector>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/unit_ids.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/funds.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/records/projects.hpp>
#include <lianxi/records/series.hpp>
#include <lianxi/schema/suggestions.hpp>
#include <lianxi/schema/targets.hpp>
#include <lianxi/schema/value_text.hpp>
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

std::optional<std::string> unit_meant(const Book& book, std::string_view name) {
  const Unit* unit = book.unit_by_any_name(name);
  const auto id = unit ? id_of(*unit) : std::string_view();
  return id.empty() ? std::nullopt : std::optional(std::string(id));
}

std::optional<std::string> as_written(bool is_there, std::string_view mapped) {
  return is_there ? std::optional(std::string(mapped)) : std::nullopt;
}

constexpr std::string_view naming_fields[] = {"id", "name", "short_name"};

/// The ids and names of all records of a collection.
void add_words(const Book& book, const Collection& collection, std::vector<std::string>& words) {
  for (std::size_t i = 0, n = collection.size(book); i < n; ++i)
    for (const Field& field : collection.type->fields)
      if (std::ranges::find(naming_fields, field.en) != std::end(naming_fields))
        words.push_back(plain_text(*field.type, field.get(&collection.at(book, i))));
}

/// Whether a reference may name a record of that collection by one word.
bool leads_to(Target target, std::string_view collection) {
  switch (target) {
    case Target::unit:
      return collection == "units";
    case Target::committee:
      return collection == "committees";
    case Target::unit_or_committee:
      return collection == "units" || collection == "committees";
    case Target::meeting:
    case Target::meeting_or_resolution:
      return collection == "meetings";
    case Target::fund:
      return collection == "funds";
    case Target::series:
      return collection == "series";
    case Target::project:
      return collection == "projects";
    case Target::resolution:
    case Target::resolution_of_meeting:
    case Target::topic:
    case Target::topic_of_meeting:
    case Target::task:
      break;
  }
  return false;
}

std::vector<std::string> words_for(const Book& book, Target target) {
  std::vector<std::string> words;
  for (const Collection& collection : all_collections())
    if (leads_to(target, collection.type->en)) add_words(book, collection, words);
  return words;
}

}  // namespace

std::optional<std::string> reference_to(const Book& book, Target target, std::string_view written) {
  std::string buffer;
  const auto mapped = mapped_id(trimmed(written), buffer);
  switch (target) {
    case Target::unit:
      return unit_meant(book, mapped);
    case Target::committee:
      return id_if(committee_meant(book, mapped));
    case Target::unit_or_committee: {
      const auto unit = unit_meant(book, mapped);
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
  const auto unit = unit_meant(book, written);
  return unit ? *unit : std::string(written);
}

Refusal unknown_reference(const Book& book, Target target, std::string_view written) {
  const auto words = words_for(book, target);
  const std::vector<std::string_view> views(words.begin(), words.end());
  const auto near = nearest(written, views);
  return {say({"there is no {} “{}”", "没有这个{}：“{}”"}, info_of(target).name, written),
          near.empty() ? say({"declare it, or correct the id", "请先登记，或更正编号"})
                       : did_you_mean(near)};
}

}  // namespace lianxi
