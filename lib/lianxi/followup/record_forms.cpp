#include <vector>

#include <lianxi/base/words.hpp>
#include <lianxi/book/record_words.hpp>
#include <lianxi/followup/record_forms.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

std::vector<std::string_view> split(std::string_view name) {
  std::vector<std::string_view> segments;
  while (true) {
    const auto slash = name.find('/');
    segments.push_back(name.substr(0, slash));
    if (slash == name.npos) return segments;
    name.remove_prefix(slash + 1);
  }
}

/// Ids stand at every other place: after each collection or part. The alliance has none.
bool is_id_at(std::size_t place, bool of_alliance) {
  return of_alliance ? place >= 2 && place % 2 == 0 : place % 2 == 1;
}

bool begins_with(std::string_view form, std::string_view record, bool whole) {
  const auto wanted = split(form), found = split(record);
  if (found.size() < wanted.size() || (whole && found.size() != wanted.size())) return false;
  const bool of_alliance = wanted.front() == "alliance";
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (wanted[i] != found[i] && !(wanted[i] == "*" && is_id_at(i, of_alliance))) return false;
  return true;
}

}  // namespace

std::string canonical_record(std::string_view written) {
  const auto segments = split(written);
  const bool of_alliance = english_record_word(segments.front()) == "alliance";
  std::string record, buffer;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (i > 0) record += '/';
    const bool id = is_id_at(i, of_alliance);
    record += id ? mapped_id(segments[i], buffer) : english_record_word(segments[i]);
  }
  return record;
}

bool names_record(std::string_view form, std::string_view record) {
  return begins_with(form, record, true);
}

bool names_record_or_whole(std::string_view form, std::string_view record) {
  return begins_with(form, record, false);
}

}  // namespace lianxi
