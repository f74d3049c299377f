#include <algorithm>
#include <fmt/format.h>
#include <map>

#include <lianxi/base/phrase.hpp>
#include <lianxi/base/places.hpp>
#include <lianxi/drafts/draft_fields.hpp>
#include <lianxi/drafts/numbering.hpp>
#include <lianxi/records/followups.hpp>
#include <lianxi/records/meetings.hpp>
#include <lianxi/schema/value_text.hpp>

namespace lianxi LIANXI_EXPORT {

namespace {

/// A word of a single letter that ids begin with where there is none yet.
std::string first_id(const RecordType& type) { return std::string(type.en.substr(0, 1)) + "1"; }

std::string text_of(const Draft& draft, std::string_view name) {
  for (const DraftField& field : draft.fields)
    if (field.field && field.field->en == name) return field.value.text;
  return {};
}

}  // namespace

std::string id_of_draft(const Draft& draft) {
  const auto id = text_of(draft, "id");
  return id.empty() && draft.type->en == "plans" ? text_of(draft, "year") : id;
}

namespace {

/// Whether a day is what a record is of: the day of writing is mostly right.
bool is_day_of_record(const Field& field) {
  return field.en == "date" && field.type->kind == ValueType::Kind::date;
}

Draft with_blanks(const DraftCase& c, const RecordType& type, std::string_view id) {
  Draft draft{.type = &type};
  for (const Field& field : type.fields) {
    if (field.en == "id" && !id.empty())
      draft.fields.push_back(text_field(type, "id", std::string(id)));
    else if (field.required && is_day_of_record(field))
      draft.fields.push_back(text_field(type, field.en, iso(c.as_of)));
    else if (field.required)
      draft.fields.push_back(blank_field(c, type, field.en));
  }
  return draft;
}

std::vector<std::string> ids_in_list(const Field& field, const void* list) {
  std::vector<std::string> ids;
  const RecordType& type = *field.type->element->record;
  for (std::size_t i = 0, n = list ? field.type->count(list) : 0; type.identify && i < n; ++i)
    ids.push_back(type.identify(field.type->item(list, i)));
  return ids;
}

}  // namespace

std::vector<std::string> ids_of(const Book& book, const Collection& collection) {
  std::vector<std::string> ids;
  for (std::size_t i = 0, n = collection.size(book); collection.type->identify && i < n; ++i)
    ids.push_back(collection.type->identify(&collection.at(book, i)));
  return ids;
}

/// Whether the alliance has met: who is entered after that was no member before today.
static bool has_met(const DraftCase& c) {
  for (const Meeting& meeting : c.book.meetings)
    if (meeting.date && *meeting.date < c.as_of && !meeting.cancelled.given()) return true;
  return false;
}

Draft new_record(const DraftCase& c, const Collection& collection, std::string_view id) {
  const RecordType& type = *collection.type;
  const bool has_id = find_field(type, "id") != nullptr;
  std::string own(id);
  if (own.empty() && has_id) own = next_id(ids_of(c.book, collection), first_id(type));
  Draft draft = with_blanks(c, type, own);
  if (type.en == "plans" && !id.empty()) set_text(draft, "year", own);
  if (type.en == "units" && has_met(c))
    draft.fields.push_back(text_field(type, "joined", iso(c.as_of)));
  return draft;
}

Draft new_part(const DraftCase& c, const PartListPath& list, std::string_view id) {
  const RecordType& type = *list.field->type->element->record;
  std::string own(id);
  if (own.empty() && find_field(type, "id"))
    own = next_id(ids_in_list(*list.field, list.field->get(list.owner.part)), first_id(type));
  return with_blanks(c, type, own);
}

Draft new_mapping(const DraftCase& c, const RecordType& type) { return with_blanks(c, type, {}); }

std::vector<std::string> blanks_of(const Draft& draft, Language language) {
  std::vector<std::string> names;
  for (const DraftField& field : draft.fields) {
    const bool blank = field.value.kind == DraftValue::Kind::scalar && field.value.text.empty();
    if (blank && field.field && field.field->required)
      names.emplace_back(language == Language::zh ? field.field->zh : field.field->en);
    for (const Draft& inner : field.value.mapping)
      for (auto& name : blanks_of(inner, language)) names.push_back(std::move(name));
    for (const DraftValue& item : field.value.items)
      for (const Draft& inner : item.mapping)
        for (auto& name : blanks_of(inner, language)) names.push_back(std::move(name));
  }
  return names;
}

namespace {

/// Where the records of a collection stand: how many in each file, and in which the last.
struct Files {
  std::map<std::string, int> records;
  std::string latest;

  Files(const Book& book, const Collection& collection) {
    for (std::size_t i = 0, n = collection.size(book); i < n; ++i) {
      latest = path_of(book.sources(), collection.at(book, i).at);
      ++records[latest];
    }
  }
  bool one_each() const {
    return !records.empty() &&
           std::ranges::all_of(records, [](const auto& file) { return file.second == 1; });
  }
};

/// `meetings/2018-q1.yaml` after `meetings/2017-q4.yaml`; "" where the latest is not named by its
/// record.
std::string named_likewise(const std::string& latest, const std::string& old_id,
                           const std::string& id) {
  const auto slash = latest.rfind('/');
  const auto at = latest.find(old_id, slash == std::string::npos ? 0 : slash + 1);
  if (old_id.empty() || id.empty() || at == std::string::npos) return {};
  std::string file = latest;
  return file.replace(at, old_id.size(), id);
}

/// Whether a file is called by its record and nothing else: then one is enough to show the custom.
bool is_named_by(std::string_view file, std::string_view id) {
  const auto name = file.substr(file.rfind('/') + 1);
  return name.substr(0, name.rfind('.')) == id;
}

/// A unit's reports stand together.
std::string file_of_unit(const Book& book, const std::string& unit) {
  std::string file;
  for (const Followup& report : book.followups)
    if (report.unit && *report.unit == unit) file = path_of(book.sources(), report.at);
  return file;
}

}  // namespace

std::string file_for(const Book& book, const Collection& collection, const Draft& draft) {
  if (collection.type == &Followup::type)
    if (auto file = file_of_unit(book, text_of(draft, "unit")); !file.empty()) return file;
  const Files files(book, collection);
  if (files.one_each()) {
    const auto ids = ids_of(book, collection);
    auto file = named_likewise(files.latest, ids.back(), id_of_draft(draft));
    const bool is_custom = files.records.size() > 1 || is_named_by(files.latest, ids.back());
    if (is_custom && !file.empty() && !files.records.contains(file)) return file;
  }
  return files.latest.empty() ? std::string(collection.type->en) + ".yaml" : files.latest;
}

}  // namespace lianxi
