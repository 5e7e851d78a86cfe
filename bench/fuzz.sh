#!/bin/sh
# Fuzzes the readers of core with Jazzer, guided by coverage.   bench/fuzz.sh [MINUTES]   10 minutes if not given
# Jazzer counts by the clock; the script says at the end how much processor time that was.
# One process, -Xmx512m, at most 10 s for an input. What it learns stays in bench/target/fuzz/corpus, what fails in bench/target/fuzz/found.
set -u
ROOT=$(cd "$(dirname "$0")/.." && pwd -P) || exit 3
MINUTES=${1:-10}
. "$ROOT/build/jdk.sh"
if ! find_jdk; then
    say_no_jdk fuzz
    exit 3
fi
WORK=$ROOT/bench/target/fuzz
mkdir -p "$WORK/corpus" "$WORK/found" "$WORK/classes"

(exec_maven -q -Pfast -pl core test-compile dependency:build-classpath -Dmdep.outputFile="$WORK/classpath" -Dmdep.includeScope=test) || exit 3
# A copy, so that a build meanwhile does not change the classes under the fuzzer.
rm -rf "$WORK/classes" && mkdir -p "$WORK/classes"
cp -R "$ROOT/core/target/fast/classes/." "$ROOT/core/target/fast/test-classes/." "$WORK/classes/"

# One seed a promise, with an empty program: the shipped text as it is.
for promise in 0 1 2 3 4 5; do printf "\\00$promise\\000" >"$WORK/corpus/start-$promise"; done

cd "$WORK" || exit 3
"$JDK/bin/java" -Xmx512m -XX:+UseSerialGC -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow "-Dparley.root=$ROOT" -cp "$WORK/classes:$(cat "$WORK/classpath")" \
    com.code_intelligence.jazzer.Jazzer --target_class=parley.fuzz.Promises --instrumentation_includes='parley.**' \
    --custom_hook_includes='' --disabled_hooks='*' \
    "-artifact_prefix=$WORK/found/" "-max_total_time=$((MINUTES * 60))" -timeout=10 -rss_limit_mb=2048 -max_len=2048 \
    -print_final_stats=1 "$WORK/corpus" >"$WORK/log" 2>&1
result=$?
grep -E 'stat::number_of_executed_units|stat::average_exec_per_sec|Done [0-9]+ runs|^ERROR|^== Java Exception|cov:' "$WORK/log" | tail -n 5
echo "fuzz: processor time, user and system, of this script and of what it started:"
times
if [ "$result" -eq 0 ]; then echo "fuzz: no crash, no hang in $MINUTES min"; else echo "fuzz: found something (exit $result), see $WORK/log and $WORK/found"; fi
exit "$result"
