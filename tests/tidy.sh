#!/bin/sh
# clang-tidy finds nothing: sh tidy.sh BUILD-FOLDER ROOT [all]
#
# It takes 10 to 30 seconds a file, an hour for all of them. So the test looks at lib/lianxi/base/,
# on which all else stands, and at what the work at hand changed: files that differ from the last
# commit, and those of the last commit itself. `all` looks at everything in lib/ and tools/.
set -u
build=$(cd "$1" && pwd) || exit 99
cd "$2" || exit 99
most=10 # files, so that a large change does not hold up the suite

if ! command -v clang-tidy >/dev/null; then
  echo 'passed over: clang-tidy is not installed'
  exit 77
fi

# The .cpp files that differ, of those that may be looked at.
changed() {
  if [ ! -e .git ] || ! command -v git >/dev/null; then return; fi
  set -- git -c safe.directory='*'
  {
    "$@" diff --name-only HEAD
    "$@" diff --name-only 'HEAD^' HEAD 2>/dev/null # there is none in a shallow clone
  } | grep -E '^(lib/lianxi|tools)/.*\.cpp$' | sort -u
}

if [ "${3:-}" = all ]; then
  files=$(find lib/lianxi tools -name '*.cpp' | sort)
else
  files=$({ changed; find lib/lianxi/base -name '*.cpp' | sort; } |
    awk -v most=$most '!seen[$0]++ && ++count <= most')
fi
# clang cannot read what g++ precompiled, nor needs it.
commands=$(mktemp -d) || exit 99
trap 'rm -rf "$commands"' EXIT
# Where the build compiles several files at once, each is to be looked at alone.
sed 's/-Winvalid-pch -include [^ ]*//' "$build/compile_commands.json" | awk '
  function put(file, at) {
    at = index(command, source)
    printf "%s\n{\n%s\n%s,\n  \"file\": \"%s\"\n}", count++ ? "," : "", directory,
      substr(command, 1, at - 1) file substr(command, at + length(source)), file
  }
  BEGIN { print "[" }
  /^  "directory": / { directory = $0 }
  /^  "command": / { command = $0; sub(/,$/, "", command); sub(/ -o [^ ]*/, "", command) }
  /^  "file": / {
    split($0, quoted, "\"")
    source = quoted[4]
    if (source !~ /\/Unity\/unity_[^\/]*$/) {
      put(source)
      next
    }
    while ((getline line <source) > 0)
      if (line ~ /^#include "/) {
        split(line, quoted, "\"")
        put(quoted[2])
      }
  }
  END { print "\n]" }' >"$commands/compile_commands.json"
for file in $files; do
  if [ -e "$file" ]; then printf '%s\n' "$file"; fi
done | xargs -P 2 -n 1 clang-tidy -p "$commands" --quiet 2>/dev/null
