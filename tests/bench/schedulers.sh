#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds and runs the benchmarks of scheduler and stores, and APScheduler's QtScheduler at the same work. Give it an idle
# machine; arguments go to the benchmarks, such as --benchmark_filter=memoryRuns.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
. "$root/app/packages.sh"

install_packages $BUILD_PACKAGES libbenchmark-dev python3 python3-apscheduler python3-pyqt5 python3-sqlalchemy
cd "$root"
cmake --preset release -DREVEILLE_BENCHMARKS=ON
cmake --build --preset release --target bench_scheduler bench_stores
# Each in a process of its own: none is to inherit the memory and the threads of those before it.
for program in build/release/bench_scheduler build/release/bench_stores; do
    for benchmark in $("$program" --benchmark_list_tests "$@"); do
        output=$("$program" "$@" --benchmark_filter="^$benchmark\$" 2>&1) || { echo "$output"; exit 1; }
        echo "$output" | tail -n 1
    done
done
echo "APScheduler, 10,000 jobs a second:"
exec /usr/bin/python3 -B tests/bench/peers/apscheduler_scheduler.py 10000
