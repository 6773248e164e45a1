# Sourced by `rolecall` and `.ci/run`: sets `jdk` to the home of a JDK 25, or says in one line what
# to install and ends with 2. A JDK is recognised by its `release` file, so nothing is started.

is_jdk25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
            'JAVA_VERSION="25"' | 'JAVA_VERSION="25.'*) return 0 ;;
        esac
    done <"$1/release"
    return 1
}

find_jdk25() {
    for jdk in "${ROLECALL_JAVA_HOME:-}" "${JAVA_HOME:-}" \
        /usr/lib/jvm/* /usr/java/* /opt/jdk* /opt/java/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/* "${HOME:-/nonexistent}"/.jenv/versions/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$jdk" ] && is_jdk25 "$jdk"; then
            return 0
        fi
    done
    jdk=$(command -v javac 2>/dev/null) && jdk=$(readlink -f "$jdk" 2>/dev/null) && jdk=${jdk%/bin/javac} && is_jdk25 "$jdk" && return 0
    echo "$1: no JDK 25 found; install one (https://adoptium.net has it for every system) or set ROLECALL_JAVA_HOME to where it is" >&2
    exit 2
}
