#include <algorithm>
#include <map>
#include <string_view>

#include <lianxi/base/foreign_encoding.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/base/places.hpp>
#include <lianxi/book/book.hpp>
#include <lianxi/book/document_mending.hpp>
#include <lianxi/book/mending.hpp>
#include <lianxi/yaml/document_reading.hpp>
#include <lianxi/yaml/encoding.hpp>

namespace lianxi LIANXI_EXPORT {
namespace {

/// Numbers the lines of a text for places that come in order, in one pass.
class LineCount {
 public:
  LineCount(std::string_view text, std::uint32_t first) : text_(text), line_(first) {}

  std::uint32_t line_of(std::size_t at) {
    if (at < counted_) return line_ - lines_in(at, counted_);
    line_ += lines_in(counted_, at);
    counted_ = at;
    return line_;
  }

 private:
  std::uint32_t lines_in(std::size_t from, std::size_t to) const {
    return std::uint32_t(std::ranges::count(text_.substr(from, to - from), '\n'));
  }

  std::string_view text_;
  std::size_t counted_ = 0;
  std::uint32_t line_;
};

/// The file in UTF-8, or nothing where it is neither that nor can be made so for certain.
std::optional<MendedFile> as_text(const InputFile& file) {
  MendedFile text{.path = file.path, .bytes = std::string(file.bytes.view()), .mends = {}};
  const Source source{file.path, file.bytes, Place(1)};
  if (!encoding_fault(source)) return text;
  auto converted = in_utf8(file.bytes);
  if (!converted) return std::nullopt;
  text.encoding = foreign_encoding(file.bytes);
  text.bytes = std::move(*converted);
  const Source again{file.path, text.bytes, Place(1)};
  if (encoding_fault(again)) return std::nullopt;
  text.mends.push_back({1, say({"the file was in {}", "文件原为 {} 编码"}, text.encoding)});
  return text;
}

/// Mends each document of the text; false where one cannot be read even so.
bool mend_documents(MendedFile& file) {
  const Source source{file.path, file.bytes, Place(1)};
  std::string mended;
  std::size_t copied = 0;
  bool all_read = true;
  LineCount lines(source.bytes, 1);
  for (const DocumentText& text : split_documents(source)) {
    const auto start = std::size_t(text.start) - std::size_t(source.start);
    auto document = mend_document(text.bytes);
    all_read &= document.is_read;
    file.gave_up |= document.gave_up;
    mended.append(file.bytes, copied, start - copied);
    copied = start + text.bytes.size();
    LineCount lines_below(document.bytes, lines.line_of(start));
    std::ranges::stable_sort(document.places, {}, &MendedPlace::at);
    for (MendedPlace& place : document.places)
      file.mends.push_back({lines_below.line_of(place.at), std::move(place.what)});
    mended += document.bytes;
  }
  mended.append(file.bytes, copied);
  file.bytes = std::move(mended);
  return all_read;
}

}  // namespace

std::optional<MendedFile> mend(const InputFile& file) {
  if (file.fault) return std::nullopt;
  auto mended = as_text(file);
  if (!mended) return std::nullopt;
  mended->before = mended->bytes;
  const bool all_read = mend_documents(*mended);
  // Text that makes no sense was perhaps in another encoding after all.
  if (!mended->encoding.empty() && !all_read) return std::nullopt;
  if (mended->mends.empty() && !mended->gave_up) return std::nullopt;
  return mended;
}

namespace {

/// The files as they are once each was mended.
std::vector<InputFile> with_mended(const std::vector<InputFile>& files,
                                   const std::map<std::string, MendedFile>& mended) {
  std::vector<InputFile> now = files;
  for (InputFile& file : now)
    if (const auto found = mended.find(file.path); found != mended.end())
      file.bytes = found->second.bytes;
  return now;
}

/// The findings of names that can be mended, by file, each in order.
std::map<std::string, std::vector<const Finding*>> names_by_file(const Book& book) {
  std::map<std::string, std::vector<const Finding*>> names;
  for (const Finding& finding : book.findings())
    if (finding.rule == rule_names::name_for_id && !finding.edits.empty())
      names[path_of(book.sources(), finding.at)].push_back(&finding);
  for (auto& [path, found] : names)
    std::ranges::sort(found, {}, [](const Finding* finding) { return finding->edits.front().at; });
  return names;
}

void mend_names(const Book& book, const std::vector<const Finding*>& names, MendedFile& file) {
  std::string mended;
  std::size_t copied = 0;
  for (const Finding* finding : names) {
    const Edit& edit = finding->edits.front();
    const std::size_t at = file.bytes.size() - book.sources().rest(edit.at).size();
    mended.append(file.bytes, copied, at - copied);
    mended += edit.replacement;
    copied = at + edit.size;
    const auto line = book.sources().position(finding->at).line;
    file.mends.push_back({std::uint32_t(line), finding->message});
  }
  mended.append(file.bytes, copied);
  file.bytes = std::move(mended);
  std::ranges::stable_sort(file.mends, {}, &Mend::line);
}

}  // namespace

std::vector<MendedFile> mend_book(const std::vector<InputFile>& files) {
  std::map<std::string, MendedFile> mended;
  for (const InputFile& file : files)
    if (auto one = mend(file)) mended.emplace(file.path, std::move(*one));
  const Book book = Book::read(with_mended(files, mended));
  const auto names = names_by_file(book);
  std::vector<MendedFile> all;
  for (const InputFile& file : files) {
    const auto found = mended.find(file.path);
    const auto named = names.find(file.path);
    if (found == mended.end() && named == names.end()) continue;
    all.push_back(found != mended.end() ? std::move(found->second)
                                        : MendedFile{.path = file.path,
                                                     .bytes = std::string(file.bytes.view()),
                                                     .before = std::string(file.bytes.view()),
                                                     .mends = {}});
    if (named != names.end()) mend_names(book, named->second, all.back());
  }
  return all;
}

}  // namespace lianxi
