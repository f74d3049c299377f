#!/bin/sh
# A folder of the library includes only folders before it: sh layers.sh ROOT
set -u
cd "$1" || exit 99
# The list of the folders: lines such as “base/  dates, periods” of its one block of text.
order=$(sed -n '/^```text$/,/^```$/s|^\([a-z]*\)/.*|\1|p' lib/README.md | tr '\n' ' ')
if [ -z "$order" ]; then
  echo 'lib/README.md has no list of the folders'
  exit 1
fi

# FILE:LINE:#include … for every include of the project.
includes() {
  find "$1" -type f \( -name '*.cpp' -o -name '*.hpp' -o -name '*.def' \) \
    -exec grep -nE '^[[:space:]]*#[[:space:]]*include' /dev/null {} +
}

faults=$(
  includes lib/lianxi | awk -v order="$order" '
    BEGIN {
      count = split(order, names, " ")
      for (i = 1; i <= count; i++) rank[names[i]] = i
    }
    function fault(what) { print where[1] ":" where[2] ": " what }
    {
      split($0, where, ":")
      split(where[1], path, "/")
      from = path[3]
      if ($0 ~ /include[[:space:]]*"/) fault("write <lianxi/FOLDER/FILE>, the one spelling that also works once installed")
      if (from ~ /\./) next # a header of no folder, like version.hpp
      if (!(from in rank)) { fault(from "/ has no place in the list of lib/README.md"); next }
      if (!match($0, /[<"]lianxi\/[^\/>"]+\//)) next
      to = substr($0, RSTART + 8, RLENGTH - 9)
      if (!(to in rank)) fault("there is no folder " to "/")
      else if (rank[to] > rank[from]) fault(from "/ must not include " to "/, which builds on it")
      else if ((to == "yaml" || to == "slips") && rank[from] > rank["writing"]) fault("only yaml/, slips/, schema/, book/ and writing/ see YAML")
    }'
  includes tools | awk '
    /[<"]lianxi\/(yaml|slips)\// { split($0, where, ":"); print where[1] ":" where[2] ": yaml/ and slips/ are not installed, no command may use them" }'
)
if [ -z "$faults" ]; then exit 0; fi
printf '%s\n' "$faults"
exit 1
