#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the fuzz targets and runs them: `sh tests/fuzz/run.sh [TARGET|all] [RUNS]`, by default all of them, 10,000,000
# executions each. Inputs that reach new code are kept below build/fuzz/found, so that a later run goes on from there.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
. "$root/app/packages.sh"
targets=${1:-all}
runs=${2:-10000000}
[ "$targets" = all ] && targets="triggerjson crontabline datestrings zonenames"

install_packages $BUILD_PACKAGES clang libclang-rt-14-dev
cd "$root"
cmake --preset fuzz
cmake --build --preset fuzz

# The longest input that is still worth a try.
longest() {
    case $1 in
        triggerjson) echo 600 ;;
        *) echo 80 ;;
    esac
}

for target in $targets; do
    here="$root/tests/fuzz"
    found="$root/build/fuzz/found/$target"
    seeds="$root/build/fuzz/seeds/$target"
    rm -rf "$seeds"
    mkdir -p "$found" "$seeds"
    # libFuzzer wants a file for each input.
    awk -v folder="$seeds" '{ file = sprintf("%s/%03d", folder, NR); printf "%s", $0 > file; close(file) }' "$here/corpus/$target.txt"
    echo "Fuzzing $target: $runs executions"
    ASAN_OPTIONS=detect_leaks=0:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1 \
        "$root/build/fuzz/fuzz_$target" -runs="$runs" -max_len="$(longest "$target")" -timeout=5 -rss_limit_mb=2048 \
        -dict="$here/dictionaries/$target.dict" -artifact_prefix="$root/build/fuzz/finding-$target-" -print_final_stats=1 \
        "$found" "$seeds"
done
