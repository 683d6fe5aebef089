# Shared by the commands in this folder; sourced, never run.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
app=$root/target/app
java_options=(-Xmx224m -Xss512k -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:ReservedCodeCacheSize=96m
    -XX:TrimNativeHeapInterval=30000 -Dfile.encoding=UTF-8 -Duser.timezone=UTC)

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 1
}

# The JDK's own word on its version: its "release" file.
jdk_version() {
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true
}

find_jdk() {
    local candidate version
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -x "$candidate/bin/javac" ] || continue
        version=$(jdk_version "$candidate")
        if [ -n "$version" ] && [ "$version" -ge 25 ]; then
            export JAVA_HOME=$candidate
            return
        fi
    done
    stop "Noroshi needs a JDK 25 or newer; none was found in JAVA_HOME, /usr/lib/jvm or ~/.sdkman. Install one (for example Temurin 25) or set JAVA_HOME."
}

# Installs a Debian package when we may; otherwise says what is missing.
need() {
    local package=$1 reason=$2
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing the package $package ($reason) …"
        export DEBIAN_FRONTEND=noninteractive
        apt-get install -y -q "$package" >/dev/null 2>&1 ||
            { apt-get update -q >/dev/null 2>&1 && apt-get install -y -q "$package" >/dev/null 2>&1; } ||
            stop "The package $package could not be installed; $reason."
    else
        stop "$package is missing: $reason. Install it (Debian: apt-get install $package)."
    fi
}

need_maven() {
    command -v mvn >/dev/null || need maven "it builds Noroshi"
}

# Runs a long command, showing that it works; its output appears only when it fails.
patiently() {
    local title=$1 log status=0
    shift
    log=$(mktemp)
    printf '%s ' "$title" >&2
    "$@" >"$log" 2>&1 &
    local work=$!
    trap 'kill $work 2>/dev/null; rm -f "$log"; exit 130' INT TERM
    while kill -0 "$work" 2>/dev/null; do
        printf '.' >&2
        sleep 2
    done
    wait "$work" || status=$?
    trap - INT TERM
    printf '\n' >&2
    [ "$status" = 0 ] || tail -n 60 "$log" >&2
    rm -f "$log"
    return "$status"
}

newer_than() {
    [ -n "$(find "$root/src/main" "$root/pom.xml" -newer "$1" -print -quit)" ]
}

# Leaves a runnable, unpacked application in target/app; does nothing when it is up to date.
build() {
    # Maven dates the jar itself like the release; what it was made from carries the time of the build.
    local jar=$root/target/noroshi.jar made=$root/target/noroshi.jar.original
    find_jdk
    if [ ! -f "$jar" ] || [ ! -f "$made" ] || newer_than "$made"; then
        need_maven
        patiently "Building (the first build fetches libraries) " \
            mvn -B -ntp -f "$root/pom.xml" -DskipTests package || stop "The build failed."
        touch "$made"
    fi
    if [ ! -f "$app/.unpacked" ] || [ "$made" -nt "$app/.unpacked" ]; then
        unpack "$jar"
        rehearse
    fi
}

# The command line must not replace the programs of a platform that runs.
build_once() {
    if [ -f "$app/.unpacked" ]; then find_jdk; else build; fi
}

unpack() {
    rm -rf "$app" "$app.new"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$1" extract --destination "$app.new" >/dev/null
    touch "$app.new/.unpacked"
    mv "$app.new" "$app"
}

# A start on an empty database, recorded: later starts take half the time. Without it everything works, slower.
rehearse() {
    rm -f "$app/noroshi.aot"
    stop_rehearsal
    patiently "Rehearsing the start (once per build) " \
        env -i PATH="$PATH" HOME="$HOME" NOROSHI_DATA="$root/target/rehearsal" NOROSHI_DEMO=false PORT=0 \
        "$JAVA_HOME/bin/java" "${java_options[@]}" -XX:AOTCacheOutput="$app/noroshi.aot" \
        -Dspring.context.exit=onRefresh -jar "$app/noroshi.jar" || rm -f "$app/noroshi.aot"
    stop_rehearsal
}

# The rehearsal halts in the middle of the start, so nobody else stops its database.
stop_rehearsal() {
    local cluster=$root/target/rehearsal/postgresql/cluster server
    server=$(head -n 1 "$cluster/postmaster.pid" 2>/dev/null || true)
    if [ -n "$server" ] && ps -p "$server" -o args= 2>/dev/null | grep -qF -- "$cluster"; then
        kill -INT "$server"
        while kill -0 "$server" 2>/dev/null; do sleep 0.1; done
    fi
    rm -rf "$cluster"
}

# Replaces this shell, so that signals reach the application. With an arena for each of many threads the C library keeps what was given back.
start() {
    export MALLOC_ARENA_MAX=2
    if [ -f "$app/noroshi.aot" ]; then
        java_options+=(-XX:AOTCache="$app/noroshi.aot" -Xlog:aot=off -Xlog:cds=off)
    fi
    # shellcheck disable=SC2086
    exec "$JAVA_HOME/bin/java" "${java_options[@]}" ${NOROSHI_JAVA_OPTIONS:-} "$@"
}

data_folder() {
    local data=${NOROSHI_DATA:-$root/data}
    case $data in /*) ;; *) data=$PWD/$data ;; esac
    export NOROSHI_DATA=$data
}
