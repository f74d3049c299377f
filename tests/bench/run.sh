#!/bin/sh
# Measures lianxi side by side with ledger, hledger, beancount, libyaml and yaml-cpp, and prints the
# table: sh tests/bench/run.sh [BUILD] [OPTION…]
#
#   BUILD          folder of a Release build with the tool in it: build-release or build where not given
#   --size full    a million donations, 10,000 meetings: an hour. medium: 300,000, a quarter of one.
#                  Else small: a look, of two minutes
#   --only LINE    only this line of the table, may be given again (--help lists them)
#   --runs N       how often each command is run: five times where not given
#   --folder DIR   where the books are written, for a disk that is large enough (full: 2 GB)
#   --readme       puts the table into README.md
#
# What is missing is installed from Debian's packages.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
bench=$root/tests/bench

build=
case ${1:-} in
  '' | -*)
    for folder in build-release build/release build; do
      if [ -z "$build" ] && [ -x "$root/$folder/lianxi" ]; then build=$root/$folder; fi
    done
    ;;
  *)
    build=$(cd "$1" && pwd)
    shift
    ;;
esac
if [ ! -x "$build/lianxi" ]; then
  echo "There is no build of lianxi${build:+ in $build}; cmake --preset release && cmake --build --preset release makes one." >&2
  exit 2
fi
if ! grep -q '^CMAKE_BUILD_TYPE:[A-Z]*=Release$' "$build/CMakeCache.txt"; then
  echo "$build is no Release build: what it measures says nothing." >&2
fi

missing=
for package in ledger hledger beancount python3-yaml libyaml-dev libyaml-cpp-dev; do
  state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || :)
  if [ "$state" != installed ]; then missing="$missing $package"; fi
done
if [ -n "$missing" ]; then
  echo "Installing$missing" >&2
  as_root=
  if [ "$(id -u)" != 0 ]; then as_root=sudo; fi
  # shellcheck disable=SC2086 # package names are words
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=400 \
    install --no-install-recommends $missing >&2
fi

programs=$(mktemp -d)
trap 'rm -rf "$programs"' EXIT
${CC:-cc} -O2 -Wall -Wextra "$bench/tokens.c" -o "$programs/tokens" -lyaml
${CXX:-c++} -std=c++20 -O2 "$bench/loading.cpp" -o "$programs/loading" -lyaml-cpp

# Each option as it is, but for the one that names no file.
for option; do
  shift
  set -- "$@" "$option"
  if [ "$option" = --readme ]; then set -- "$@" "$root/README.md"; fi
done
python3 "$bench/compare.py" "$build/lianxi" "$programs/tokens" "$programs/loading" "$@"
