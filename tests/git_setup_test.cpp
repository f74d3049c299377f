// What is written into a repository for a book: its hook, and who merges its files.
#include <doctest/doctest.h>

#include <lianxi/git/merge_driver.hpp>
#include <lianxi/git/pre_commit_hook.hpp>

namespace git_setup_test {

using namespace lianxi;

TEST_CASE("a book's folder is one word for a shell, and never an option") {
  CHECK(hook_command("") == "lianxi -C '.' validate --staged");
  CHECK(hook_command("账 本") == "lianxi -C './账 本' validate --staged");
  CHECK(hook_command("-x") == "lianxi -C './-x' validate --staged");
  CHECK(hook_command("it's $1 `a` \"b\"") ==
        "lianxi -C './it'\\''s $1 `a` \"b\"' validate --staged");
  CHECK(hook_line("a") == "lianxi -C './a' validate --staged --quiet || exit 1");
}

TEST_CASE("only a hook of several repositories asks in which it works") {
  const std::string one = pre_commit_hook("a"), several = pre_commit_hook("a", HookServes::several);
  CHECK(one.starts_with("#!/bin/sh\n"));
  CHECK(one.ends_with("exec lianxi -C './a' validate --staged --quiet\n"));
  CHECK(one.find("lianxi.hook") == std::string::npos);
  CHECK(several.find("lianxi.hook") != std::string::npos);
}

TEST_CASE("lines of attributes are added where they change nothing else") {
  const std::vector<std::string> lines{"*.yaml merge=lianxi"};
  const auto added = [&](std::string_view before) { return with_attribute_lines(before, lines); };
  CHECK(added("") == "*.yaml merge=lianxi\n");
  CHECK(added("* text\n") == "* text\n*.yaml merge=lianxi\n");
  CHECK(added("* text") == "* text\n*.yaml merge=lianxi\n");
  CHECK(added("* text\r\n") == "* text\r\n*.yaml merge=lianxi\r\n");
  CHECK(added("# merge\n\na.yaml merge=ours\n") ==
        "# merge\n\n*.yaml merge=lianxi\na.yaml merge=ours\n");
  CHECK(added("a text -merge") == "*.yaml merge=lianxi\na text -merge");
  CHECK(added("a !merge\n") == "*.yaml merge=lianxi\na !merge\n");
  CHECK(added("a binary\n") == "*.yaml merge=lianxi\na binary\n");
  // These only look alike.
  CHECK(added("merge text\nb mergeable x=merge\n") ==
        "merge text\nb mergeable x=merge\n*.yaml merge=lianxi\n");
}

}  // namespace git_setup_test
