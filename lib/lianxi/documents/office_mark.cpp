#include <fmt/format.h>

#include <lianxi/base/sha256.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/documents/docx.hpp>
#include <lianxi/documents/office_mark.hpp>
#include <lianxi/documents/zip_parts.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

constexpr const char *properties = "docProps/custom.xml", *types = "[Content_Types].xml",
                     *relations = "_rels/.rels";
constexpr std::string_view word_for_sum = " sha256 ";

/// Marks hold ids, which are letters, digits and a few signs, and none that XML must have escaped.
std::string properties_with(std::string_view mark) {
  return fmt::format(
      R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="lianxi"><vt:lpwstr>{}</vt:lpwstr></property></Properties>
)",
      mark);
}

/// The text with a line before its last closing tag, where it has not got that already.
std::string with_line(std::string text, std::string_view line, std::string_view known,
                      std::string_view closing) {
  const auto at = text.rfind(closing);
  if (text.find(known) == std::string::npos && at != std::string::npos) text.insert(at, line);
  return text;
}

}  // namespace

std::string content_of_office_file(std::string_view file) {
  std::string content;
  for (const std::string& name : zip_names(file))
    if (name == "word/document.xml" || name == "xl/sharedStrings.xml" ||
        name.starts_with("xl/worksheets/sheet"))
      content += zip_part(file, name).value_or("");
  return content;
}

std::string with_office_mark(const std::string& file, const std::string& mark) {
  if (mark.empty()) return file;
  const auto known = zip_part(file, types), related = zip_part(file, relations);
  if (!known || !related) return file;
  std::map<std::string, std::string> parts;
  parts[properties] = properties_with(
      fmt::format("{}{}{}", mark, word_for_sum, sha256(content_of_office_file(file))));
  parts[types] = with_line(
      *known,
      R"(<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>)",
      "/docProps/custom.xml", "</Types>");
  parts[relations] = with_line(
      *related,
      R"(<Relationship Id="rIdLianxi" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/>)",
      "docProps/custom.xml", "</Relationships>");
  return with_parts(file, parts);
}

std::optional<MarkedFile> read_mark_of_office_file(std::string_view file) {
  const auto custom = zip_part(file, properties);
  if (!custom) return std::nullopt;
  const auto name = custom->find("name=\"lianxi\"");
  const auto from = custom->find("<vt:lpwstr>", name);
  const auto to = custom->find("</vt:lpwstr>", name);
  if (name == std::string::npos || from == std::string::npos || to == std::string::npos)
    return std::nullopt;
  const auto start = from + std::string_view("<vt:lpwstr>").size();
  const std::string words = custom->substr(start, to - start);
  const auto sum = words.rfind(word_for_sum);
  if (sum == std::string::npos) return std::nullopt;
  const bool intact =
      sha256(content_of_office_file(file)) == words.substr(sum + word_for_sum.size());
  return MarkedFile{words.substr(0, sum), {}, intact};
}

}  // namespace lianxi
