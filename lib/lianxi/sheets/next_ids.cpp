#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include <lianxi/base/words.hpp>
#include <lianxi/schema/spelling.hpp>
#include <lianxi/sheets/next_ids.hpp>
#include <lianxi/sheets/record_keys.hpp>

namespace lianxi {
namespace {

constexpr std::string_view digits = "0123456789";

/// Where the number at the end of an id begins.
std::size_t start_of_number(std::string_view id) {
  const auto last = id.find_last_not_of(digits);
  return last == id.npos ? 0 : last + 1;
}

/// Where a year of four digits stands, or npos.
std::size_t start_of_year(std::string_view prefix) {
  for (std::size_t at = 0; at + 4 <= prefix.size(); ++at) {
    const auto year = prefix.substr(at, 4);
    const bool is_year = year.find_first_not_of(digits) == year.npos &&
                         (year.starts_with("19") || year.starts_with("20"));
    const bool goes_on = at + 4 < prefix.size() && digits.find(prefix[at + 4]) != digits.npos;
    if (is_year && !goes_on) return at;
  }
  return std::string_view::npos;
}

/// The year that a record belongs to; "" where it says none.
std::string year_of(const Draft& draft) {
  for (const auto* name : {"date", "year"})
    if (const DraftValue* value = value_in(draft, name); value && value->text.size() >= 4)
      return value->text.substr(0, 4);
  return {};
}

}  // namespace

std::string name_as_id(const Draft& draft) {
  for (const auto* name : {"short_name", "name"}) {
    const DraftValue* value = value_in(draft, name);
    if (!value) continue;
    std::string buffer;
    const auto id = mapped_id(trimmed(value->text), buffer);
    if (is_id(id)) return std::string(id);
  }
  return {};
}

NextIds::NextIds(std::string_view collection, const std::vector<std::string>& taken)
    : taken_(taken.begin(), taken.end()), prefix_(collection.substr(0, 1)) {
  for (const std::string& id : taken) {
    const auto start = start_of_number(id);
    // A number alone may be a year, and a long one is no counter.
    if (start == 0 || start == id.size() || id.size() - start > 4) continue;
    prefix_ = id.substr(0, start);
    width_ = id[start] == '0' ? id.size() - start : 1;
  }
}

std::size_t NextIds::highest_after(const std::string& prefix) const {
  std::size_t highest = 0;
  for (const std::string& id : taken_) {
    if (!id.starts_with(prefix)) continue;
    std::size_t number = 0;
    const char* end = id.data() + id.size();
    const auto [rest, error] = std::from_chars(id.data() + prefix.size(), end, number);
    if (error == std::errc{} && rest == end) highest = std::max(highest, number);
  }
  return highest;
}

std::string NextIds::next(const Draft& draft) {
  std::string prefix = prefix_;
  const auto year = year_of(draft);
  const auto at = start_of_year(prefix);
  if (!year.empty() && at != prefix.npos) prefix.replace(at, 4, year);
  const auto known = given_.find(prefix);
  const std::size_t number = (known == given_.end() ? highest_after(prefix) : known->second) + 1;
  given_[prefix] = number;
  return fmt::format("{}{:0{}}", prefix, number, width_);
}

}  // namespace lianxi
