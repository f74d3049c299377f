#include "completion_records.hpp"

#include <algorithm>

#include <lianxi/base/period.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/followup/record_meaning.hpp>

namespace lianxi::tool {
namespace {

/// More than anybody reads.
constexpr std::size_t most_records = 500;

/// `meetings/2017-q3/resolutions/r1` as `会议/2017-q3/决议/r1`.
std::string in_chinese(const MeantRecord& record) {
  std::string out(record.path.collection->type->zh);
  std::string_view rest = record.name;
  rest.remove_prefix(record.path.collection->type->en.size());
  for (const PartStep& step : record.path.steps) {
    const auto at = rest.find("/" + std::string(step.field->en) + "/");
    if (at == rest.npos) break;
    out.append(rest.substr(0, at)).append("/").append(step.field->zh);
    rest.remove_prefix(at + 1 + step.field->en.size());
  }
  return out.append(rest);
}

/// `2017-q3/r1`: without the words for collection and parts.
std::string in_short(const MeantRecord& record) {
  std::string_view rest = record.name;
  rest.remove_prefix(record.path.collection->type->en.size() + 1);
  std::string out;
  for (const PartStep& step : record.path.steps) {
    const auto at = rest.find("/" + std::string(step.field->en) + "/");
    if (at == rest.npos) break;
    out.append(rest.substr(0, at)).append("/");
    rest.remove_prefix(at + 2 + step.field->en.size());
  }
  return out.append(rest);
}

void add_beginnings(std::string_view typed, std::vector<RecordCandidate>& found) {
  for (const Collection& collection : all_collections().subspan(1))
    for (const std::string_view word : {collection.type->en, collection.type->zh})
      if (word.starts_with(typed) && (!typed.empty() || word == collection.type->en))
        found.push_back({std::string(word) + "/", collection.type->zh});
}

}  // namespace

std::vector<RecordCandidate> record_candidates(const Book& book, std::string_view typed) {
  std::vector<RecordCandidate> found;
  if (typed.find('/') == typed.npos) add_beginnings(typed, found);
  for (const std::string_view word : {"last", "next"})
    if (word.starts_with(typed)) found.push_back({std::string(word), {}});
  // Of so many only those are of use that begin as was typed.
  const bool is_long = typed.find('/') != typed.npos;
  for (const MeantRecord& one : all_records(book)) {
    if (found.size() >= most_records) break;
    if (typed.empty() && one.path.collection->type->en != "meetings") continue;
    if (!is_long && !one.path.steps.empty()) continue;
    for (std::string& word : std::vector<std::string>{one.name, in_chinese(one), in_short(one)})
      if (word.starts_with(typed) && (is_long || word.find('/') == word.npos))
        found.push_back({std::move(word), one.title});
  }
  return found;
}

std::vector<std::string> periods_of_book(const Book& book, Date as_of, std::string_view typed) {
  constexpr std::size_t size_of_year = 4;
  const int last = as_of.year();
  const int first = std::clamp(book.founded() ? book.founded()->year() : last - 4, last - 40, last);
  std::vector<std::string> periods;
  for (int year = first; year <= last; ++year) {
    const std::string name = std::to_string(year);
    periods.push_back(name);
    if (typed.size() < size_of_year ? year < last - 1 : !typed.starts_with(name)) continue;
    for (int half = 1; half <= 2; ++half)
      periods.push_back(SpanOfTime{Span::half_year, year, half}.name());
    for (int quarter = 1; quarter <= 4; ++quarter)
      periods.push_back(SpanOfTime{Span::quarter, year, quarter}.name());
  }
  return periods;
}

}  // namespace lianxi::tool
