#!/bin/sh
# The fuzzer of readers under the address and undefined behaviour sanitizers, compiled with nothing
# but what it looks at (half a minute, where the preset asan takes a quarter of an hour):
#
#     sh tests/fuzz/sanitized.sh [ARGUMENT OF THE FUZZER…]
#
# SANITIZE= compiles it without, at full speed. It lies in build/fuzz/ (FUZZ_BUILD) afterwards.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${FUZZ_BUILD:-$root/build/fuzz}
flags=${SANITIZE--fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer}
mkdir -p "$build/include/lianxi"
# What CMake would write.
echo '#define LIANXI_EXPORT' >"$build/include/lianxi/export.hpp"
cd "$root"
compiler=${CXX:-g++}
if command -v ccache >/dev/null; then compiler="ccache $compiler"; fi

cat >"$build/compile" <<END
exec $compiler -std=c++20 -O2 -g1 -D_GLIBCXX_ASSERTIONS $flags -Ilib -I"$build/include" -c "\$1" -o "$build/\$(basename "\$1").o"
END
printf '%s\n' tests/fuzz/plain_reader_fuzz.cpp lib/lianxi/yaml/*.cpp \
  lib/lianxi/base/source.cpp lib/lianxi/base/memory_block.cpp lib/lianxi/base/phrase.cpp lib/lianxi/base/foreign_encoding.cpp |
  xargs -P "$(nproc)" -n 1 sh "$build/compile"
# shellcheck disable=SC2086 # flags are words
${CXX:-g++} $flags "$build"/*.o -o "$build/fuzz" -lyaml-cpp -lfmt -lutf8proc
# Short memories of who allocated what: the readers allocate a lot.
ASAN_OPTIONS=${ASAN_OPTIONS:-malloc_context_size=4:quarantine_size_mb=16} exec "$build/fuzz" "$@"
