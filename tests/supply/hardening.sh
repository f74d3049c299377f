#!/bin/sh
# hardening.sh TOOL LIBRARY: what Debian's hardening-check says of both. It lists what of the C
# library was called unchecked as well; what counts are its verdicts.
if ! command -v hardening-check >/dev/null; then exit 77; fi
status=0
for file; do
  # A library is no program, so that it cannot be an independent one.
  case $file in *.so*) options=--nopie ;; *) options= ;; esac
  # shellcheck disable=SC2086 # options are words
  if ! verdict=$(hardening-check $options --nobranchprotection "$file"); then
    printf '%s\n' "$verdict"
    status=1
  fi
  printf '%s\n' "$verdict" | grep -E 'no, not found|unknown, no' && status=1
done
exit $status
