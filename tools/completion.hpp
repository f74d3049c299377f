// What a shell may offer at the end of a command line that is being typed. The shells' scripts hold
// no knowledge: they ask for it, `complete -- WORDS…`, with every key.
#pragma once
#include <span>
#include <string>

namespace lianxi::tool {

/// Candidates for the last of the words, which may be empty, after the program's name: one a line,
/// behind a tab what it is, where there is something to say. A line that begins with a tab asks the
/// shell for `files` or `folders` of its own. Never complains; without a book only what needs none.
std::string completions(std::span<const char* const> words);

}  // namespace lianxi::tool
