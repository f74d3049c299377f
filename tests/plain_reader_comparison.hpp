// Holds the plain reader against yaml-cpp: the same bytes through both, what comes out
// written down, and the two papers compared. Shared by a test and a fuzzer.
#pragma once
#include <algorithm>
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
#include <lianxi/yaml/document_pieces.hpp>
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
  bool plain = false;      ///< Whether the plain reader took it,
  bool by_item = false;    ///< or did but for some records,
  bool in_pieces = false;  ///< and whether it was read in pieces too.
  std::string difference;  ///< What a reader and yaml-cpp made of it, where that is not the same.
};

/// What yaml-cpp makes of a document, asked only when there is something to hold against it.
class LastWord {
 public:
  explicit LastWord(const DocumentText& document) : document_(document) {}

  /// All that it holds, or where reading stopped and why.
  const std::string& paper() {
    if (!paper_) paper_ = read();
    return *paper_;
  }

  std::string difference_from(std::string_view reader, const std::string& ours) {
    if (ours == paper()) return {};
    return fmt::format("--- document\n{}\n--- {}\n{}--- yaml-cpp\n{}", document_.bytes, reader,
                       ours, paper());
  }

  static std::string told(const ReadingStop& stop) {
    return fmt::format("stopped at {}, the last value at {}, cause {}: {}\n", stop.stopped,
                       stop.last, int(stop.cause), stop.reason);
  }

 private:
  std::string read() const {
    Recorder recorder(document_.start);
    Arena keep;
    const auto stop = read_with_yaml_cpp(document_, keep, recorder);
    return stop ? told(*stop) : recorder.paper();
  }

  DocumentText document_;
  std::optional<std::string> paper_;
};

/// What the plain reader makes of a document, or nothing where it gives up.
inline std::optional<std::string> read_plainly(const DocumentText& document,
                                               ReadStrangeItem* read_strange) {
  Recorder recorder(document.start);
  Arena scratch, keep;
  TreeBuilder builder(scratch, recorder);
  if (!read_plain(document, keep, builder, read_strange)) return std::nullopt;
  return recorder.paper();
}

inline std::string read_whole(const DocumentText& document) {
  Recorder recorder(document.start);
  Arena keep;
  const auto stop = read_document(document, keep, recorder);
  return stop ? LastWord::told(*stop) : recorder.paper();
}

/// Without the places for which nobody asks, and which are others in pieces: that of a list which
/// was cut, and of records that are nothing.
inline std::string without_some_places(std::string_view paper) {
  std::string out;
  while (!paper.empty()) {
    const auto line = paper.substr(0, paper.find('\n'));
    const bool is_list = line.starts_with("list @");
    const bool is_nothing = line.starts_with("  item @") && line.ends_with(" null");
    out += is_list || is_nothing ? line.substr(0, line.find('@')) : line;
    out += '\n';
    paper.remove_prefix(std::min(line.size() + 1, paper.size()));
  }
  return out;
}

/// Only collections that the format knows are cut.
inline bool can_be_cut(const DocumentPiece& piece) {
  static constexpr std::string_view known[] = {"a", "b", "x", "id", "date", "甲", "会议"};
  return piece.around.key == Place::none || std::ranges::find(known, piece.key) != std::end(known);
}

/// Puts together what the pieces of a document hold; nothing where they do not fit.
inline std::optional<std::string> read_in_pieces(const DocumentText& document, std::size_t size) {
  const auto pieces = cut_at_items(document, size);
  if (pieces.size() < 2 || !std::ranges::all_of(pieces, can_be_cut)) return std::nullopt;
  std::string all;
  Arena keep;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Recorder recorder(document.start);
    const auto end = read_piece(pieces[i], keep, recorder);
    const bool is_last = i + 1 == pieces.size();
    if (!end || (!is_last && *end != pieces[i + 1].around)) return std::nullopt;
    std::string_view paper = recorder.paper();
    if (i > 0) paper.remove_prefix(paper.find('\n') + 1);  // the key, which has come already
    if (!is_last) paper = paper.substr(0, paper.rfind('\n', paper.size() - 2) + 1);
    all += paper;
  }
  return all;
}

/// Holds against yaml-cpp all ways in which a document is read.
inline Verdict compare(const DocumentText& document) {
  Verdict verdict;
  LastWord last_word(document);
  if (const auto paper = read_plainly(document, nullptr)) {
    verdict.plain = true;
    verdict.difference = last_word.difference_from("plain reader", *paper);
  } else if (const auto by_item = read_plainly(document, read_item_with_yaml_cpp)) {
    verdict.by_item = true;
    verdict.difference = last_word.difference_from("plain reader, strange items apart", *by_item);
  } else if (document.bytes.size() % 8 == 0 && !is_blank(document.bytes) &&
             conflicts_in(document.bytes).empty()) {
    // What was given up is yaml-cpp's own; that it comes out unchanged is seen now and then.
    verdict.difference = last_word.difference_from("all that reads it", read_whole(document));
  }
  if (!verdict.difference.empty()) return verdict;
  const std::size_t size = document.bytes.size() % 3 == 0 ? 30 : 1;
  if (const auto paper = read_in_pieces(document, size)) {
    verdict.in_pieces = true;
    if (without_some_places(*paper) != without_some_places(last_word.paper()))
      verdict.difference = last_word.difference_from("pieces", *paper);
  }
  return verdict;
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
  std::size_t documents = 0, plain = 0, by_item = 0, in_pieces = 0, differences = 0;
  std::string first_difference;

  void add(const DocumentText& document) {
    auto verdict = compare(document);
    ++documents;
    plain += verdict.plain;
    by_item += verdict.by_item;
    in_pieces += verdict.in_pieces;
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
