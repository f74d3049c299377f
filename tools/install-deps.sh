#!/bin/sh
# Installs what lianxi is built with, and with --tests what its tests need besides:
# tools/install-deps.sh [--tests]. Says nothing when everything is there.
exec </dev/null
cd "$(dirname "$0")/.." || exit 1
# shellcheck source=tools/setup.sh
. tools/setup.sh

packages='g++ cmake make pkg-config libcli11-dev libyaml-cpp-dev libfmt-dev libutf8proc-dev
  nlohmann-json3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libdtl-dev doctest-dev'
case ${1:-} in
  '') ;;
  --tests) packages="$packages python3 python3-jsonschema python3-yaml git diffutils" ;;
  *)
    echo "usage: tools/install-deps.sh [--tests]" >&2
    exit 2
    ;;
esac

# as_root COMMAND…
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "This needs root, and there is no sudo: $*" >&2
    return 1
  fi
}

# Another apt-get may be running, and nobody sits at the keyboard to answer questions.
apt() {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -y -o DPkg::Lock::Timeout=400 -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 "$@"
}

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  echo "There is no apt-get here. Under Debian's names, these must be installed already:" >&2
  # shellcheck disable=SC2086 # package names are words
  echo $packages >&2
  exit 0
fi

missing=
for package in $packages; do
  state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)
  if [ "$state" != installed ]; then missing="$missing $package"; fi
done
if [ -z "$missing" ]; then exit 0; fi

echo "Installing$missing"
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT
# An index that cannot be renewed may still be new enough: the installation decides.
quietly "$log" apt update
# shellcheck disable=SC2086 # package names are words
quietly "$log" apt install --no-install-recommends $missing
