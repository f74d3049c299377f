// The records of one document.
#pragma once
#include <string>
#include <unordered_map>

#include <lianxi/book/book_state.hpp>
#include <lianxi/schema/decoder.hpp>
#include <lianxi/yaml/document_reading.hpp>

namespace lianxi {

struct Word;

/// The position of a collection among all, as CollectionFlags has it.
std::size_t number_of(const Collection&);
bool is_alliance(const Collection&);

/// Gets the records of one document, or of a piece of it; they count only when all of it could be
/// read.
class DocumentReader : public DocumentSink {
 public:
  /// `waivers_before`: how many the file has held before the document.
  DocumentReader(const Source& source, const DocumentText& text, Arena& keep,
                 std::uint32_t waivers_before)
      : source_(source),
        keep_(keep),
        start_(keep.mark()),
        waivers_before_(waivers_before),
        decoder_(keep, findings_, text) {}

  RecordSets& records() { return records_; }
  Findings& findings() { return findings_; }
  /// The records of which a text may hold a personal number.
  const std::vector<RecordOfType>& with_digits() const { return with_digits_; }
  /// Whether wide spaces in an indentation make the document another one than was meant:
  /// YAML takes them for the beginning of a key.
  bool is_misread() const { return misread_; }
  /// The collections of which records were lost.
  CollectionFlags incomplete() const { return incomplete_; }
  /// How many waivers the file has held so far.
  std::uint32_t waivers() const { return waivers_; }

  /// A key at the top.
  struct Key {
    std::string text;
    Place at;
  };
  /// Those that have come, by the English name of the collection, else as they are written.
  const std::unordered_map<std::string, Key>& keys() const { return keys_; }

  void restart() override;
  void collection(const Node& key) override;
  void item(const Node& item) override;
  void list_end(Place at, bool had_items) override;
  void value(const Node& value) override;
  void not_a_mapping(const Node& root) override;

 private:
  void read_record(const Node& node);
  void name_waiver(std::size_t before);
  void note_alliance(std::size_t before);
  bool check_repetition(const Node& key);
  void report_misread(const Node& key);
  void report_unknown(const Node& key);

  const Source& source_;
  Arena& keep_;
  Arena::Mark start_;
  std::uint32_t waivers_before_, waivers_ = waivers_before_;
  Findings findings_;
  Decoder decoder_;
  RecordSets records_;
  std::vector<RecordOfType> with_digits_;
  std::unordered_map<std::string, Key> keys_;
  CollectionFlags incomplete_;
  const Collection* collection_ = nullptr;
  Place key_ = Place::none;  ///< Of the collection.
  bool alliance_repeated_ = false;
  bool misread_ = false;
};

}  // namespace lianxi
