#!/bin/sh
# Every kind of report has a golden file: sh complete.sh TOOL
set -u
tool=$(realpath "$1")
cd "$(dirname "$0")" || exit 99

# `lianxi report` lists a kind a line, its name first.
kinds=$("$tool" --lang en report | sed -n 's/^\([a-z][a-z-]*\) .*/\1/p')
if [ -z "$kinds" ]; then
  echo 'this test cannot read the list of lianxi report'
  exit 1
fi
failed=0
for kind in $kinds; do
  if grep -qE "^report $kind( |\$)" ./*.command; then continue; fi
  echo "no tests/golden/*.command makes the report $kind"
  failed=1
done
exit $failed
