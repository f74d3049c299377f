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

# configure_and_build TARGET FOLDER CMAKE-OPTION…: with Ninja where it is there, but a folder that was
# made for another generator stays with that.
configure_and_build() {
  target=$1
  shift
  if [ ! -e "$1/CMakeCache.txt" ] && command -v ninja >/dev/null; then set -- "$@" -G Ninja; fi
  cmake -B "$@" && cmake --build "$1" --target "$target" -j "$(nproc)"
}

# build TARGET FOLDER CMAKE-OPTION…: what it prints goes to FOLDER/build.log.
build() {
  mkdir -p "$2" || return
  echo "Building in $2/"
  quietly "$2/build.log" configure_and_build "$@"
}
