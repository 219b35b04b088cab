# Sourced by every script: brings this checkout's own .venv and node_modules up to the locked versions.
# Set-up that is already current costs two hashes, so that a second run starts in seconds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export NO_MKDOCS_2_WARNING=1 # Material's notice about MkDocs 2 is no finding of ours.
export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}" # as pip and npm do: a company's own certificates count

stop() { printf 'prepbook: %s\n' "$@" >&2; exit 1; }
say() { printf '==> %s\n' "$*" >&2; }

is_new_enough() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; }

# pyenv keeps its interpreters outside PATH, and its shims answer for versions that are not active.
find_python() {
  local candidate pyenv_root
  pyenv_root="${PYENV_ROOT:-$(pyenv root 2>/dev/null || true)}"
  for candidate in ${PREPBOOK_PYTHON:-} python3.13 python3.12 python3.14 python3 python \
    $(ls -d "${pyenv_root:-/nonexistent}"/versions/*/bin/python3 2>/dev/null | sort -rV); do
    if is_new_enough "$candidate"; then command -v "$candidate"; return; fi
  done
  stop "needs Python 3.12 or newer; found none in PATH or under pyenv." \
    "Install one (for instance: pyenv install 3.13), or name it: PREPBOOK_PYTHON=/path/to/python3 $0"
}

is_current() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

set_up_python() {
  local want; want=$(cat pyproject.toml requirements.lock | sha256sum)
  is_current .venv/.prepbook-set-up "$want" && return
  local python; python=$(find_python)
  say "Setting up .venv with $("$python" --version)"
  [ -x .venv/bin/python ] && is_new_enough .venv/bin/python || { rm -rf .venv; "$python" -m venv .venv; }
  # uv comes from the same hash-checked lock, so nothing unpinned is ever run.
  awk '/^uv==/ {on=1} on {print} on && !/\\$/ {exit}' requirements.lock >.venv/uv.lock
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.lock
  # Compiled now, so that no later process compiles what it imports, wherever Python may not keep that.
  .venv/bin/uv pip sync --quiet --compile-bytecode --python .venv/bin/python --require-hashes requirements.lock
  .venv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation -e .
  printf '%s\n' "$want" >.venv/.prepbook-set-up
}

set_up_node() {
  local want; want=$(cat .npmrc package.json package-lock.json | sha256sum)
  is_current node_modules/.prepbook-set-up "$want" && return
  node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null ||
    stop "needs Node 20 or newer (found: $(node --version 2>/dev/null || echo none)). Install it from your system's packages."
  say "Installing locked npm packages"
  npm ci --silent --no-fund --no-audit >&2
  printf '%s\n' "$want" >node_modules/.prepbook-set-up
}

build_web() {
  local want; want=$(find src/web src/prepbook_grader src/prepbook/runtime pyproject.toml package-lock.json requirements.lock \
    -type f -not -name '*.pyc' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  is_current src/prepbook/static/.prepbook-set-up "$want" && return
  say "Bundling src/web and making the memory snapshot"
  mkdir -p build
  python -m prepbook.runtime.library . build/library
  node src/web/build.mjs build/library
  python -m prepbook.runtime.notices . src/prepbook/static/NOTICES.txt
  printf '%s\n' "$want" >src/prepbook/static/.prepbook-set-up
}

# Succeeds where packages can be installed without asking, and were.
install_debian() {
  [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] || return 1
  say "Installing Debian's $*"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null 2>&1
}

# What validates pages and books of other makes runs on Java.
find_java() { command -v java >/dev/null || install_debian default-jre-headless || say "Not installed: a Java runtime"; }

# The engines besides Chromium that tests drive. Where they can't be installed, those tests name what to type.
find_other_engines() {
  local missing=()
  command -v "${PREPBOOK_FIREFOX:-firefox-esr}" firefox >/dev/null || missing+=(firefox-esr)
  command -v WebKitWebDriver >/dev/null || missing+=(webkit2gtk-driver)
  command -v Xvfb >/dev/null || missing+=(xvfb)
  [ ${#missing[@]} = 0 ] || install_debian "${missing[@]}" || say "Not installed: ${missing[*]}"
}

# The servers that tests of hosting start, and what compresses for them. Debian starts a server that it installs, which
# nobody wants on their own machine; so only where CI is set.
find_servers() {
  local missing=()
  PATH="$PATH:/usr/sbin" command -v nginx >/dev/null || missing+=(nginx-light)
  command -v caddy >/dev/null || missing+=(caddy)
  command -v zstd >/dev/null || missing+=(zstd)
  [ ${#missing[@]} = 0 ] || { [ -n "${CI:-}" ] && install_debian "${missing[@]}"; } || say "Not installed: ${missing[*]}"
}

find_playwrights_browser() {
  .venv/bin/python - <<'PY'
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    path = playwright.chromium.executable_path
sys.exit(not pathlib.Path(path).exists() or print(path))
PY
}

# Prints the browser to work with; installs one where that can be done without asking.  find_browser [FIRST CHOICE]
find_browser() {
  local name
  for name in ${PREPBOOK_CHROMIUM:-} "$@" chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" && return
  done
  find_playwrights_browser && return
  for name in "$@" chromium; do install_debian "$name" && command -v "$name" && return; done
  say "Installing Playwright's Chromium"
  .venv/bin/playwright install chromium >&2 && find_playwrights_browser && return
  stop "needs a Chromium. Install one with: sudo apt-get install chromium" \
    "or name one: PREPBOOK_CHROMIUM=/path/to/chromium $0"
}

set_up_python
set_up_node
export PATH="$PWD/.venv/bin:$PATH"
