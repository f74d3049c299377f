#!/bin/sh
# Installs what is missing, builds the library and the program in build/, and shows it at work on the sample book.
exec </dev/null
cd "$(dirname "$0")/.." || exit 1
# shellcheck source=tools/setup.sh
. tools/setup.sh

tools/install-deps.sh || exit
build build lianxi -DCMAKE_BUILD_TYPE=Release || exit

# show ARGUMENT…: exit status 1 says that there are findings, which a demonstration may show.
show() {
  printf '\n$ lianxi %s\n' "$*"
  build/lianxi "$@"
  status=$?
  if [ "$status" -ge 2 ]; then exit "$status"; fi
}

printf '\nThe sample book of an alliance, data-samples/nanjing-south, as of 2017-09-30\n'
show -C data-samples/nanjing-south --as-of 2017-09-30 validate
show -C data-samples/nanjing-south --as-of 2017-09-30 followup 2017-Q3
show -C data-samples/nanjing-south --as-of 2017-09-30 report quarterly 2017-Q3
