#!/bin/sh
# Makes a report of the sample book and compares it with the golden files: sh run.sh TOOL NAME
#
#   NAME.command    what stands after `lianxi`, such as: report quarterly 2017-Q3
#   NAME.zh.md      the report in Chinese, read line by line against the records
#   NAME.en.md      the same in English
#   NAME.figures    figures in them that were worked out from the records by hand
#
# A line of NAME.figures is `zh: TEXT`, `en: TEXT` or `both: TEXT`, where TEXT must stand in the
# report as it is, or a comment that begins with # and says how the figure comes about.
#
# Each report is made four times: the locale, the time zone, the number of threads and the order
# in which the book's files lie on disk change, its bytes must not.
#
# UPDATE=1 writes what was made into the golden files instead of comparing.
set -u

tool=$(realpath "$1") name=$2
folder=$(cd "$(dirname "$0")" && pwd)
sample=$folder/../../data-samples/nanjing-south
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM
unset LANG LANGUAGE LC_MESSAGES LIANXI_BOOK LIANXI_TODAY
failed=0

# The same files, made in the opposite order.
other=$work/book
(cd "$sample" && find . -type f | LC_ALL=C sort -r) | while IFS= read -r file; do
  mkdir -p "$other/$(dirname "$file")" && cp "$sample/$file" "$other/$file"
done

# make LANGUAGE BOOK OPTION…: the report, or exit status 99 with what went wrong.
make() {
  language=$1 book=$2
  shift 2
  # shellcheck disable=SC2046 # the command is words
  "$tool" -C "$book" --as-of 2017-09-30 --lang "$language" "$@" $(cat "$folder/$name.command")
}

# same WHAT: whether the report came out as the first time.
same() {
  if cmp -s "$work/report" "$work/again"; then return; fi
  echo "$name.$language.md: other bytes $1"
  failed=1
}

for language in zh en; do
  golden=$folder/$name.$language.md
  LC_ALL=C TZ=UTC make $language "$sample" >"$work/report" || exit 99
  LC_ALL=zh_CN.UTF-8 TZ=Asia/Shanghai make $language "$sample" >"$work/again" || exit 99
  same 'in another locale and time zone'
  LC_ALL=C TZ=Pacific/Kiritimati make $language "$other" -j 1 >"$work/again" || exit 99
  same 'with the files in another order, read by one thread'
  LC_ALL=C TZ=UTC make $language "$other" -j 7 >"$work/again" || exit 99
  same 'read by seven threads'
  if [ -n "${UPDATE:-}" ]; then cp "$work/report" "$golden"; fi
  diff -u --label "$name.$language.md" --label 'what was made' "$golden" "$work/report" || failed=1
done

# in_report LANGUAGE TEXT
in_report() {
  if grep -qF -e "$2" "$folder/$name.$1.md"; then return; fi
  echo "$name.figures: not in $name.$1.md: $2"
  failed=1
}

while IFS= read -r line || [ -n "$line" ]; do
  case $line in
    'zh: '*) in_report zh "${line#zh: }" ;;
    'en: '*) in_report en "${line#en: }" ;;
    'both: '*) in_report zh "${line#both: }" && in_report en "${line#both: }" ;;
    '' | '#'*) ;;
    *) echo "$name.figures: cannot be read: $line" && failed=1 ;;
  esac
done <"$folder/$name.figures" || failed=1

if [ $failed = 1 ]; then
  printf '\nTo accept what was made, once it was read: UPDATE=1 sh tests/golden/run.sh TOOL %s\n' "$name"
fi
exit $failed
