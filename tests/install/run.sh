#!/bin/sh
# One check of an installed lianxi: sh run.sh KIND PREFIX FOLDER
# KIND prefix installs from the build tree FOLDER; the others use PREFIX and write into FOLDER.
# From the environment: CMAKE, CXX, CXXFLAGS, VERSION and LIBDIR.
set -eu

kind=$1 prefix=$2 folder=$3
here=$(cd "$(dirname "$0")" && pwd)
if [ "$kind" = prefix ]; then
  rm -rf "$prefix"
  "$CMAKE" --install "$folder" --prefix "$prefix" >/dev/null
  exit
fi
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder" # a compiler may leave files where it runs

# expect_version COMMAND…: the command prints the version and nothing else.
expect_version() {
  printed=$("$@")
  if [ "$printed" = "$VERSION" ]; then return; fi
  echo "$1 printed \"$printed\", not \"$VERSION\""
  exit 1
}

case $kind in
  tool)
    "$prefix/bin/lianxi" --version >"$folder/version"
    if ! grep -qF "$VERSION" "$folder/version"; then
      echo "lianxi --version does not say $VERSION:"
      cat "$folder/version"
      exit 1
    fi
    ;;
  headers) # each compiles alone, so none of them includes what is not installed
    # shellcheck disable=SC2086 # flags are words
    (cd "$prefix/include" && find lianxi -name '*.hpp' | sort) |
      xargs -P 2 -I HEADER "$CXX" $CXXFLAGS -std=c++20 -fsyntax-only -I "$prefix/include" \
        -include HEADER -x c++ /dev/null
    ;;
  cmake)
    {
      "$CMAKE" -S "$here/cmake" -B "$folder" -DCMAKE_PREFIX_PATH="$prefix" &&
        "$CMAKE" --build "$folder"
    } >"$folder/log" 2>&1 || {
      cat "$folder/log"
      exit 1
    }
    expect_version "$folder/stranger"
    ;;
  pkg-config)
    export PKG_CONFIG_PATH="$prefix/$LIBDIR/pkgconfig"
    flags=$(pkg-config --cflags --libs lianxi)
    # shellcheck disable=SC2086 # flags are words
    "$CXX" $CXXFLAGS -std=c++20 "$here/cmake/main.cpp" -Wl,--no-as-needed $flags \
      -Wl,-rpath,"$prefix/$LIBDIR" -o "$folder/stranger"
    expect_version "$folder/stranger"
    ;;
  *)
    echo "no such check: $kind" >&2
    exit 1
    ;;
esac
