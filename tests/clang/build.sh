#!/bin/sh
# build.sh CMAKE CLANG SOURCE BUILD: compiles everything but the tests, warnings being errors. The
# tool is linked with what only stands in for the fuzzer that counts.
set -e
cmake=$1 clang=$2 source=$3 build=$4
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! "$cmake" -S "$source" -B "$build" -G Ninja -DCMAKE_CXX_COMPILER="$clang" -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_CXX_FLAGS=-fsanitize=fuzzer-no-link -DCMAKE_EXE_LINKER_FLAGS=-fsanitize=undefined \
  -DCMAKE_CXX_FLAGS_RELEASE='-O0 -D_GLIBCXX_ASSERTIONS' \
  -DLIANXI_UNITY=0 -DLIANXI_TESTS=OFF -DLIANXI_FUZZ=ON -DLIANXI_WERROR=ON >"$log" 2>&1 ||
  ! "$cmake" --build "$build" >>"$log" 2>&1; then
  grep -E -A6 'error|FAILED' "$log" || cat "$log"
  exit 1
fi
