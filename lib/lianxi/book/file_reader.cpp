#include <algorithm>
#include <memory>
#include <utility>

#include <lianxi/base/parallel.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/book/book_state.hpp>
#include <lianxi/book/document_reader.hpp>
#include <lianxi/book/file_pieces.hpp>
#include <lianxi/book/file_reader.hpp>
#include <lianxi/book/record_path.hpp>
#include <lianxi/slips/syntax_fault.hpp>
#include <lianxi/yaml/encoding.hpp>

namespace lianxi {

/// The collections that a document which could not be read seems to have held: those
/// whose names stand at the start of a line before a colon; all when there are none.
static CollectionFlags collections_named_in(std::string_view bytes) {
  CollectionFlags flags;
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
    if (!stop && !reader.is_misread()) {
      waivers = reader.waivers();
      result.take(reader);
      continue;
    }
    std::ranges::move(stop ? syntax_faults(text, *stop) : std::move(reader.findings()),
                      std::back_inserter(result.findings));
    result.incomplete |= collections_named_in(text.bytes);
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
    finding.hint =
        say({"rename it to {}, or compare the two where that is there already; some "
             "editors add the ending and hide it",
             "请改名为 {}（已有该文件时请先比对两份内容）；有的编辑器会自动加上这个后缀，又不显示"},
            name);
    book_.state_->findings.push_back(std::move(finding));
  }

  void parse(std::vector<FileResult>& results, unsigned jobs) {
    auto& arenas = book_.state_->arenas;
    for (unsigned i = 0; i < std::max(1U, jobs); ++i) arenas.push_back(std::make_unique<Arena>());
    std::vector<FilePieces> pieces(results.size());
    in_parallel(jobs, results.size(), [&](std::size_t file, unsigned thread) {
      const Source& source = book_.state_->sources[file];
      if (jobs > 1) pieces[file] = pieces_of(source);
      if (pieces[file].empty()) results[file] = read_file(source, *arenas[thread]);
    });
    parse_pieces(pieces, results, jobs);
  }

  void parse_pieces(std::vector<FilePieces>& pieces, std::vector<FileResult>& results,
                    unsigned jobs) {
    std::vector<std::pair<std::size_t, std::size_t>>
        work;  // of which file, and which of its pieces
    for (std::size_t file = 0; file < pieces.size(); ++file)
      for (std::size_t piece = 0; piece < pieces[file].size(); ++piece)
        work.emplace_back(file, piece);
    in_parallel(jobs, work.size(), [&](std::size_t number, unsigned thread) {
      const auto [file, piece] = work[number];
      pieces[file].read(piece, book_.state_->sources[file], *book_.state_->arenas[thread]);
    });
    for (std::size_t file = 0; file < pieces.size(); ++file) {
      if (pieces[file].empty()) continue;
      auto joined = pieces[file].joined();
      results[file] = joined ? std::move(*joined)
                             : read_file(book_.state_->sources[file], *book_.state_->arenas[0]);
    }
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
