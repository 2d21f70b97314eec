# Shared by the scripts: where things are, what is installed, how to stop. Source it; it does nothing by itself.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build="$project/.build/release"
page="$project/.build/page"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Packages the products are built with; others are named by the script that needs them.
build_packages=(libsqlite3-dev pkg-config esbuild node-typescript node-react node-react-dom node-i18next)

# install_packages PACKAGE...: installs what is missing, as root or with sudo.
install_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "These Debian packages are missing: ${missing[*]}. Install them as root (apt-get install ${missing[*]}), or install sudo, and start again."
        as_root=(sudo)
    fi
    say "Installing Debian packages: ${missing[*]}"
    local log
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
        >"$log" 2>&1 </dev/null; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        fail "The packages could not be installed (see above). Is the machine a Debian 12 with access to its package archive?"
    fi
    rm -f "$log"
}

need_swift() {
    command -v swift >/dev/null ||
        fail "There is no Swift toolchain on the PATH. Install Swift 6.2 or later from https://www.swift.org/install/linux/ and start again."
}

# build_products [ARGUMENT...]: swift build -c release with a line of progress.
build_products() {
    local log status
    log=$(mktemp)
    say "Building (log: $log); the first build takes 10 to 15 minutes on two cores, later ones seconds."
    set +e
    (cd "$project" && swift build -c release "$@" </dev/null) >"$log" 2>&1 &
    local pid=$!
    while kill -0 "$pid" 2>/dev/null; do
        if [ -t 2 ]; then
            printf '\r\033[K  %s' "$(tail -c 300 "$log" | tr '\r' '\n' | tail -n 1 | cut -c1-100)" >&2
            sleep 1
        else
            sleep 20
            kill -0 "$pid" 2>/dev/null && say "  $(tail -c 300 "$log" | tr '\r' '\n' | tail -n 1 | cut -c1-100)"
        fi
    done
    wait "$pid"
    status=$?
    set -e
    [ -t 2 ] && printf '\r\033[K' >&2
    if [ "$status" -ne 0 ]; then
        grep -E '(error|warning):' "$log" | sort -u | head -n 30 >&2 || true
        tail -n 5 "$log" >&2
        fail "The build failed; the whole log is $log"
    fi
    rm -f "$log"
}

# build_page: bundles the page if it is older than its sources.
build_page() {
    local sources="$project/Sources/Frontends/WebUI"
    if [ ! -e "$page/index.html" ] || [ -n "$(find "$sources" -newer "$page/index.html" -type f -print -quit)" ]; then
        say "Bundling the page"
        "$sources/build" "$page" >&2
        touch "$page/index.html"
    fi
}

# free_port: a loopback port that nobody listens on now.
free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# wait_until SECONDS COMMAND...: tries a command twice a second.
wait_until() {
    local tries=$(($1 * 2))
    shift
    while [ "$tries" -gt 0 ]; do
        "$@" >/dev/null 2>&1 && return 0
        tries=$((tries - 1))
        sleep 0.5
    done
    return 1
}

# Processes started with start_process are stopped by stop_processes, in reverse order.
process_ids=()
start_process() { # LOG COMMAND...
    local log=$1
    shift
    "$@" >>"$log" 2>&1 </dev/null &
    process_ids+=($!)
}

stop_processes() {
    local index
    for ((index = ${#process_ids[@]} - 1; index >= 0; index--)); do
        kill -TERM "${process_ids[index]}" 2>/dev/null || true
    done
    for index in "${process_ids[@]}"; do
        local tries=40
        while kill -0 "$index" 2>/dev/null && [ "$tries" -gt 0 ]; do
            tries=$((tries - 1))
            sleep 0.25
        done
        kill -KILL "$index" 2>/dev/null || true
    done
    process_ids=()
}
