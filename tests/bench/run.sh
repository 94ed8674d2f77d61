#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds and runs the benchmarks with those peers that Debian has, and prints their figures side by side. Give it an idle
# machine.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
. "$root/app/packages.sh"

install_packages $BUILD_PACKAGES libbenchmark-dev systemd python3 python3-apscheduler golang-go golang-github-robfig-cron-dev
cd "$root"
cmake --preset release -DREVEILLE_BENCHMARKS=ON
cmake --build --preset release --target bench_triggers reveille
GOPATH=/usr/share/gocode GO111MODULE=off go build -o build/release/robfig_next tests/bench/peers/robfig_next.go
exec /usr/bin/python3 -B tests/bench/report.py build/release
