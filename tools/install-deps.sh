#!/bin/sh
# Installs what lianxi is built with, and with --tests what its tests need besides:
# tools/install-deps.sh [--tests]. Says nothing when everything is there. What comes from Debian is
# installed for all, what comes from npm only in build/.
exec </dev/null
cd "$(dirname "$0")/.." || exit 1
# shellcheck source=tools/setup.sh
. tools/setup.sh

packages='g++ cmake make ninja-build pkg-config libcli11-dev libyaml-cpp-dev libfmt-dev libutf8proc-dev
  nlohmann-json3-dev libmd-dev libzip-dev zlib1g-dev libexpat1-dev libsqlite3-dev libxlsxwriter-dev libical-dev libgit2-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libdtl-dev doctest-dev'
# Databases, which the tests start for themselves.
servers='postgresql clickhouse-server clickhouse-client'
case ${1:-} in
  '') ;;
  --tests)
    packages="$packages python3 python3-jsonschema python3-yaml git diffutils pandoc cmark-gfm
      chromium fonts-noto-cjk libreoffice-calc-nogui python3-openpyxl sqlite3 clang clang-format clang-tidy libclang-rt-14-dev
      devscripts gcovr zsh fish valgrind $servers"
    # Debian's npm goes only with Debian's node; others bring their own.
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
      packages="$packages nodejs npm"
    fi
    ;;
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

# Keeps packages that bring servers from starting them, now or with the machine.
hold_servers() {
  policy=/usr/sbin/policy-rc.d
  if [ -e $policy ]; then return; fi
  as_root sh -c "printf '#!/bin/sh\nexit 101\n' >$policy && chmod 755 $policy" || return
  trap 'rm -f "$log"; as_root rm -f "$policy"' EXIT
}
disable_servers() {
  if ! [ -d /run/systemd/system ]; then return; fi
  for server in clickhouse-server postgresql; do
    case $missing in *" $server"*) as_root systemctl disable --quiet "$server" || return ;; esac
  done
}

# Packages of npm that lianxi is tested against, into build/peers/, when their list has changed.
# Without them some tests are passed over: no reason not to run the others.
install_peers() {
  peers=build/peers
  if cmp -s tests/peers/package-lock.json $peers/installed; then return; fi
  mkdir -p $peers && cp tests/peers/package.json tests/peers/package-lock.json $peers/ || return
  echo "Installing packages of npm in $peers/"
  if quietly "$peers/npm.log" npm ci --prefix $peers --ignore-scripts --no-audit --no-fund; then
    cp tests/peers/package-lock.json $peers/installed
  else
    echo "npm failed: the tests that need its packages are passed over" >&2
  fi
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
if [ -n "$missing" ]; then
  echo "Installing$missing"
  log=$(mktemp) || exit 1
  trap 'rm -f "$log"' EXIT
  case $missing in *clickhouse-server* | *postgresql*) hold_servers || exit ;; esac
  # An index that cannot be renewed may still be new enough: the installation decides.
  quietly "$log" apt update
  # shellcheck disable=SC2086 # package names are words
  quietly "$log" apt install --no-install-recommends $missing || exit
  disable_servers
fi
if [ "${1:-}" = --tests ]; then install_peers; fi
