// From which git revision the records of a report are.
#pragma once
#include <string>

#include <lianxi/documents/document.hpp>
#include <lianxi/reports/git_provenance.hpp>

#include "session.hpp"

namespace lianxi::tool {

/// The revision of the session's book: the one that `--at` names, else HEAD, and then how many
/// records differ from it. Throws Error where there is no repository or no commit.
GitProvenance provenance_of(const Session&, const Book&);

/// The document with the line about git that a file of it has, since that line says nothing of
/// whether the file is what the records give.
Document with_line_of(Document, const std::string& path, const std::string& file);

}  // namespace lianxi::tool
