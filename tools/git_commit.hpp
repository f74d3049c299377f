// A change of a book's files as a commit of its own.
#pragma once
#include <string>
#include <vector>

namespace lianxi::tool {

/// Throws where one of the files has changes that are not committed: they would go with this one.
void refuse_uncommitted(const std::string& folder, const std::vector<std::string>& paths);

/// Commits these files and nothing else, whatever else is staged. Throws Error with git's words.
void commit_files(const std::string& folder, const std::vector<std::string>& paths,
                  const std::string& subject, const std::string& body);

}  // namespace lianxi::tool
