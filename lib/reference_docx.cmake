# Packs lib/lianxi/documents/reference_docx/ into a .docx, which is a zip, and writes it into a
# source file, so that the library never has to look for it.
set(docx_folder ${CMAKE_CURRENT_SOURCE_DIR}/lianxi/documents/reference_docx)
set(docx_parts
  "[Content_Types].xml" _rels/.rels docProps/app.xml docProps/core.xml word/_rels/document.xml.rels
  word/document.xml word/fontTable.xml word/footer1.xml word/footnotes.xml word/numbering.xml
  word/settings.xml word/styles.xml word/theme/theme1.xml word/webSettings.xml)
set(docx_file ${PROJECT_BINARY_DIR}/reference.docx)
execute_process(
  COMMAND ${CMAKE_COMMAND} -E env TZ=UTC
          ${CMAKE_COMMAND} -E tar cf ${docx_file} --format=zip --mtime=2020-01-01 -- ${docx_parts}
  WORKING_DIRECTORY ${docx_folder}
  COMMAND_ERROR_IS_FATAL ANY)
foreach(part IN LISTS docx_parts)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${docx_folder}/${part}")
endforeach()
file(READ ${docx_file} docx_bytes HEX)
string(REGEX REPLACE "(................................)" "\\1\n" docx_bytes "${docx_bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," docx_bytes "${docx_bytes}")
set(reference_docx_source ${PROJECT_BINARY_DIR}/reference_docx.cpp)
file(CONFIGURE OUTPUT ${reference_docx_source} @ONLY CONTENT
"#include <lianxi/documents/reference_docx.hpp>

namespace lianxi {

std::string_view reference_docx() {
  static constexpr char bytes[] = {
@docx_bytes@
  };
  return {bytes, sizeof bytes};
}

}  // namespace lianxi
")
