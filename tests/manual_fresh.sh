#!/bin/sh
# The pages in the tree are those that the library's declarations give today:
# sh manual_fresh.sh GENERATOR ROOT
set -u

generator=$1 root=$2
fresh=$(mktemp -d) || exit 99
trap 'rm -rf "$fresh"' EXIT
trap 'exit 99' HUP INT TERM

for language in . zh_CN; do
  mkdir -p "$fresh/$language" && cp -R "$root/man/$language/examples" "$fresh/$language" || exit 99
done
"$generator" "$fresh" || exit 1
stale=$(
  cd "$fresh" && find . -type f | sort | while read -r page; do
    cmp -s "$page" "$root/man/$page" || printf 'man/%s\n' "${page#./}"
  done
)
if [ -z "$stale" ]; then exit 0; fi
printf '%s\n' "$stale" 'no longer say what the library declares; at the top of the tree run' \
  "    ${generator#"$root"/} man"
exit 1
