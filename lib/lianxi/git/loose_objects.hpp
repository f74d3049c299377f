// Objects that lie in files of their own, read without libgit2: version 1.5 turns round for ever
// over one that was cut off, as a full disk or a broken copy leaves it.
#pragma once
#include <git2.h>

namespace lianxi {

/// Lets the repository read such objects by what is here, before libgit2 looks for them itself.
void read_loose_objects(git_repository*);

}  // namespace lianxi
