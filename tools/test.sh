#!/bin/sh
# Installs what is missing, builds lianxi and runs every test: tools/test.sh [--preset PRESET]
# Without a preset it builds in build/, with one (asan, say) in build/PRESET/.
exec </dev/null
cd "$(dirname "$0")/.." || exit 1
# shellcheck source=tools/setup.sh
. tools/setup.sh

case $#:${1:-} in
  0:) preset= ;;
  2:--preset) preset=$2 ;;
  *)
    echo "usage: tools/test.sh [--preset release|debug|asan|tsan|coverage]" >&2
    exit 2
    ;;
esac

tools/install-deps.sh --tests || exit
# One more than there are processors: a test that drives a browser or an office program mostly waits.
jobs=$(($(nproc) + 1))
if [ -n "$preset" ]; then
  build "build/$preset" all --preset "$preset" || exit
  ctest --preset "$preset" -j $jobs
  status=$?
else
  build build all -DCMAKE_BUILD_TYPE=Release || exit
  ctest --test-dir build --output-on-failure --no-tests=error -j $jobs
  status=$?
fi

# What tests counted is to be seen, though nothing failed.
echo
grep -h '^measured: ' "build/${preset:-.}/Testing/Temporary/LastTest.log"
exit $status
