// A file's bytes into documents, a document's bytes into events.
#pragma once
#include <string_view>
#include <vector>

#include <lianxi/base/arena.hpp>
#include <lianxi/base/finding.hpp>
#include <lianxi/base/source.hpp>
#include <lianxi/yaml/tree_builder.hpp>

namespace lianxi {

/// A stretch of a file that is one YAML document.
struct DocumentText {
  std::string_view bytes;
  Place start = Place::none;
};

/// Whether there is nothing but comments, blank lines, directives and markers.
bool is_blank(std::string_view bytes);

/// Cuts a file at its `---` and `...` lines. These end a document wherever they
/// stand at the start of a line, so no YAML need be understood for it.
std::vector<DocumentText> split_documents(const Source&);

/// Reads a document into `sink`: with the plain reader where it is written plainly,
/// else with yaml-cpp, which also finds the words for what is wrong. False when it
/// cannot be read; what the sink got until then is to be forgotten.
bool read_document(const DocumentText&, Arena& keep, DocumentSink&, Findings&);

/// Reads a document into `sink`; texts that are not in the source as they stand
/// go to `keep`. On a fault it adds one finding and returns false; what the sink
/// got until then is to be forgotten.
bool read_with_yaml_cpp(const DocumentText&, Arena& keep, DocumentSink&, Findings&);

}  // namespace lianxi
