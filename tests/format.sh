#!/bin/sh
# Every C++ file is as clang-format would have it: sh format.sh ROOT
set -u
cd "$1" || exit 99
if ! command -v clang-format >/dev/null; then
  echo 'passed over: clang-format is not installed'
  exit 77
fi

if [ -e .git ] && command -v git >/dev/null; then
  # Whoever owns the checkout, its list of files may be read.
  files=$(git -c safe.directory='*' ls-files '*.cpp' '*.hpp') || exit 99
else
  files=$(find lib man tests tools -name '*.cpp' -o -name '*.hpp') # an unpacked archive
fi
# shellcheck disable=SC2086 # the names of our sources hold no blanks
clang-format --dry-run --Werror $files && exit 0
printf '\nclang-format -i FILE… mends that.\n'
exit 1
