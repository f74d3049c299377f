#include <lianxi/yaml/conflict_markers.hpp>
#include <lianxi/yaml/document_reading.hpp>
#include <lianxi/yaml/plain_reader.hpp>

namespace lianxi {

std::optional<ReadingStop> read_document(const DocumentText& text, Arena& keep,
                                         DocumentSink& sink) {
  if (is_blank(text.bytes)) return std::nullopt;
  Arena scratch;
  TreeBuilder builder(scratch, sink);
  if (read_plain(text, keep, builder, read_item_with_yaml_cpp)) return std::nullopt;
  sink.restart();
  if (const auto conflicts = conflicts_in(text.bytes); !conflicts.empty())
    return ReadingStop{conflicts[0].at, conflicts[0].at, {}, ReadingStop::Cause::conflict};
  return read_with_yaml_cpp(text, keep, sink);
}

}  // namespace lianxi
