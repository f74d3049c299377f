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

# configure_and_build FOLDER TARGET CMAKE-OPTION…: with Ninja where it is there, but a folder that was
# made for another generator stays with that.
configure_and_build() {
  folder=$1 target=$2
  shift 2
  if [ ! -e "$folder/CMakeCache.txt" ] && command -v ninja >/dev/null; then set -- "$@" -G Ninja; fi
  cmake -B "$folder" "$@" && cmake --build "$folder" --target "$target" -j "$(nproc)"
}

# build FOLDER TARGET CMAKE-OPTION…: what it prints goes to FOLDER/build.log.
build() {
  mkdir -p "$1" || return
  echo "Building in $1/"
  quietly "$1/build.log" configure_and_build "$@"
}
