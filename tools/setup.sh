# shellcheck shell=bash disable=SC2034  # the lists are used by those who source this
# Sourced by quickstart, test and bench: the Debian packages they need, and how missing ones are installed.
# Only bash and apt are taken for granted.

build_packages=(
  build-essential cmake ninja-build pkg-config git ccache
  libboost-dev libfmt-dev libcli11-dev libtomlplusplus-dev nlohmann-json3-dev
  libgdal-dev proj-data zlib1g-dev
)
test_packages=(
  libgtest-dev libgmock-dev
  gdal-bin libproj-dev  # ogrinfo and proj judge what was written and projected
)
# Only what `tools/test --all` and `--tidy` run.
check_packages=(clang-14 clang-format-14 clang-tidy-14 libclang-rt-14-dev)

# Only what the tests of the report in a browser run.
browser_packages=(chromium)

# Only what `tools/bench` runs.
bench_packages=(libbenchmark-dev valgrind)

# install_missing PACKAGE...: says and does nothing when all are there.
install_missing() {
  local installed package missing=() root=()
  installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
  for package in "$@"; do
    [[ $'\n'$installed$'\n' == *$'\n'"$package installed"$'\n'* ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0

  echo "Installing Debian packages: ${missing[*]}"
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      echo "This needs root, and there is no sudo. As root, run:" >&2
      echo "  apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
      return 1
    fi
    root=(sudo)
  fi
  # Dpkg waits for another package manager to finish instead of failing at once.
  local apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600)
  if ! "${apt[@]}" update ||
    ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; then
    echo >&2
    echo "apt could not install: ${missing[*]}" >&2
    echo "The lines above say why; most often there is no network, or the release is older than Debian 12." >&2
    return 1
  fi
}

# install_web: npm, which makes the moving part of the report. Whoever has one keeps it; without one the report does
# without that part, so nothing fails here.
install_web() {
  command -v npm >/dev/null || install_missing nodejs npm || echo "The report will have no moving part."
}
