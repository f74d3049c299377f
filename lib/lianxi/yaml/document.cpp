#include <lianxi/yaml/document.hpp>
#include <lianxi/yaml/plain_reader.hpp>

namespace lianxi {

bool read_document(const DocumentText& text, Arena& keep, DocumentSink& sink, Findings& findings) {
  if (is_blank(text.bytes)) return true;
  Arena scratch;
  TreeBuilder builder(scratch, sink);
  if (read_plain(text, keep, builder)) return true;
  sink.restart();
  return read_with_yaml_cpp(text, keep, sink, findings);
}

}  // namespace lianxi
