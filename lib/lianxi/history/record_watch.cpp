#include <algorithm>

#include <lianxi/base/words.hpp>
#include <lianxi/book/part_fields.hpp>
#include <lianxi/history/lone_file.hpp>
#include <lianxi/history/record_watch.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>

namespace lianxi {
namespace {

bool is_ascii_or_common(char32_t code) { return code < 0x80 || (code >= 0x4E00 && code <= 0x9FFF); }

/// Whether the bytes from there on are a letter, digit or sign that an id may hold in place of its
/// ASCII twin, or an ideograph that is only another form of a common one.
bool is_other_form(std::string_view bytes) {
  if (bytes.size() < 3) return false;
  const auto first = static_cast<unsigned char>(bytes[0]);
  const auto second = static_cast<unsigned char>(bytes[1]);
  const auto third = static_cast<unsigned char>(bytes[2]);
  if (first == 0xF0) return second == 0xAF;
  if (first == 0xE2) return second == 0x84;  // the Kelvin sign
  if (second >= 0xA4 && second <= 0xAB) return true;
  if (second == 0xBD) return third <= 0x9A;
  return second == 0xBC && third != 0x8C && third != 0x9A && third != 0x9B && third != 0x88 &&
         third != 0x89;
}

bool has_other_forms(std::string_view bytes) {
  for (const char lead : {'\xEF', '\xF0', '\xE2'})
    for (auto at = bytes.find(lead); at != bytes.npos; at = bytes.find(lead, at + 1))
      if (is_other_form(bytes.substr(at, 3))) return true;
  return false;
}

/// A resolution as others write it, `2017-q3/r1`; "" of other records.
std::string resolution_in(std::string_view name) {
  if (take_segment(name) != Meeting::type.en) return {};
  const auto meeting = take_segment(name);
  if (take_segment(name) != "resolutions" || name.empty() || name.find('/') != name.npos) return {};
  return std::string(meeting) + "/" + std::string(name);
}

}  // namespace

EnglishName english_name(std::string_view written) {
  std::string buffer;
  std::string_view rest = mapped_id(written, buffer);
  while (rest.ends_with('/')) rest.remove_suffix(1);
  const Collection* collection = collection_named(take_segment(rest));
  if (!collection) return {};
  EnglishName name{std::string(collection->type->en), collection->type};
  bool is_id_due = name.text != "alliance";
  while (!rest.empty()) {
    const auto segment = take_segment(rest);
    const Field* field = is_id_due ? nullptr : field_of_parts(*name.type, segment);
    name.text += "/" + std::string(field ? field->en : segment);
    is_id_due = field && field->type->element;
    if (field) name.type = type_of_parts(*field);
  }
  return name;
}

bool is_resolution(std::string_view name) { return !resolution_in(name).empty(); }

bool id_may_be_in(std::string_view bytes, std::string_view id) {
  return bytes.find(id) != bytes.npos || bytes.find('\\') != bytes.npos ||
         !std::ranges::all_of(code_points_of(id), is_ascii_or_common) || has_other_forms(bytes);
}

bool collection_may_be_in(std::string_view bytes, const RecordType& collection) {
  return bytes.find(collection.en) != bytes.npos || bytes.find(collection.zh) != bytes.npos ||
         bytes.find('\\') != bytes.npos;
}

RecordWatch::RecordWatch(std::string name)
    : name_(std::move(name)), resolution_(resolution_in(name_)) {
  std::string_view rest = name_;
  if (const Collection* collection = collection_named(take_segment(rest)))
    collection_ = collection->type;
  const bool has_id = collection_ && std::ranges::any_of(collection_->fields, [](const Field& f) {
                        return f.en == "id";
                      });
  // A report is named by its meeting first.
  if (has_id || collection_ == &Followup::type) id_ = take_segment(rest);
}

bool RecordWatch::may_be_in(std::string_view bytes) const {
  if (!id_may_be_in(bytes, id_)) return false;
  return collection_may_be_in(bytes, *collection_) ||
         (!resolution_.empty() && collection_may_be_in(bytes, Followup::type));
}

std::vector<Sighting> RecordWatch::look(const Book& file) const {
  std::vector<Sighting> all;
  for (const RecordPath& path : records_named(file, name_))
    if (is_its_own(file, *path.part)) all.push_back({name_, value_of(*path.type, path.part)});
  if (resolution_.empty()) return all;
  for (const Followup& report : file.followups)
    for (const FollowupItem& item : report.items) {
      if (!item.resolution) continue;
      const std::string_view written = *item.resolution;
      const bool is_whole = written.find('/') != written.npos;
      const std::string meant =
          is_whole ? std::string(written)
                   : std::string(report.meeting.value_or("")) + "/" + std::string(written);
      if (meant == resolution_)
        all.push_back({name_of(report), value_of(FollowupItem::type, &item)});
    }
  return all;
}

bool RecordWatch::is_incomplete(const Book& file) const {
  return file.is_incomplete(*collection_) ||
         (!resolution_.empty() && file.is_incomplete(Followup::type));
}

}  // namespace lianxi
