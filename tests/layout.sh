#!/bin/sh
# The top of the tree holds only what is listed here: sh layout.sh ROOT
set -u
cd "$1" || exit 99
allowed='^(\..*|CMakeLists\.txt|CMakePresets\.json|CHANGELOG\.md|LICENSE|README\.md|data-samples|lib|man|tests|tools)$'

if [ -e .git ] && command -v git >/dev/null; then
  # Whoever owns the checkout, its list of files may be read.
  entries=$(git -c safe.directory='*' -c core.quotePath=false ls-files) || exit 99
else
  entries=$(find . -mindepth 1 -maxdepth 1 ! -name 'build*' | sed 's|^..||') # an unpacked archive
fi
strange=$(printf '%s\n' "$entries" | sed 's|/.*||' | sort -u | grep -vE "$allowed|^\$")
if [ -z "$strange" ]; then exit 0; fi
printf 'At the top of the tree, but not in the layout (tests/layout.sh):\n%s\n' "$strange"
exit 1
