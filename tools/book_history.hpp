// The history of the book that a command was given.
#pragma once
#include <optional>

#include <lianxi/history/book_history.hpp>

#include "session.hpp"

namespace lianxi::tool {

/// From the commit that `--at` names, or HEAD; nothing where nothing was committed yet. Throws
/// Error where the book lies in no git repository. What the book ignores now is not followed.
std::optional<BookHistory> history_of_book(Session&, const Book&);

}  // namespace lianxi::tool
