# Sourced by the scripts. Installs what is missing and says nothing about what is there.

# Packages of Debian and Ubuntu, and what Homebrew calls them: install_packages "nodejs" "node"
install_packages() {
  echo "installing: $1" >&2
  # The lists of names are split into words on purpose.
  if command -v apt-get >/dev/null; then
    local log
    log=$(mktemp)
    # A fresh machine has no package lists yet, an old one has stale ones; else they are not fetched.
    if ! apt_get install $1 >"$log" 2>&1 &&
      ! { apt_get update && apt_get install $1; } >"$log" 2>&1; then
      cat "$log" >&2
      rm -f "$log"
      fail "could not install: $1"
    fi
    rm -f "$log"
  elif command -v brew >/dev/null; then
    brew install --quiet $2 </dev/null >&2 || fail "could not install: $2"
  else
    fail "found neither apt-get nor brew; please install: $1"
  fi
}

apt_get() {
  local as_root=()
  [[ $(id -u) == 0 ]] || as_root=(sudo)
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

fail() {
  echo "error: $1" >&2
  exit 1
}

need_swift() {
  command -v swift >/dev/null ||
    fail "swift was not found. Install Swift 6.3: https://www.swift.org/install/"
}

need_cmark() {
  pkg-config --exists libcmark 2>/dev/null ||
    install_packages "libcmark-dev pkg-config" "cmark pkg-config"
}
