// The first files of a new book.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <lianxi/base/date.hpp>
#include <lianxi/base/phrase.hpp>
#include <lianxi/export.hpp>
#include <lianxi/writing/draft.hpp>

namespace lianxi LIANXI_EXPORT {

/// A file to be written, by its path in the book.
struct NewFile {
  std::string path, bytes;
};

/// An alliance with one unit, its office, that `validate` has nothing to say against; the
/// JSON Schema, which each YAML file names in its first line so that editors help; and
/// folders for what will come. The alliance's file, which makes them a book, is the first. The
/// names of fields are those of the language. Where units are given they stand in place of that
/// one, and the first of them is the office.
std::vector<NewFile> new_book(std::string_view alliance, Date founded, Language,
                              const std::vector<Draft>& units = {});

}  // namespace lianxi
