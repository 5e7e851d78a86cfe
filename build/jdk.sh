# Finds a JDK 25 or later. Sourced by parley, test and .ci/run (POSIX sh); reads "release" files and starts no JVM.
#
#   PARLEY_JAVA_HOME, JAVA_HOME, javac on PATH   the first that is good enough, in this order: somebody chose it
#   the usual folders                            the lowest version from 25 on: the one we test with

JDK_NEEDED=25

# Prints the major version of the JDK in folder $1; fails if there is none.
jdk_version() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r jdk_line || [ -n "$jdk_line" ]; do
        case $jdk_line in
            JAVA_VERSION=*)
                jdk_line=${jdk_line#JAVA_VERSION=}
                jdk_line=${jdk_line#\"}
                jdk_line=${jdk_line%%[!0-9]*}
                [ -n "$jdk_line" ] || return 1
                echo "$jdk_line"
                return 0
                ;;
        esac
    done <"$1/release"
    return 1
}

jdk_good() {
    jdk_found=$(jdk_version "$1") && [ "$jdk_found" -ge "$JDK_NEEDED" ]
}

# Sets JDK to the home of a JDK; fails if there is none.
find_jdk() {
    JDK=
    if [ -n "${PARLEY_JAVA_HOME-}" ]; then
        if jdk_good "$PARLEY_JAVA_HOME"; then
            JDK=$PARLEY_JAVA_HOME
            return 0
        fi
        echo "parley: PARLEY_JAVA_HOME=$PARLEY_JAVA_HOME is not the folder of a JDK $JDK_NEEDED or later; looking elsewhere" >&2
    fi
    if [ -n "${JAVA_HOME-}" ] && jdk_good "$JAVA_HOME"; then
        JDK=$JAVA_HOME
        return 0
    fi
    if jdk_javac=$(command -v javac 2>/dev/null); then
        jdk_javac=$(readlink -f "$jdk_javac" 2>/dev/null || echo "$jdk_javac")
        if jdk_good "${jdk_javac%/bin/javac}"; then
            JDK=${jdk_javac%/bin/javac}
            return 0
        fi
    fi
    jdk_best=
    for jdk_home in /usr/lib/jvm/* /usr/java/* /opt/*jdk* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if jdk_good "$jdk_home" && { [ -z "$jdk_best" ] || [ "$jdk_found" -lt "$jdk_best" ]; }; then
            jdk_best=$jdk_found
            JDK=$jdk_home
        fi
    done
    [ -n "$JDK" ]
}

# Says what to install; $1 is the program that asks.
say_no_jdk() {
    cat >&2 <<TEXT
$1: no JDK $JDK_NEEDED or later found.
Looked at PARLEY_JAVA_HOME, JAVA_HOME, javac on PATH, and the usual folders (/usr/lib/jvm, /usr/java, /opt, ~/.sdkman, ~/.jdks).
fix: install Eclipse Temurin 25 (adoptium.net), or the apt package temurin-25-jdk or openjdk-25-jdk
fix: if one is installed elsewhere, export PARLEY_JAVA_HOME=/path/to/that/jdk
TEXT
}

say_no_maven() {
    cat >&2 <<TEXT
$1: Maven is needed to build, and there is no mvn on PATH.
fix: install Maven 3.8 or later, for example the apt package maven
TEXT
}

# Becomes Maven in the repository $ROOT on the JDK found; call it in a subshell. Never reads standard input.
exec_maven() {
    cd "$ROOT" || exit 3
    JAVA_HOME=$JDK
    # Maven's own libraries use sun.misc.Unsafe; JDK 25 would warn of it at each start.
    MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}"
    export JAVA_HOME MAVEN_OPTS
    exec mvn --batch-mode "$@" </dev/null
}
