// What a repository holds that is open, for the files that it is written in.
#pragma once
#include <filesystem>

#include <lianxi/git/libgit2.hpp>
#include <lianxi/git/repository.hpp>

namespace lianxi {

struct Repository::State {
  GitRepository repository;
  std::filesystem::path top;
};

}  // namespace lianxi
