#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

#include <lianxi/base/parallel.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/utf8.hpp>
#include <lianxi/base/words.hpp>
#include <lianxi/book/book_state.hpp>
#include <lianxi/book/file_reader.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/records/waivers.hpp>
#include <lianxi/schema/hand_slips.hpp>
#include <lianxi/slips/syntax_fault.hpp>
#include <lianxi/yaml/document_reading.hpp>
#include <lianxi/yaml/encoding.hpp>

namespace lianxi {
namespace {

using Flags = CollectionFlags;

std::size_t number_of(const Collection& collection) {
  return std::size_t(&collection - all_collections().data());
}

bool is_alliance(const Collection& collection) { return number_of(collection) == 0; }

std::vector<std::string_view> collection_names(bool english) {
  std::vector<std::string_view> names;
  for (const Collection& c : all_collections()) names.push_back(english ? c.type->en : c.type->zh);
  return names;
}

/// Gets the records of one document; they count only when all of it could be read.
class DocumentReader : public DocumentSink {
 public:
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
  Flags incomplete() const { return incomplete_; }
  /// How many waivers the file has held so far.
  std::uint32_t waivers() const { return waivers_; }

  void restart() override {
    records_.clear();
    findings_.clear();
    keys_.clear();
    with_digits_.clear();
    incomplete_.reset();
    keep_.rewind(start_);
    waivers_ = waivers_before_;
    misread_ = false;
  }

  void collection(const Node& key) override {
    collection_ = nullptr;
    key_ = key.at;
    if (key.kind != Node::Kind::scalar || key.oddity != Oddity::none ||
        (key.style == Style::plain && key.text == "<<")) {
      decoder_.fault(rule_names::yaml_subset, key.at,
                     say({"a key must be a plain word", "键必须是普通文字"}),
                     say({"write the name of a collection", "请写集合的名称"}));
      return;
    }
    collection_ = collection_named(key.text);
    if (key.text.starts_with("\u3000") || key.text.starts_with("\u00A0"))
      return report_misread(key);
    if (misread_) collection_ = nullptr;
    if (misread_ || !check_repetition(key)) return;
    if (!collection_) report_unknown(key);
  }

  void item(const Node& item) override {
    if (!collection_) return report_faults_within(item, decoder_);
    if (!is_given(item)) return;
    if (is_alliance(*collection_)) return;  // the list itself is the fault
    read_record(item);
  }

  void list_end(Place at, bool had_items) override {
    if (!collection_ || !is_alliance(*collection_) || !had_items) return;
    incomplete_.set(number_of(*collection_));
    decoder_.fault(rule_names::wrong_type, at,
                   say({"“alliance” is one mapping, not a list", "“联盟”是一个映射，不是列表"}),
                   say({"leave out the “-”", "请去掉“-”"}));
  }

  void value(const Node& value) override {
    if (!collection_) return report_faults_within(value, decoder_);
    if (!is_given(value)) return;
    if (is_alliance(*collection_)) {
      if (!alliance_repeated_) read_record(value);
      return;
    }
    incomplete_.set(number_of(*collection_));
    accept(value, Node::Kind::list,
           {"a list of records, each beginning with “-”", "记录列表，每条以“-”开头"}, decoder_);
  }

  void not_a_mapping(const Node& root) override {
    findings_.push_back(lianxi::not_a_mapping(root.at));
    blame_hand(findings_.back(), root, {.pairs = true, .spaces = true}, decoder_);
  }

 private:
  struct Key {
    std::string text;
    Place at;
  };

  void read_record(const Node& node) {
    const std::size_t before = findings_.size();
    decoder_.take_digits();
    if (!collection_->decode(node, decoder_, records_))
      incomplete_.set(number_of(*collection_));
    else if (decoder_.take_digits())
      with_digits_.push_back(
          {collection_->type, &collection_->at(records_, collection_->size(records_) - 1)});
    if (collection_->type == &Waiver::type) name_waiver(before);
    if (is_alliance(*collection_)) note_alliance(before);
  }

  void name_waiver(std::size_t before) {
    ++waivers_;
    decoder_.name_since(before, fmt::format("waivers/{}/{}", source_.path, waivers_));
    if (records_.waivers.empty()) return;
    // The record was made by this document's decoding a moment ago.
    const Waiver& last = records_.waivers[records_.waivers.size() - 1];
    if (last.number == 0) const_cast<Waiver&>(last).number = waivers_;
  }

  void note_alliance(std::size_t before) {
    decoder_.name_since(before, "alliance");
    if (!records_.alliances.empty())
      const_cast<Alliance&>(records_.alliances[records_.alliances.size() - 1]).key = key_;
  }

  /// A collection is known by its English name, anything else by what was written.
  bool check_repetition(const Node& key) {
    const std::string name(collection_ ? collection_->type->en : key.text);
    const auto [at, is_new] = keys_.try_emplace(name, Key{std::string(key.text), key.at});
    if (!is_new) {
      const Key& earlier = at->second;
      const bool same = earlier.text == key.text;
      auto& finding = decoder_.fault(
          same ? rule_names::duplicate_key : rule_names::duplicate_field, key.at,
          same ? say({"“{}” is given twice in one document", "“{}”在同一文档里写了两次"}, key.text)
               : say({"“{}” and “{}” are the same collection", "“{}”和“{}”是同一集合"},
                     earlier.text, key.text),
          say({"put all records under one of them", "请把记录合并到一处"}));
      finding.related.push_back({earlier.at, say({"first given here", "第一次写在这里"})});
      alliance_repeated_ = collection_ && is_alliance(*collection_);
      return false;
    }
    return true;
  }

  void report_misread(const Node& key) {
    if (!misread_) findings_.clear();
    misread_ = true;
    collection_ = nullptr;
    report_unknown(key);
  }

  void report_unknown(const Node& key) {
    const bool english = !key.text.empty() && is_ascii(key.text[0]);
    const auto names = collection_names(english);
    const auto near = nearest(key.text, names);
    // What refers to records under a misspelt name is one fault with it.
    if (const Collection* meant = collection_named(near)) incomplete_.set(number_of(*meant));
    Finding& finding = decoder_.fault(
        rule_names::unknown_collection, key.at,
        say({"there is no collection “{}”", "没有“{}”这个集合"}, key.text),
        near.empty() ? say({"there are: {}", "可用：{}"}, fmt::format("{}", fmt::join(names, ", ")))
                     : say({"did you mean “{}”?", "是不是“{}”？"}, near));
    if (!blame_key(finding, key, decoder_, {}))
      offer_word(finding, key, near, all_names(), decoder_);
  }

  static std::vector<Word> all_names() {
    std::vector<Word> names;
    for (const Collection& c : all_collections()) names.push_back({c.type->en, c.type->zh});
    return names;
  }

  const Source& source_;
  Arena& keep_;
  Arena::Mark start_;
  std::uint32_t waivers_before_, waivers_ = waivers_before_;
  Findings findings_;
  Decoder decoder_;
  RecordSets records_;
  std::vector<RecordOfType> with_digits_;
  std::unordered_map<std::string, Key> keys_;
  Flags incomplete_;
  const Collection* collection_ = nullptr;
  Place key_ = Place::none;  ///< Of the collection.
  bool alliance_repeated_ = false;
  bool misread_ = false;
};

/// The collections that a document which could not be read seems to have held: those
/// whose names stand at the start of a line before a colon; all when there are none.
Flags collections_named_in(std::string_view bytes) {
  Flags flags;
  while (!bytes.empty()) {
    auto line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    line.remove_prefix(std::min(line.find_first_not_of(" \t\"'{"), line.size()));
    auto end = std::min(line.find(':'), line.find("："));
    if (end == std::string_view::npos) continue;
    while (end > 0 && std::string_view(" \t\"'").find(line[end - 1]) != std::string_view::npos)
      --end;
    if (const Collection* c = collection_named(line.substr(0, end))) flags.set(number_of(*c));
  }
  return flags.none() ? flags.set() : flags;
}

}  // namespace

/// What one file gave.
struct FileResult {
  RecordSets records;
  std::vector<RecordOfType> with_digits;
  Findings findings;
  Flags incomplete;
};

/// Reads one file; `keep` belongs to the thread that does it.
static FileResult read_file(const Source& source, Arena& keep) {
  FileResult result;
  if (auto fault = encoding_fault(source)) {
    result.findings.push_back(std::move(*fault));
    result.incomplete.set();
    return result;
  }
  std::uint32_t waivers = 0;
  for (const DocumentText& text : split_documents(source)) {
    DocumentReader reader(source, text, keep, waivers);
    const auto stop = read_document(text, keep, reader);
    std::ranges::move(stop ? syntax_faults(text, *stop) : std::move(reader.findings()),
                      std::back_inserter(result.findings));
    if (!stop && !reader.is_misread()) {
      waivers = reader.waivers();
      result.records.append(reader.records());
      std::ranges::copy(reader.with_digits(), std::back_inserter(result.with_digits));
      result.incomplete |= reader.incomplete();
    } else {
      result.incomplete |= collections_named_in(text.bytes);
    }
  }
  return result;
}

/// Puts the file results into a book; a friend of it.
class FileReader {
 public:
  explicit FileReader(Book& book) : book_(book) {}

  void run(std::vector<InputFile> files, unsigned jobs) {
    book_.state_->file_count =
        std::size_t(std::ranges::count(files, false, &InputFile::is_ignored));
    for (InputFile& file : files) add(std::move(file));
    std::vector<FileResult> results(book_.state_->sources.files().size());
    parse(results, jobs);
    std::vector<RecordSets*> records;
    for (FileResult& result : results) records.push_back(&result.records);
    book_.append(records);
    for (FileResult& result : results) {
      std::ranges::copy(result.with_digits, std::back_inserter(book_.state_->with_digits));
      std::ranges::move(result.findings, std::back_inserter(book_.state_->findings));
      book_.state_->incomplete |= result.incomplete;
    }
  }

 private:
  void add(InputFile file) {
    if (file.is_ignored) return report_ignored(std::move(file.path));
    const bool too_much = !file.fault && !book_.state_->sources.add(file.path, file.bytes);
    if (too_much) file.fault = say({"the book is over 2 GiB", "整个账本超过 2 GiB"});
    if (!file.fault) return;
    book_.state_->sources.add(std::move(file.path), "");
    Finding finding{.rule = rule_names::file_unreadable,
                    .at = book_.state_->sources.files().back().start};
    finding.message = std::move(*file.fault);
    finding.hint =
        say({"check that the file is there and may be read", "请检查文件是否存在、能否读取"});
    book_.state_->findings.push_back(std::move(finding));
    book_.state_->incomplete.set();
  }

  void report_ignored(std::string path) {
    const auto name = path.substr(0, path.size() - std::string_view(".txt").size());
    book_.state_->sources.add(std::move(path), "");
    Finding finding{.rule = rule_names::file_ignored,
                    .at = book_.state_->sources.files().back().start};
    finding.message = say(
        {"this file is not read, since its name ends in “.txt”", "文件名以“.txt”结尾，不会被读取"});
    finding.hint = say({"rename it to {}; some editors add the ending and hide it",
                        "请改名为 {}；有的编辑器会自动加上这个后缀，又不显示"},
                       name);
    book_.state_->findings.push_back(std::move(finding));
  }

  void parse(std::vector<FileResult>& results, unsigned jobs) {
    auto& arenas = book_.state_->arenas;
    for (unsigned i = 0; i < std::max(1U, jobs); ++i) arenas.push_back(std::make_unique<Arena>());
    in_parallel(jobs, results.size(), [&](std::size_t file, unsigned thread) {
      results[file] = read_file(book_.state_->sources[file], *arenas[thread]);
    });
  }

  Book& book_;
};

DocumentFaults faults_of(const Source& source) {
  Arena keep;
  const DocumentText text{source.bytes, source.start};
  DocumentReader reader(source, text, keep, 0);
  if (const auto stop = read_document(text, keep, reader))
    return {syntax_faults(text, *stop), false};
  return {std::move(reader.findings()), !reader.is_misread()};
}

void read_files(Book& book, std::vector<InputFile> files, unsigned jobs) {
  FileReader(book).run(std::move(files), jobs);
}

}  // namespace lianxi
