# SPDX-License-Identifier: MIT
"""Runs the trigger benchmarks and the peers that are installed, and prints the tables.

usage: report.py BUILD_FOLDER
"""
import json
import math
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ZONES = ["UTC", "America/New_York"]

# The crontab lines of workload.h, and as systemd writes them.
WORKLOAD = [
    ("*/5 * * * *", "*:00/5"),
    ("30 6 * * 1-5", "Mon..Fri 06:30"),
    ("0 0 1 * *", "*-*-01 00:00"),
    ("0 0 29 2 *", "*-02-29 00:00"),
    ("15 14 1 * *", "*-*-01 14:15"),
    ("0 9-17/2 * * 1-5", "Mon..Fri 09..17/2:00"),
    ("0 0 13 * 5", ""),  # a day of the month or a weekday
    ("59 23 31 12 *", "*-12-31 23:59"),
    ("*/7 3,9,21 * 6-8 *", "*-06..08-* 3,9,21:00/7"),
    ("0 2 * * 0", "Sun 02:00"),
    ("23 0-20/2 * * *", "*-*-* 00..20/2:23"),
    ("5 4 * * sun", "Sun 04:05"),
]

# Measured elsewhere over the same lines, on a machine where the bare walk takes 20 and 23 ns.
QUOTED = [
    ("Cronos", 101, 2001), ("saffron", 236, None), ("Rust cron", 379, 580), ("croner-rust", 1297, 1485),
    ("systemd, as a library", 1296, 2198), ("Quartz", 2057, 2747), ("croncpp", 2866, 3545), ("ccronexpr", 2921, 4870),
]

STDIN_LINES = 100_000


def geometric_mean(figures):
    known = [math.log(f) for f in figures if not math.isnan(f)]
    return math.exp(sum(known) / len(known))


def own_figures(build):
    """Nanoseconds by name of the benchmark: the lowest of several repetitions."""
    output = subprocess.run([os.path.join(build, "bench_triggers"), "--benchmark_format=json", "--benchmark_repetitions=5",
                             "--benchmark_min_time=0.1"], check=True, stdout=subprocess.PIPE).stdout
    factor = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}
    figures = {}
    for run in json.loads(output)["benchmarks"]:
        if run["run_type"] == "iteration":
            nanoseconds = run["cpu_time"] * factor[run["time_unit"]]
            figures[run["run_name"]] = min(nanoseconds, figures.get(run["run_name"], math.inf))
    return figures


def peer_figures(command, lines):
    output = subprocess.run(command, input="\n".join(lines) + "\n", check=True, stdout=subprocess.PIPE, text=True).stdout
    return geometric_mean([float(line) for line in output.split()])


def lines_a_second(build):
    with tempfile.TemporaryFile() as requests, tempfile.TemporaryFile() as answers:
        for i in range(STDIN_LINES):
            trigger = {"type": "cron", "crontab": WORKLOAD[i % len(WORKLOAD)][0], "timezone": ZONES[i % 2]}
            request = {"trigger": trigger, "after": "2026-01-01T00:00:00Z", "count": 5}
            requests.write(json.dumps(request).encode() + b"\n")
        requests.seek(0)
        began = time.perf_counter()
        subprocess.run([os.path.join(build, "reveille"), "next", "--stdin"], stdin=requests, stdout=answers, check=True)
        taken = time.perf_counter() - began
        answers.seek(0)
        if answers.read().count(b"fire_times") != STDIN_LINES:
            sys.exit("reveille next --stdin did not answer each line")
    return STDIN_LINES / taken


def print_row(name, *cells):
    print(f"{name:44}" + "".join(f"{'-' if cell is None else format(cell, ',.0f'):>14}" for cell in cells))


def main():
    build = sys.argv[1]
    figures = own_figures(build)

    def own(measure):
        return [geometric_mean([figures[f"{measure}/{zone}/{i + 1}"] for i in range(len(WORKLOAD))]) for zone in ZONES]

    crontabs = [crontab for crontab, _ in WORKLOAD]
    specifications = [specification for _, specification in WORKLOAD]
    peers = [
        ("robfig/cron", [os.path.join(build, "robfig_next")], crontabs),
        ("systemd-analyze, printing included", [sys.executable, f"{HERE}/peers/systemd_next.py"], specifications),
        ("APScheduler", [sys.executable, f"{HERE}/peers/apscheduler_next.py"], crontabs),
    ]
    print("\nNanoseconds a step of next(previous), geometric mean of 12 crontab lines")
    print(f"{'':44}{'UTC':>14}{'New York':>14}")
    print_row("bare walk (the floor)", *own("bare walk"))
    print_row("Trigger::next", *own("Trigger::next"))
    for name, command, lines in peers:
        print_row(name, *[peer_figures([*command, zone], lines) for zone in ZONES])
    print("quoted:")
    for name, *cells in QUOTED:
        print_row("  " + name, *cells)

    print("\nOther figures of Reveille")
    print_row("parse a crontab line, ns",
              geometric_mean([figures[f"parse a crontab line/{i + 1}"] for i in range(len(WORKLOAD))]))
    for name, nanoseconds in figures.items():
        if name.startswith(("never", "latest")):
            print_row(f"{name}, us", nanoseconds / 1000)
    print_row("next --stdin, lines a second", lines_a_second(build))


if __name__ == "__main__":
    main()
