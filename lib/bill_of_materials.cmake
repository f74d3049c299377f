# The software bill of materials: what lianxi is made of, as CycloneDX 1.5, for those who have to
# know whether a fault that became known of a library concerns them. Versions are those that were
# found when this was built. A library is one line here; the test `supply/materials` holds the list
# against what the built files need.

# lianxi_package_version(FILE OUT): the version of Debian's package that FILE came with, for
# libraries that do not say theirs; `unknown` elsewhere.
function(lianxi_package_version file out)
  set(version unknown)
  find_program(DPKG_QUERY dpkg-query)
  mark_as_advanced(DPKG_QUERY)
  if(DPKG_QUERY AND file)
    execute_process(COMMAND ${DPKG_QUERY} --search ${file} OUTPUT_VARIABLE owner ERROR_QUIET)
    if(owner MATCHES "^([a-z0-9][a-z0-9+.-]+)[:,]")
      execute_process(COMMAND ${DPKG_QUERY} --show --showformat=\${Version} ${CMAKE_MATCH_1}
        OUTPUT_VARIABLE version ERROR_QUIET)
    endif()
  endif()
  set(${out} ${version} PARENT_SCOPE)
endfunction()
lianxi_package_version(${DTL_INCLUDE_DIR}/dtl/dtl.hpp dtl_VERSION)
lianxi_package_version("${XLSXWRITER_INCLUDE_DIR}/xlsxwriter.h" xlsxwriter_VERSION)

# lianxi_bill_of_materials(FILE NAME|VERSION|LICENCE|LOADED …): LICENCE as SPDX has it, LOADED what
# the name of the file begins with that is loaded, "" for what is compiled in. Those without
# version are not there.
function(lianxi_bill_of_materials file)
  set(components "")
  foreach(material IN LISTS ARGN)
    string(REPLACE "|" ";" parts "${material}")
    list(GET parts 0 name)
    list(GET parts 1 version)
    list(GET parts 2 licence)
    list(GET parts 3 loaded)
    if(version STREQUAL "")
      continue()
    endif()
    set(licence_kind "\"license\": {\"id\": \"${licence}\"}")
    if(licence MATCHES " ")
      set(licence_kind "\"expression\": \"${licence}\"")
    endif()
    list(APPEND components "    {\"type\": \"library\", \"name\": \"${name}\", \"version\": \"${version}\",
     \"purl\": \"pkg:generic/${name}@${version}\", \"licenses\": [{${licence_kind}}],
     \"properties\": [{\"name\": \"lianxi:file\", \"value\": \"${loaded}\"}]}")
  endforeach()
  list(JOIN components ",\n" components)
  file(CONFIGURE OUTPUT ${file} CONTENT "{
  \"bomFormat\": \"CycloneDX\",
  \"specVersion\": \"1.5\",
  \"version\": 1,
  \"metadata\": {
    \"component\": {\"type\": \"application\", \"name\": \"lianxi\", \"version\": \"${PROJECT_VERSION}\",
                  \"licenses\": [{\"license\": {\"id\": \"MIT\"}}]}
  },
  \"components\": [
${components}
  ]
}
" @ONLY)
endfunction()

set(xlsxwriter_found_version "")
if(XLSXWRITER)
  set(xlsxwriter_found_version ${xlsxwriter_VERSION})
endif()
lianxi_bill_of_materials(${PROJECT_BINARY_DIR}/lianxi.cdx.json
  "fmt|${fmt_VERSION}|MIT|libfmt"
  "yaml-cpp|${yaml-cpp_VERSION}|MIT|libyaml-cpp"
  "nlohmann-json|${nlohmann_json_VERSION}|MIT|"
  "CLI11|${CLI11_VERSION}|BSD-3-Clause|"
  "dtl|${dtl_VERSION}|BSD-3-Clause|"
  "utf8proc|${utf8proc_VERSION}|MIT|libutf8proc"
  "libmd|${libmd_VERSION}|BSD-3-Clause AND BSD-2-Clause AND ISC AND Beerware|libmd"
  "zlib|${zlib_VERSION}|Zlib|libz"
  "libgit2|${libgit2_VERSION}|GPL-2.0-only WITH GCC-exception-2.0|libgit2"
  "libzip|${libzip_VERSION}|BSD-3-Clause|libzip"
  "cmark-gfm|${cmark-gfm_VERSION}|BSD-2-Clause|libcmark-gfm"
  "libxlsxwriter|${xlsxwriter_found_version}|BSD-2-Clause|libxlsxwriter"
  "expat|${expat_VERSION}|MIT|libexpat"
  "sqlite3|${sqlite3_VERSION}|blessing|libsqlite3"
  "libical|${libical_VERSION}|LGPL-2.1-only OR MPL-2.0|libical")
