# lianxi_on_demand(NAME FILE): what stands in FILE is loaded by the commands that need it and not
# linked. Its name for the loader and Debian's package of it go into the header found_libraries.hpp
# under NAME; the package is the last of `loaded_packages`.
function(lianxi_on_demand name file)
  execute_process(COMMAND ${CMAKE_READELF} --dynamic --wide ${file}
    OUTPUT_VARIABLE dynamic ERROR_VARIABLE fault)
  if(NOT dynamic MATCHES "SONAME[^[]*\\[([^]]+)\\]")
    message(FATAL_ERROR "${file} is no shared library that could be loaded on demand. ${fault}")
  endif()
  set(soname ${CMAKE_MATCH_1})
  lianxi_package_of(${soname} package)
  string(APPEND found_libraries
    "inline constexpr FoundLibrary ${name}{\"${soname}\", \"${package}\"};\n")
  set(found_libraries "${found_libraries}" PARENT_SCOPE)
  set(loaded_packages ${loaded_packages} ${package} PARENT_SCOPE)
endfunction()

# Debian's package of a library: of what is installed here, else by Debian's rule for their names.
function(lianxi_package_of soname out)
  set(owner "")
  find_program(DPKG_QUERY dpkg-query)
  mark_as_advanced(DPKG_QUERY)
  if(DPKG_QUERY)
    execute_process(COMMAND ${DPKG_QUERY} --search */${soname} OUTPUT_VARIABLE owner ERROR_QUIET)
  endif()
  if(owner MATCHES "^([a-z0-9][a-z0-9+.-]+)[:,]")
    set(package ${CMAKE_MATCH_1})
  else()
    string(REGEX REPLACE "([0-9])\\.so\\." "\\1-" package ${soname})
    string(REPLACE .so. "" package ${package})
  endif()
  set(${out} ${package} PARENT_SCOPE)
endfunction()
