// A sheet as records that are to be written.
#pragma once
#include <vector>

#include <lianxi/export.hpp>
#include <lianxi/sheets/grid.hpp>
#include <lianxi/sheets/import_options.hpp>
#include <lianxi/writing/draft.hpp>

namespace lianxi LIANXI_EXPORT {

class Book;
struct Collection;

/// What an import comes to. Where there are faults nothing is to be written.
struct Imported {
  std::vector<Draft> drafts = {};
  std::vector<SheetFault> faults = {};  ///< All of them, by row and column.
  std::size_t passed_over = 0;          ///< Rows whose records are there already.
  std::vector<Message> notes = {};      ///< What was passed over or made up, for people.
};

/// The records of a sheet's rows for a collection of the book, which may be empty.
Imported import_sheet(const Book&, const Collection&, const Grid&, const ImportOptions&);

}  // namespace lianxi
