# shellcheck shell=sh
# Shared by install-deps.sh, demo.sh and test.sh.

# quietly LOG COMMAND…: shows what the command printed only when it fails.
quietly() {
  log=$1
  shift
  if "$@" >"$log" 2>&1; then return; fi
  cat "$log" >&2
  return 1
}

configure_and_build() {
  cmake -B "$@" && cmake --build "$1" -j "$(nproc)"
}

# build FOLDER CMAKE-OPTION…: what it prints goes to FOLDER/build.log.
build() {
  mkdir -p "$1" || return
  echo "Building in $1/"
  quietly "$1/build.log" configure_and_build "$@"
}
