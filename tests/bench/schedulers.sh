#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds and runs the benchmarks of scheduler and stores, and APScheduler's QtScheduler at the same work. Give it an idle
# machine; arguments go to the first, such as --benchmark_filter=memoryRuns.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
. "$root/app/packages.sh"

install_packages $BUILD_PACKAGES libbenchmark-dev python3 python3-apscheduler python3-pyqt5 python3-sqlalchemy
cd "$root"
cmake --preset release -DREVEILLE_BENCHMARKS=ON
cmake --build --preset release --target bench_scheduler bench_stores
build/release/bench_scheduler "$@"
build/release/bench_stores
echo "APScheduler, 10,000 jobs a second:"
exec /usr/bin/python3 -B tests/bench/peers/apscheduler_scheduler.py 10000
