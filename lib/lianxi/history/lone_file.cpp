#include <nlohmann/json.hpp>
#include <string_view>

#include <lianxi/base/places.hpp>
#include <lianxi/book/folder.hpp>
#include <lianxi/history/lone_file.hpp>
#include <lianxi/records/committees.hpp>
#include <lianxi/records/units.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// A path that no file of a book has.
constexpr std::string_view file_of_names = "/names.yaml";

/// Whether a line begins with the key of units or committees, so that the file has names itself.
bool may_hold_names(std::string_view bytes) {
  for (const std::string_view key : {"units", "单位", "committees", "专委会", "\"", "'", "{"}) {
    if (bytes.starts_with(key)) return true;
    for (auto at = bytes.find(key); at != bytes.npos; at = bytes.find(key, at + 1))
      if (at > 0 && bytes[at - 1] == '\n') return true;
  }
  return false;
}

using Json = nlohmann::ordered_json;

void add_text(Json& json, const char* key, const Text& text) {
  if (text) json[key] = *text;
}

Json names_of_unit(const Unit& unit) {
  Json json;
  add_text(json, "id", unit.id);
  add_text(json, "name", unit.name);
  add_text(json, "short_name", unit.short_name);
  for (const Text& alias : unit.aliases)
    if (alias) json["aliases"].push_back(*alias);
  for (const FormerName& former : unit.former) {
    Json names;
    add_text(names, "name", former.name);
    add_text(names, "short_name", former.short_name);
    if (!names.empty()) json["former"].push_back(names);
  }
  return json;
}

}  // namespace

std::string names_in(const Book& book) {
  Json json;
  for (const Unit& unit : book.units)
    if (unit.id) json["units"].push_back(names_of_unit(unit));
  for (const Committee& committee : book.committees) {
    if (!committee.id) continue;
    Json names;
    add_text(names, "id", committee.id);
    add_text(names, "name", committee.name);
    json["committees"].push_back(names);
  }
  return json.empty() ? std::string() : json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Book read_alone(std::string path, FileBytes bytes, const std::string& names) {
  const bool has_names = names.empty() || may_hold_names(bytes);
  std::vector<InputFile> files;
  files.push_back({std::move(path), std::move(bytes)});
  if (!has_names) files.push_back({std::string(file_of_names), names});
  return Book::read(std::move(files));
}

bool is_its_own(const Book& file, const Part& part) {
  return path_of(file.sources(), part.at) != file_of_names;
}

}  // namespace lianxi
