#!/bin/sh
# Holds the models of cases against an outside tool.   bench/compare-prism.sh [CASE…]   the four shipped cases if none is given
#
# With PRISM (PRISM_HOME, or prism or prism-games on the PATH) every exported model is checked by it: states, and the value of
# its question. Without, the explicit files are read back by `parley solve`: that checks the export and our solver, not our
# reading of the PRISM language. PRISM is under the GPL; it is called as a program and never linked. Exit: 1 if something differs.
set -u
ROOT=$(cd "$(dirname "$0")/.." && pwd -P) || exit 3
WORK=$ROOT/bench/target/prism
[ $# -gt 0 ] || set -- belarus sudan-2016 iran-2015 venezuela-2023

find_prism() {
    for tool in ${PRISM_HOME:+"$PRISM_HOME/bin/prism"} "$(command -v prism-games)" "$(command -v prism)"; do
        # Other programs are called prism too: ours says so.
        if [ -x "$tool" ] && "$tool" -version 2>/dev/null | grep -q '^PRISM'; then
            echo "$tool"
            return
        fi
    done
}

# Prints value and states of a model.
by_prism() {
    "$PRISM" "$1.prism" "$1.props" -prop 1 -ex -javamaxmem 4g 2>/dev/null |
        awk '/^States:/ { states = $2 } /^Result:/ { value = $2 } END { print value + 0, states }'
}

by_ourselves() {
    "$ROOT/parley" solve --tra "$1.tra" --lab "$1.lab" --property 'Pmax=? [F "bad"]' |
        sed -n 's/.*"lower":\([^,]*\),"upper":\([^,]*\),.*"states":\([0-9]*\).*/\1 \2 \3/p' |
        awk '{ print ($1 == $2) ? $1 + 0 : $1 "…" $2, $3 }'
}

PRISM=$(find_prism)
if [ -n "$PRISM" ]; then
    echo "with $("$PRISM" -version | head -n 1)"
else
    echo "no PRISM found (PRISM_HOME, or prism or prism-games on the PATH): the explicit files are read back by parley solve"
fi
differ=0
for name in "$@"; do
    out=$WORK/$name
    rm -rf "$out" && mkdir -p "$out" || exit 3
    "$ROOT/parley" export prism "$ROOT/cases/$name" --out "$out" --explicit >/dev/null || exit 3
    models=0 skipped=0 wrong=0 states=0
    while IFS='	' read -r model query value verdict says; do
        [ "$model" != model ] || continue
        stem=$out/${model%.prism}
        if [ ! -e "$stem.tra" ]; then
            skipped=$((skipped + 1))
            continue
        fi
        if [ -n "$PRISM" ]; then found=$(by_prism "$stem"); else found=$(by_ourselves "$stem"); fi
        many=$(head -n 1 "$stem.tra" | cut -d' ' -f1)
        if [ "$found" != "$value $many" ]; then
            wrong=$((wrong + 1))
            echo "$name/$model: $query is $value ($verdict) in $many states, found: ${found:-nothing}; $says"
        fi
        models=$((models + 1)) states=$((states + many))
    done <"$out/expected.tsv"
    echo "$name: $models models with $states states, $wrong differ, $skipped too large to be written out"
    differ=$((differ + wrong))
done
[ "$differ" = 0 ]
