#include <fmt/format.h>

#include <lianxi/exchange/json_schema.hpp>
#include <lianxi/exchange/new_book.hpp>
#include <lianxi/records/alliance.hpp>
#include <lianxi/records/units.hpp>
#include <lianxi/writing/yaml_text.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr std::string_view schema_file = "lianxi.schema.json";
constexpr std::string_view folders[] = {"meetings", "followups", "plans", "events", "money"};

/// A text that YAML reads back as it is, whatever it holds.
std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += c;
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out + "'";
}

/// Writes records with the names of their fields in one language.
class Scaffold {
 public:
  explicit Scaffold(Language language) : language_(language) {
    out_ = fmt::format("# yaml-language-server: $schema={}\n", schema_file);
  }

  Scaffold& comment(Bilingual text) {
    out_ += fmt::format("# {}\n", text.in(language_));
    return *this;
  }
  Scaffold& collection(const RecordType& type) {
    out_ += fmt::format("{}:\n", language_ == Language::zh ? type.zh : type.en);
    return *this;
  }
  /// The field of that English name; `before` is its indentation, with `- ` for the first
  /// of a list's item.
  Scaffold& field(std::string_view before, const RecordType& type, std::string_view english,
                  std::string_view value) {
    const Field& field = *find_field(type, english);
    out_ +=
        fmt::format("{}{}: {}\n", before, language_ == Language::zh ? field.zh : field.en, value);
    return *this;
  }
  std::string take() { return std::move(out_); }

 private:
  Language language_;
  std::string out_;
};

std::string alliance_file(std::string_view name, Date founded, Language language,
                          const std::string& office_id) {
  const Bilingual office{"office", "办公室"}, spoken{"en", "中文"};
  return Scaffold(language)
      .comment({"Whose book this is. Put in the real name, day of founding and office.",
                "这是哪个联盟的台账。请改成实际的名称、成立日期和办公室。"})
      .collection(Alliance::type)
      .field("  ", Alliance::type, "name", in_quotes(name))
      .field("  ", Alliance::type, "founded", iso(founded))
      .field(
          "  ", Alliance::type, "office",
          office_id.empty() ? std::string(office.in(language)) : one_line_scalar(office_id, false))
      .field("  ", Alliance::type, "lang", spoken.in(language))
      .take();
}

std::string units_file(Language language) {
  const Bilingual id{"office", "办公室"}, name{"Office of the conference", "联席会议办公室"},
      head{"head of the office", "办公室主任"};
  return Scaffold(language)
      .comment({"A unit each; other records refer to it by its id.",
                "每个单位一条；其他记录用编号引用它。"})
      .collection(Unit::type)
      .field("  - ", Unit::type, "id", id.in(language))
      .field("    ", Unit::type, "name", name.in(language))
      .field("    ", Unit::type, "head", head.in(language))
      .take();
}

}  // namespace

static std::string units_file(const std::vector<Draft>& units, Language language) {
  std::string out = Scaffold(language).collection(Unit::type).take();
  RecordStyle style;
  style.language = language;
  for (const Draft& unit : units) out += block_item(unit, 2, style);
  return out;
}

static std::string id_of_first(const std::vector<Draft>& units) {
  for (const DraftField& field : units.front().fields)
    if (field.field && field.field->en == "id") return field.value.text;
  return {};
}

std::vector<NewFile> new_book(std::string_view alliance, Date founded, Language language,
                              const std::vector<Draft>& units) {
  std::vector<NewFile> files{
      {"alliance.yaml",
       alliance_file(alliance, founded, language, units.empty() ? "" : id_of_first(units))},
      {"units.yaml", units.empty() ? units_file(language) : units_file(units, language)},
      {std::string(schema_file), json_schema(language)},
      {".gitattributes", "*.yaml text eol=lf merge=lianxi\n*.yml text eol=lf merge=lianxi\n"},
  };
  // git keeps no empty folders.
  for (const std::string_view folder : folders)
    files.push_back({fmt::format("{}/.gitkeep", folder), ""});
  return files;
}

}  // namespace lianxi
