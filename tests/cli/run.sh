#!/bin/sh
# Runs one test of the command line: sh run.sh TOOL TEST
#
#     # Why this is tested.
#     $ lianxi validate -C nanjing-south
#     everything it prints, stdout and stderr
#     exit 0
#
# A test holds one such block or more, with blank lines and # comments before each. A command is
# shell: variables may stand before it, output may go through a pipe, and lines that begin with
# "> " right after it belong to it. It runs in data-samples/, without input. "$TMP" is a folder of
# the test's own for whatever it writes; where that folder's path is printed, the test says $TMP.
#
# UPDATE=1 writes what was printed into the test instead of comparing.
set -u

tool=$(realpath "$1") test=$2
folder=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM
mkdir "$work/bin" "$work/tmp"
ln -s "$tool" "$work/bin/lianxi"

export LC_ALL=C TZ=UTC PATH="$work/bin:$PATH" TMP="$work/tmp" HOME="$work/tmp"
unset LANG LANGUAGE LC_MESSAGES COLUMNS LIANXI_TODAY NO_COLOR GIT_DIR GIT_WORK_TREE
# So that a test may make commits on any machine.
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=test GIT_AUTHOR_EMAIL=test@example.org
export GIT_COMMITTER_NAME=test GIT_COMMITTER_EMAIL=test@example.org
export GIT_AUTHOR_DATE='2020-01-01T00:00:00Z' GIT_COMMITTER_DATE='2020-01-01T00:00:00Z'

# run COMMAND: prints what the command prints, then its exit status.
run() {
  (cd "$folder/../../data-samples" && eval "$1") </dev/null >"$work/output" 2>&1
  status=$?
  sed "s|$work/tmp|\$TMP|g" "$work/output"
  if [ -n "$(tail -c 1 "$work/output")" ]; then printf '\n(no newline at the end)\n'; fi
  printf 'exit %s\n' "$status"
}

# Copies the test from stdin to stdout, with what each command prints in place of what it should.
replay() {
  state=between command=
  while IFS= read -r line || [ -n "$line" ]; do
    case $state:$line in
      between:'$ '* | command:'$ '*)
        if [ "$state" = command ]; then run "$command"; fi
        printf '%s\n' "$line"
        command=${line#??} state=command
        ;;
      between:*) printf '%s\n' "$line" ;;
      command:'> '*)
        printf '%s\n' "$line"
        command="$command
${line#??}"
        ;;
      command:* | output:*)
        if [ "$state" = command ]; then run "$command"; fi
        state=output
        case $line in
          'exit '[0-9] | 'exit '[0-9][0-9] | 'exit '[0-9][0-9][0-9]) state=between ;;
        esac
        ;;
    esac
  done
  # A new test may be commands alone: UPDATE=1 writes the rest.
  if [ "$state" = command ]; then run "$command"; fi
}

# wrong WHAT: the test itself cannot be read.
wrong() {
  echo "$test: $1" >&2
  exit 1
}

grep -q '^\$ ' "$test" || wrong 'no line begins with "$ "'
replay <"$test" >"$work/actual"
# Whatever came after that command was taken for its output.
if [ "$state" = output ]; then wrong "no line \"exit N\" after: $command"; fi
if [ -n "${UPDATE:-}" ]; then
  cat "$work/actual" >"$test"
  exit
fi
if diff -u --label "$test" --label 'what was printed' "$test" "$work/actual"; then exit 0; fi
echo
echo "To accept what was printed: UPDATE=1 sh tests/cli/run.sh TOOL tests/cli/$(basename "$test")"
exit 1
