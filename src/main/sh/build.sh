# Sourced by `rolecall`: builds the program, saying what it does and keeping Maven's log to itself.

build() {
    command -v mvn >/dev/null 2>&1 || {
        echo "rolecall: Maven is not installed; install it (for example: apt install maven) and start again" >&2
        exit 2
    }
    mkdir -p "$built" || {
        echo "rolecall: cannot write $built; check the folder's permissions" >&2
        exit 2
    }
    if command -v flock >/dev/null 2>&1; then
        exec 9>"$built/lock"
        flock -n 9 || { echo "Another start is building Rolecall; waiting for it."; flock 9; [ -f "$built/ready" ] && exec 9>&- && return; }
    fi
    echo "Building Rolecall, once: about half a minute, longer while Maven fetches libraries."
    rm -f "$built/ready" "$built/shell.aot" "$built/learner.aot"
    log=$built/build.log
    (cd "$here" && JAVA_HOME=$jdk exec mvn -B -ntp -DskipTests package) >"$log" 2>&1 &
    maven=$!
    trap 'kill $maven 2>/dev/null; exit 130' INT TERM
    stage=
    while kill -0 "$maven" 2>/dev/null; do
        tell_stage
        sleep 0.2
    done
    wait "$maven" || {
        echo "rolecall: the build failed; the last errors are below, all of it is in $log" >&2
        grep '^\[ERROR\]' "$log" | head -n 5 >&2
        exit 2
    }
    tell_stage
    echo "  preparing a quick start"
    printf '%s\n' "$jdk" >"$built/jdk"
    train
    trap - INT TERM
    : >"$built/ready"
    echo "Built. The next start is quick."
}

# Prints a line when Maven has gone on to another part of the work.
tell_stage() {
    case $(grep -o -e '--- [a-z-]*:' "$log" 2>/dev/null | tail -n 1) in
        *compiler*) now="compiling" ;;
        *dependency*) now="gathering libraries" ;;
        *jar*) now="packing" ;;
        '') now="reading the project, fetching what Maven needs" ;;
        *) now=$stage ;;
    esac
    if [ "$now" != "$stage" ]; then
        stage=$now
        [ -n "$stage" ] && echo "  $stage"
    fi
}

# Plays a first minute twice, the second time while the JDK writes down what a start loads: as most
# starts do, it goes on where another left off. Without the result the program works the same, more
# slowly, so a failure here is no failure of the build.
train() {
    played=$built/played
    rm -rf "$played"
    first_minute | in_terminal ""
    first_minute | in_terminal "-XX:AOTCacheOutput=$built/shell.aot -Drolecall.train=$built"
    rm -rf "$played"
}

first_minute() {
    printf '%s\n' 'sts.getCallerIdentity()' '/check' 's3.listBuckets()' \
        'iam.createUser(b -> b.userName("Test"))' 'iam.createAccessKey(b -> b.userName("Test"))' \
        '/task' '/help' '/quit'
}

# Runs the program on a terminal of its own, with more flags for its JVM; where none can be made, it
# reads from a pipe, and the terminal's classes are missing from the cache.
in_terminal() {
    run="exec '$jdk/bin/java' $jvm_flags $1 -Drolecall.install='$here' -jar '$here/target/rolecall.jar'"
    if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
        TERM=xterm-256color ROLECALL_HOME=$played script -qec "stty rows 40 cols 100; $run" /dev/null >>"$log" 2>&1
    else
        ROLECALL_HOME=$played sh -c "$run" >>"$log" 2>&1
    fi || rm -f "$built/shell.aot" "$built/learner.aot"
}
