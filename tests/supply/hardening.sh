#!/bin/sh
# hardening.sh TOOL LIBRARY: what Debian's hardening-check says of both. A library is no program
# that could be an independent one; the tool calls nothing of the C library that could be checked;
# and the files that Debian 12 begins each program with have no protection of the control flow.
if ! command -v hardening-check >/dev/null; then exit 77; fi
status=0
verdict=$(hardening-check --nocfprotection --nofortify "$1") || status=1
verdict="$verdict
$(hardening-check --nocfprotection --nopie "$2")" || status=1
if [ $status != 0 ]; then printf '%s\n' "$verdict"; fi
exit $status
