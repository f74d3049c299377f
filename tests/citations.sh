#!/bin/sh
# What comments, the READMEs and the manual name lies in the tree: sh citations.sh ROOT
#
# A path is looked for from the top of the tree, as the end of a path (`schema/field.hpp`) and, in
# a folder named before it, not at all: `build/lianxi` is made. What stands for many, such as
# `tests/cli/*.test`, `<name>.cpp` or `NAME.command`, is none.
set -u
cd "$1" || exit 99

if [ -e .git ] && command -v git >/dev/null; then
  # Whoever owns the checkout, its list of files may be read.
  files=$(git -c safe.directory='*' -c core.quotePath=false ls-files) || exit 99
else
  files=$(find . -type f ! -path './build*' | sed 's|^\./||') # an unpacked archive
fi

faults=$(
  # Records and what programs print tell of files of their own; the changelog tells of the past.
  printf '%s\n' "$files" |
    grep -vE '^(data-samples|tests/(cli|golden|rules))/.*\.(md|yaml|test|figures)$|^CHANGELOG\.md$' |
    LC_ALL=C awk -v files="$files" '
    BEGIN {
      count = split(files, names, "\n")
      for (i = 1; i <= count; i++) {
        rest = names[i]
        sub(/\.in$/, "", rest) # what it is made into
        exists[rest] = 1
        # Every end of it, and every folder that it lies in.
        while (match(rest, /\//)) { rest = substr(rest, RSTART + 1); exists[rest] = 1 }
        rest = names[i]
        while (sub(/\/[^\/]*$/, "", rest)) exists[rest] = 1
      }
    }
    # What people read of a line.
    function prose(line, file) {
      if (file ~ /\.(md|[1-9])$/) return line ~ /^\.Dl/ ? "" : line
      if (file ~ /\.(cpp|hpp|def|mjs)$/) return match(line, /\/\/.*/) ? substr(line, RSTART) : ""
      if (file ~ /\.py$/) {
        was = quoted
        if (gsub(/"""/, "\"\"\"", line) == 1) quoted = !quoted
        if (was || quoted || line ~ /"""/) return line
      }
      if (file ~ /(\.(py|sh|cmake|txt)|^\.[^\/]*|^\.ci\/run)$/ && match(line, /(^|[ \t])#[^!].*/)) return substr(line, RSTART)
      return ""
    }
    function check(path, file, number) {
      if (path ~ /[<>*{}$=~]|[A-Z][A-Z]+\.|^\/|^-|\/[A-Z]+(\/|$)|^build\// || path ~ /^([^a-zA-Z0-9.]|\.[a-z]+$)/) return
      sub(/^\.\//, "", path)
      sub(/[.\/]+$/, "", path)
      if (path !~ /^(lib|man|tests|tools|data-samples)\/|\.(md|hpp|cpp|def|py|mjs)$/) return
      if (!(path in exists)) print file ":" number ": there is no " path
    }
    {
      file = $0
      number = quoted = 0
      while ((getline line < file) > 0) {
        number++
        text = prose(line, file)
        while (match(text, /[A-Za-z0-9_.\/<>*{}$=~-]+/)) {
          check(substr(text, RSTART, RLENGTH), file, number)
          text = substr(text, RSTART + RLENGTH)
        }
      }
      close(file)
    }'
)
if [ -z "$faults" ]; then exit 0; fi
printf '%s\n' "$faults"
exit 1
