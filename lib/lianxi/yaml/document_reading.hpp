// A file's bytes into documents, a document's bytes into events.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/arena.hpp>
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

/// Where reading a document stopped, in bytes of it, and why. What it means to a person is
/// for slips/ to say.
struct ReadingStop {
  enum class Cause : std::uint8_t {
    syntax,
    depth,     ///< Lists and mappings are nested deeper than the format allows.
    conflict,  ///< The document holds git's conflict markers.
  };

  std::size_t last = 0;     ///< The last value that was understood.
  std::size_t stopped = 0;  ///< Where reading could not go on.
  std::string reason = {};  ///< In yaml-cpp's own words.
  Cause cause = Cause::syntax;
};

/// Reads a document into `sink`: with the plain reader where it is written plainly, else
/// with yaml-cpp. Returns where it had to stop, or nothing where all of it was read; after
/// a stop, what the sink got is to be forgotten.
std::optional<ReadingStop> read_document(const DocumentText&, Arena& keep, DocumentSink&);

/// The same with yaml-cpp alone; texts that are not in the source as they stand go to `keep`.
std::optional<ReadingStop> read_with_yaml_cpp(const DocumentText&, Arena& keep, DocumentSink&);

/// Reads a document with yaml-cpp for nothing but where that stops.
std::optional<ReadingStop> try_reading(std::string_view bytes);

/// Where the one value begins that is all of a document and is no mapping; nothing where the
/// document is more, or cannot be read.
std::optional<std::size_t> lone_value(std::string_view bytes);

}  // namespace lianxi
