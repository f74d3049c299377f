// Holds the plain reader against yaml-cpp: the same bytes through both, what comes out
// written down, and the two papers compared. Shared by a test and a fuzzer.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <fmt/format.h>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <lianxi/yaml/conflict_markers.hpp>
#include <lianxi/yaml/document_reading.hpp>
#include <lianxi/yaml/encoding.hpp>
#include <lianxi/yaml/plain_reader.hpp>

namespace lianxi::plain_reader_check {

/// Writes down all that a document holds: kinds, texts, styles, places, order.
class Recorder : public DocumentSink {
 public:
  explicit Recorder(Place start) : start_(start) {}

  void restart() override { paper_.clear(); }
  void collection(const Node& key) override { write("collection", key, 0); }
  void item(const Node& item) override { write("item", item, 1); }
  void list_end(Place at, bool had_items) override {
    fmt::format_to(out(), "list @{}{}\n", offset(at), had_items ? "" : " without items");
  }
  void value(const Node& value) override { write("value", value, 1); }
  void not_a_mapping(const Node& root) override { write("not a mapping", root, 0); }

  const std::string& paper() const { return paper_; }

 private:
  std::back_insert_iterator<std::string> out() { return std::back_inserter(paper_); }

  std::uint32_t offset(Place at) const { return std::uint32_t(at) - std::uint32_t(start_); }

  void write(std::string_view what, const Node& node, std::size_t depth) {
    static constexpr std::array kinds = {"null", "scalar", "list", "map", "refused"};
    static constexpr std::array styles = {"plain", "quoted", "block"};
    fmt::format_to(out(), "{:{}}{} @{} {}", "", 2 * depth, what, offset(node.at),
                   kinds[std::size_t(node.kind)]);
    if (node.kind == Node::Kind::scalar)
      fmt::format_to(out(), " {} <{}>", styles[std::size_t(node.style)], node.text);
    if (node.oddity != Oddity::none) fmt::format_to(out(), " odd {}", int(node.oddity));
    paper_ += '\n';
    for (const Node& child : node) {
      if (child.key) write("key", *child.key, depth + 1);
      write(child.key ? "of it" : "item", child, depth + 1);
    }
  }

  Place start_;
  std::string paper_;
};

/// What became of one document.
struct Verdict {
  bool plain = false;      ///< Whether the plain reader took it.
  bool valid = false;      ///< Whether yaml-cpp did; only asked where the plain reader took it.
  std::string difference;  ///< Both papers where they are not the same.
};

inline std::string told(const std::optional<ReadingStop>& stop) {
  if (!stop) return {};
  return fmt::format("stopped at {}, the last value at {}, cause {}: {}\n", stop->stopped,
                     stop->last, int(stop->cause), stop->reason);
}

inline std::string difference_of(const DocumentText& document, std::string_view reader,
                                 const std::string& ours, const std::string& theirs) {
  if (ours == theirs) return {};
  return fmt::format("--- document\n{}\n--- {}\n{}--- yaml-cpp\n{}", document.bytes, reader, ours,
                     theirs);
}

inline Verdict compare(const DocumentText& document) {
  Verdict verdict;
  Recorder plain(document.start);
  Arena kept;
  {
    Arena scratch;
    TreeBuilder builder(scratch, plain);
    verdict.plain = read_plain(document, kept, builder);
  }
  if (!verdict.plain) return verdict;
  Recorder full(document.start);
  const auto stop = read_with_yaml_cpp(document, kept, full);
  verdict.valid = !stop;
  verdict.difference =
      difference_of(document, "plain reader", plain.paper(), told(stop) + full.paper());
  return verdict;
}

/// Holds all that reads a document against yaml-cpp alone: the same values, or the same stop.
inline std::string compare_whole(const DocumentText& document) {
  if (is_blank(document.bytes) || !conflicts_in(document.bytes).empty()) return {};
  Recorder ours(document.start), theirs(document.start);
  Arena kept;
  const auto our_stop = read_document(document, kept, ours);
  const auto their_stop = read_with_yaml_cpp(document, kept, theirs);
  return difference_of(document, "both readers", our_stop ? told(our_stop) : ours.paper(),
                       their_stop ? told(their_stop) : theirs.paper());
}

/// Whether yaml-cpp reads all documents of a file.
inline bool is_valid(const std::string& bytes) {
  Sources sources;
  if (!sources.add("fuzz.yaml", bytes) || encoding_fault(sources[0])) return false;
  for (const DocumentText& document : split_documents(sources[0]))
    if (!is_blank(document.bytes) && try_reading(document.bytes)) return false;
  return true;
}

/// What became of many files.
struct Tally {
  std::size_t documents = 0, plain = 0, differences = 0;
  std::string first_difference;

  void add(const DocumentText& document) {
    auto verdict = compare(document);
    ++documents;
    plain += verdict.plain;
    // What was given up is yaml-cpp's own; that it comes out unchanged is looked at now and then.
    if (!verdict.plain && document.bytes.size() % 8 == 0)
      verdict.difference = compare_whole(document);
    if (verdict.difference.empty()) return;
    if (differences++ == 0) first_difference = std::move(verdict.difference);
  }

  /// Compares the readers on each document of a file, if its bytes are text.
  void add_file(std::string bytes) {
    Sources sources;
    if (!sources.add("fuzz.yaml", std::move(bytes)) || encoding_fault(sources[0])) return;
    for (const DocumentText& document : split_documents(sources[0])) add(document);
  }
};

}  // namespace lianxi::plain_reader_check
