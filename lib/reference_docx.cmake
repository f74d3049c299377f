# Packs lib/lianxi/documents/reference_docx/ into .docx files, which are zips, and writes them into a
# source file, so that the library never has to look for them: one for each language, which differ
# in their styles alone.
set(docx_folder ${CMAKE_CURRENT_SOURCE_DIR}/lianxi/documents/reference_docx)
set(docx_parts
  "[Content_Types].xml" _rels/.rels docProps/app.xml docProps/core.xml word/_rels/document.xml.rels
  word/document.xml word/fontTable.xml word/footer1.xml word/footer2.xml word/footnotes.xml
  word/numbering.xml word/settings.xml word/styles.xml word/theme/theme1.xml word/webSettings.xml)
foreach(part IN LISTS docx_parts ITEMS word/styles.en.xml)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${docx_folder}/${part}")
endforeach()

# pack_reference_docx(LANGUAGE STYLES): sets docx_bytes_LANGUAGE.
function(pack_reference_docx language styles)
  set(folder ${PROJECT_BINARY_DIR}/reference_docx_${language})
  foreach(part IN LISTS docx_parts)
    configure_file("${docx_folder}/${part}" "${folder}/${part}" COPYONLY)
  endforeach()
  configure_file(${docx_folder}/word/${styles} ${folder}/word/styles.xml COPYONLY)
  set(file ${PROJECT_BINARY_DIR}/reference_${language}.docx)
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E env TZ=UTC
            ${CMAKE_COMMAND} -E tar cf ${file} --format=zip --mtime=2020-01-01 -- ${docx_parts}
    WORKING_DIRECTORY ${folder}
    COMMAND_ERROR_IS_FATAL ANY)
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  set(docx_bytes_${language} "${bytes}" PARENT_SCOPE)
endfunction()
pack_reference_docx(zh styles.xml)
pack_reference_docx(en styles.en.xml)

set(reference_docx_source ${PROJECT_BINARY_DIR}/reference_docx.cpp)
file(CONFIGURE OUTPUT ${reference_docx_source} @ONLY CONTENT
"#include <lianxi/documents/reference_docx.hpp>

namespace lianxi {

std::string_view reference_docx(Language language) {
  static constexpr char chinese[] = {
@docx_bytes_zh@
  };
  static constexpr char english[] = {
@docx_bytes_en@
  };
  if (language == Language::zh) return {chinese, sizeof chinese};
  return {english, sizeof english};
}

}  // namespace lianxi
")
